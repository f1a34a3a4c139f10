import { describe, expect, test } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import { mergeResults } from "../../src/job/merge.ts";
import type { BaselineInfo, Measurements, ResultDocument } from "../../src/model/result.ts";
import type { Policies } from "../../src/model/stored-policy.ts";
import {
  benchmark,
  facts,
  LEARNED,
  measurements,
  POLICY,
  pairedVisits,
  result,
} from "../gate/fabricate.ts";
import { STORED } from "../gate/policy-changes/sample-policy.ts";

const CALM = [0.001, -0.002, 0.002, 0];

function part(id: string, more: Partial<Measurements> = {}): ResultDocument {
  const calm = result(pairedVisits(CALM), { noise: LEARNED }, id);
  const all = measurements([calm], more);
  return { ...all, judgement: judge(all) };
}

function baseline(key: string): BaselineInfo {
  const { environment, createdAt } = measurements([]);
  return { source: "cache", key, sha: "00", createdAt, environment, fingerprintMatches: true };
}

const codes = ({ warnings }: ResultDocument): string[] => warnings.map(({ code }) => code);

describe("joined shards", () => {
  test("are one run with the benchmarks of all", () => {
    const joined = mergeResults([part("execution/a"), part("execution/b")]);
    expect(joined.benchmarks.map((one) => one.benchmark.id)).toEqual([
      "execution/a",
      "execution/b",
    ]);
    expect(joined).toMatchObject({ noBaseline: null, judgement: { verdict: "pass" } });
    expect(codes(joined)).toEqual([]);
  });

  test.each([[[null, "evicted"]], [["evicted", null]]])(
    "have no baseline when one part has none (%j)",
    (misses) => {
      const policy = { ...POLICY, failOn: ["no-baseline" as const] };
      const joined = mergeResults(
        misses.map((noBaseline, index) => part(`execution/${index}`, { noBaseline, policy })),
      );
      expect(joined.noBaseline).toMatch(/^part [12] of 2: evicted$/);
      expect(joined.judgement.verdict).toBe("fail");
    },
  );

  test("say that they were timed by different clocks", () => {
    const { environment } = measurements([]);
    const joined = mergeResults([
      part("execution/a", { environment: { ...environment, clock: "cpu" } }),
      part("execution/b", { environment }),
    ]);
    expect(codes(joined)).toEqual(["different-clocks"]);
  });

  test("tell how busy all their runners were, and nothing where none did", () => {
    const same = { lowest: 0.9, median: 0.95, highest: 1 };
    const runner = { blocks: 100, interrupted: 0.3, cpuShare: same, switches: same };
    const joined = mergeResults([
      part("execution/a", { runner }),
      part("execution/b", { runner: { ...runner, blocks: 300, interrupted: 0.1 } }),
    ]);
    // 30 of 100 and 30 of 300
    expect(joined.runner).toEqual({ ...runner, blocks: 400, interrupted: 0.15 });
    const silent = mergeResults([part("execution/a"), part("execution/b")]);
    expect(silent).not.toHaveProperty("runner");
  });

  test("have one policy, and the base's where one part found it", () => {
    const policies: Policies = { judgedBy: "candidate", candidate: STORED, base: null };
    const known: Policies = { ...policies, base: { ...STORED, confirm: "fresh-runner" } };
    const info = { baseline: baseline("one") };
    const joined = mergeResults([
      part("execution/a", { ...info, policies }),
      part("execution/b", { ...info, policies: known }),
    ]);
    expect(joined.policies).toEqual(known);
    expect(joined.judgement.policyChanges?.other.map(({ what }) => what)).toEqual(["confirm"]);
    const other = { ...policies, candidate: { ...STORED, confirm: "fresh-runner" as const } };
    const parts = [part("execution/a", { policies }), part("execution/b", { policies: other })];
    expect(() => mergeResults(parts)).toThrow("differ in commit, run, policy or sampling");
  });

  test("say that they were compared with different baselines", () => {
    const joined = mergeResults([
      part("execution/a", { baseline: baseline("one") }),
      part("execution/b", { baseline: baseline("two") }),
    ]);
    expect(codes(joined)).toEqual(["different-baselines"]);
    expect(joined.warnings[0]?.message).toContain("one, two");
  });

  test("say that they measured different builds", () => {
    const joined = mergeResults([
      part("execution/a", { components: [facts("fib", 10)] }),
      part("execution/b", { components: [{ ...facts("fib", 10), sha256: "11" }] }),
    ]);
    expect(codes(joined)).toEqual(["different-modules"]);
    expect(joined.warnings[0]?.message).toContain("fib");
  });

  test("miss what any part misses, once", () => {
    const missing = {
      ...result([], { pairing: "missing" }),
      benchmark: benchmark("execution/gone"),
    };
    const withMissing = (id: string): ResultDocument => {
      const one = part(id);
      return { ...one, benchmarks: [...one.benchmarks, missing] };
    };
    const ids = (parts: ResultDocument[]): string[] =>
      mergeResults(parts).benchmarks.map((one) => one.benchmark.id);
    expect(ids([part("execution/a"), withMissing("execution/b")])).toEqual([
      "execution/a",
      "execution/b",
      "execution/gone",
    ]);
    expect(ids([withMissing("execution/a"), withMissing("execution/b")])).toHaveLength(3);
  });

  test("fail when no part measured anything, and keep that a store could not be asked", () => {
    const empty = measurements([], { policy: { ...POLICY, failOn: [] }, storeFault: "no answer" });
    const joined = mergeResults([1, 2].map(() => ({ ...empty, judgement: judge(empty) })));
    expect(joined.storeFault).toBe("no answer");
    expect(joined.judgement).toMatchObject({
      verdict: "fail",
      reasons: [expect.stringMatching(/^nothing was measured: the list of benchmarks is empty/)],
    });
    expect(mergeResults([part("execution/a")])).not.toHaveProperty("storeFault");
  });

  test("are refused when they are not of one run, share a benchmark, or there is none", () => {
    const other = { ...part("execution/b"), run: { ...part("execution/b").run, sha: "11" } };
    expect(() => mergeResults([part("execution/a"), other])).toThrow("differ in commit");
    expect(() => mergeResults([part("execution/a"), part("execution/a")])).toThrow(
      "more than one part",
    );
    expect(() => mergeResults([])).toThrow("no part");
  });
});
