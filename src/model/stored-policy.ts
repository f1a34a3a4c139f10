import type { Benchmark, SuiteName } from "./benchmark.ts";
import type { ConfirmPlace, FuelConfig } from "./config.ts";
import type { Policy, Sampling } from "./policy.ts";

/** By whose policy a pull request is judged: its own, or the one stored in the baseline. */
export const POLICY_CHOICES = ["candidate", "base"] as const;

/** One of {@link POLICY_CHOICES}. */
export type PolicyChoice = (typeof POLICY_CHOICES)[number];

/** How a component is configured, apart from its calls. */
export interface ComponentSettings {
  readonly name: string;
  /** Text of each setting by its key in the configuration, such as `path` or `limits.fuel`; unset ones are left out. */
  readonly settings: Readonly<Record<string, string>>;
}

/** The whole gate of a run: its policy, and what is measured how. `today` is the day it was written. */
export interface StoredPolicy extends Policy {
  /** Path of the configuration relative to the checkout, `/` between folders; null without a file. */
  readonly config: string | null;
  readonly confirm: ConfirmPlace;
  readonly sampling: Sampling;
  readonly fuel: FuelConfig;
  /** Engines that run the modules, each as `sayEngine` tells it; absent where V8 alone does. */
  readonly engines?: readonly string[];
  /** Suites the workflow or command line chose; null for all that the configuration names. */
  readonly suites: readonly SuiteName[] | null;
  /** Components of the configuration; empty when the reference components are measured. */
  readonly components: readonly ComponentSettings[];
  /** Every benchmark of the configuration, also those this run left out. */
  readonly benchmarks: readonly Benchmark[];
}

/** The two policies that meet in a run. */
export interface Policies {
  /** By which one the run was to be judged. */
  readonly judgedBy: PolicyChoice;
  /** The policy of this run's own configuration and inputs. */
  readonly candidate: StoredPolicy;
  /** The policy the baseline was saved under; null where it stores none. */
  readonly base: StoredPolicy | null;
}
