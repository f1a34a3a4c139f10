import { describe, expect, it } from "vitest";
import { parseResult, serializeResult } from "../../src/config/result-document.ts";
import type { ImportedRun } from "../../src/job/imported-result.ts";
import type { Imported } from "../../src/model/imported.ts";
import type { ResultDocument } from "../../src/model/result.ts";
import { thrownBy } from "../config/thrown.ts";
import { POLICY, target } from "../gate/fabricate.ts";
import { allocated, count, imported, judged, score, times, verdicts } from "./imported-run.ts";

describe("an imported comparison", () => {
  it("tells slower, faster, unchanged, new and missing benchmarks apart", () => {
    const before = [times("slow", 1e6), times("fast", 1e6), times("same", 1e6), times("gone", 1)];
    const now = [times("slow", 1.5e6), times("fast", 0.5e6), times("same", 1e6), times("added", 1)];
    expect(verdicts(judged(now, before))).toEqual({
      slow: "regression",
      fast: "improvement",
      same: "unchanged",
      added: "new",
      gone: "missing",
    });
  });

  it("warns of a regression and fails of it only when the policy names regressions", () => {
    const sides = [[times("slow", 1.5e6)], [times("slow", 1e6)]] as const;
    expect(judged(...sides).judgement.verdict).toBe("warn");
    const strict = { ...judged([]).policy, failOn: ["regression"] as const };
    expect(judged(...sides, { policy: strict }).judgement.verdict).toBe("fail");
    const exact = { ...judged([]).policy, failOn: ["exact"] as const };
    expect(judged(...sides, { policy: exact }).judgement.verdict).toBe("warn");
  });

  it("prints an interval as wide as unchanged code differs between runs, however quiet the samples", () => {
    const [same] = judged([times("same", 1e6)], [times("same", 1e6)]).judgement.benchmarks;
    expect(same?.metrics[0]?.change?.low).toBeLessThan(-0.1);
    expect(same?.metrics[0]?.change?.high).toBeGreaterThan(0.1);
  });

  it("is open where the change is no larger than what runs differ by", () => {
    expect(verdicts(judged([times("a", 1.1e6)], [times("a", 1e6)]))).toEqual({ a: "inconclusive" });
  });

  it("compares sizes exactly", () => {
    const size = (value: number): Imported => imported("module", [value], { unit: "bytes" });
    const larger = judged([size(110_000)], [size(100_000)]).judgement.benchmarks[0];
    expect(larger?.verdict).toBe("regression");
    expect(larger?.warnings).toEqual([]);
    expect(verdicts(judged([size(100_000)], [size(100_000)]))).toEqual({ module: "unchanged" });
  });

  it("refuses a benchmark that became another kind of thing, and names both", () => {
    const bytes = imported("a", [5], { unit: "bytes", written: "KB" });
    expect(thrownBy(() => judged([times("a", 1e6)], [bytes]))).toEqual({
      code: "import",
      message:
        'benchmark "a" was a size (unit "KB" in out.json) and is a time (unit "s" in out.json): its unit changed its kind',
    });
  });

  it.each([
    [count("a", [5], "allocs/op"), count("a", [5], "instructions"), "was a count of instructions"],
    [count("a", [5], "points"), score("a", 5), "was a score, of which more is better"],
    [imported("a", [5], { unit: "ratio", written: "%" }), count("a", [5], "hits"), "is a share"],
  ])("refuses counts of different things (case %#)", (now, before, words) => {
    expect(thrownBy(() => judged([now], [before])).message).toContain(words);
  });

  it.each([
    [count("a", [5], "allocs/op"), count("a", [5], "allocations")],
    [count("a", [5], "Cache-Misses"), count("a", [5], "cache-misses/op")],
    [imported("a", [5], { unit: "bytes", written: "B" }), allocated("a", [5])],
  ])("compares other spellings of one thing (case %#)", (now, before) => {
    expect(verdicts(judged([now], [before]))).toEqual({ a: "unchanged" });
  });
});

describe("a target on imported results", () => {
  const limited = (max: number): Partial<ImportedRun> => ({
    policy: { ...POLICY, failOn: ["target"], targets: [target("codec/**", max)] },
  });

  it("is met or missed, and a missed one fails", () => {
    const met = judged([times("codec/in", 1e6)], null, limited(2e6)).judgement;
    expect([met.verdict, met.targetCounts.met]).toEqual(["pass", 1]);
    const missed = judged([times("codec/in", 1e6)], null, limited(0.5e6)).judgement;
    expect([missed.verdict, missed.targetCounts.missed]).toEqual(["fail", 1]);
  });

  it("is never decided by a single time", () => {
    const { judgement, warnings } = judged([imported("codec/in", [1e6])], null, limited(2e6));
    expect(judgement.targetCounts).toEqual({ met: 0, missed: 0, inconclusive: 1 });
    expect(warnings.map(({ code }) => code)).toEqual(["single-value"]);
  });
});

describe("the processes of imported samples", () => {
  const visitValues = (one: Imported): readonly (readonly number[])[] =>
    judged([one]).benchmarks[0]?.visits.map(({ series }) => series[0]?.values ?? []) ?? [];

  it("are the tool's own where it numbers them", () => {
    const counted = imported("a", [1, 2, 3, 4], { unit: "count", processes: [7, 8, 7, 8] });
    expect(visitValues(counted)).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it("are the runs of a command", () => {
    expect(visitValues(imported("a", [1, 2, 3]))).toEqual([[1], [2], [3]]);
  });

  it("are ten batches of a tool's only process, nothing left out", () => {
    const source = { format: "criterion", path: "sample.json", sample: "" } as const;
    const samples = Array.from({ length: 103 }, (_, index) => index + 1);
    const batches = visitValues(imported("a", samples, { source }));
    expect(batches.map(({ length }) => length)).toEqual([...Array(9).fill(10), 13]);
    expect(batches.flat()).toEqual(samples);
  });
});

describe("warnings of an import", () => {
  const codes = ({ warnings }: ResultDocument): string[] => warnings.map(({ code }) => code);

  it("name the noise between runs only where a time is compared", () => {
    expect(codes(judged([times("a", 1)], [times("a", 1)]))).toEqual(["imported-comparison"]);
    expect(codes(judged([count("a", [1], "x")], [count("a", [1], "x")]))).toEqual([]);
    const wobbling = [count("a", [1, 2, 1, 2, 1], "x")];
    expect(codes(judged(wobbling, wobbling))).toEqual(["unsteady-counts"]);
  });

  it("name a tool that measures in one process", () => {
    const source = { format: "go" as const, path: "out.txt", sample: "" };
    const [warning] = judged([imported("a", [1, 2], { source })]).warnings;
    expect(warning?.message).toContain("the repeats of -count stand for processes");
  });

  it("name the first values that are not judged, and those that reading the files told", () => {
    const aside = ["BM_A x", "BM_A y", "BM_A z", "BM_A w"];
    const told = { code: "stale-results", message: "old" };
    const result = judged([imported("a", [1, 2], { aside })], null, { warnings: [told] });
    expect(codes(result)).toEqual(["stale-results", "not-imported"]);
    expect(result.warnings[1]?.message).toContain(
      "4 values of the files not judged: BM_A x, BM_A y, BM_A z and 1 more",
    );
  });
});

it("an imported result is stored and read back as any other", () => {
  const result = judged([times("a", 1e6)], [times("a", 1e6)]);
  const text = serializeResult(result);
  expect(serializeResult(parseResult(text, "result.json"))).toBe(text);
});
