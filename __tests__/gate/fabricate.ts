import type { Benchmark } from "../../src/model/benchmark.ts";
import type { ComponentFacts } from "../../src/model/component.ts";
import { DEFAULT_ALLOWANCES, type MetricName, metricOf } from "../../src/model/metric.ts";
import type { Policy } from "../../src/model/policy.ts";
import { type BenchmarkResult, type Measurements, RESULT_VERSION } from "../../src/model/result.ts";
import type { Failure, Series, Side, Stage, Visit } from "../../src/model/sample.ts";
import type { Target } from "../../src/model/target.ts";

/** The shipped policy: T = 5 %, θ = 3 %, s = 1.5 %. */
export const POLICY: Policy = {
  thresholds: { regression: 0.05, decide: 0.03, suspect: 0.015, floor: 0 },
  overrides: [],
  accept: [],
  targets: [],
  failOn: ["regression", "target", "error"],
  inconclusive: "warn",
  allowances: DEFAULT_ALLOWANCES,
  confidenceLevel: 0.95,
  today: "2026-11-23",
};

/** One series of the first copy. */
export function series(metric: MetricName, side: Side, values: readonly number[]): Series {
  return { metric, side, copy: 0, values };
}

/** One visit with the given series. */
export function visit(process: number, all: readonly Series[], part: Partial<Visit> = {}): Visit {
  return {
    process,
    stage: "screen",
    iterations: 1000,
    wallNs: 3e8,
    measuredNs: 2.5e8,
    series: all,
    failure: null,
    warnings: [],
    output: "",
    ...part,
  };
}

/** Visits of a shared process each, whose log ratios are the given ones; the baseline takes 1 µs (or 1000 bytes). */
export function pairedVisits(
  ratios: readonly number[],
  stage: Stage = "screen",
  part: { first?: number; metric?: MetricName; baseline?: number; kernel?: number } = {},
): Visit[] {
  const { first = 0, metric = "time", baseline = 1000, kernel = 0 } = part;
  return ratios.map((ratio, index) =>
    visit(
      first + index,
      [
        series(metric, "baseline", [baseline]),
        series(metric, "candidate", [baseline * Math.exp(ratio)]),
        series("kernel", "baseline", [500]),
        series("kernel", "candidate", [500 * Math.exp(kernel)]),
      ],
      { stage },
    ),
  );
}

/** A failure of a side. */
export function failure(side: Failure["side"], message = "unreachable"): Failure {
  return { kind: "trap", category: "unreachable", message, side };
}

/** A visit that ended in a failure. */
export function failedVisit(
  process: number,
  side: Failure["side"],
  stage: Stage = "screen",
): Visit {
  return visit(process, [], { failure: failure(side), stage });
}

/** A benchmark of the execution suite. */
export function benchmark(id: string, part: Partial<Benchmark> = {}): Benchmark {
  return {
    id,
    suite: "execution",
    component: "fib",
    procedure: { kind: "cold_start", call: null },
    primary: "time",
    unsupported: null,
    ...part,
  };
}

/** A paired benchmark with the given visits. */
export function result(
  visits: readonly Visit[],
  part: Partial<BenchmarkResult> = {},
  id = "execution/compute_heavy/fib_20",
): BenchmarkResult {
  return {
    benchmark: benchmark(id),
    definition: "ab",
    pairing: "paired",
    pairingReason: "bytes differ",
    visits,
    exact: [],
    warnings: [],
    noise: null,
    ...part,
  };
}

/** Learned noise of 1 % between processes, worth 20 observations. */
export const LEARNED = {
  variance: 1e-4,
  degreesOfFreedom: 20,
  tau: 0.0025,
  quantile99: null,
} as const;

/**
 * A paired benchmark whose noise has been learned, after its screen.
 *
 * @param id - benchmark id
 * @param screen - log ratios of the processes
 * @param part - what differs
 * @returns the benchmark
 */
export function named(
  id: string,
  screen: readonly number[],
  part: Partial<BenchmarkResult> = {},
): BenchmarkResult {
  return result(pairedVisits(screen), { noise: LEARNED, ...part }, id);
}

/** Facts of a component with a code section of some size. */
export function facts(name: string, codeBytes: number): ComponentFacts {
  return {
    name,
    path: `${name}.wasm`,
    format: "wasm",
    sha256: "00",
    sizeBytes: codeBytes + 100,
    gzipBytes: 50,
    brotliBytes: 40,
    sections: [{ name: "code", bytes: codeBytes }],
    functions: 1,
    imports: 0,
    exports: 1,
  };
}

/** A target in the metric's own unit. */
export function target(pattern: string, max: number, part: Partial<Target> = {}): Target {
  const metric = part.metric ?? "time";
  return {
    benchmark: pattern,
    metric,
    max,
    unit: metricOf(metric).unit,
    source: "ADR-1",
    severity: "fail",
    title: `limit of ${pattern}`,
    writtenFor: null,
    note: "",
    ...part,
  };
}

/** A whole run with the given benchmarks. */
export function measurements(
  benchmarks: readonly BenchmarkResult[],
  part: Partial<Measurements> = {},
): Measurements {
  return {
    kind: "wasm-bench/result",
    version: RESULT_VERSION,
    tool: "1.0.0",
    createdAt: "2026-11-23T00:00:00Z",
    seed: "seed",
    run: {
      repository: "o/r",
      sha: "00",
      ref: "refs/heads/x",
      event: "push",
      runId: "1",
      attempt: 1,
      url: "",
    },
    environment: {
      platform: "linux",
      arch: "x64",
      cpuModel: "cpu",
      cpuCount: 2,
      totalMemoryBytes: 1,
      osRelease: "1",
      image: "",
      node: "24.0.0",
      v8: "13",
      tier: "natural",
      flags: [],
      harness: 1,
    },
    sampling: {
      samples: 30,
      timeMs: 5000,
      maxInstances: 50,
      processes: 6,
      rounds: 20,
      copies: 4,
      blockMs: 1,
      warmupMs: 10,
      timeoutMs: 30_000,
      tier: "natural",
      flags: [],
    },
    policy: POLICY,
    baseline: null,
    noBaseline: null,
    components: [],
    baselineComponents: [],
    benchmarks,
    warnings: [],
    time: { totalMs: 1, startMs: 0, warmupMs: 0, measuredMs: 1, processes: 1 },
    ...part,
  };
}
