import { describe, expect, test } from "vitest";
import { isOpenRegression, judgeBenchmark } from "../../src/gate/judge-benchmark.ts";
import { NOT_CARRIED } from "../../src/gate/plan.ts";
import { noiseContextOf } from "../../src/gate/planner.ts";
import type { Policy } from "../../src/model/policy.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import type { ExactValue } from "../../src/model/sample.ts";
import type { BenchmarkJudgement } from "../../src/model/verdict.ts";
import {
  benchmark,
  failedVisit,
  failure,
  LEARNED,
  POLICY,
  pairedVisits,
  result,
  series,
  visit,
} from "./fabricate.ts";
import { exact } from "./judge-one.ts";

function judged(one: BenchmarkResult, policy: Partial<Policy> = {}): BenchmarkJudgement {
  const context = noiseContextOf([one], { ...POLICY, ...policy });
  return judgeBenchmark(one, context, { baseline: null, candidate: null });
}

const codes = (one: BenchmarkResult): string[] => judged(one).warnings.map(({ code }) => code);

/** Four processes of the given ratio, with noise that is known. */
function paired(ratio: number, part: Partial<BenchmarkResult> = {}): BenchmarkResult {
  return result(pairedVisits([ratio, ratio, ratio, ratio]), { noise: LEARNED, ...part });
}

const alone = [visit(0, [series("time", "candidate", [9])])];
const unsupported = { benchmark: benchmark("execution/a", { unsupported: "no JSPI" }) };
const shared = { ...failedVisit(9, null), failure: { ...failure(null), alike: true as const } };

describe("the worst of a benchmark's metrics", () => {
  const more = [exact("fuel", 100, 200)];
  const less = [exact("fuel", 200, 100)];
  const same = [exact("fuel", 100, 100)];

  test.each([
    ["a regression before what is open", paired(0.1, { exact: more }), "regression"],
    ["a regression before an improvement", paired(-0.2, { exact: more }), "regression"],
    ["what is open before an improvement", paired(0.1, { exact: less }), "inconclusive"],
    ["an improvement before no change", paired(0, { exact: less }), "improvement"],
    ["no change where nothing moved", paired(0, { exact: same }), "unchanged"],
  ])("is its verdict: %s", (_title, one, verdict) => {
    expect(judged(one).verdict).toBe(verdict);
  });

  test("leaves it open without its primary metric, unless another regressed", () => {
    const without = (exacts: readonly ExactValue[]): BenchmarkResult =>
      result([visit(0, [])], { exact: exacts });
    expect(judged(without(less)).verdict).toBe("inconclusive");
    expect(judged(without(same)).verdict).toBe("inconclusive");
    expect(judged(without(more)).verdict).toBe("regression");
  });

  test("decides alone where the primary metric is exact", () => {
    const counted = { benchmark: benchmark("execution/a", { primary: "fuel" }), exact: same };
    expect(judged(result([visit(0, [])], counted)).verdict).toBe("unchanged");
  });

  test("leaves it open where the base failed, or both sides did", () => {
    const calm = pairedVisits([0, 0, 0, 0]);
    const part = { noise: LEARNED, exact: less };
    expect(judged(result(calm, part)).verdict).toBe("improvement");
    expect(judged(result([...calm, failedVisit(9, "baseline")], part)).verdict).toBe(
      "inconclusive",
    );
    expect(judged(result([...calm, shared], part)).verdict).toBe("inconclusive");
    const worse = { ...part, exact: more };
    expect(judged(result([...calm, failedVisit(9, "baseline")], worse)).verdict).toBe("regression");
  });

  test("has the tier of its largest regression, growth from nothing the largest of all", () => {
    const tierOf = (...exacts: readonly ExactValue[]): string | null =>
      judged(paired(0, { exact: exacts })).tier;
    expect(tierOf(exact("fuel", 100, 105))).toBe("investigate");
    expect(tierOf(exact("fuel", 100, 105), exact("size_raw", 1e5, 1.3e5))).toBe("must-fix");
    expect(tierOf(exact("fuel", 100, 105), exact("pages", 0, 1))).toBe("must-fix");
    expect(tierOf(exact("fuel", 100, 100))).toBeNull();
  });

  test("has no tier where the regression does not count: it failed as well", () => {
    const failed = result([failedVisit(0, "candidate")], { exact: more });
    expect(judged(failed)).toMatchObject({ verdict: "failed", tier: null, accepted: null });
  });
});

