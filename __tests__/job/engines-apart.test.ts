import { describe, expect, it } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import { historyEntriesOf } from "../../src/history/history-entry.ts";
import { appendHistory } from "../../src/history/history-ring.ts";
import { trendOf } from "../../src/history/trend.ts";
import { baselineDocumentOf, NO_EARLIER_RUNS } from "../../src/job/baseline-document.ts";
import { type BaselineSide, storedSide } from "../../src/job/baseline-side.ts";
import { componentValues } from "../../src/job/component-values.ts";
import { type Planned, planRun } from "../../src/job/plan.ts";
import { resultsOf } from "../../src/job/results.ts";
import type { BaselineDocument, HistoryEntry } from "../../src/model/baseline.ts";
import type { Component } from "../../src/model/component.ts";
import { type EngineFacts, engineOfId } from "../../src/model/engine.ts";
import type { Environment } from "../../src/model/environment.ts";
import type { Measurements, ResultDocument } from "../../src/model/result.ts";
import type { Workload } from "../../src/model/workload.ts";
import {
  benchmark,
  facts,
  LEARNED,
  measurements,
  POLICY,
  pairedVisits,
  result,
} from "../gate/fabricate.ts";

const ID = "execution/work/work";
const ON_WASMTIME = `${ID}@wasmtime`;
const OLD: EngineFacts = { name: "wasmtime", version: "24.0.5", sha256: "aa" };
const NEW: EngineFacts = { name: "wasmtime", version: "49.0.0", sha256: "bb" };

const { environment } = measurements([]);
const on = (...engines: readonly EngineFacts[]): Environment => ({ ...environment, engines });

const benchmarkOn = (id: string, unsupported: string | null = null) =>
  benchmark(id, {
    component: "work",
    unsupported,
    ...(engineOfId(id) === "v8" ? {} : { engine: "wasmtime" as const }),
  });

function component(sha256: string): Component {
  return {
    name: "work",
    origin: "user",
    format: "wasm",
    path: "work.wasm",
    host: { kind: "none" },
    bytes: new Uint8Array(8),
    sha256,
    glue: null,
    module: null,
    fuelLimit: null,
  };
}

/** A component with a benchmark on both engines. */
function workloadOf(sha256: string, unsupported: string | null = null): Workload {
  const benchmarks = [benchmarkOn(ID, unsupported), benchmarkOn(ON_WASMTIME, unsupported)];
  return {
    components: [component(sha256)],
    componentNames: ["work"],
    facts: [facts("work", 100)],
    benchmarks,
    known: benchmarks,
    definitions: new Map(benchmarks.map(({ id }) => [id, "d"])),
    hostCodes: new Map(),
  };
}

function judged(part: Partial<Measurements>, scale: (id: string) => number): ResultDocument {
  const benchmarks = [ID, ON_WASMTIME].map((id) => ({
    ...result(pairedVisits([0.001, -0.002, 0.002, 0], "screen", { baseline: 1000 * scale(id) })),
    benchmark: benchmarkOn(id),
  }));
  const all = measurements(benchmarks, part);
  return { ...all, judgement: judge(all) };
}

/** A baseline of runs on these environments, one after the other. */
function savedOn(environments: readonly Environment[]): BaselineDocument {
  let saved: BaselineDocument | null = null;
  for (const [index, one] of environments.entries()) {
    const part = { environment: one, createdAt: `2026-11-${10 + index}T00:00:00Z` };
    const document = judged(part, () => 1);
    saved = baselineDocumentOf({
      result: document,
      components: [],
      earlier: saved ?? NO_EARLIER_RUNS,
      hostCodes: new Map(),
    });
  }
  if (saved === null) throw new Error("nothing was saved");
  return saved;
}

/** A baseline of one component, saved on an environment. */
function sideOn(saved: Environment, here: Environment): BaselineSide {
  const document = {
    ...savedOn([saved]),
    noise: { [ID]: LEARNED, [ON_WASMTIME]: LEARNED },
    benchmarks: [ID, ON_WASMTIME].map((id) => ({
      id,
      component: "work",
      definition: "d",
      hostCode: null,
      primary: "time" as const,
      series: [],
      exact: [],
    })),
  };
  const restored = {
    restored: true as const,
    source: "cache" as const,
    key: "k",
    bundle: { document, objects: new Map() },
  };
  const side = storedSide({
    restored,
    components: [component("a")],
    describe: () => facts("work", 100),
    environment: here,
  });
  return { ...side, hashes: new Map([["work", "a"]]) };
}

