import type { MetricName } from "../model/metric.ts";
import type { BenchmarkResult } from "../model/result.ts";
import { formatQuantity } from "../wording/number.ts";
import { failuresOf } from "./failure.ts";

/** Exact metrics that are known of a guest that ran, or that another tool reported; the others are facts of a module. */
const COUNTED: ReadonlySet<MetricName> = new Set([
  "fuel",
  "pages",
  "imported_bytes",
  "imported_allocated",
  "imported_count",
  "imported_score",
]);

/**
 * Whether something is known of how a benchmark of this run performs.
 *
 * @param result - benchmark with its data
 * @returns true when a process or a count gave a number, or its code is the baseline's; facts of its module say something
 *   where they are what the benchmark is about, and nothing elsewhere
 */
export function isMeasured(result: BenchmarkResult): boolean {
  const { pairing, benchmark, visits, exact, definitionChange } = result;
  if (pairing === "missing" || benchmark.unsupported !== null) return false;
  if (pairing === "identical" && definitionChange === undefined) return true;
  if (failuresOf(result).candidate !== null) return false;
  return (
    visits.some(({ series }) => series.length > 0) ||
    exact.some(
      ({ metric, candidate }) =>
        candidate !== null && (COUNTED.has(metric) || benchmark.procedure.kind === "size"),
    )
  );
}

/**
 * Says of a run that it measured nothing: such a run never passes, whatever the policy lets fail it.
 *
 * @param results - all benchmarks of the run
 * @returns one sentence with the reasons, most frequent first; null when something was measured
 * @see docs/statistics.md#the-run
 */
export function nothingMeasured(results: readonly BenchmarkResult[]): string | null {
  const measured = results.filter(isMeasured);
  // Where something was to run and nothing did, sizes that are known anyway do not speak for it.
  if (measured.some((one) => !isSize(one))) return null;
  const owed = results.filter(shouldRun);
  if (measured.length > 0 && owed.length === 0) return null;
  const reasons = new Map<string, number>();
  for (const result of results.filter((one) => owed.length === 0 || !isSize(one))) {
    const reason = reasonOf(result);
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const told = [...reasons]
    .toSorted(([, left], [, right]) => right - left)
    .map(([reason, count]) => `${formatQuantity(count, "benchmark")} ${reason}`);
  return `nothing was measured: ${told.length === 0 ? "the list of benchmarks is empty" : told.join("; ")}`;
}

function isSize({ benchmark }: BenchmarkResult): boolean {
  return benchmark.procedure.kind === "size";
}

function shouldRun(result: BenchmarkResult): boolean {
  const { pairing, benchmark } = result;
  return !isSize(result) && pairing !== "missing" && benchmark.unsupported === null;
}

function reasonOf(result: BenchmarkResult): string {
  const { pairing, benchmark } = result;
  if (benchmark.unsupported !== null) return `unsupported (${benchmark.unsupported})`;
  if (pairing === "missing") return "missing";
  const { candidate, baseline } = failuresOf(result);
  if (candidate !== null) return `failed (${candidate.message})`;
  return baseline === null ? "never run" : `without a baseline that runs (${baseline.message})`;
}
