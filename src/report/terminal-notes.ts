import type { ResultDocument } from "../model/result.ts";
import type { TargetJudgement, Tier } from "../model/verdict.ts";
import { alikeWords, groupAlike } from "../wording/group-alike.ts";
import { formatBound, formatLimit } from "../wording/limit.ts";
import { formatCount } from "../wording/number.ts";
import { formatValue } from "../wording/value.ts";
import { logLines, logText, NAME_LIMIT, SENTENCE_LIMIT } from "./clean-text.ts";
import type { Paint, PaintStyle } from "./paint.ts";
import { changeSentence, judgedByWords, policyChangesOf } from "./policy-words.ts";
import { groupByDefinition, groupByText, type Row } from "./rows.ts";
import { boundOf, distanceWords, noteOf, originOf } from "./target-words.ts";
import type { TextLayout } from "./text-table.ts";
import { renderTextTables } from "./text-table.ts";
import { openWord, tierWords } from "./verdict-words.ts";

/** Inconclusive benchmarks whose reasons are told on a terminal. */
const MOST_OPEN = 3;
/** Benchmarks named that share a reason. */
const MOST_ALIKE = 3;
/** Benchmarks named that cannot run for one reason, where not all are told. */
const MOST_UNSUPPORTED = 5;
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

/**
 * What a run changes of its own gate.
 *
 * @param result - judged result
 * @param paint - how to style text
 * @returns a line for each change, those that weaken first; none where nothing differs
 */
export function policyLines(result: ResultDocument, paint: Paint): readonly string[] {
  const { weaker, other } = policyChangesOf(result);
  const words = judgedByWords(result);
  return [
    ...weaker.map(
      (change) => `${paint("yellow", "weaker")} ${logText(changeSentence(change), SENTENCE_LIMIT)}`,
    ),
    ...other.map(
      (change) => `${paint("dim", "other")}  ${logText(changeSentence(change), SENTENCE_LIMIT)}`,
    ),
    ...(weaker.length + other.length > 0 && words !== "" ? [words] : []),
  ];
}

function tierNote(tier: Tier | null): string {
  return tier === null ? "" : `(${tierWords(tier)})`;
}

/**
 * Why each benchmark that needs attention has its verdict.
 *
 * @param rows - rows that need attention
 * @param paint - how to style text
 * @param isWhole - whether every inconclusive one is told
 * @returns lines; failures are left to {@link failureLines}
 */
export function reasonLines(
  rows: readonly Row[],
  paint: Paint,
  isWhole: boolean,
): readonly string[] {
  const groups = groupAlike(
    rows.filter(({ judgement }) => judgement.failure === null),
    sharedReason,
  );
  const isOpen = ([{ judgement }]: (typeof groups)[number]): boolean =>
    judgement.verdict === "inconclusive";
  const hidden = isWhole ? [] : groups.filter(isOpen).slice(MOST_OPEN);
  const count = hidden.reduce((sum, members) => sum + members.length, 0);
  const more = count === 0 ? [] : [`${formatCount(count)} more inconclusive`];
  return [
    ...groups
      .filter((group) => !hidden.includes(group))
      .flatMap(([first, ...others]) => reasonsOf(first, others, paint)),
    ...more,
  ];
}

/** Inconclusive ones are told together where they share a reason; others have reasons of their own. */
function sharedReason(row: Row): string {
  return row.judgement.verdict === "inconclusive" ? sentencesOf(row).join("\n") : "";
}

function sentencesOf({ because, note, judgement }: Row): readonly string[] {
  return [because, note, ...judgement.explanation].filter((text) => text !== "");
}

function reasonsOf(row: Row, alike: readonly Row[], paint: Paint): readonly string[] {
  const { judgement } = row;
  const isOpen = judgement.verdict === "inconclusive" || judgement.verdict === "new";
  const style: PaintStyle = isOpen ? "yellow" : "red";
  const names = alike.map((one) => logText(one.judgement.id, NAME_LIMIT));
  const heading = [
    paint(style, openWord(judgement)),
    logText(judgement.id, NAME_LIMIT),
    tierNote(judgement.tier),
  ];
  return [
    `${heading.join(" ").trimEnd()}${alikeWords(names, MOST_ALIKE)}`,
    ...sentencesOf(row).map((text) => `  ${logText(text, SENTENCE_LIMIT)}`),
  ];
}

