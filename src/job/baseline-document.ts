import { noisyMetricsOf } from "../gate/judge-metrics.ts";
import { nothingMeasured } from "../gate/nothing-measured.ts";
import { processEstimates } from "../gate/process-values.ts";
import { isOpenMissing } from "../gate/removals.ts";
import { historyEntriesOf } from "../history/history-entry.ts";
import { appendHistory, forgetRedefined, learnAll } from "../history/history-ring.ts";
import {
  BASELINE_VERSION,
  type BaselineDocument,
  type HistoryEntry,
  type StoredBenchmark,
  type StoredComponent,
} from "../model/baseline.ts";
import type { BenchmarkResult, ResultDocument } from "../model/result.ts";
import { formatQuantity } from "../wording/number.ts";

/** What the baseline before knew of earlier runs. */
export interface EarlierRuns {
  /** Runs, oldest first. */
  readonly history: readonly HistoryEntry[];
  /** What its benchmarks were defined as. */
  readonly benchmarks: readonly Pick<StoredBenchmark, "id" | "definition">[];
}

/** There was no baseline before. */
export const NO_EARLIER_RUNS: EarlierRuns = { history: [], benchmarks: [] };

/** What a baseline is written from. */
export interface BaselineParts {
  readonly result: ResultDocument;
  /** Manifest of the binaries. */
  readonly components: readonly StoredComponent[];
  readonly earlier: EarlierRuns;
  /** Hash of the user's JavaScript by benchmark id. */
  readonly hostCodes: ReadonlyMap<string, string | null>;
  /** Hash of the native reference by benchmark id; absent where none has one. */
  readonly natives?: ReadonlyMap<string, string>;
}

/**
 * Makes the document of a baseline from a run's result.
 *
 * @param parts - result, manifest and the history so far; points of benchmarks that were redefined are forgotten
 * @returns the document; binaries that do not fit are left out when it is written
 */
export function baselineDocumentOf({
  result,
  components,
  earlier,
  hostCodes,
  natives = new Map(),
}: BaselineParts): BaselineDocument {
  const comparable = forgetRedefined(earlier.history, earlier.benchmarks, result.benchmarks);
  const entries = historyEntriesOf(result);
  const runs = entries.reduce(appendHistory, comparable);
  const { tool, createdAt, run, environment, fuel, baseline, policies } = result;
  return {
    kind: "wasm-bench/baseline",
    version: BASELINE_VERSION,
    tool,
    createdAt,
    run,
    environment,
    comparedWith: baseline?.source === "cache" ? baseline.key : null,
    components,
    leftOut: [],
    benchmarks: result.benchmarks.filter(isCandidate).map((one) => {
      const { id } = one.benchmark;
      const native = natives.get(id);
      const stored = storedBenchmark(one, hostCodes.get(id) ?? null);
      return native === undefined ? stored : { ...stored, native };
    }),
    history: runs,
    noise: Object.assign({}, ...entries.map(({ fingerprint }) => learnAll(runs, fingerprint))),
    ...(fuel === undefined ? {} : { fuel }),
    ...(policies === undefined ? {} : { policy: policies.candidate }),
  };
}

function isCandidate({ pairing, benchmark }: BenchmarkResult): boolean {
  return pairing !== "missing" && benchmark.unsupported === null;
}

function storedBenchmark(one: BenchmarkResult, hostCode: string | null): StoredBenchmark {
  const { id, component, primary } = one.benchmark;
  const series = noisyMetricsOf(one).flatMap((metric) => {
    const values = processEstimates(one.visits, metric).candidate.map(({ value }) => value);
    return values.length === 0 ? [] : [{ metric, values }];
  });
  const exact = one.exact.map(({ metric, candidate, note }) => ({
    metric,
    value: candidate,
    note,
  }));
  return { id, component, definition: one.definition, hostCode, primary, series, exact };
}

/** What the hint of a refusal names at most. */
const NAMED = 3;

/**
 * Why a result may not become a baseline: it would make the next comparison blind.
 *
 * @param result - judged result
 * @returns one sentence naming what failed, is missing without being accepted, or that nothing was measured; null when it may
 */
export function baselineObstacle(result: ResultDocument): string | null {
  const { benchmarks } = result.judgement;
  const failed = benchmarks.filter(({ verdict }) => verdict === "failed");
  if (failed.length > 0) return `${naming(failed, "failed")}: a broken run is no baseline`;
  const nothing = nothingMeasured(result.benchmarks);
  if (nothing !== null) return nothing;
  const lost = result.policy.failOn.includes("missing") ? benchmarks.filter(isOpenMissing) : [];
  return lost.length === 0
    ? null
    : `${naming(lost, "missing")}: bring them back, or accept that they go (accept: { benchmark, removed: true, reason })`;
}

function naming(found: readonly { readonly id: string }[], word: string): string {
  const ids = found.slice(0, NAMED).map(({ id }) => id);
  const more = found.length > ids.length ? ", …" : "";
  return `${formatQuantity(found.length, "benchmark")} ${word} (${ids.join(", ")}${more})`;
}
