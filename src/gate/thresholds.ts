import type { Benchmark } from "../model/benchmark.ts";
import type { Metric } from "../model/metric.ts";
import type { Override, Policy, Thresholds } from "../model/policy.ts";
import type { BenchmarkResult } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import { formatPercent } from "../wording/percent.ts";
import { matchesBenchmark } from "./match.ts";

/** A benchmark noisier than this is shown, not gated. */
const NOISE_CAP = 0.25;
/** No change of resident memory below this counts: what the operating system hands out comes in pages. */
const BYTES_FLOOR = 4096;

/** Thresholds of one metric of one benchmark after overrides and learned noise. */
export interface EffectiveThresholds {
  /** A change of this size must be caught (T), as a fraction. */
  readonly regression: number;
  /** Decides on fresh data (θ), as a fraction. */
  readonly decide: number;
  /** Makes suspect (s), as a fraction. */
  readonly suspect: number;
  /** Absolute difference in the metric's unit that a change must exceed. */
  readonly floor: number;
  /** False when the learned noise is beyond what can be gated. */
  readonly gated: boolean;
  readonly warnings: readonly Warning[];
}

/**
 * The overrides that match a benchmark.
 *
 * @param policy - policy of the run
 * @param id - benchmark id
 * @returns in the order written: of several the last one that names a field holds
 */
export function overridesFor(policy: Policy, id: string): Override[] {
  return policy.overrides.filter(({ benchmark }) => matchesBenchmark(benchmark, id));
}

/** What thresholds depend on of a benchmark. */
type Judged = Pick<Benchmark, "id" | "primary">;

function floorOf(benchmark: Judged, metric: Metric, policy: Policy): number {
  const own = overridesFor(policy, benchmark.id).findLast(
    ({ floor, floorUnit }) => floor !== null && (floorUnit ?? metric.unit) === metric.unit,
  );
  if (own?.floor != null && benchmark.primary === metric.name) {
    return own.floor;
  }
  if (metric.unit === "ns") {
    return policy.thresholds.floor;
  }
  return metric.unit === "bytes" ? BYTES_FLOOR : 0;
}

/**
 * The thresholds a policy sets for a metric of a benchmark, before anything is known of its noise.
 *
 * @param benchmark - id, for overrides, and primary metric
 * @param metric - metric to be judged
 * @param policy - policy that sets them
 * @returns fractions; the floor in the metric's unit
 */
export function wantedThresholds(benchmark: Judged, metric: Metric, policy: Policy): Thresholds {
  const own = overridesFor(policy, benchmark.id).findLast(({ regression }) => regression !== null);
  const wanted = own?.regression ?? policy.thresholds.regression;
  return raisedTo(wanted, floorOf(benchmark, metric, policy), policy);
}

/** A threshold T moves θ and s with it in proportion. */
function raisedTo(regression: number, floor: number, { thresholds }: Policy): Thresholds {
  const scale = thresholds.regression > 0 ? regression / thresholds.regression : 1;
  return {
    regression,
    decide: thresholds.decide * scale,
    suspect: thresholds.suspect * scale,
    floor,
  };
}

/**
 * The thresholds that hold for a metric of a benchmark.
 *
 * An override moves T, and θ and s with it in proportion; so does learned noise above T, up to a cap.
 *
 * @param result - benchmark with what earlier runs taught about its noise
 * @param metric - metric to be judged
 * @param policy - policy of the run
 * @returns thresholds as fractions, floor in the metric's unit
 * @see docs/statistics.md#thresholds
 */
export function thresholdsFor(
  result: BenchmarkResult,
  metric: Metric,
  policy: Policy,
): EffectiveThresholds {
  const wanted = wantedThresholds(result.benchmark, metric, policy);
  const learned = result.benchmark.primary === metric.name ? result.noise?.quantile99 : null;
  const noise = Math.expm1(learned ?? 0);
  const regression = Math.max(wanted.regression, Math.min(noise, NOISE_CAP));
  return {
    ...raisedTo(regression, wanted.floor, policy),
    gated: noise <= NOISE_CAP,
    warnings: noiseWarnings(noise, wanted.regression),
  };
}

function noiseWarnings(noise: number, wanted: number): Warning[] {
  if (noise > NOISE_CAP) {
    const message = `unchanged code differs by up to ${formatPercent(noise)} here, more than ${formatPercent(NOISE_CAP)}: shown, not gated`;
    return [{ code: "too-noisy", message }];
  }
  if (noise > wanted) {
    const message = `unchanged code differs by up to ${formatPercent(noise)} here: threshold raised from ${formatPercent(wanted)}`;
    return [{ code: "threshold-raised", message }];
  }
  return [];
}
