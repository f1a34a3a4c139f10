import type { Benchmark } from "./benchmark.ts";
import type { ComponentFacts } from "./component.ts";
import type { FuelConfig } from "./config.ts";
import type { Environment } from "./environment.ts";
import type { Policy, Sampling } from "./policy.ts";
import type { RunnerFacts } from "./runner.ts";
import type { ExactValue, Visit, Warning } from "./sample.ts";
import type { Judgement } from "./verdict.ts";

/** Version of the result document; a newer one is refused by name. */
export const RESULT_VERSION = 1;

/** How a benchmark meets its baseline. */
export type Pairing =
  /** Same bytes, definition and engine: not measured for comparison. */
  | "identical"
  /** Both sides in one fresh process. */
  | "paired"
  /** Both sides in fresh processes in ABBA order. */
  | "alternated"
  /** No baseline of this benchmark, or its definition changed. */
  | "new"
  /** In the baseline only. */
  | "missing"
  /** Nothing to compare with, or no comparison wanted. */
  | "alone";

/** Everything measured about one benchmark. */
export interface BenchmarkResult {
  readonly benchmark: Benchmark;
  /** SHA-256 of the definition (procedure, host, harness major), lower-case hex. */
  readonly definition: string;
  readonly pairing: Pairing;
  /** One sentence: why it is paired so (for `new`: what changed). */
  readonly pairingReason: string;
  readonly visits: readonly Visit[];
  readonly exact: readonly ExactValue[];
  readonly warnings: readonly Warning[];
  /** Learned noise from earlier runs; null without history. */
  readonly noise: LearnedNoise | null;
}

/** What earlier unchanged runs taught about a benchmark's noise. */
export interface LearnedNoise {
  /** Pooled within-job variance of y, in log units squared, and its degrees of freedom. */
  readonly variance: number;
  readonly degreesOfFreedom: number;
  /** Between-job standard deviation of unchanged benchmarks, log units. */
  readonly tau: number;
  /** 99 % quantile of |y| without change, log units; null with fewer than 10 values. */
  readonly quantile99: number | null;
}

/** The baseline a run was compared with. */
export interface BaselineInfo {
  /** Where it came from: `cache`, `file`, or the two sides of `compare`. */
  readonly source: "cache" | "file" | "compare";
  /** Cache key, baseline name or path. */
  readonly key: string;
  readonly sha: string;
  readonly createdAt: string;
  readonly environment: Environment;
  readonly fingerprintMatches: boolean;
}

/** Where a run happened. */
export interface RunInfo {
  readonly repository: string;
  readonly sha: string;
  readonly ref: string;
  readonly event: string;
  readonly runId: string;
  readonly attempt: number;
  /** URL of the run's page, or empty. */
  readonly url: string;
}

/** Where the wall time went, in ms. */
export interface TimeSpent {
  readonly totalMs: number;
  readonly startMs: number;
  readonly warmupMs: number;
  readonly measuredMs: number;
  readonly processes: number;
}

/** The result of one run: raw rounds, policy and verdict. Versioned and published (schema/result.json). */
export interface ResultDocument {
  readonly kind: "wasm-bench/result";
  readonly version: typeof RESULT_VERSION;
  readonly tool: string;
  readonly createdAt: string;
  readonly seed: string;
  readonly run: RunInfo;
  readonly environment: Environment;
  readonly sampling: Sampling;
  readonly policy: Policy;
  readonly baseline: BaselineInfo | null;
  /** Why there is no baseline although one was wanted; null otherwise. */
  readonly noBaseline: string | null;
  readonly components: readonly ComponentFacts[];
  readonly baselineComponents: readonly ComponentFacts[];
  readonly benchmarks: readonly BenchmarkResult[];
  readonly warnings: readonly Warning[];
  readonly time: TimeSpent;
  /** How busy the runner was; absent in older documents, and where it was not observed. */
  readonly runner?: RunnerFacts;
  /** How fuel was counted; absent when none was. */
  readonly fuel?: FuelConfig;
  readonly judgement: Judgement;
}

/** A result before it is judged. */
export type Measurements = Omit<ResultDocument, "judgement">;
