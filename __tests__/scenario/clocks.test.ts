import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Benchmark } from "../../src/model/benchmark.ts";
import type { Visit } from "../../src/model/sample.ts";
import { benchmark, GOOD_CALL, GOOD_GUEST, guest, hostModule } from "./assemble-guests.ts";
import { measureTrials, type Trial } from "./measure-guests.ts";

const folder = mkdtempSync(join(tmpdir(), "wasm-bench-clocks-"));

/** A host whose function sleeps for 3 ms. */
const SLEEPS = `const still = new Int32Array(new SharedArrayBuffer(4));
export const imports = { env: { sleep: () => { Atomics.wait(still, 0, 0, 3); } } };`;
const SLEEPER = `(module (import "env" "sleep" (func $sleep))
  (func (export "run") (param i32) (result i32) (call $sleep) (i32.const 42)))`;

const CALL = {
  kind: "call" as const,
  call: GOOD_CALL,
  operations: 1,
  native: null,
  extras: [],
};

async function trials(): Promise<Trial[]> {
  const host = hostModule(folder, "sleeps", SLEEPS);
  const waits = [await guest("waits", { text: SLEEPER, host })];
  const good = [await guest("good", { text: GOOD_GUEST })];
  const named = (id: string, procedure: Benchmark["procedure"]): Benchmark =>
    benchmark(id, procedure);
  return [
    { benchmark: named("computes", CALL), payloads: good },
    { benchmark: named("waits", CALL), payloads: waits },
    { benchmark: named("waits by wall", { ...CALL, clock: "wall" }), payloads: waits },
    { benchmark: named("cold", { kind: "cold_start", call: GOOD_CALL }), payloads: good },
  ];
}

describe("clocks of the shipped measuring program", () => {
  let visits: ReadonlyMap<string, Visit>;
  const visitOf = (id: string): Visit => {
    const visit = visits.get(`execution/${id}`);
    if (visit === undefined) throw new Error(`${id} was not measured`);
    return visit;
  };
  const metricsOf = (id: string): string[] => [
    ...new Set(visitOf(id).series.map(({ metric }) => metric)),
  ];
  const valuesOf = (id: string, metric: string): number[] =>
    visitOf(id)
      .series.filter((series) => series.metric === metric)
      .flatMap(({ values }) => values);

  beforeAll(async () => {
    visits = await measureTrials(await trials(), { timeoutMs: 60_000 });
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("time what computes by CPU time, with one value of wall time per copy and the kernel's beside it", () => {
    expect(visitOf("computes").failure).toBeNull();
    expect(metricsOf("computes")).toEqual(
      expect.arrayContaining(["time", "wall", "kernel", "kernel_wall"]),
    );
    expect(metricsOf("computes")).not.toContain("cpu");
    const copies = visitOf("computes").series.filter(({ metric }) => metric === "wall");
    expect(copies.map(({ values }) => values.length)).toEqual([1, 1]);
  });

  it("do not see waiting by CPU time, and say so with the remedy", () => {
    expect(Math.max(...valuesOf("waits", "time"))).toBeLessThan(3e6);
    expect(Math.min(...valuesOf("waits", "wall"))).toBeGreaterThanOrEqual(3e6);
    expect(visitOf("waits").warnings).toContainEqual({
      code: "waits",
      message:
        "it waits for half of its time or more, which CPU time does not see; to gate what it waits for, name `clock: wall` at its entry under `execution`",
    });
  });

  it("tell how often a thread gave its processor away: in every block of what waits", () => {
    const blocks = valuesOf("waits", "time").length;
    expect(visitOf("waits").load?.given).toBeGreaterThanOrEqual(blocks);
  });

  it("see waiting by wall time, with CPU time beside it and nothing to warn of", () => {
    expect(Math.min(...valuesOf("waits by wall", "time"))).toBeGreaterThanOrEqual(3e6);
    expect(Math.max(...valuesOf("waits by wall", "cpu"))).toBeLessThan(3e6);
    expect(visitOf("waits by wall").warnings.map(({ code }) => code)).not.toContain("waits");
  });

  it("keep the CPU time of every cold start beside its wall time", () => {
    expect(valuesOf("cold", "cpu")).toHaveLength(valuesOf("cold", "time").length);
  });

  it("tell how busy the runner was, for visits with rounds only", () => {
    const { load } = visitOf("computes");
    expect(load?.blocks).toBeGreaterThan(0);
    expect(load?.interrupted).toBeLessThanOrEqual(load?.blocks ?? 0);
    expect(load?.cpuShare).toBeGreaterThan(0);
    expect(visitOf("cold").load).toBeUndefined();
  });
});
