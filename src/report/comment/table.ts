import { isComparedExactly } from "../../gate/compared-exactly.ts";
import type { MetricJudgement, TargetJudgement } from "../../model/verdict.ts";
import { nameLimit } from "../../wording/limit.ts";
import { formatQuantity } from "../../wording/number.ts";
import { formatChangeInterval, formatPercent } from "../../wording/percent.ts";
import { formatValue } from "../../wording/value.ts";
import { changeText } from "../change-text.ts";
import { capText } from "../clean-text.ts";
import { codeName, keepTogether, sentence } from "../escape-markdown.ts";
import { type MarkdownColumn, renderMarkdownTable } from "../markdown-table.ts";
import { metricLabel } from "../metric-label.ts";
import type { ShortName } from "../news/short-name.ts";
import type { Groups, Row } from "../rows.ts";
import { sidesText } from "../sides-text.ts";
import { benchmarkIcon, benchmarkWord, targetIcon, tierWords } from "../verdict-words.ts";

/** Most rows of each kind; what is left out is counted and stands below. */
const MOST_URGENT = 5;
const MOST_TARGETS = 3;
const MOST_IMPROVED = 2;
/** Longest reason in a cell, in characters. */
const MOST_WHY = 90;

/** The four cells of a row, escaped. */
interface Cells {
  readonly name: string;
  readonly change: string;
  readonly sides: string;
  readonly why: string;
}

const COLUMNS: readonly MarkdownColumn<Cells>[] = [
  { title: "benchmark", align: "l", cell: ({ name }: Cells): string => name },
  { title: "change", align: "r", cell: ({ change }: Cells): string => change },
  { title: "before\u00a0→\u00a0after", align: "r", cell: ({ sides }: Cells): string => sides },
  { title: "why", align: "l", cell: ({ why }: Cells): string => why },
];

/** What the table is made of. */
export interface TableFacts {
  readonly groups: Groups;
  readonly targets: readonly TargetJudgement[];
  readonly names: ReadonlyMap<string, ShortName>;
}

/**
 * The one open table of a comment: what asks for attention, missed targets, and what became better.
 *
 * @param facts - rows by what they ask, targets and names
 * @returns Markdown of at most four columns, with a line that counts what is left out; empty when there is nothing to show
 */
export function newsTable({ groups, targets, names }: TableFacts): string {
  const missed = targets.filter(({ verdict }) => verdict === "missed");
  const urgent = groups.attention.map((row) => cellsOf(row, names));
  const all = [
    { cells: urgent, most: MOST_URGENT },
    { cells: missed.map(targetCells), most: MOST_TARGETS },
    { cells: groups.improvements.map((row) => cellsOf(row, names)), most: MOST_IMPROVED },
  ];
  const shown = all.flatMap(({ cells, most }) => cells.slice(0, most));
  if (shown.length === 0) return "";
  const hidden = all.reduce((sum, { cells }) => sum + cells.length, 0) - shown.length;
  const more = hidden === 0 ? "" : `\n\n_${formatQuantity(hidden, "more", "more")} below._`;
  return `${renderMarkdownTable(COLUMNS, shown)}${more}`;
}

function cellsOf(row: Row, names: TableFacts["names"]): Cells {
  const { judgement, deciding } = row;
  const { name, place } = names.get(judgement.id) ?? { name: judgement.id, place: "" };
  const isGrey = judgement.verdict === "inconclusive";
  const where = place === "" ? "" : ` ${sentence(place)}`;
  const bold = isGrey ? codeName(name) : `**${codeName(name)}**`;
  return {
    name: `${benchmarkIcon(judgement)} ${bold}${where}`,
    change: changeCell(row),
    sides: deciding === null ? "" : keepTogether(sidesText(deciding)),
    why: whyOf(row),
  };
}

/** The change by the metric that decided, named where it is no time. */
function changeCell({ judgement, deciding, primary }: Row): string {
  if (deciding === null || deciding.change === null) return benchmarkWord(judgement);
  if (judgement.verdict === "inconclusive") return `~\u00a0${seenWords(deciding)}`.trim();
  const label = deciding === primary ? "" : `${metricLabel(deciding.metric)} `;
  const text = `**${keepTogether(changeText(deciding.change, deciding))}**`;
  const interval = hasWidth(deciding)
    ? ` (${keepTogether(formatChangeInterval(deciding.change))})`
    : "";
  return `${label}${text}${interval}`;
}

function hasWidth({ change }: MetricJudgement): boolean {
  return change !== null && change.low !== change.high;
}

function seenWords(deciding: MetricJudgement): string {
  const { gatedAt } = deciding;
  return gatedAt === null || isComparedExactly(deciding)
    ? ""
    : keepTogether(`(would see ≥ ${formatPercent(gatedAt)})`);
}

const OPEN_WORDS: Readonly<Record<string, string>> = {
  contaminated: "the runner treated the sides differently: run again",
  "too noisy": "too noisy to tell",
  "two modes": "blocks of two speeds: cannot tell",
};

function whyOf({ judgement, because, note }: Row): string {
  const { failure, explanation } = judgement;
  if (failure !== null) return short(`${failure.kind}: ${failure.message}`);
  if (judgement.notCompared !== undefined) return short(note);
  if (judgement.verdict === "inconclusive")
    return OPEN_WORDS[benchmarkWord(judgement)] ?? "cannot tell";
  if (judgement.verdict === "missing")
    return short(because === "" ? "not measured any more" : because);
  if (explanation.length > 0) return short(explanation.join(", "));
  if (judgement.tier !== null) return tierWords(judgement.tier);
  return judgement.verdict === "improvement" ? "" : short(because);
}

function short(text: string): string {
  return sentence(capText(text, MOST_WHY));
}

function targetCells({ verdict, target, estimate, distance }: TargetJudgement): Cells {
  const measured = estimate === null ? "not measured" : formatValue(estimate.center, target.unit);
  const over = distance === null ? "" : ` by ${formatPercent(Math.abs(distance))}`;
  return {
    name: `${targetIcon(verdict)} **${sentence(target.title)}**`,
    change: `target missed${over}`,
    sides: keepTogether(`${measured}, ${nameLimit(target)}`),
    why: short(target.source),
  };
}
