import { judge } from "../../src/gate/judge.ts";
import type { BaselineSide } from "../../src/job/baseline-side.ts";
import { countedValues, countRequests } from "../../src/job/exact.ts";
import type { Planned } from "../../src/job/plan.ts";
import { resultsOf } from "../../src/job/results.ts";
import type { Component } from "../../src/model/component.ts";
import type { Count, CountRequest } from "../../src/model/count.ts";
import type { Visit } from "../../src/model/sample.ts";
import { measurements, pairedVisits } from "../gate/fabricate.ts";

export const FUEL = { profile: "wasmtime-24", mode: "wasmtime", cost: {} } as const;
export const ID = "execution/run/c";

export const component: Component = {
  name: "c",
  origin: "user",
  format: "wasm",
  path: "c.wasm",
  host: { kind: "none" },
  bytes: new Uint8Array(8),
  sha256: "a",
  glue: null,
  module: null,
  fuelLimit: 5_000,
};

export function plan(pairing: Planned["pairing"], part: Partial<Planned> = {}): Planned {
  const benchmark: Planned["benchmark"] = {
    id: ID,
    suite: "execution",
    component: "c",
    procedure: {
      kind: "call",
      call: { export: "run", args: [] },
      operations: 1,
      native: null,
      extras: [],
    },
    primary: "time",
    unsupported: null,
  };
  const baseline = pairing === "paired" ? { ...component, sha256: "b" } : null;
  const pair = { benchmark, candidate: component, baseline, alternated: false, sameHost: true };
  return { benchmark, pairing, reason: "", definition: "d", pair, ...part };
}

export function stored(fuel: number, rules: BaselineSide["fuel"] = FUEL): BaselineSide {
  const exact = [{ metric: "fuel", value: fuel, note: null }];
  return {
    benchmarks: new Map([[ID, { component: "c", definition: "d", exact }]]),
    ...(rules === undefined ? {} : { fuel: rules }),
    noise: {},
  } as unknown as BaselineSide;
}

export function countAll(planned: Planned, give: (request: CountRequest) => Partial<Count>) {
  const requests = countRequests([planned]);
  return new Map(
    requests.map((request) => [
      request,
      { fuel: [], pages: [], failure: null, ...give(request) } as Count,
    ]),
  );
}

/** Fuel of baseline and candidate, each counted the same twice. */
export function sides(baseline: number, candidate: number) {
  return ({ side }: CountRequest): Partial<Count> => {
    const fuel = side === "baseline" ? baseline : candidate;
    return { fuel: [fuel, fuel] };
  };
}

export function verdictOf(
  planned: Planned,
  baseline: BaselineSide | null,
  counts: ReadonlyMap<CountRequest, Count>,
) {
  const { values } = countedValues({ planned: [planned], baseline, fuel: FUEL, counts });
  const visits: readonly Visit[] = pairedVisits([0.001, -0.001, 0.002, -0.002, 0, 0]);
  const benchmarks = resultsOf(
    { planned: [planned], baseline, exact: values },
    new Map([[ID, visits]]),
  );
  return judge(measurements(benchmarks)).benchmarks[0]?.verdict;
}
