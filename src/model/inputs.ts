import type { SuiteName } from "./benchmark.ts";
import type { ConfirmPlace } from "./config.ts";
import type { EngineChoice } from "./engine.ts";
import type { ImportFormatChoice } from "./imported.ts";
import type { FailureKind } from "./policy.ts";
import type { PolicyChoice } from "./stored-policy.ts";

/** What a run does. */
export const MODES = ["run", "merge", "comment", "import"] as const;

/** One of {@link MODES}. */
export type Mode = (typeof MODES)[number];

/** When the pull request is commented on. */
export const COMMENT_POLICIES = ["always", "on-change", "on-failure", "never"] as const;

/** One of {@link COMMENT_POLICIES}. */
export type CommentPolicy = (typeof COMMENT_POLICIES)[number];

/** Where the HTML report goes: to an artifact of the run, or to the workspace only. */
export const REPORT_PLACES = ["artifact", "none"] as const;

/** One of {@link REPORT_PLACES}. */
export type ReportPlaceChoice = (typeof REPORT_PLACES)[number];

/** When a baseline is saved: on trusted events of the baseline branch, on trusted events of any branch, or never. */
export const SAVE_POLICIES = ["auto", "always", "never"] as const;

/** One of {@link SAVE_POLICIES}. */
export type SavePolicy = (typeof SAVE_POLICIES)[number];

/** Where the baseline comes from; a file baseline has a name within `baselines/`. */
export type BaselineChoice =
  | { readonly kind: "cache" }
  | { readonly kind: "file"; readonly name: string }
  | { readonly kind: "none" };

/** A part of the benchmarks: `index` of `count`, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Another tool's results, for `mode: import`. */
export interface ImportChoice {
  readonly format: ImportFormatChoice;
  /** File or folder of the results, relative to the working directory. */
  readonly path: string;
  /** The base's results: a path, or for Criterion the name of a saved baseline; null for what the tool kept itself. */
  readonly baseline: string | null;
  /** Whether results more than a day older than the newest of the run are judged all the same. */
  readonly allowStale: boolean;
}

/** Every input of the action, checked. Null leaves a choice to the configuration. */
export interface Inputs {
  /** Path of the configuration, relative to `workingDirectory`; null looks for `wasm-bench.yml` or `wasm-bench.yaml` there. */
  readonly config: string | null;
  readonly workingDirectory: string;
  readonly mode: Mode;
  /** Engines that run the modules, in place of those of the configuration and its components; null leaves it to them. */
  readonly engines: readonly EngineChoice[] | null;
  /** Suites to run; null runs all that the configuration names. */
  readonly suites: readonly SuiteName[] | null;
  readonly shard: Shard | null;
  /** Folder with the results of other jobs, for `merge` and `comment`. */
  readonly results: string;
  /** What to import; null in every other mode. */
  readonly imported: ImportChoice | null;
  readonly baseline: BaselineChoice;
  /** Branch whose runs save the baseline; null is the repository's default branch. */
  readonly baselineBranch: string | null;
  readonly saveBaseline: SavePolicy;
  /** Smallest regression that must be caught, as a fraction. */
  readonly threshold: number | null;
  readonly failOn: readonly FailureKind[] | null;
  readonly confirm: ConfirmPlace | null;
  /** True when the workflow says that a second job decides what `confirm: fresh-runner` leaves open. */
  readonly secondJob: boolean;
  /** By whose policy a pull request is judged. */
  readonly policy: PolicyChoice;
  /** Benchmark ids another machine would have failed for, to be upheld or lifted here; empty in a first job. */
  readonly suspects: readonly string[];
  readonly comment: CommentPolicy;
  /** Tells the comments of several jobs apart; may be empty. */
  readonly commentKey: string;
  readonly status: boolean;
  readonly summary: boolean;
  readonly report: ReportPlaceChoice;
  /** Longest time to measure, in ms; null sets no limit. */
  readonly timeBudgetMs: number | null;
  readonly selfTest: boolean;
  /** Token for the GitHub API; empty where there is none. */
  readonly githubToken: string;
}
