import { describe, expect, test } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import { movedCalls, withFunctions } from "../../src/job/functions.ts";
import type { Component } from "../../src/model/component.ts";
import type { Count, CountRequest } from "../../src/model/count.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import type { ExactValue } from "../../src/model/sample.ts";
import { measurements, result } from "../gate/fabricate.ts";

const COMPONENT = { name: "c" } as Component;
const COUNT: Count = { fuel: [1, 1], pages: [], failure: null };

function request(id: string, side: CountRequest["side"]): [CountRequest, Count] {
  const call = { export: "run", args: [] };
  return [{ id, side, call, component: COMPONENT, host: COMPONENT, limit: null }, COUNT];
}

function measured(id: string, fuel: Partial<ExactValue>): BenchmarkResult {
  const exact: ExactValue = { metric: "fuel", baseline: 100, candidate: 100, note: null, ...fuel };
  return result([], { exact: [exact] }, id);
}

const both = (id: string): [CountRequest, Count][] => [
  request(id, "baseline"),
  request(id, "candidate"),
];

function moved(benchmarks: readonly BenchmarkResult[], counts: [CountRequest, Count][]): string[] {
  const judgement = judge(measurements(benchmarks));
  return movedCalls(benchmarks, judgement, new Map(counts)).map(({ candidate }) => candidate.id);
}

describe("movedCalls", () => {
  test("are those whose fuel differs, and no others: what did not move costs nothing", () => {
    const benchmarks = [
      measured("execution/a/c", { candidate: 101 }),
      measured("execution/b/c", {}),
    ];
    expect(moved(benchmarks, [...both("execution/a/c"), ...both("execution/b/c")])).toEqual([
      "execution/a/c",
    ]);
  });

  test("need a number of both sides and both binaries", () => {
    const id = "execution/a/c";
    expect(moved([measured(id, { candidate: 101 })], [request(id, "candidate")])).toEqual([]);
    expect(moved([measured(id, { candidate: 101, note: "not deterministic" })], both(id))).toEqual(
      [],
    );
    expect(moved([measured(id, { candidate: 101, baseline: null })], both(id))).toEqual([]);
  });
});

describe("withFunctions", () => {
  const benchmarks = [measured("execution/a/c", {}), measured("execution/b/c", {})];

  test("keeps a difference with its benchmark", () => {
    const difference = {
      baseline: 1,
      candidate: 2,
      functions: [],
      rest: { baseline: 1, candidate: 2 },
      ways: [],
    };
    const [first, second] = withFunctions(benchmarks, new Map([["execution/a/c", difference]]));
    expect(first?.functions).toEqual(difference);
    expect(second).toEqual(benchmarks[1]);
  });

  test("says why there is none", () => {
    const [first] = withFunctions(
      benchmarks,
      new Map([["execution/a/c", { why: "Node 20 cannot" }]]),
    );
    expect(first?.functions).toBeUndefined();
    expect(first?.warnings).toContainEqual({
      code: "functions-not-counted",
      message: "which functions consume more or less is not known: Node 20 cannot",
    });
  });
});
