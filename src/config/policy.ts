import type { ComponentEntry, Config } from "../model/config.ts";
import { sayEngine } from "../model/engine-words.ts";
import type { Inputs } from "../model/inputs.ts";
import type { Policy, Sampling } from "../model/policy.ts";
import type { ComponentSettings, StoredPolicy } from "../model/stored-policy.ts";
import { DEFAULT_FAIL_ON } from "./inputs.ts";
import { thresholdsOf } from "./thresholds.ts";

/** Inputs that come before every policy, the configuration's and the base's. */
export type PinnedInputs = Pick<Inputs, "threshold" | "failOn">;

/**
 * Joins inputs, configuration and defaults to the policy of a run, in that order of precedence.
 *
 * @param config - the configuration
 * @param inputs - a `threshold` replaces the three of the configuration (its floor stays); `failOn` replaces its list
 * @param today - the day, YYYY-MM-DD (UTC), that decides which acceptances have expired
 * @returns the policy, as it is stored with the result
 */
export function policyOf(config: Config, inputs: PinnedInputs, today: string): Policy {
  const { gate, overrides, accept, removals, targets } = config;
  return withInputs(
    {
      thresholds: gate.thresholds,
      overrides,
      accept,
      ...(removals.length === 0 ? {} : { removals }),
      targets,
      failOn: gate.failOn ?? DEFAULT_FAIL_ON,
      inconclusive: gate.inconclusive,
      allowances: gate.allowances,
      confidenceLevel: gate.confidenceLevel,
      ...(gate.confirmImprovements ? { confirmImprovements: true as const } : {}),
      today,
    },
    inputs,
  );
}

/**
 * The policy a baseline was saved under, as it judges today.
 *
 * @param stored - what the baseline stores
 * @param inputs - choices of the workflow, which come before it as before a configuration
 * @param today - the day, YYYY-MM-DD (UTC), that decides which acceptances have expired
 * @returns the policy alone, without what is measured
 */
export function basePolicyOf(stored: StoredPolicy, inputs: PinnedInputs, today: string): Policy {
  const { thresholds, overrides, accept, targets } = stored;
  const { failOn, inconclusive, allowances, confidenceLevel, removals = [] } = stored;
  const rules = { thresholds, overrides, accept, targets, failOn, inconclusive, allowances };
  const removed = removals.length === 0 ? {} : { removals };
  const asked = stored.confirmImprovements === true ? { confirmImprovements: true as const } : {};
  return withInputs({ ...rules, ...removed, confidenceLevel, ...asked, today }, inputs);
}

function withInputs(policy: Policy, { threshold, failOn }: PinnedInputs): Policy {
  const { floor } = policy.thresholds;
  return {
    ...policy,
    thresholds:
      threshold === null ? policy.thresholds : thresholdsOf({ regression: threshold, floor }),
    failOn: failOn ?? policy.failOn,
  };
}

/** What the whole gate of a run is made of besides its configuration. */
export interface GateParts {
  readonly policy: Policy;
  readonly sampling: Sampling;
  readonly inputs: Pick<Inputs, "confirm" | "suites">;
  readonly benchmarks: StoredPolicy["benchmarks"];
}

/**
 * The whole gate of a run, as a baseline stores it.
 *
 * @param config - the configuration; its `path` relative to the checkout
 * @param parts - effective policy and sampling, inputs, every benchmark of the configuration
 * @returns the policy with what is measured how
 */
export function storedPolicyOf(config: Config, parts: GateParts): StoredPolicy {
  const { policy, sampling, inputs, benchmarks } = parts;
  return {
    ...policy,
    config: config.path,
    confirm: inputs.confirm ?? config.gate.confirm,
    sampling,
    fuel: config.fuel,
    ...enginesOf(config),
    suites: inputs.suites,
    components: config.components.map(settingsOf),
    benchmarks,
  };
}

function enginesOf({ engines }: Config): Pick<StoredPolicy, "engines"> {
  const isV8 = engines.every(({ name }) => name === "v8");
  return isV8 ? {} : { engines: engines.map(sayEngine) };
}

/** Keys of a component that are told as the benchmarks they make. */
const TOLD_AS_BENCHMARKS: ReadonlySet<string> = new Set(["name", "execution", "trap", "wasi"]);

/** Every setting of a component but its calls, whichever there will be. */
function settingsOf(entry: ComponentEntry): ComponentSettings {
  const settings = Object.entries(entry)
    .filter(([key]) => !TOLD_AS_BENCHMARKS.has(key))
    .flatMap(([key, value]) => leavesOf(key, value))
    .map(([key, text]) => [key.replace(/[A-Z]/g, "-$&").toLowerCase(), text]);
  return { name: entry.name, settings: Object.fromEntries(settings) };
}

/** Values with the path to each; what is unset or an empty list is left out. */
function leavesOf(key: string, value: unknown): [string, string][] {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return Object.entries(value).flatMap(([inner, each]) => leavesOf(`${key}.${inner}`, each));
  const text = Array.isArray(value) ? value.join(", ") : String(value ?? "");
  return text === "" ? [] : [[key, text]];
}
