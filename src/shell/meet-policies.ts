import { basePolicyOf, type PinnedInputs, policyOf, storedPolicyOf } from "../config/policy.ts";
import type { Benchmark } from "../model/benchmark.ts";
import type { Config, ConfirmPlace, FuelConfig } from "../model/config.ts";
import type { Inputs } from "../model/inputs.ts";
import type { Policy, Sampling } from "../model/policy.ts";
import type { Policies, PolicyChoice, StoredPolicy } from "../model/stored-policy.ts";
import { QUICK, today } from "./prepare.ts";

/** What this run brings along. */
export interface OwnGate {
  readonly config: Config;
  /** Choices of the workflow or the command line, which come before every policy. */
  readonly inputs: PinnedInputs & Pick<Inputs, "confirm" | "suites">;
  /** Whether to measure less, whoever's sampling it is. */
  readonly quick: boolean;
  /** Every benchmark of the configuration. */
  readonly known: readonly Benchmark[];
  /** By whose policy the run is to be judged. */
  readonly judgedBy: PolicyChoice;
}

/** What a run is measured and judged by. */
export interface MetPolicies {
  readonly policy: Policy;
  readonly sampling: Sampling;
  readonly fuel: FuelConfig;
  readonly confirm: ConfirmPlace;
  readonly policies: Policies;
}

/**
 * Lets the policy of this run meet the one its baseline was saved under.
 *
 * @param own - configuration, inputs and the choice between both
 * @param base - the stored policy; null where none is known: then this run's own judges, and the judgement says so
 * @returns the policy, sampling and counting that hold, with both policies for the record
 */
export function meetPolicies(own: OwnGate, base: StoredPolicy | null): MetPolicies {
  const { config, inputs, quick, known, judgedBy } = own;
  const day = today();
  const shorten = (whole: Sampling): Sampling => (quick ? { ...whole, ...QUICK } : whole);
  const policy = policyOf(config, inputs, day);
  const sampling = shorten(config.sampling);
  const candidate = storedPolicyOf(config, { policy, sampling, inputs, benchmarks: known });
  const policies: Policies = { judgedBy, candidate, base };
  if (judgedBy === "candidate" || base === null) {
    return { policy, sampling, fuel: config.fuel, confirm: candidate.confirm, policies };
  }
  return {
    policy: basePolicyOf(base, inputs, day),
    sampling: shorten(base.sampling),
    fuel: base.fuel,
    confirm: inputs.confirm ?? base.confirm,
    policies,
  };
}