function planned(side: BaselineSide, here: Environment, workload: Workload): Planned[] {
  return planRun(workload, side, {
    environment: here,
    wants: () => true,
    measureIdentical: false,
    obstacleOf: () => null,
  });
}

describe("a run on two engines whose baseline had another build of one", () => {
  const here = on(NEW);
  const side = sideOn(on(OLD), here);

  it("calls the engine of a benchmark another one only where it is that one", () => {
    const plan = planned(side, here, workloadOf("a"));
    expect(plan.map(({ benchmark: { id }, pairing, reason }) => [id, pairing, reason])).toEqual([
      [ID, "identical", "same bytes, definition and engine"],
      [
        ON_WASMTIME,
        "identical",
        "same bytes and definition; the engine differs from the baseline's",
      ],
    ]);
  });

  it("loses what cannot run any more on both: another build of an engine excuses nothing", () => {
    const plan = planned(side, here, workloadOf("b", "it lacks a call"));
    expect(plan.map(({ benchmark: { id }, pairing }) => [id, pairing])).toEqual([
      [ID, "missing"],
      [ON_WASMTIME, "missing"],
    ]);
  });

  it("believes the noise of the engine that stayed, and that of no other", () => {
    const known = (one: BaselineSide): unknown[] =>
      resultsOf(
        { planned: planned(one, here, workloadOf("b")), baseline: one, exact: new Map() },
        new Map(),
      ).map(({ benchmark: { id }, noise }) => [id, noise]);
    expect(known(side)).toEqual([
      [ID, LEARNED],
      [ON_WASMTIME, null],
    ]);
    expect(known(sideOn(here, here))).toEqual([
      [ID, LEARNED],
      [ON_WASMTIME, LEARNED],
    ]);
    const moved = { ...environment, v8: "1.2.3", node: "99.0.0" };
    expect(known(sideOn({ ...moved, engines: [NEW] }, here))[0]).toEqual([ID, null]);
  });

  it("tells the bytes of a component once", () => {
    const plan = planned(side, here, workloadOf("b"));
    const values = componentValues({
      planned: plan,
      facts: [facts("work", 120)],
      baseline: side,
      policy: POLICY,
    });
    expect([...values.keys()]).toEqual([ID]);
  });
});

describe("the history of two engines", () => {
  const RUNS = 6;
  const NIGHTS = [...new Array(RUNS).fill(on(OLD)), ...new Array(RUNS).fill(on(NEW))] as const;

  /** Wasmtime twice as fast from its new build on, and V8 as ever. */
  function entries(): HistoryEntry[] {
    return NIGHTS.flatMap((one: Environment, index) => {
      const run = { ...measurements([]).run, sha: `c${index}`, runId: String(index) };
      const createdAt = `2026-11-${10 + index}T00:00:00Z`;
      const isFaster = (id: string): boolean => engineOfId(id) !== "v8" && index >= RUNS;
      return historyEntriesOf(
        judged({ environment: one, run, createdAt }, (id) => (isFaster(id) ? 0.5 : 1)),
      );
    }).reduce(appendHistory, [] as HistoryEntry[]);
  }

  it("is a trend for every build of each, and a new build is a mark and no step", () => {
    const { benchmarks, marks } = trendOf(entries(), null);
    expect(benchmarks.map(({ id, points, steps }) => [id, points.length, steps.length])).toEqual([
      [ID, 2 * RUNS, 0],
      [ON_WASMTIME, RUNS, 0],
      [ON_WASMTIME, RUNS, 0],
    ]);
    expect(marks).toHaveLength(1);
  });

  it("is learned from by each engine alone, and by no build from another", () => {
    // Four processes of a run leave three degrees of freedom: 12 runs on one V8, of the newest build 6, and 7 with one more of the old.
    const learned = (nights: readonly Environment[]) => {
      const { noise } = savedOn(nights);
      return [ID, ON_WASMTIME].map((id) => noise[id]?.degreesOfFreedom);
    };
    expect(learned(NIGHTS)).toEqual([36, 18]);
    expect(learned([...NIGHTS, on(OLD)])).toEqual([39, 21]);
  });
});
