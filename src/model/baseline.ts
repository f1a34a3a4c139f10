import type { ClosureLink, ClosurePlaces } from "./closure.ts";
import type { ComponentFormat, Host } from "./component.ts";
import type { FuelConfig } from "./config.ts";
import type { Environment } from "./environment.ts";
import type { ExactMetricName, MetricName, PrimaryMetric } from "./metric.ts";
import type { LearnedNoise, RunInfo } from "./result.ts";
import type { StoredPolicy } from "./stored-policy.ts";

/** Version of the baseline document; a newer one is refused by name. */
export const BASELINE_VERSION = 2;

/** Runs kept in the history of each fingerprint. */
export const HISTORY_LIMIT = 20;

/** A file of a component; its bytes lie in the bundle under their hash. */
export interface StoredFile {
  /** Plain relative name within the virtual root, `/` between folders. */
  readonly name: string;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** The layout of a closure, without its files and its entry. */
export interface StoredLayout extends Omit<ClosurePlaces, "entry"> {
  readonly links: readonly ClosureLink[];
  /** SHA-256 of the WebAssembly that was compiled and is none of the files. */
  readonly compiled: readonly string[];
}

/** Everything an imports module needs. */
export interface StoredClosure extends StoredLayout, ClosurePlaces {
  readonly files: readonly StoredFile[];
}

/** A component whose bytes the bundle carries. */
export interface StoredComponent {
  /** Name of letters, digits, `.`, `_` and `-`. */
  readonly name: string;
  /** Path as written in the configuration: a label, never opened. */
  readonly path: string;
  readonly format: ComponentFormat;
  /** Where its imports came from; a module's path is a label, never opened. */
  readonly host: Host;
  /** SHA-256 as {@link Component.sha256}; computed again when it is read. */
  readonly sha256: string;
  /** SHA-256 of the module's bytes alone: the name they are stored under. Null for glue without a module file. */
  readonly moduleSha256: string | null;
  /** Size of the module in bytes; 0 for glue without a module file. */
  readonly sizeBytes: number;
  /** Everything the glue needs; empty for every other format. */
  readonly files: readonly StoredFile[];
  /** Where the glue's files lie; absent for every other format, and in baselines saved before glue was observed. */
  readonly layout?: StoredLayout;
  /** What its imports module needs; absent without one, and in baselines saved before host code was observed. */
  readonly hostClosure?: StoredClosure;
  /** Name among `files` of the module to import; null for every other format. */
  readonly entry: string | null;
  /** Export of the glue called once with the module's bytes, or null. */
  readonly init: string | null;
  /** SHA-256 of the definition by benchmark id. */
  readonly definitions: Readonly<Record<string, string>>;
}

/** A component left out of the bundle. */
export interface LeftOut {
  readonly name: string;
  /** SHA-256 as {@link Component.sha256}: unchanged code is `identical` though its bytes are not at hand. */
  readonly sha256: string;
  /** True when it needs something that was not seen: its hash does not tell whether its code changed. */
  readonly partlySeen?: boolean;
  readonly sizeBytes: number;
  /** One sentence: why. */
  readonly reason: string;
}

/** What was measured of one benchmark: per metric one value per process. */
export interface StoredBenchmark {
  readonly id: string;
  /** Name of the component; empty when it runs none. */
  readonly component: string;
  readonly definition: string;
  /** Hash of the user's JavaScript it ran with (imports, native reference); null without any. */
  readonly hostCode: string | null;
  /** SHA-256 of the closure of its native reference alone; absent without one. */
  readonly native?: string;
  readonly primary: PrimaryMetric;
  /** Noisy metrics: the reduced value of each process, in the metric's unit. */
  readonly series: readonly { readonly metric: MetricName; readonly values: readonly number[] }[];
  /** Exact metrics; null where the value cannot be compared, with the reason in `note`. */
  readonly exact: readonly {
    readonly metric: ExactMetricName;
    readonly value: number | null;
    readonly note: string | null;
  }[];
}

/** One benchmark in one run of the history. */
export interface HistoryPoint {
  /** 25th percentile of the primary metric, one per process, in its unit. */
  readonly p25: readonly number[];
  /** 25th percentile of the calibration kernel in ns; null where none was measured. */
  readonly kernel: number | null;
  /** Log ratios candidate to baseline, one per process, of a benchmark whose code did not change; else empty. */
  readonly y: readonly number[];
}

/** One run of the history. */
export interface HistoryEntry {
  readonly sha: string;
  readonly createdAt: string;
  readonly runId: string;
  readonly fingerprint: string;
  /** Release tag of the commit, or null. */
  readonly tag: string | null;
  readonly benchmarks: Readonly<Record<string, HistoryPoint>>;
}

/** The baseline: what was measured, what was learned, and the manifest of the binaries beside it. Versioned and published. */
export interface BaselineDocument {
  readonly kind: "wasm-bench/baseline";
  readonly version: typeof BASELINE_VERSION;
  readonly tool: string;
  readonly createdAt: string;
  readonly run: RunInfo;
  readonly environment: Environment;
  /** Cache key of the baseline this run was compared with; null when it was compared with none from the cache. */
  readonly comparedWith: string | null;
  readonly components: readonly StoredComponent[];
  /** Components whose bytes are missing, by name. */
  readonly leftOut: readonly LeftOut[];
  readonly benchmarks: readonly StoredBenchmark[];
  /** The last {@link HISTORY_LIMIT} runs of each fingerprint, oldest first. */
  readonly history: readonly HistoryEntry[];
  /** Learned noise by benchmark id. */
  readonly noise: Readonly<Record<string, LearnedNoise>>;
  /** How fuel was counted; absent when none was. */
  readonly fuel?: FuelConfig;
  /** The policy it was saved under; absent when an earlier version saved it. */
  readonly policy?: StoredPolicy;
}
