import type { MetricJudgement, TargetJudgement } from "../../model/verdict.ts";
import { nameLimit } from "../../wording/limit.ts";
import { formatQuantity } from "../../wording/number.ts";
import { formatChangeInterval, formatPercent } from "../../wording/percent.ts";
import { formatValue } from "../../wording/value.ts";
import { changeText } from "../change-text.ts";
import { capText } from "../clean-text.ts";
import { codeName, keepTogether, sentence } from "../escape-markdown.ts";
import { type Links, linkedName } from "../markdown-context.ts";
import { type MarkdownColumn, renderMarkdownTable } from "../markdown-table.ts";
import { metricPrefix, seenWords, whyWords } from "../news/row-words.ts";
import type { ShortName } from "../news/short-name.ts";
import type { Groups, Row } from "../rows.ts";
import { sidesText } from "../sides-text.ts";
import { benchmarkIcon, benchmarkWord, targetIcon } from "../verdict-words.ts";

/** Most rows of each kind; what is left out is counted and stands below. */
const MOST_URGENT = 5;
const MOST_TARGETS = 3;
const MOST_IMPROVED = 2;
/** Words of all rows together; a number and its unit are one. */
const MOST_WORDS = 65;
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
  readonly links: Links;
}

/**
 * The one open table of a comment: what asks for attention, missed targets, and what became better.
 *
 * @param facts - rows by what they ask, targets and names
 * @returns Markdown of at most four columns, with a line that counts what is left out; empty when there is nothing to show
 */
export function newsTable({ groups, targets, ...naming }: TableFacts): string {
  const missed = targets.filter(({ verdict }) => verdict === "missed");
  const urgent = groups.attention.map((row) => cellsOf(row, naming));
  const all = [
    { cells: urgent, most: MOST_URGENT },
    { cells: missed.map(targetCells), most: MOST_TARGETS },
    { cells: groups.improvements.map((row) => cellsOf(row, naming)), most: MOST_IMPROVED },
  ];
  const shown = withinWords(all.flatMap(({ cells, most }) => cells.slice(0, most)));
  if (shown.length === 0) return "";
  const hidden = all.reduce((sum, { cells }) => sum + cells.length, 0) - shown.length;
  const more = hidden === 0 ? "" : `\n\n_${formatQuantity(hidden, "more", "more")} below._`;
  return `${renderMarkdownTable(COLUMNS, shown)}${more}`;
}

/** The first rows that are read in a few seconds, at least one of them. */
function withinWords(rows: readonly Cells[]): readonly Cells[] {
  let words = 0;
  return rows.filter((row, index) => {
    words += Object.values(row).join(" ").split(/ +/).length;
    return index === 0 || words <= MOST_WORDS;
  });
}

function cellsOf(row: Row, { names, links }: Pick<TableFacts, "names" | "links">): Cells {
  const { judgement, deciding } = row;
  const { name, place } = names.get(judgement.id) ?? { name: judgement.id, place: "" };
  const isGrey = judgement.verdict === "inconclusive";
  const where = place === "" ? "" : ` ${sentence(place)}`;
  const bold = isGrey ? codeName(name) : `**${codeName(name)}**`;
  return {
    name: `${benchmarkIcon(judgement)} ${linkedName(row, bold, links)}${where}`,
    change: changeCell(row),
    sides: deciding === null ? "" : keepTogether(sidesText(deciding)),
    why: short(whyWords(row)),
  };
}

/** The change by the metric that decided, named where it is no time. */
function changeCell(row: Row): string {
  const { judgement, deciding } = row;
  if (deciding === null || deciding.change === null) return benchmarkWord(judgement);
  if (judgement.verdict === "inconclusive") return `~\u00a0${seenCell(deciding)}`.trim();
  const label = metricPrefix(row, deciding);
  const text = `**${keepTogether(changeText(deciding.change, deciding))}**`;
  const interval = hasWidth(deciding)
    ? ` (${keepTogether(formatChangeInterval(deciding.change))})`
    : "";
  return `${label}${text}${interval}`;
}

function hasWidth({ change }: MetricJudgement): boolean {
  return change !== null && change.low !== change.high;
}

function seenCell(judged: MetricJudgement): string {
  const words = seenWords(judged);
  return words === "" ? "" : keepTogether(`(${words})`);
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
