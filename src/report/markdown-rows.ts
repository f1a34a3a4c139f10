import { isComparedExactly } from "../gate/compared-exactly.ts";
import { ENGINE_TITLES } from "../model/engine.ts";
import type { ExactMetricName } from "../model/metric.ts";
import type { TargetJudgement } from "../model/verdict.ts";
import { formatLimit } from "../wording/limit.ts";
import {
  formatChange,
  formatChangeInterval,
  formatPercent,
  formatPlusMinus,
} from "../wording/percent.ts";
import { formatValue } from "../wording/value.ts";
import { changeText } from "./change-text.ts";
import { codeName, keepTogether, sentence } from "./escape-markdown.ts";
import type { History } from "./history.ts";
import { historyFor } from "./history.ts";
import { type Links, linkedName } from "./markdown-context.ts";
import type { MarkdownColumn } from "./markdown-table.ts";
import { metricLabel } from "./metric-label.ts";
import type { Row } from "./rows.ts";
import { decisive, metricIn } from "./rows.ts";
import { sidesText } from "./sides-text.ts";
import { boundOf, boundTitle, distanceWords, UPPER_BOUND } from "./target-words.ts";
import { sparkline } from "./trend.ts";
import { benchmarkIcon, benchmarkWord, targetIcon } from "./verdict-words.ts";

function changeCell(row: Row): string {
  const { primary, isOther } = decisive(row);
  const change = primary?.change ?? null;
  if (change === null)
    return ["failed", "missing"].includes(row.judgement.verdict)
      ? benchmarkWord(row.judgement)
      : "";
  const name = isOther && primary !== null ? `${metricLabel(primary.metric)} ` : "";
  const text = keepTogether(`${name}${changeText(change, primary ?? {})}`);
  const strong = row.judgement.verdict === "regression" || row.judgement.verdict === "improvement";
  return strong ? `**${text}**` : text;
}

/** An exact metric: its change when it moved, `=` when it did not, its value when there is nothing to compare. */
function exactCell(row: Row, name: ExactMetricName): string {
  const metric = metricIn(row, name);
  if (metric === null || metric.candidate === null) return "";
  if (metric.change === null)
    return keepTogether(formatValue(metric.candidate.center, metric.unit));
  if (metric.change.center === 0) return "=";
  const text = keepTogether(formatChange(metric.change.center));
  return metric.verdict === "regression" ? `**${text}**` : text;
}

/** Pages are said only where they moved. */
function pagesCell(row: Row): string {
  const cell = exactCell(row, "pages");
  return cell === "=" ? "" : cell;
}

/** Said only of numbers that stand alone: beside a change its interval says more. */
function precisionCell({ primary }: Row): string {
  return primary?.candidate && primary.change === null
    ? keepTogether(formatPlusMinus(primary.candidate))
    : "";
}

function besideCell({ beside }: Row): string {
  const texts = beside.map(({ engine, primary }) => {
    const { candidate, unit } = primary;
    return `${ENGINE_TITLES[engine]} ${formatValue(candidate?.center ?? Number.NaN, unit)}`;
  });
  return keepTogether(texts.join(", "));
}
/** What tables need beside their rows. */
export type TableOptions = Pick<Links, "reportUrl"> & { readonly history: History };

/** Columns a row may have; those without content are hidden. */
function columnsFor({
  history,
  reportUrl,
}: TableOptions): Readonly<Record<string, MarkdownColumn<Row>>> {
  return {
    icon: { title: "", align: "c", cell: ({ judgement }: Row): string => benchmarkIcon(judgement) },
    name: {
      title: "Benchmark",
      align: "l",
      cell: (row: Row): string => linkedName(row, codeName(row.judgement.id), { reportUrl }),
    },
    verdict: {
      title: "Verdict",
      align: "l",
      cell: ({ judgement }: Row): string => benchmarkWord(judgement),
    },
    change: { title: "Change", align: "r", cell: changeCell },
    interval: {
      title: "Interval",
      align: "r",
      cell: (row: Row): string => {
        const { primary } = decisive(row);
        return primary?.change && !isComparedExactly(primary)
          ? keepTogether(formatChangeInterval(primary.change))
          : "";
      },
    },
    gate: {
      title: "Would see",
      align: "r",
      cell: (row: Row): string => {
        const { primary } = decisive(row);
        return primary?.gatedAt && !isComparedExactly(primary)
          ? keepTogether(`≥ ${formatPercent(primary.gatedAt)}`)
          : "";
      },
    },
    sides: {
      title: "Measured",
      align: "r",
      cell: ({ primary }: Row): string =>
        primary === null ? "" : keepTogether(sidesText(primary)),
    },
    beside: { title: "Also on", align: "r", cell: besideCell },
    precision: { title: "Precision", align: "r", cell: precisionCell },
    fuel: { title: "Fuel", align: "r", cell: (row: Row): string => exactCell(row, "fuel") },
    size: { title: "Size", align: "r", cell: (row: Row): string => exactCell(row, "size_raw") },
    pages: { title: "Pages", align: "r", cell: pagesCell },
    trend: {
      title: "Trend",
      align: "l",
      cell: ({ judgement, primary }: Row): string =>
        sparkline(
          historyFor(history, judgement.id, primary?.metric ?? null)?.points.map(
            ({ value }) => value,
          ) ?? [],
        ),
    },
  };
}

/**
 * Columns of a Markdown table of benchmarks.
 *
 * @param names - wanted columns in order: icon, name, verdict, change, interval, gate, sides, beside, precision, fuel, size, pages, trend
 * @param options - stored runs for the trend column, and where the HTML report is
 * @returns the columns; unknown names are left out
 */
export function benchmarkColumns(
  names: readonly string[],
  options: TableOptions,
): readonly MarkdownColumn<Row>[] {
  const columns = columnsFor(options);
  return names.flatMap((name) => columns[name] ?? []);
}

const TARGET_COLUMNS: readonly MarkdownColumn<TargetJudgement>[] = [
  { title: "", align: "c", cell: ({ verdict }: TargetJudgement): string => targetIcon(verdict) },
  {
    title: "Target",
    align: "l",
    cell: ({ target }: TargetJudgement): string => sentence(target.title),
  },
  { title: "Benchmark", align: "l", cell: ({ id }: TargetJudgement): string => codeName(id) },
  {
    title: "Source",
    align: "l",
    cell: ({ target }: TargetJudgement): string => sentence(target.source),
  },
  {
    title: "Limit",
    align: "r",
    cell: ({ target }: TargetJudgement): string => keepTogether(formatLimit(target)),
  },
  {
    title: "Measured",
    align: "r",
    cell: ({ target, estimate }: TargetJudgement): string =>
      estimate === null ? "–" : keepTogether(formatValue(estimate.center, target.unit)),
  },
  {
    title: UPPER_BOUND,
    align: "r",
    cell: (judgement: TargetJudgement): string => {
      const bound = boundOf(judgement);
      return bound === null ? "" : keepTogether(formatValue(bound, judgement.target.unit));
    },
  },
  {
    title: "Distance",
    align: "r",
    cell: (judgement: TargetJudgement): string => keepTogether(distanceWords(judgement)),
  },
];

/**
 * Columns of the table of targets.
 *
 * @param targets - what it is going to show
 * @returns columns, in order; a bound is the upper one where no target has a minimum
 */
export function targetColumns(
  targets: readonly TargetJudgement[],
): readonly MarkdownColumn<TargetJudgement>[] {
  return TARGET_COLUMNS.map((column) =>
    column.title === UPPER_BOUND ? { ...column, title: boundTitle(targets) } : column,
  );
}
