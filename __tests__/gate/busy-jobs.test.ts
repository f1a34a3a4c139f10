import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { parseResult } from "../../src/config/result-document.ts";
import { judge } from "../../src/gate/judge.ts";
import type { Judgement } from "../../src/model/verdict.ts";

/** A job with equal code on both sides, recorded beside four bursty neighbours. */
function judgeRecorded(name: string): Judgement {
  const file = new URL(`../../evaluation/jobs/${name}.json.br`, import.meta.url);
  const { judgement: _, ...measurements } = parseResult(
    brotliDecompressSync(readFileSync(file)).toString(),
    name,
  );
  return judge(measurements);
}

describe("equal code on a machine with four bursty neighbours", () => {
  test.each(["busy-00", "busy-01"])(
    "%s has no regression and no improvement, and says what it could not judge",
    (name) => {
      const { verdict, counts, reasons, benchmarks } = judgeRecorded(name);
      expect(verdict).toBe("warn");
      expect(counts).toMatchObject({ regression: 0, improvement: 0 });
      expect(counts.unchanged).toBeGreaterThanOrEqual(20);
      expect(counts.inconclusive).toBeGreaterThan(0);
      expect(reasons[0]).toContain("inconclusive");
      const noisy = benchmarks.filter(({ metrics }) => metrics[0]?.cause === "too-noisy");
      expect(noisy.map((one) => one.verdict)).toEqual(noisy.map(() => "inconclusive"));
      expect(noisy.length).toBeGreaterThan(0);
    },
  );
});
