import { describe, expect, test } from "vitest";
import { explainFunctions } from "../../src/gate/explain-functions.ts";
import { toolchainChanges, withToolchain } from "../../src/gate/explain-toolchain.ts";
import { judge } from "../../src/gate/judge.ts";
import type { FunctionChange, FunctionDifference } from "../../src/model/function-difference.ts";
import { facts, measurements, pairedVisits, result } from "./fabricate.ts";

function change(name: string, before: number, after: number, calls = [1, 1]): FunctionChange {
  const use = (self: number, times = 0): FunctionChange["baseline"] => ({
    calls: times,
    self,
    inclusive: self,
  });
  return { name, baseline: use(before, calls[0]), candidate: use(after, calls[1]) };
}

function difference(baseline: number, functions: readonly FunctionChange[]): FunctionDifference {
  const moved = functions.reduce(
    (sum, one) => sum + (one.candidate?.self ?? 0) - (one.baseline?.self ?? 0),
    0,
  );
  return {
    baseline,
    candidate: baseline + moved,
    functions,
    rest: { baseline: 0, candidate: 0 },
    ways: [],
  };
}

describe("explainFunctions", () => {
  test("names what moved as shares of the whole, with the calls", () => {
    const told = difference(1000, [
      change("decode_block", 500, 620, [5, 8]),
      change("memcpy", 100, 104),
    ]);
    expect(explainFunctions(told)).toEqual([
      "fuel +12.4 %: decode_block +12.0 %, 3 more calls; memcpy +0.4 %",
    ]);
  });

  test("counts the functions that moved little, and names three at most", () => {
    const big = ["a", "b", "c", "d"].map((name) => change(name, 100, 150));
    const told = difference(1000, [...big, change("tiny", 10, 10.4)]);
    expect(explainFunctions(told)[0]).toMatch(
      /: a .*; b .*; c \+5\.0 %; 2 more functions by less$/,
    );
  });

  test("tells what became of functions", () => {
    const gone: FunctionChange = { ...change("small", 300, 0), candidate: null };
    const fates = [
      { ...gone, fate: "inlined" as const, other: "big" },
      { ...change("next", 10, 40), fate: "renamed" as const, other: "last" },
      { ...change("extra", 0, 20, [0, 2]), baseline: null, fate: "new" as const },
    ];
    const [sentence] = explainFunctions(difference(1000, fates));
    expect(sentence).toContain("fuel −25.0 %: small −30.0 %, probably inlined into big");
    expect(sentence).toContain("next +3.0 %, before last");
    expect(sentence).toContain("extra +2.0 %, new in this call, 2 calls");
    expect(explainFunctions(difference(1000, [{ ...gone, fate: "gone" }]))[0]).toContain(
      "called no more, 1 call before",
    );
  });

  test("says that no function moved where only time did, and nothing where nothing is known", () => {
    expect(explainFunctions(difference(1000, []))).toEqual([
      "no function consumed more fuel, and none less",
    ]);
    expect(explainFunctions(undefined)).toEqual([]);
  });

  test("tells amounts where the baseline consumed nothing", () => {
    expect(explainFunctions(difference(0, [change("run", 0, 40)]))).toEqual([
      "fuel +40, all in run",
    ]);
  });

  test("is part of what explains a judged benchmark", () => {
    const functions = difference(1000, [change("decode", 500, 620)]);
    const measured = result(pairedVisits([1, 1, 1, 1]), { functions });
    const [judged] = judge(measurements([measured])).benchmarks;
    expect(judged?.explanation).toContain("fuel +12.0 %, all in decode");
    expect(judged?.explanation.filter((words) => words.includes("12.0 %"))).toHaveLength(1);
  });
});

describe("the toolchain", () => {
  const made = (version: string): ReturnType<typeof facts> => ({
    ...facts("c", 10),
    producers: [
      { name: "Rust", version: "" },
      { name: "rustc", version },
    ],
  });
  const before = made("1.94.0 (0123abcde 2026-03-02)");

  test("is told where it differs, without commit and date", () => {
    expect(
      toolchainChanges({ baseline: before, candidate: made("1.95.0 (abc 2026-04-14)") }),
    ).toEqual(["rustc 1.94.0 → 1.95.0"]);
    expect(toolchainChanges({ baseline: before, candidate: before })).toEqual([]);
  });

  test("is told where a tool is new or gone, and not where a side tells none", () => {
    const optimized = {
      ...before,
      producers: [...(before.producers ?? []), { name: "opt", version: "1" }],
    };
    expect(toolchainChanges({ baseline: before, candidate: optimized })).toEqual(["opt 1 added"]);
    expect(toolchainChanges({ baseline: optimized, candidate: before })).toEqual(["opt 1 gone"]);
    expect(toolchainChanges({ baseline: facts("c", 10), candidate: before })).toEqual([]);
    expect(toolchainChanges({ baseline: null, candidate: before })).toEqual([]);
  });

  test("explains a move, and is no explanation by itself", () => {
    const sides = { baseline: before, candidate: made("1.95.0") };
    expect(withToolchain(["fuel +1.0 %"], sides)).toEqual([
      "fuel +1.0 %",
      "made by rustc 1.94.0 → 1.95.0",
    ]);
    expect(withToolchain([], sides)).toEqual([]);
  });
});
