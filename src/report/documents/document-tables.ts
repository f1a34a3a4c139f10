import { ENGINE_TITLES, ENGINES } from "../../model/engine.ts";
import type { Estimate, MetricJudgement, TargetJudgement } from "../../model/verdict.ts";
import { formatLimit } from "../../wording/limit.ts";
import { formatCount } from "../../wording/number.ts";
import { formatPercent } from "../../wording/percent.ts";
import { formatValue } from "../../wording/value.ts";
import { byEngine } from "../by-engine.ts";
import { codeName, keepTogether, sentence } from "../escape-markdown.ts";
import type { MarkdownColumn } from "../markdown-table.ts";
import { renderMarkdownTable } from "../markdown-table.ts";
import { metricLabel } from "../metric-label.ts";
import type { Beside, Row } from "../rows.ts";
import { distanceWords } from "../target-words.ts";

/** One metric of one benchmark that has an estimate. */
interface Measured {
  readonly id: string;
  /** The same metric of the same benchmark on other engines. */
  readonly beside: readonly Beside[];
  readonly metric: MetricJudgement;
  readonly estimate: Estimate;
}

function interval(estimate: Estimate, unit: MetricJudgement["unit"]): string {
  if (estimate.low === estimate.high) return "";
  return keepTogether(`${formatValue(estimate.low, unit)} to ${formatValue(estimate.high, unit)}`);
}

const MEASURED_COLUMNS: readonly MarkdownColumn<Measured>[] = [
  { title: "Benchmark", align: "l", cell: ({ id }: Measured): string => codeName(id) },
  {
    title: "Metric",
    align: "l",
    cell: ({ metric }: Measured): string => sentence(metricLabel(metric.metric)),
  },
  {
    title: "Estimate",
    align: "r",
    cell: ({ metric, estimate }: Measured): string => formatValue(estimate.center, metric.unit),
  },
  {
    title: "Interval",
    align: "r",
    cell: ({ metric, estimate }: Measured): string => interval(estimate, metric.unit),
  },
  {
    title: "Spread",
    align: "r",
    cell: ({ estimate }: Measured): string =>
      estimate.spread > 0 ? formatPercent(estimate.spread) : "",
  },
  {
    title: "Samples",
    align: "r",
    cell: ({ estimate }: Measured): string => formatCount(estimate.samples),
  },
  {
    title: "Processes",
    align: "r",
    cell: ({ estimate }: Measured): string => formatCount(estimate.processes),
  },
];

/** One column for each other engine; those without content are hidden. */
const BESIDE_COLUMNS = ENGINES.map(
  (engine): MarkdownColumn<Measured> => ({
    title: ENGINE_TITLES[engine],
    align: "r",
    cell: ({ beside }: Measured): string => {
      const primary = beside.find((one) => one.engine === engine)?.primary;
      const center = primary?.candidate?.center;
      return primary === undefined || center === undefined ? "" : formatValue(center, primary.unit);
    },
  }),
);

/** The estimate that describes this run; the stored one where unchanged bytes were not measured again. */
function measuredOf(
  id: string,
  metric: MetricJudgement,
  beside: readonly Beside[],
): readonly Measured[] {
  const estimate = metric.candidate ?? metric.baseline;
  return estimate === null ? [] : [{ id, metric, estimate, beside }];
}

/** A table for each engine, headed where there are several. */
function tablesByEngine(rows: readonly Row[], tableOf: (rows: readonly Row[]) => string): string {
  const groups = byEngine(rows);
  const tables = groups.flatMap(({ engine, rows: own }) => {
    const table = tableOf(own);
    if (table === "") return [];
    return groups.length === 1 && engine === "v8"
      ? [table]
      : [`On ${ENGINE_TITLES[engine]}:`, table];
  });
  return tables.join("\n\n");
}

/**
 * The primary metric of each benchmark.
 *
 * @param rows - rows of a suite
 * @returns a Markdown table for each engine, with the others' estimates beside its own; empty when nothing was measured
 */
export function primaryTable(rows: readonly Row[]): string {
  return tablesByEngine(rows, (own) => {
    const items = own.flatMap(({ judgement, primary, beside }) =>
      primary === null ? [] : measuredOf(judgement.id, primary, beside),
    );
    return renderMarkdownTable([...MEASURED_COLUMNS, ...BESIDE_COLUMNS], items);
  });
}

/**
 * The other metrics of each benchmark: phases, exact values, information.
 *
 * @param rows - rows of a suite
 * @returns a Markdown table for each engine; empty when there are none
 */
export function otherTable(rows: readonly Row[]): string {
  return tablesByEngine(rows, (own) => {
    const items = own.flatMap(({ judgement }) =>
      judgement.metrics.slice(1).flatMap((metric) => measuredOf(judgement.id, metric, [])),
    );
    return renderMarkdownTable(MEASURED_COLUMNS, items);
  });
}

const REQUIREMENT_COLUMNS: readonly MarkdownColumn<TargetJudgement>[] = [
  {
    title: "Target",
    align: "l",
    cell: ({ target }: TargetJudgement): string => sentence(target.title),
  },
  { title: "Benchmark", align: "l", cell: ({ id }: TargetJudgement): string => codeName(id) },
  {
    title: "Requirement",
    align: "r",
    cell: ({ target }: TargetJudgement): string => formatLimit(target),
  },
  {
    title: "Source",
    align: "l",
    cell: ({ target }: TargetJudgement): string => sentence(target.source),
  },
  {
    title: "Measured",
    align: "r",
    cell: ({ target, estimate }: TargetJudgement): string =>
      estimate === null ? "–" : formatValue(estimate.center, target.unit),
  },
  {
    title: "Interval",
    align: "r",
    cell: ({ target, estimate }: TargetJudgement): string =>
      estimate === null ? "" : interval(estimate, target.unit),
  },
  {
    title: "Verdict",
    align: "l",
    cell: ({ verdict }: TargetJudgement): string => `**${verdict}**`,
  },
  {
    title: "Distance",
    align: "r",
    cell: distanceWords,
  },
];

/**
 * Targets with requirement, source, measurement and distance.
 *
 * @param targets - judged targets
 * @returns a Markdown table; empty without targets
 */
export function requirementTable(targets: readonly TargetJudgement[]): string {
  return renderMarkdownTable(REQUIREMENT_COLUMNS, targets);
}
