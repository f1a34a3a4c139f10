import type { ResultDocument } from "../model/result.ts";
import type { Tier } from "../model/verdict.ts";
import { logLines, logText, NAME_LIMIT, SENTENCE_LIMIT } from "./clean-text.ts";
import { formatValue } from "./format.ts";
import type { Paint, PaintStyle } from "./paint.ts";
import type { Row } from "./rows.ts";
import { distanceWords, upperBoundOf } from "./target-words.ts";
import type { TextLayout } from "./text-table.ts";
import { renderTextTables } from "./text-table.ts";
import { tierWords } from "./verdict-words.ts";

/** Lines of guest output shown under a failure. */
const OUTPUT_LINES = 12;

const TARGET_STYLES: Readonly<Record<string, PaintStyle>> = {
  met: "green",
  missed: "red",
  inconclusive: "yellow",
};

/**
 * Failed benchmarks with their reason and what their guest printed.
 *
 * @param rows - rows that need attention
 * @param paint - how to style text
 * @returns lines; none when nothing failed
 */
export function failureLines(rows: readonly Row[], paint: Paint): readonly string[] {
  return rows.flatMap((row) => {
    const { failure, id } = row.judgement;
    if (failure === null) return [];
    const category = failure.category === null ? "" : ` (${logText(failure.category, 60)})`;
    const known = failure.side === null ? "" : `, ${failure.side}`;
    const side = failure.alike === true ? ", both sides" : known;
    const outputs = (row.measured?.visits ?? [])
      .map((visit) => visit.output)
      .filter((text) => text !== "");
    const printed = logLines(outputs[0] ?? "", OUTPUT_LINES);
    return [
      `${paint("red", "failed")} ${logText(id, NAME_LIMIT)}`,
      `  ${failure.kind}${category}${side}: ${logText(failure.message, SENTENCE_LIMIT)}`,
      ...printed.map((line) => paint("dim", `  | ${line}`)),
    ];
  });
}

function tierNote(tier: Tier | null): string {
  return tier === null ? "" : `(${tierWords(tier)})`;
}

/**
 * Why each benchmark that needs attention has its verdict.
 *
 * @param rows - rows that need attention
 * @param paint - how to style text
 * @returns lines; failures are left to {@link failureLines}
 */
export function reasonLines(rows: readonly Row[], paint: Paint): readonly string[] {
  return rows.flatMap(({ judgement, because }) => {
    if (judgement.failure !== null) return [];
    const sentences = [because, ...judgement.explanation].filter((text) => text !== "");
    const style: PaintStyle = judgement.verdict === "inconclusive" ? "yellow" : "red";
    return [
      [paint(style, judgement.verdict), logText(judgement.id, NAME_LIMIT), tierNote(judgement.tier)]
        .join(" ")
        .trimEnd(),
      ...sentences.map((text) => `  ${logText(text, SENTENCE_LIMIT)}`),
    ];
  });
}

/**
 * Why benchmarks cannot run here, one line per reason.
 *
 * @param rows - all rows
 * @returns each reason with the benchmarks it stands for, in the order measured
 */
export function unsupportedLines(rows: readonly Row[]): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { measured, judgement } of rows) {
    const reason = measured?.benchmark.unsupported ?? null;
    if (reason !== null) byReason.set(reason, [...(byReason.get(reason) ?? []), judgement.id]);
  }
  return [...byReason].flatMap(([reason, ids]) => [
    logText(reason, SENTENCE_LIMIT),
    ...ids.map((id) => `  ${logText(id, NAME_LIMIT)}`),
  ]);
}

/**
 * The table of targets for a terminal, with the sentence that must stand beside a verdict.
 *
 * @param result - judged result
 * @param layout - width and paint
 * @returns lines; none without targets
 */
export function targetLines(result: ResultDocument, layout: TextLayout): readonly string[] {
  const { targets } = result.judgement;
  if (targets.length === 0) return [];
  const rows = targets.map((judgement) => {
    const { id, target, verdict, estimate, distance } = judgement;
    const bound = upperBoundOf(judgement);
    const writtenFor =
      target.writtenFor === null
        ? []
        : [`written for ${logText(target.writtenFor, 60)}, measured on V8`];
    const note = target.note === "" ? [] : [logText(target.note, SENTENCE_LIMIT)];
    const style = TARGET_STYLES[verdict] ?? "dim";
    return {
      cells: [
        { text: logText(target.title, NAME_LIMIT) },
        { text: logText(id, NAME_LIMIT) },
        { text: logText(target.source, 60) },
        { text: `≤ ${formatValue(target.max, target.unit)}` },
        { text: estimate === null ? "–" : formatValue(estimate.center, target.unit) },
        { text: bound === null ? "" : `≤ ${formatValue(bound, target.unit)}` },
        { text: verdict, style },
        { text: distanceWords(distance) },
      ],
      below: [[...writtenFor, ...note].join("; ")].filter((text) => text !== ""),
    };
  });
  const columns = (
    ["target", "benchmark", "source", "limit", "measured", "bound", "verdict", "distance"] as const
  ).map((title) => ({
    title,
    align: ["limit", "measured", "bound", "distance"].includes(title)
      ? ("right" as const)
      : ("left" as const),
    dispensable: title === "benchmark" ? 3 : title === "bound" ? 2 : title === "source" ? 1 : 0,
  }));
  return renderTextTables([{ columns, rows }], layout)[0] ?? [];
}
