import { ratiosOf } from "../gate/log-ratios.ts";
import { isUnconfirmed } from "../gate/open-cause.ts";
import { isLogarithmic, processEstimates } from "../gate/process-values.ts";
import type { HistoryEntry, HistoryPoint } from "../model/baseline.ts";
import { ENGINES, type EngineName, engineOfId } from "../model/engine.ts";
import { fingerprintOf } from "../model/environment.ts";
import { type MetricName, metricOf } from "../model/metric.ts";
import type { BenchmarkResult, ResultDocument } from "../model/result.ts";
import type { BenchmarkJudgement } from "../model/verdict.ts";
import { median } from "../stats/descriptive.ts";

const TAG_REF = "refs/tags/";

function candidateValues(result: BenchmarkResult, metricName: MetricName): number[] {
  const exact = result.exact.find(({ metric }) => metric === metricName && isSize(result));
  if (exact !== undefined) return exact.candidate === null ? [] : [exact.candidate];
  return processEstimates(result.visits, metricName).candidate.map(({ value }) => value);
}

/** A size has no processes: its one value stands for the run. */
function isSize({ benchmark }: BenchmarkResult): boolean {
  return benchmark.procedure.kind === "size";
}

/** The kernel's time over the processes; bytes do not depend on how fast the machine is. */
function kernelOf(result: BenchmarkResult): number | null {
  const values = candidateValues(result, "kernel");
  return values.length === 0 || !isLogarithmic(metricOf(result.benchmark.primary))
    ? null
    : median(values);
}

/** Names of the components whose bytes are the same on both sides. */
function unchangedComponents(result: ResultDocument): Set<string> {
  const before = new Map(result.baselineComponents.map(({ name, sha256 }) => [name, sha256]));
  return new Set(
    result.components
      .filter(({ name, sha256 }) => before.get(name) === sha256)
      .map(({ name }) => name),
  );
}

/** Whether y shows noise and nothing else: the same bytes measured against themselves, or a verdict of no change that does not even look faster. */
function showsNoiseOnly(
  { benchmark }: BenchmarkResult,
  judgement: BenchmarkJudgement,
  sameBytes: ReadonlySet<string>,
): boolean {
  const same = sameBytes.has(benchmark.component);
  const isStill = judgement.verdict === "unchanged" && !isUnconfirmed(judgement);
  return !judgement.contaminated && (same || isStill);
}

/**
 * What a run leaves in the history: its numbers by engine, since those of one do not change with the build of another.
 *
 * @param result - judged result of the run
 * @param tag - release tag of the commit; by default the tag the run was started for, or null
 * @returns V8's entry, then one for each other engine with benchmarks; each with a point for every benchmark that gave data
 *   on the candidate's side; benchmarks that failed, were identical or not measured have none
 * @see docs/statistics.md#trend
 */
export function historyEntriesOf(
  result: ResultDocument,
  tag: string | null = tagOf(result.run.ref),
): HistoryEntry[] {
  const used = new Set(result.benchmarks.map(({ benchmark }) => benchmark.engine ?? "v8"));
  return ENGINES.filter((engine) => engine === "v8" || used.has(engine)).map((engine) =>
    entryOf(result, tag, engine),
  );
}

/**
 * The engine whose numbers an entry holds.
 *
 * @param entry - entry of a history
 * @returns the engine its benchmarks name; V8 for entries of older versions, and without any
 */
export function engineOfEntry({ benchmarks }: Pick<HistoryEntry, "benchmarks">): EngineName {
  return engineOfId(Object.keys(benchmarks)[0] ?? "");
}

function entryOf(result: ResultDocument, tag: string | null, engine: EngineName): HistoryEntry {
  const { run, createdAt, environment, judgement } = result;
  const sameBytes = unchangedComponents(result);
  const judgements = new Map(judgement.benchmarks.map((one) => [one.id, one]));
  const own = result.benchmarks.filter(({ benchmark }) => (benchmark.engine ?? "v8") === engine);
  const points = own.flatMap((one): (readonly [string, HistoryPoint])[] => {
    const judged = judgements.get(one.benchmark.id);
    const p25 = candidateValues(one, one.benchmark.primary);
    if (judged === undefined || judged.verdict === "failed" || p25.length === 0) {
      return [];
    }
    const y = showsNoiseOnly(one, judged, sameBytes)
      ? ratiosOf(one, one.benchmark.primary).map(({ value }) => value)
      : [];
    return [[one.benchmark.id, { p25, kernel: kernelOf(one), y }]];
  });
  return {
    sha: run.sha,
    createdAt,
    runId: run.runId,
    fingerprint: fingerprintOf(environment, engine),
    tag,
    benchmarks: Object.fromEntries(points),
  };
}

function tagOf(ref: string): string | null {
  return ref.startsWith(TAG_REF) ? ref.slice(TAG_REF.length) : null;
}
