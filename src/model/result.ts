import type { Benchmark } from "./benchmark.ts";
import type { BaselineOffset } from "./commit.ts";
import type { ComponentFacts } from "./component.ts";
import type { FuelConfig } from "./config.ts";
import type { Environment } from "./environment.ts";
import type { FunctionDifference } from "./function-difference.ts";
import type { Policy, Sampling } from "./policy.ts";
import type { RunnerFacts } from "./runner.ts";
import type { ExactValue, Visit, Warning } from "./sample.ts";
import type { Slopes } from "./slope.ts";
import type { Policies } from "./stored-policy.ts";
import type { Judgement } from "./verdict.ts";

/** Version of the result document; a newer one is refused by name. */
export const RESULT_VERSION = 2;

/**
 * How the definition of a benchmark differs from the baseline's, where the baseline has a module to compare with: it is
 * new here, or known by another definition. Both sides are then measured by the new one.
 */
export const DEFINITION_CHANGES = ["added", "redefined"] as const;

/** One of {@link DEFINITION_CHANGES}. */
export type DefinitionChange = (typeof DEFINITION_CHANGES)[number];

/** How a benchmark meets its baseline. */
export type Pairing =
  /** Same bytes: not measured for comparison. */
  | "identical"
  /** Both sides in one fresh process. */
  | "paired"
  /** Both sides in fresh processes in ABBA order. */
  | "alternated"
  /** The baseline has no module that could stand on the other side. */
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
  /** Absent where the baseline knows it by the same definition, or has nothing to compare with. */
  readonly definitionChange?: DefinitionChange;
  /** Name of the baseline's component, where a renamed one is compared; absent when it is the same. */
  readonly baseComponent?: string;
  /** Why the baseline's side could not be measured although it should have been; absent when it could. */
  readonly obstacle?: string;
  readonly visits: readonly Visit[];
  readonly exact: readonly ExactValue[];
  /** What calling it again and again on one instance showed; absent in older documents, and where that was not done. */
  readonly slopes?: Slopes;
  readonly warnings: readonly Warning[];
  /** Learned noise from earlier runs; null without history. */
  readonly noise: LearnedNoise | null;
  /** Which functions consume more or less; absent in older documents, and where nothing moved or none were counted. */
  readonly functions?: FunctionDifference;
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
  /** The commit that was wanted, where this is another one; absent when it is that commit, or none was wanted. */
  readonly offset?: BaselineOffset;
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
  /** The policy it is judged by. */
  readonly policy: Policy;
  /** The candidate's policy and the base's; absent where modules or other tools' results are compared directly. */
  readonly policies?: Policies;
  readonly baseline: BaselineInfo | null;
  /** Why there is no baseline although one was wanted; null otherwise. */
  readonly noBaseline: string | null;
  /** Why a store of baselines could not be asked or read, which is not “none saved yet”; absent when all answered. */
  readonly storeFault?: string;
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