describe("a benchmark that needs no data", () => {
  test("is missing before unsupported, and unsupported before failed", () => {
    const visits = [failedVisit(0, "candidate")];
    expect(judged(result(visits, { pairing: "missing", ...unsupported })).verdict).toBe("missing");
    expect(judged(result(visits, unsupported)).verdict).toBe("unsupported");
    expect(judged(result(visits)).verdict).toBe("failed");
  });

  test("is identical by its bytes, but open under a new definition until it ran", () => {
    const redefined = { pairing: "identical", definitionChange: "redefined" } as const;
    expect(judged(result([], { pairing: "identical" })).verdict).toBe("identical");
    expect(judged(result([], redefined)).verdict).toBe("inconclusive");
    expect(judged(result(alone, redefined)).verdict).toBe("identical");
    expect(judged(result(alone, { ...redefined, definitionChange: "added" })).verdict).toBe(
      "identical",
    );
  });

  test("that is gone is let go by the policy, which lets nothing else go", () => {
    const removals = [{ benchmark: "execution/**", until: null, reason: "moved" }];
    const gone = judged(result([], { pairing: "missing" }), { removals });
    expect(gone.removal).toEqual({ reason: "moved", until: null });
    expect(judged(paired(0), { removals })).not.toHaveProperty("removal");
    expect(judged(result([], { pairing: "missing" }))).not.toHaveProperty("removal");
  });
});

describe("why a benchmark was not compared", () => {
  test("is what was known beforehand, whatever came after", () => {
    const obstacle = "it lacks the export";
    const known = result(alone, { pairing: "new", obstacle });
    expect(judged(known).notCompared).toBe(obstacle);
    expect(judged(known).warnings).toEqual([]);
    const broken = result([...alone, failedVisit(1, "baseline")], { obstacle });
    expect(judged(broken)).toMatchObject({
      notCompared: obstacle,
      warnings: [{ code: "baseline-failed", message: `${obstacle}: nothing to compare with` }],
    });
  });

  test("is said of a new one only where the baseline does not carry its module", () => {
    const fresh = result(alone, { pairing: "new", pairingReason: "the base has none" });
    expect(judged(fresh)).not.toHaveProperty("notCompared");
    expect(judged({ ...fresh, pairingReason: NOT_CARRIED }).notCompared).toBe(NOT_CARRIED);
  });

  test("is not said of what failed or cannot run", () => {
    const obstacle = "it lacks the export";
    const failed = result([failedVisit(0, "candidate")], { obstacle });
    expect(judged(failed)).not.toHaveProperty("notCompared");
    expect(judged(result([], { obstacle, ...unsupported }))).not.toHaveProperty("notCompared");
    expect(judged(paired(0))).not.toHaveProperty("notCompared");
  });
});

describe("the failure that is shown", () => {
  const ofBase = failedVisit(1, "baseline");

  test("is the base's of a compared benchmark, and none of a new one", () => {
    expect(judged(result([...alone, ofBase])).failure).toEqual(failure("baseline"));
    expect(judged(result([...alone, ofBase], { pairing: "new" })).failure).toBeNull();
    expect(judged(result([...alone, ofBase], { definitionChange: "added" })).failure).toBeNull();
    expect(judged(paired(0)).failure).toBeNull();
  });

  test("is what both sides share before the base's own, and the candidate's before both", () => {
    expect(judged(result([ofBase, shared])).failure).toEqual(shared.failure);
    const all = result([ofBase, shared, failedVisit(2, "candidate")]);
    expect(judged(all).failure).toEqual(failure("candidate"));
  });
});

