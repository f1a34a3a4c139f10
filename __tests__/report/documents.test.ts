import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Unit } from "../../src/model/metric.ts";
import type { ResultDocument } from "../../src/model/result.ts";
import { limitOf } from "../../src/model/target.ts";
import type { Estimate } from "../../src/model/verdict.ts";
import { renderBaselineDocuments } from "../../src/report/documents/baseline-documents.ts";
import { updateBenchmarkingGuide } from "../../src/report/documents/guide.ts";
import { formatCount } from "../../src/wording/number.ts";
import { formatPercent } from "../../src/wording/percent.ts";
import { formatBytes, formatValue } from "../../src/wording/value.ts";
import { hostileResult } from "./sample-extremes.ts";
import { STATES } from "./sample-states.ts";

const GUIDE = readFileSync(new URL("../../BENCHMARKING.md", import.meta.url), "utf8");
const GOLDEN = "../../fixtures/reports";

function stateOf(name: string): ResultDocument {
  return (STATES[name] ?? hostileResult)();
}

function estimateNumbers(estimate: Estimate | null, unit: Unit): readonly string[] {
  if (estimate === null) return [];
  const values = [estimate.center, estimate.low, estimate.high].map((value) =>
    formatValue(value, unit),
  );
  return [
    ...values,
    formatPercent(estimate.spread),
    formatCount(estimate.samples),
    formatCount(estimate.processes),
  ];
}

/** Every number of a result as the documents may write it. */
function writtenNumbers(result: ResultDocument): ReadonlySet<string> {
  const metrics = result.judgement.benchmarks.flatMap((benchmark) => benchmark.metrics);
  const texts = [
    ...metrics.flatMap(({ unit, candidate }) => estimateNumbers(candidate, unit)),
    ...metrics.flatMap(({ unit, baseline }) => estimateNumbers(baseline, unit)),
    ...result.judgement.targets.flatMap(({ target, estimate }) =>
      estimateNumbers(estimate, target.unit),
    ),
    ...result.judgement.targets.map(({ target }) =>
      formatValue(limitOf(target).value, target.unit),
    ),
    ...result.judgement.targets.map(({ distance }) => formatPercent(Math.abs(distance ?? 0))),
    ...result.components.flatMap((facts) =>
      [facts.sizeBytes, facts.gzipBytes, facts.brotliBytes].map(formatBytes),
    ),
    ...result.components.flatMap((facts) =>
      [facts.functions, facts.imports, facts.exports].map(formatCount),
    ),
    formatBytes(result.environment.totalMemoryBytes),
  ];
  return new Set(texts.flatMap((text) => text.match(/[\d,.]+/g) ?? []));
}

/** The document's own words, names and environment: what is left must be measured. */
function foreignNumbers(text: string, result: ResultDocument): readonly string[] {
  const empty = {
    ...result,
    benchmarks: [],
    components: [],
    judgement: { ...result.judgement, benchmarks: [], targets: [] },
  };
  const own = numbersIn([...renderBaselineDocuments(empty).values()].join("\n"));
  const counts = Object.values(result.judgement.counts).concat(
    Object.values(result.judgement.targetCounts),
    result.judgement.targets.length,
  );
  const known = new Set([...writtenNumbers(result), ...own, ...counts.map(String)]);
  const plain = text.replace(/<code>.*?<\/code>|ADR-WASM-\d+|\bV8\b/g, "");
  return numbersIn(plain).filter((number) => !known.has(number));
}

function numbersIn(text: string): string[] {
  return (text.match(/\d[\d,.]*/g) ?? []).map((number) => number.replace(/[.,]$/, ""));
}

