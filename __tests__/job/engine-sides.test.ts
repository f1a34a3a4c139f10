import { describe, expect, it } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import { baselineDocumentOf, NO_EARLIER_RUNS } from "../../src/job/baseline-document.ts";
import { type BaselineSide, storedSide } from "../../src/job/baseline-side.ts";
import { planRun } from "../../src/job/plan.ts";
import type { BaselineDocument } from "../../src/model/baseline.ts";
import type { Benchmark } from "../../src/model/benchmark.ts";
import { type EngineFacts, engineOfId } from "../../src/model/engine.ts";
import type { Environment } from "../../src/model/environment.ts";
import type { Workload } from "../../src/model/workload.ts";
import { benchmark, LEARNED, measurements, pairedVisits, result } from "../gate/fabricate.ts";
import { component } from "./fabricate-counts.ts";

const ID = "execution/run/c";
const ON_WASMTIME = `${ID}@wasmtime`;
const { environment } = measurements([]);
const OLD: EngineFacts = { name: "wasmtime", version: "24.0.5", sha256: "aa" };
const NEW: EngineFacts = { ...OLD, version: "49.0.0" };
const REBUILT: EngineFacts = { ...OLD, sha256: "bb" };

const on = (...engines: readonly EngineFacts[]): Environment => ({ ...environment, engines });

const called = (id: string, part: Partial<Benchmark> = {}): Benchmark =>
  benchmark(id, {
    component: "c",
    ...(engineOfId(id) === "v8" ? {} : { engine: "wasmtime" }),
    ...part,
  });

/** A baseline of both benchmarks, with noise that was learned of each. */
function stored(at: Environment): BaselineDocument {
  const results = [ID, ON_WASMTIME].map((id) => ({
    ...result(pairedVisits([0.01, 0.02])),
    benchmark: called(id),
  }));
  const all = measurements(results, { environment: at });
  const judged = { ...all, judgement: judge(all) };
  const parts = { components: [], earlier: NO_EARLIER_RUNS, hostCodes: new Map() };
  const document = baselineDocumentOf({ result: judged, ...parts });
  return { ...document, noise: { [ID]: LEARNED, [ON_WASMTIME]: LEARNED } };
}

function side(before: Environment, now: Environment): BaselineSide {
  const bundle = { document: stored(before), objects: new Map() };
  return storedSide({
    restored: { restored: true, source: "cache", key: "k", bundle },
    components: [component],
    describe: ({ name, sha256 }) => ({ name, sha256 }) as never,
    environment: now,
  });
}

describe("a stored baseline", () => {
  it.each([
    { what: "the same build", before: on(OLD), now: on(OLD), kept: [ID, ON_WASMTIME] },
    { what: "another version", before: on(OLD), now: on(NEW), kept: [ID] },
    { what: "another build of a version", before: on(OLD), now: on(REBUILT), kept: [ID] },
    { what: "another V8", before: on(OLD), now: { ...on(OLD), node: "1.0.0" }, kept: [] },
    { what: "an engine more", before: environment, now: on(OLD), kept: [ID] },
    { what: "an engine less", before: on(OLD), now: environment, kept: [ID] },
  ])("keeps the noise that was learned on the engine: $what", ({ before, now, kept }) => {
    expect(Object.keys(side(before, now).noise)).toEqual(kept);
  });

  it("is of another machine or engine where an engine that both have is another build", () => {
    const isAlike = (before: Environment, now: Environment): boolean =>
      side(before, now).info.fingerprintMatches;
    expect([isAlike(on(OLD), on(NEW)), isAlike(on(OLD), on(REBUILT))]).toEqual([false, false]);
    expect([isAlike(on(OLD), on(OLD)), isAlike(environment, on(OLD))]).toEqual([true, true]);
  });
});

describe("a plan", () => {
  const plan = (before: Environment, now: Environment, benchmarks: readonly Benchmark[]) => {
    const base = side(before, now);
    const workload: Workload = {
      components: [component],
      componentNames: ["c"],
      facts: [],
      benchmarks,
      known: benchmarks,
      definitions: new Map(benchmarks.map(({ id }) => [id, result([]).definition])),
      hostCodes: new Map(),
    };
    const baseline = { ...base, hashes: new Map([["c", component.sha256]]) };
    return planRun(workload, baseline, {
      environment: now,
      wants: () => true,
      measureIdentical: false,
      obstacleOf: () => null,
    });
  };

  it("knows the build of each engine apart", () => {
    const planned = plan(on(OLD), on(NEW), [called(ID), called(ON_WASMTIME)]);
    expect(planned.map(({ pairing, reason }) => [pairing, reason])).toEqual([
      ["identical", "same bytes, definition and engine"],
      ["identical", "same bytes and definition; the engine differs from the baseline's"],
    ]);
  });

  it("misses the benchmarks of an engine that is gone, by the engine's name", () => {
    const [, gone] = plan(on(OLD), environment, [called(ID)]);
    expect(gone).toMatchObject({ pairing: "missing", benchmark: { engine: "wasmtime" } });
    const [, other] = plan(on(OLD), on(OLD), [called(ON_WASMTIME)]);
    expect(other?.benchmark).not.toHaveProperty("engine");
  });

  it("misses what an engine cannot run any more, also on another build or none", () => {
    const unable = [called(ID), called(ON_WASMTIME, { unsupported: "glue is JavaScript" })];
    for (const now of [on(OLD), on(NEW), environment])
      expect(plan(on(OLD), now, unable)[1]).toMatchObject({ pairing: "missing", pair: null });
  });
});