describe("what a reader is warned of", () => {
  test.each([
    ["paired", {}, ["not-measured"]],
    ["new", { pairing: "new" }, ["not-measured"]],
    ["missing", { pairing: "missing" }, []],
    ["identical", { pairing: "identical" }, []],
    [
      "identical under a new definition",
      { pairing: "identical", definitionChange: "redefined" },
      ["not-measured"],
    ],
    ["unsupported", unsupported, []],
    ["missing, and unsupported now", { pairing: "missing", ...unsupported }, ["no-longer-runs"]],
  ] as const)("of one that never ran and is %s", (_title, part, expected) => {
    expect(codes(result([], part))).toEqual(expected);
  });

  test("is nothing where it ran", () => {
    expect(codes(paired(0))).toEqual([]);
    expect(codes(result(alone, { pairing: "new" }))).toEqual([]);
  });

  test("of one that no longer runs is why", () => {
    const gone = { pairing: "missing", pairingReason: "its export is gone", ...unsupported };
    expect(judged(result([], gone as Partial<BenchmarkResult>)).warnings).toEqual([
      { code: "no-longer-runs", message: "its export is gone" },
    ]);
  });

  test("is contaminated where the kernel disagreed in one of its metrics", () => {
    const part = { noise: LEARNED, exact: [exact("fuel", 1, 1)] };
    const disturbed = pairedVisits([0, 0, 0, 0], "screen", { kernel: 0.05 });
    expect(judged(result(disturbed, part)).contaminated).toBe(true);
    expect(judged(result(pairedVisits([0, 0, 0, 0]), part)).contaminated).toBe(false);
  });

  test("is the first process's word, and how many say other figures; none that say the same", () => {
    const telling = (process: number, message: string): BenchmarkResult["visits"][number] => ({
      ...visit(process, []),
      warnings: [{ code: "fewer-rounds", message }],
    });
    const calm = pairedVisits([0, 0, 0, 0]);
    const told = (...messages: readonly string[]): string[] =>
      judged(
        result([...calm, ...messages.map((message, at) => telling(5 + at, message))], {
          noise: LEARNED,
        }),
      ).warnings.map(({ message }) => message);
    expect(told("9 of 20", "9 of 20")).toEqual(["9 of 20"]);
    expect(told("9 of 20", "8 of 20")).toEqual(["9 of 20 (in 1 more process with other figures)"]);
    expect(told("9 of 20", "9 of 20", "8 of 20")).toEqual([
      "9 of 20 (in 2 more processes with other figures)",
    ]);
  });
});

describe("a regression that counts", () => {
  const slow = result(pairedVisits(Array(8).fill(0.12), "confirm"), { noise: LEARNED });
  const accept = (limit: number): Pick<Policy, "accept"> => ({
    accept: [
      { benchmark: "execution/**", metric: "time", until: "2027-01-31", limit, reason: "checks" },
    ],
  });

  test("is one that nobody accepted", () => {
    expect(isOpenRegression(judged(slow))).toBe(true);
    expect(isOpenRegression(judged(slow, accept(0.2)))).toBe(false);
    expect(isOpenRegression(judged(slow, accept(0.1)))).toBe(true);
    expect(isOpenRegression(judged(paired(0)))).toBe(false);
  });

  test("is accepted only with every metric that regressed", () => {
    const both = { ...slow, exact: [exact("fuel", 100, 110)] };
    expect(judged(both, accept(0.2))).toMatchObject({ verdict: "regression", accepted: null });
    expect(judged(slow, accept(0.2)).accepted).toMatchObject({ reason: "checks", limit: 0.2 });
  });

  test("is accepted whatever else improved, or grew and is shown only", () => {
    const exacts = [exact("fuel", 200, 100), exact("size_gzip", 100, 900)];
    expect(judged({ ...slow, exact: exacts }, accept(0.2)).accepted).not.toBeNull();
  });
});
