import { describe, expect, it } from "vitest";
import { parseResult, serializeResult } from "../../src/config/result-document.ts";
import { thresholdsOf } from "../../src/config/thresholds.ts";
import { type ImportedRun, resultOfImported } from "../../src/job/imported-result.ts";
import type { Imported, ImportFormat } from "../../src/model/imported.ts";
import type { ResultDocument } from "../../src/model/result.ts";
import { measurements, POLICY, target } from "../gate/fabricate.ts";

/** Two percent up and down, in turns. */
const WOBBLE = [0.98, 1.02, 1, 0.99, 1.01, 1.02, 0.98, 1, 1.01, 0.99];

function imported(id: string, samples: readonly number[], part: Partial<Imported> = {}): Imported {
  const source = { format: "hyperfine" as ImportFormat, path: "out.json", sample: "one run" };
  return { id, unit: "ns", samples, source, ...part };
}

function times(id: string, level: number): Imported {
  return imported(
    id,
    WOBBLE.map((wobble) => level * wobble),
  );
}

function judged(
  candidate: readonly Imported[],
  baseline: readonly Imported[] | null = null,
  part: Partial<ImportedRun> = {},
): ResultDocument {
  const { run, sampling } = measurements([]);
  return resultOfImported({
    noBaseline: null,
    format: "hyperfine",
    candidate,
    baseline,
    label: "before.json",
    hash: () => "0".repeat(64),
    policy: {
      ...POLICY,
      thresholds: thresholdsOf({ regression: 0.2 }),
      failOn: ["target", "error"],
    },
    sampling,
    run,
    tool: "1.0.0",
    createdAt: "2026-11-23T00:00:00Z",
    ...part,
  });
}

function verdicts({ judgement }: ResultDocument): Record<string, string> {
  return Object.fromEntries(judgement.benchmarks.map(({ id, verdict }) => [id, verdict]));
}

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

  it("does not compare a benchmark whose unit changed", () => {
    const bytes = imported("a", [5], { unit: "bytes" });
    const { judgement } = judged([times("a", 1e6)], [bytes]);
    expect(judgement.benchmarks).toMatchObject([
      { verdict: "new", notCompared: "its unit changed from bytes to ns" },
    ]);
    expect(judgement.verdict).toBe("warn");
    const policy = { ...POLICY, failOn: ["not-compared"] as const };
    expect(judged([times("a", 1e6)], [bytes], { policy }).judgement.verdict).toBe("fail");
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

it("an imported result is stored and read back as any other", () => {
  const result = judged([times("a", 1e6)], [times("a", 1e6)]);
  const text = serializeResult(result);
  expect(serializeResult(parseResult(text, "result.json"))).toBe(text);
});