/**
 * Why benchmarks cannot run here, one line per reason.
 *
 * @param rows - all rows
 * @param isWhole - whether every one of them is named
 * @returns each reason with the benchmarks it stands for, in the order measured
 */
export function unsupportedLines(rows: readonly Row[], isWhole: boolean): readonly string[] {
  const groups = groupByText(rows, ({ measured }) => measured?.benchmark.unsupported ?? "");
  return groups.map(([reason, members]) => {
    const shown = isWhole ? members : members.slice(0, MOST_UNSUPPORTED);
    const names = shown.map(({ judgement }) => logText(judgement.id, NAME_LIMIT));
    const rest = members.length - shown.length;
    const more = rest === 0 ? "" : ` and ${formatCount(rest)} more`;
    return `${names.join(", ")}${more}: ${logText(reason, SENTENCE_LIMIT)}`;
  });
}

/**
 * How benchmarks met the baseline by another definition than its own, one line per reason.
 *
 * @param rows - all rows
 * @returns each reason with the benchmarks it stands for, in the order measured
 */
export function definitionLines(rows: readonly Row[]): readonly string[] {
  return linesOf(groupByDefinition(rows));
}

function linesOf(groups: ReturnType<typeof groupByText>): readonly string[] {
  return groups.flatMap(([reason, members]) => [
    logText(reason, SENTENCE_LIMIT),
    ...members.map(({ judgement }) => `  ${logText(judgement.id, NAME_LIMIT)}`),
  ]);
}

/** Columns of the table of targets. The distance is that of the bound: it stays as long as its source can go. */
const TARGET_COLUMNS = [
  { title: "target", align: "left", dispensable: 0 },
  { title: "benchmark", align: "left", dispensable: 3 },
  { title: "source", align: "left", dispensable: 2 },
  { title: "limit", align: "right", dispensable: 0 },
  { title: "measured", align: "right", dispensable: 0 },
  { title: "bound", align: "right", dispensable: 1 },
  { title: "verdict", align: "left", dispensable: 0 },
  { title: "distance", align: "right", dispensable: 0 },
] as const;

function hasTwins(shown: readonly TargetJudgement[]): boolean {
  return new Set(shown.map(({ target }) => target.title)).size < shown.length;
}

/**
 * The table of targets for a terminal, with the sentence that must stand beside a verdict.
 *
 * @param result - judged result
 * @param layout - width and paint
 * @param isWhole - whether targets that are met are listed too
 * @returns lines; none without targets, or where those that are met are left out and all are
 */
export function targetLines(
  result: ResultDocument,
  layout: TextLayout,
  isWhole: boolean,
): readonly string[] {
  const { targets } = result.judgement;
  if (targets.length === 0) return [];
  const shown = isWhole ? targets : targets.filter(({ verdict }) => verdict !== "met");
  if (shown.length === 0) return [];
  const rows = shown.map((judgement) => {
    const { id, target, verdict, estimate } = judgement;
    const bound = boundOf(judgement);
    const origin = originOf(judgement);
    const writtenFor =
      origin === null
        ? []
        : [`written for ${logText(origin.writtenFor, 60)}, measured on ${origin.judgedOn}`];
    const note = [noteOf(judgement)].flatMap((text) =>
      text === "" ? [] : [logText(text, SENTENCE_LIMIT)],
    );
    const style = TARGET_STYLES[verdict] ?? "dim";
    return {
      cells: [
        { text: logText(target.title, NAME_LIMIT) },
        { text: logText(id, NAME_LIMIT) },
        { text: logText(target.source, 60) },
        { text: formatLimit(target) },
        { text: estimate === null ? "–" : formatValue(estimate.center, target.unit) },
        { text: bound === null ? "" : formatBound(target, bound) },
        { text: verdict, style },
        { text: distanceWords(judgement) },
      ],
      below: [[...writtenFor, ...note].join("; ")].filter((text) => text !== ""),
    };
  });
  const columns = TARGET_COLUMNS.map(({ title, align, dispensable }) => ({
    title,
    align,
    // One limit on two benchmarks, or on two engines, is two rows that nothing else tells apart.
    dispensable: title === "benchmark" && hasTwins(shown) ? 0 : dispensable,
  }));
  return renderTextTables([{ columns, rows }], layout)[0] ?? [];
}