describe.each(["no-comparison", "missed-target", "failure", "regression"])(
  "documents of state %s",
  (name) => {
    const documents = renderBaselineDocuments(stateOf(name));

    it("are the five the plan names, byte-identical for the same result", () => {
      expect([...documents.keys()]).toEqual([
        "instantiation_baseline.md",
        "execution_baseline.md",
        "memory_baseline.md",
        "crash_handling_baseline.md",
        "production_readiness.md",
      ]);
      expect([...renderBaselineDocuments(stateOf(name))]).toEqual([...documents]);
    });

    it("hold no number that is not in the result", () => {
      for (const text of documents.values())
        expect(foreignNumbers(text, stateOf(name))).toEqual([]);
      expect(foreignNumbers("| 31.337 ms |", stateOf(name))).toEqual(["31.337"]);
    });

    it("read as the golden texts", async () => {
      for (const [file, text] of documents) {
        await expect(text).toMatchFileSnapshot(`${GOLDEN}/documents-${name}/${file}`);
      }
    });
  },
);

describe("readiness", () => {
  const readiness = (name: string) =>
    renderBaselineDocuments(stateOf(name)).get("production_readiness.md") ?? "";

  it("names the gap and its scenario when a target is missed", () => {
    const text = readiness("missed-target");
    expect(text).toContain("**Not ready**: 5 of 6 targets met, 1 missed.");
    expect(text).toMatch(/### Scenario B: [^\n]+\n\n\*\*Applies\*\*: Execution overhead missed/);
    expect(text).toMatch(/### Scenario A: [^\n]+\n\n\*\*Does not apply\*\*/);
  });

  it("is not ready when a benchmark failed although every target is met", () => {
    expect(readiness("failure")).toContain(
      "**Not ready**: 6 of 6 targets met, 0 missed, 2 benchmarks failed.",
    );
  });

  it("is ready when all targets are met and nothing failed", () => {
    expect(readiness("no-comparison")).toContain(
      "**Ready on V8**: 6 of 6 targets met, no benchmark failed.",
    );
  });
});

describe("guide", () => {
  it("gets its tables from the result and keeps every other line", () => {
    const updated = updateBenchmarkingGuide(GUIDE, stateOf("no-comparison"));
    const outside = (text: string) =>
      text.replace(/(<!-- results:begin (\w+) -->)[\s\S]*?(?=<!-- results:end \2 -->)/g, "$1");
    expect(outside(updated)).toBe(outside(GUIDE));
    expect(updated).toContain("| <code>execution/compute_heavy/fib_20</code> | time | 22.9 µs |");
    expect(updateBenchmarkingGuide(updated, stateOf("no-comparison"))).toBe(updated);
  });

  it("has the plan's sections and at least 700 lines", () => {
    expect(GUIDE.split("\n").length).toBeGreaterThanOrEqual(700);
    const headings = GUIDE.match(/^## .+$/gm) ?? [];
    for (const wanted of [
      "Overview and philosophy",
      "Quick start",
      "Running benchmarks",
      "Interpreting results",
      "Benchmark categories",
      "Baseline results",
      "Performance characteristics",
      "Regression tracking",
      "Contributing",
    ]) {
      expect(headings).toContain(`## ${wanted}`);
    }
  });

  it.each([
    "provenance",
    "targets",
    "components",
    "instantiation",
    "execution",
    "memory",
    "crash_handling",
  ])("has a place for the table %s", (name) => {
    expect(GUIDE).toContain(`<!-- results:begin ${name} -->`);
    expect(GUIDE).toContain(`<!-- results:end ${name} -->`);
  });

  it.each([
    ["<!-- results:begin nothing -->", 'BENCHMARKING.md:1: unknown table "nothing"'],
    ["<!-- results:begin targets -->", 'BENCHMARKING.md:1: "targets" is never closed'],
    ["x\n<!-- results:end targets -->", 'BENCHMARKING.md:2: "targets" ends without having begun'],
    [
      "<!-- results:begin targets -->\n<!-- results:begin memory -->",
      'BENCHMARKING.md:2: "memory" begins inside "targets"',
    ],
  ])("refuses broken markers: %s", (text, message) => {
    expect(() => updateBenchmarkingGuide(text, stateOf("clean"))).toThrow(message);
  });
});
