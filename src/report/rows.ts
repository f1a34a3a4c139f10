import { attentionOf } from "../gate/attention.ts";
import { isMove } from "../gate/exact.ts";
import { byChange } from "../gate/judge-benchmark.ts";
import { writtenFor } from "../gate/target-engine.ts";
import type { SuiteName } from "../model/benchmark.ts";
import { SUITES } from "../model/benchmark.ts";
import { ENGINES, type EngineName, engineOfId, idOn, idOnV8 } from "../model/engine.ts";
import { type MetricName, metricOf } from "../model/metric.ts";
import type { BenchmarkResult, ResultDocument } from "../model/result.ts";
import type { BenchmarkJudgement, MetricJudgement, TargetJudgement } from "../model/verdict.ts";
import { metricLabel } from "./metric-label.ts";
import { severityOf } from "./verdict-words.ts";

/** One benchmark as every report shows it. */
export interface Row {
  readonly judgement: BenchmarkJudgement;
  /** Null when the benchmark exists in the baseline only. */
  readonly measured: BenchmarkResult | null;
  readonly suite: SuiteName;
  /** The engine that ran its component; V8 for what runs none. */
  readonly engine: EngineName;
  /** The same benchmark on the other engines of this run; shown beside it, compared with none of them. */
  readonly beside: readonly Beside[];
  /** Why targets that hold for it are judged elsewhere; empty where none is. */
  readonly targetNote: string;
  /** The metric the benchmark is about; null when it failed or was not measured. */
  readonly primary: MetricJudgement | null;
  /** The gated metric that gave the verdict, often the same; null for a failure and where nothing is known. */
  readonly deciding: MetricJudgement | null;
  /** How the verdict was reached, naming the deciding metric where it is not the one shown; empty when nothing is known. */
  readonly because: string;
  /** What a reader must know of how it met its baseline: another definition, or why it did not; empty when nothing. */
  readonly note: string;
  readonly targets: readonly TargetJudgement[];
}

/** A benchmark on another engine. */
export interface Beside {
  readonly engine: EngineName;
  readonly primary: MetricJudgement;
}

/** Rows by what they ask of the reader. */
export interface Groups {
  /** Failures, open regressions, missing and inconclusive benchmarks, worst first. */
  readonly attention: readonly Row[];
  readonly accepted: readonly Row[];
  readonly improvements: readonly Row[];
  /** Unchanged, identical, new and unsupported ones, in the order measured. */
  readonly quiet: readonly Row[];
}

function suiteOf(id: string, measured: BenchmarkResult | null): SuiteName {
  return (
    measured?.benchmark.suite ?? SUITES.find((suite) => id.startsWith(`${suite}/`)) ?? "execution"
  );
}

/**
 * Joins what was measured with what was judged.
 *
 * @param result - judged result
 * @returns one row per judged benchmark, in the order of the judgement
 */
export function rowsOf(result: ResultDocument): readonly Row[] {
  const measured = new Map(result.benchmarks.map((entry) => [entry.benchmark.id, entry]));
  const targets = new Map<string, TargetJudgement[]>();
  for (const target of result.judgement.targets) {
    const sameBenchmark = targets.get(target.id);
    if (sameBenchmark === undefined) targets.set(target.id, [target]);
    else sameBenchmark.push(target);
  }
  const primaries = primariesOf(result, measured);
  return result.judgement.benchmarks.map((judgement) => {
    const entry = measured.get(judgement.id) ?? null;
    const elsewhere = idsElsewhere(judgement.id);
    return {
      judgement,
      measured: entry,
      suite: suiteOf(judgement.id, entry),
      engine: engineOfId(judgement.id),
      beside: elsewhere.flatMap((id) => primaries.get(id) ?? []),
      targetNote: elsewhere.some((id) => hasTarget(targets.get(id) ?? []))
        ? "not the engine of this target"
        : "",
      primary: primaryOf(judgement, entry),
      deciding: decidingOf(judgement),
      because: becauseOf(judgement, entry),
      note: noteOf(judgement, entry),
      targets: targets.get(judgement.id) ?? [],
    };
  });
}

/** The ids of a benchmark on other engines; a name that another tool gave is none of them, whatever it ends in. */
function idsElsewhere(id: string): string[] {
  const own = engineOfId(id);
  return ENGINES.flatMap((engine) => {
    const other = idOn(idOnV8(id), engine);
    return engine !== own && engineOfId(other) === engine ? [other] : [];
  });
}

/** What was measured on each engine, by benchmark id. */
function primariesOf(
  { judgement }: ResultDocument,
  measured: ReadonlyMap<string, BenchmarkResult>,
): ReadonlyMap<string, Beside> {
  return new Map(
    judgement.benchmarks.flatMap((one): [string, Beside][] => {
      const primary = primaryOf(one, measured.get(one.id) ?? null);
      if (primary === null || primary.candidate === null) return [];
      return [[one.id, { engine: engineOfId(one.id), primary }]];
    }),
  );
}

/** A limit that holds on one engine alone. */
function hasTarget(targets: readonly TargetJudgement[]): boolean {
  return targets.some(({ target }) => target.engine !== undefined || writtenFor(target) !== null);
}

/** Another metric in its place would pass for it: a module's size for a time. */
function primaryOf(
  { metrics, failure }: BenchmarkJudgement,
  measured: BenchmarkResult | null,
): MetricJudgement | null {
  if (failure !== null) return null;
  if (measured === null) return metrics[0] ?? null;
  return metrics.find(({ metric }) => metric === measured.benchmark.primary) ?? null;
}

