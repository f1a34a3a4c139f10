import { describe, expect, it } from "vitest";
import type { Component } from "../../src/model/component.ts";
import type { Workload } from "../../src/model/workload.ts";
import { limitEngines } from "../../src/shell/limit-engines.ts";
import { benchmark } from "../gate/fabricate.ts";

const BENCHMARKS = [
  benchmark("execution/sum/a", { component: "a" }),
  benchmark("execution/sum/a@wasmtime", { component: "a", engine: "wasmtime" }),
  benchmark("execution/sum/b@wasmtime", { component: "b", engine: "wasmtime" }),
  benchmark("memory/grow/a@wasmtime", { component: "a", engine: "wasmtime", unsupported: "no" }),
];

const WORKLOAD = {
  components: [
    { name: "a", format: "component" },
    { name: "b", format: "wasm" },
  ] as Component[],
  benchmarks: BENCHMARKS,
  known: BENCHMARKS,
} as unknown as Workload;

describe("limitEngines", () => {
  it("takes components of the Component Model from an engine that runs none, and says why", () => {
    const componentObstacles = new Map([["wasmtime", "it is too old"]] as const);
    const limited = limitEngines(WORKLOAD, { componentObstacles });
    const reasons = [null, "it is too old", null, "no"];
    expect(limited.benchmarks.map(({ unsupported }) => unsupported)).toEqual(reasons);
    expect(limited.known.map(({ unsupported }) => unsupported)).toEqual(reasons);
  });

  it("leaves a run alone whose engines run everything", () => {
    expect(limitEngines(WORKLOAD, { componentObstacles: new Map() })).toBe(WORKLOAD);
  });
});
