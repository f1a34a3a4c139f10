import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseResult } from "../../src/config/result-document.ts";
import { plainPaint } from "../../src/report/paint.ts";
import { renderTerminal } from "../../src/report/terminal.ts";
import type { TerminalOptions } from "../../src/report/terminal-options.ts";

/** What `run` measured on a fresh clone, where `baselines/main` holds the same modules; without the raw rounds. */
const PATH = "fixtures/results/first-run.json";
const RESULT = parseResult(readFileSync(PATH, "utf8"), PATH);
const NOW = "2026-11-26T10:30:00Z";
/** Lines beside those of the benchmarks. */
const MOST_LINES = 45;
/** What a first reader sees without scrolling. */
const LAST_LINES = 30;

const drawn = (options: Pick<TerminalOptions, "width" | "isPiped">): readonly string[] =>
  renderTerminal(RESULT, { paint: plainPaint, now: NOW, isWhole: false, ...options })
    .trimEnd()
    .split("\n");

/** The last block: what stands behind the last empty line. */
const closing = (lines: readonly string[]): readonly string[] =>
  lines.slice(lines.lastIndexOf("") + 1);

describe.each([
  ["a terminal of 80 columns", { width: 80, isPiped: false }],
  ["a pipe", { width: 120, isPiped: true }],
] as const)("the first run on a fresh clone, on %s", (_, options) => {
  const lines = drawn(options);

  it("has a line for each benchmark and few others", () => {
    const count = RESULT.judgement.benchmarks.length;
    expect(count).toBe(32);
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES + count);
    const rows = lines.filter((line) => / (identical|unsupported)( |$)/.test(line));
    expect(rows.length).toBeGreaterThanOrEqual(count);
  });

  it("shows an interval of every number", () => {
    expect(lines[1]).toMatch(/^benchmark .* interval .*verdict/);
    expect(
      lines.filter((line) => /\d(?: \S+)? to \d[\d.,]* \S+ {2}identical/.test(line)),
    ).toHaveLength(31);
  });

  it("ends with a block of 5 to 10 lines, the verdict last", () => {
    const block = closing(lines);
    expect(block.length).toBeGreaterThanOrEqual(5);
    expect(block.length).toBeLessThanOrEqual(10);
    expect(block.join(" ")).toMatch(/passed: no regression in 31 benchmarks .*targets met$/);
  });

  it("says in its last lines what was measured, what numbers mean and what to do next", () => {
    const last = lines.slice(-LAST_LINES).join(" ").replaceAll(/\s+/g, " ");
    expect(last).toContain("this run measures the shipped reference components");
    expect(last).toContain("estimate is one call (memory: bytes an instance)");
    expect(last).toContain("interval holds the truth with 95 %");
    expect(last).toContain("next: wasm-bench init writes wasm-bench.yml");
    expect(last).toContain("--verbose");
  });

  it("calls nothing compared", () => {
    const text = lines.join(" ").replaceAll(/\s+/g, " ");
    expect(text).toContain("Nothing was compared: 31 benchmarks run the code of main (c5c6f8f9");
    expect(text).not.toContain("Compared with");
  });
});

describe("the first run on other widths", () => {
  it.each([40, 60, 80, 120])("fits %i columns and breaks no word", (width) => {
    const lines = drawn({ width, isPiped: false });
    expect(lines.filter((line) => line.length > width)).toEqual([]);
    // Only names are shortened; every word of the sentences is as it is on a wide terminal.
    const words = new Set(drawn({ width: 1000, isPiped: false }).join(" ").split(/\s+/));
    const said = closing(lines).join(" ").split(/\s+/);
    expect(said.filter((word) => !words.has(word))).toEqual([]);
  });

  it("gives a pipe every column", () => {
    const [, heading = ""] = drawn({ width: 80, isPiped: true });
    const titles = heading.split(/ {2,}/);
    expect(titles).toEqual([
      "benchmark",
      "estimate",
      "precision",
      "spread",
      "samples",
      "interval",
      "verdict",
      "target",
    ]);
  });
});
