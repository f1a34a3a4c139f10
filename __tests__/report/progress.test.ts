import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import {
  estimateRemaining,
  type ProgressFacts,
  renderProgressLine,
  stageSentence,
} from "../../src/report/progress.ts";

const FACTS: ProgressFacts = {
  start: { stage: "screen", benchmarks: 31, processes: 6, isFurther: false },
  done: 45,
  total: 186,
  remainingMs: 23_400,
  benchmark: "execution/compute_heavy/fib_20",
  isFailed: false,
  timeNs: 22_900,
};

describe("a stage", () => {
  it.each([
    ["screen", false, 6, "measuring 3 benchmarks in 6 fresh processes"],
    ["screen", true, 2, "measuring 3 benchmarks in 2 further processes"],
    ["confirm", false, 4, "confirming 3 benchmarks in 4 fresh processes"],
    ["confirm", true, 4, "confirming 3 benchmarks in 4 further processes"],
    ["extend", false, 8, "deciding 3 benchmarks in 8 further processes"],
    ["target", false, 1, "measuring 3 benchmarks for targets in 1 fresh process"],
  ] as const)("says what %s does, further: %s, in %i", (stage, isFurther, processes, words) => {
    expect(stageSentence({ stage, benchmarks: 3, processes, isFurther })).toBe(words);
  });
});

describe("the progress line", () => {
  it("names stage, counts, time left, benchmark and its first impression", () => {
    expect(renderProgressLine(FACTS, 120)).toBe(
      "measuring 31 benchmarks: 45 of 186 · about 25 s left · execution/compute_heavy/fib_20 22.9 µs",
    );
  });

  it.each([
    [79, "measuring 31 benchmarks: 45 of 186 · about 25 s left · fib_20 22.9 µs"],
    [60, "measuring 31 benchmarks: 45 of 186 · about 25 s left"],
    [40, "measuring 31 benchmarks: 45 of 186"],
    [20, "45 of 186"],
  ])("at %i columns leaves out whole parts and cuts no word", (width, line) => {
    expect(renderProgressLine(FACTS, width)).toBe(line);
  });

  it("says that the benchmark failed", () => {
    expect(renderProgressLine({ ...FACTS, isFailed: true, timeNs: null }, 120)).toContain(
      "execution/compute_heavy/fib_20 failed",
    );
  });

  it.each([
    ["wide", "execution/画像処理のぼかし二百五十六/フィルター"],
    ["emoji", `execution/${"🚀👩‍👩‍👧".repeat(20)}`],
    ["long", `execution/${"x".repeat(120)}/component`],
    ["right to left", "execution/שלום_עולם/رسم"],
  ])("stays within the width for a %s name", (_, benchmark) => {
    for (const width of [40, 60, 79, 119]) {
      const line = renderProgressLine({ ...FACTS, benchmark }, width);
      expect(stringWidth(line)).toBeLessThanOrEqual(width);
      expect(line).toContain("45 of 186");
    }
  });

  it("cannot be forged by a name", () => {
    const line = renderProgressLine({ ...FACTS, benchmark: "a\n::error::b" }, 120);
    expect(line).not.toContain("\n");
    expect(line).toContain("a : :error::b");
  });

  it.each([
    [800, "5 s"],
    [25_000, "25 s"],
    [25_001, "30 s"],
    [57_000, "1 min"],
    [61_000, "1 min 30 s"],
    [130_000, "2 min 30 s"],
    [601_000, "11 min"],
  ])("tells %i ms left as about %s", (remainingMs, words) => {
    expect(renderProgressLine({ ...FACTS, remainingMs }, 120)).toContain(`· about ${words} left ·`);
  });
});

describe("the time left", () => {
  const costs = new Map([
    ["short", { sum: 2, count: 2 }],
    ["long", { sum: 20, count: 2 }],
  ]);

  it("is unknown before a tenth of the visits are over", () => {
    const open = new Map([["short", 19]]);
    const work = { elapsedMs: 1000, total: 20, costs: new Map([["short", { sum: 1, count: 1 }]]) };
    expect(estimateRemaining({ ...work, done: 1, open })).toBeNull();
    // 2 s for 1 unit of work, 18 to come.
    expect(
      estimateRemaining({ ...work, elapsedMs: 2000, done: 2, open: new Map([["short", 18]]) }),
    ).toBe(36_000);
  });

  it("follows what is to come, not how many visits it is", () => {
    const work = { elapsedMs: 2200, done: 4, total: 8, costs };
    // 22 units took 2.2 s: 4 short ones take 0.4 s, 4 long ones 4 s.
    expect(estimateRemaining({ ...work, open: new Map([["short", 4]]) })).toBeCloseTo(400, 6);
    expect(estimateRemaining({ ...work, open: new Map([["long", 4]]) })).toBeCloseTo(4000, 6);
  });

  it("takes one that was not visited yet for a usual one", () => {
    // The mean of 1 and 10 is 5.5 units, 0.1 s each.
    const open = new Map([["unknown", 2]]);
    expect(estimateRemaining({ elapsedMs: 2200, done: 4, total: 6, costs, open })).toBeCloseTo(
      1100,
      6,
    );
  });

  it("is nothing when nothing is to come", () => {
    const open = new Map([["long", 0]]);
    expect(estimateRemaining({ elapsedMs: 2200, done: 4, total: 4, costs, open })).toBe(0);
  });
});
