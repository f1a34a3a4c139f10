import { describe, expect, test } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import type { ResultDocument } from "../../src/model/result.ts";
import { renderComment } from "../../src/report/comment/comment.ts";
import { headlineOf } from "../../src/report/headline.ts";
import { renderHtml } from "../../src/report/html/page.ts";
import { plainPaint } from "../../src/report/paint.ts";
import { renderTerminal } from "../../src/report/terminal.ts";
import { benchmarkIcon, benchmarkWord } from "../../src/report/verdict-words.ts";
import { LEARNED, measurements, pairedVisits, result, series, visit } from "../gate/fabricate.ts";

const NOW = "2026-11-23T09:30:00Z";
const STILL = [0.001, -0.001, 0.002, 0];
const FASTER = [-0.06, -0.05, -0.07, -0.05];
const WILD = [0.9, -0.9, 0.4, -0.4];

/** Eight confirming processes whose 25th percentile alone is a fifth slower: three blocks of two speeds in other shares. */
const TWO_MODES = [
  ...pairedVisits([0.2, 0.2, 0.2, 0.2]),
  ...Array.from({ length: 8 }, (_, at) =>
    visit(
      4 + at,
      [
        series("time", "baseline", [1000, 1000, 1000, 1000, 1500, 1500, 1500, 1500, 1500]),
        series("time", "candidate", [1000, 1000, 1500, 1500, 1500, 1500, 1500, 1500, 1500]),
      ],
      { stage: "confirm" },
    ),
  ),
];

function judged(
  id: string,
  visits: ReturnType<typeof pairedVisits>,
  learned = true,
): ResultDocument {
  const one = result(visits, { noise: learned ? LEARNED : null, definition: "ab".repeat(32) }, id);
  const measured = measurements([
    one,
    result(pairedVisits(STILL), { noise: LEARNED }, "execution/still"),
  ]);
  return { ...measured, judgement: judge(measured) };
}

/** Every report of a result with a row for each benchmark, as plain text. */
function reportsOf(told: ResultDocument): readonly string[] {
  const context = { baseUrl: "https://example.org", reportUrl: "", now: NOW, history: [] };
  return [
    renderTerminal(told, { paint: plainPaint, width: 500, now: NOW, isWhole: true, isPiped: true }),
    renderComment(told, { ...context, maxLength: 60_000 }),
    renderHtml(told, { history: [], now: NOW }),
  ];
}

const wordOf = ({ judgement }: ResultDocument): string => {
  const [first] = judgement.benchmarks;
  return first === undefined ? "" : `${benchmarkIcon(first)} ${benchmarkWord(first)}`;
};

/** A runner whose blocks had to share their processor this often. */
const runnerOf = (interrupted: number): NonNullable<ResultDocument["runner"]> => {
  const even = { lowest: 1, median: 1, highest: 1 };
  return { blocks: 400, interrupted, cpuShare: even, switches: even };
};

describe("a benchmark this run is too noisy for", () => {
  test("is blamed on a busy runner in every report, with the figure", () => {
    const told = judged("execution/wild", pairedVisits(WILD));
    for (const report of reportsOf({ ...told, runner: runnerOf(0.31) }))
      expect(report).toMatch(/oo busy to judge 1 benchmark: .*31.0\s% of blocks interrupted/);
    for (const report of reportsOf({ ...told, runner: runnerOf(0.09) }))
      expect(report).not.toContain("oo busy to judge");
  });

  test("makes no runner busy that judged everything", () => {
    const told = judged("execution/calm", pairedVisits(STILL));
    for (const report of reportsOf({ ...told, runner: runnerOf(0.31) }))
      expect(report).not.toContain("oo busy to judge");
  });

  const noisy = judged("execution/wild", pairedVisits(WILD), false);

  test("is called so, counted and explained by every report", () => {
    expect(wordOf(noisy)).toBe("❔ too noisy");
    expect(noisy.judgement.verdict).toBe("warn");
    expect(headlineOf(noisy)).toBe("1 too noisy to judge · 2 benchmarks: 1 unchanged");
    for (const text of reportsOf(noisy)) expect(text).toContain("too noisy here: only ");
  });
});

describe("a benchmark of two modes", () => {
  const modes = judged("execution/modes", TWO_MODES);

  test("is called so, and is inconclusive", () => {
    expect(wordOf(modes)).toBe("❔ two modes");
    expect(modes.judgement.counts).toMatchObject({ regression: 0, inconclusive: 1 });
    for (const text of reportsOf(modes))
      expect(text).toContain("blocks of two speeds in other shares");
  });
});

describe("an improvement nobody asked to confirm", () => {
  const hopeful = judged("execution/faster", pairedVisits(FASTER));

  test("is unconfirmed: no improvement, with ~ before its change", () => {
    expect(wordOf(hopeful)).toBe("⚪ unconfirmed");
    expect(hopeful.judgement.verdict).toBe("pass");
    expect(hopeful.judgement.counts).toMatchObject({ improvement: 0, unchanged: 2 });
    expect(headlineOf(hopeful)).toBe(
      "no regression in 2 benchmarks · 1 unconfirmed improvement, 1 unchanged",
    );
    const [terminal = "", comment = "", html = ""] = reportsOf(hopeful);
    expect(terminal).toContain("~ −5.6 %");
    expect(comment).toContain("~ −5.6 %".replaceAll(" ", "\u00a0"));
    expect(html).toContain("~ −5.6 %");
  });
});