/** Only a gated metric moves: the table gates it, or the policy's allowance does. The tier is that of the worst regression. */
function decidingOf({ verdict, metrics, failure }: BenchmarkJudgement): MetricJudgement | null {
  if (failure !== null) return null;
  const giving = metrics.filter(
    (one) => one.verdict === verdict && (isMove(verdict) || metricOf(one.metric).role === "gated"),
  );
  const [gave] = verdict === "regression" ? giving.toSorted(byChange) : giving;
  return gave ?? metrics[0] ?? null;
}

function becauseOf(judgement: BenchmarkJudgement, measured: BenchmarkResult | null): string {
  const deciding = decidingOf(judgement);
  if (deciding === null) return absenceOf(judgement, measured);
  const isShown = deciding === primaryOf(judgement, measured);
  return isShown ? deciding.because : `${metricLabel(deciding.metric)}: ${deciding.because}`;
}

/** One that cannot run any more says so in a warning. */
function absenceOf({ verdict }: BenchmarkJudgement, measured: BenchmarkResult | null): string {
  const isGone = verdict === "missing" && measured?.benchmark.unsupported === null;
  return isGone ? measured.pairingReason : "";
}

function noteOf({ notCompared }: BenchmarkJudgement, measured: BenchmarkResult | null): string {
  if (notCompared !== undefined) return `not compared: ${notCompared}`;
  return measured?.definitionChange === undefined ? "" : measured.pairingReason;
}

/** Worst verdict first, and among equals the largest change. */
function compareUrgency(left: Row, right: Row): number {
  const bySeverity = severityOf(left.judgement.verdict) - severityOf(right.judgement.verdict);
  if (bySeverity !== 0) return bySeverity;
  return sizeOf(right) - sizeOf(left);
}

/** How much a row moved by the metric it leads with. */
function sizeOf(row: Row): number {
  return Math.abs(decisive(row).primary?.change?.center ?? 0);
}

/**
 * Sorts rows into what needs attention and what does not.
 *
 * @param rows - rows of a result
 * @returns every row in exactly one group
 */
export function groupRows(rows: readonly Row[]): Groups {
  const groups: { [Key in keyof Groups]: Row[] } = {
    attention: [],
    accepted: [],
    improvements: [],
    quiet: [],
  };
  for (const row of rows) groups[groupOf(row)].push(row);
  return {
    attention: groups.attention.toSorted(compareUrgency),
    accepted: groups.accepted.toSorted(compareUrgency),
    improvements: groups.improvements.toSorted(compareUrgency),
    quiet: groups.quiet,
  };
}

/**
 * Whether a benchmark neither moved nor asks for anything: unchanged, identical, new or unsupported.
 *
 * @param row - row of a result
 * @returns true where “only what changed” leaves it out
 */
export function isQuiet(row: Row): boolean {
  return groupOf(row) === "quiet";
}

/**
 * Puts what asks for attention first, then what moved otherwise; among equals the largest change, the rest as measured.
 *
 * @param rows - rows of a result
 * @returns all of them
 */
export function worstFirst(rows: readonly Row[]): readonly Row[] {
  const { attention, accepted, improvements, quiet } = groupRows(rows);
  return [...attention, ...accepted, ...improvements, ...quiet];
}

function groupOf({ judgement }: Row): keyof Groups {
  if (attentionOf(judgement) !== null) return "attention";
  switch (judgement.verdict) {
    // Those that nobody accepted ask for attention.
    case "regression":
    case "missing":
      return "accepted";
    case "improvement":
      return "improvements";
    default:
      return "quiet";
  }
}

/**
 * The metric whose change a row leads with: the one that decided where the benchmark moved, else the one it is about.
 *
 * @param row - row of a result
 * @returns the metric, and whether it is another than the benchmark's own
 */
export function decisive({ judgement, deciding, primary }: Row): {
  readonly primary: MetricJudgement | null;
  readonly isOther: boolean;
} {
  const isOther = isMove(judgement.verdict) && deciding !== null && deciding !== primary;
  return { primary: isOther ? deciding : primary, isOther };
}

/**
 * Finds one metric of a benchmark.
 *
 * @param row - row of a result
 * @param name - metric name
 * @returns its judgement, or null
 */
export function metricIn(row: Row, name: MetricName): MetricJudgement | null {
  return row.judgement.metrics.find(({ metric }) => metric === name) ?? null;
}

/**
 * Groups rows that met the baseline by another definition than its own; what was not compared says so itself.
 *
 * @param rows - rows of a result
 * @returns each reason with its rows, in the order of the first of them
 */
export function groupByDefinition(
  rows: readonly Row[],
): readonly (readonly [string, readonly Row[]])[] {
  return groupByText(rows, ({ judgement, note }) =>
    judgement.notCompared === undefined ? note : "",
  );
}

/**
 * Groups rows of which one thing is to be said.
 *
 * @param rows - rows of a result
 * @param textOf - what is to be said of a row; empty for nothing
 * @returns each text with its rows, in the order of the first of them
 */
export function groupByText(
  rows: readonly Row[],
  textOf: (row: Row) => string,
): readonly (readonly [string, readonly Row[]])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const text = textOf(row);
    if (text !== "") groups.set(text, [...(groups.get(text) ?? []), row]);
  }
  return [...groups];
}
