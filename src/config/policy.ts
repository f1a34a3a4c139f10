import type { Config } from "../model/config.ts";
import type { Inputs } from "../model/inputs.ts";
import type { Policy } from "../model/policy.ts";
import { DEFAULT_FAIL_ON } from "./inputs.ts";
import { thresholdsOf } from "./thresholds.ts";

/**
 * Joins inputs, configuration and defaults to the policy of a run, in that order of precedence.
 *
 * @param config - the configuration
 * @param inputs - a `threshold` replaces the three of the configuration (its floor stays); `failOn` replaces its list
 * @param today - the day, YYYY-MM-DD (UTC), that decides which acceptances have expired
 * @returns the policy, as it is stored with the result
 */
export function policyOf(
  config: Config,
  inputs: Pick<Inputs, "threshold" | "failOn">,
  today: string,
): Policy {
  const { gate, overrides, accept, removals, targets } = config;
  const { floor } = gate.thresholds;
  return {
    thresholds:
      inputs.threshold === null
        ? gate.thresholds
        : thresholdsOf({ regression: inputs.threshold, floor }),
    overrides,
    accept,
    ...(removals.length === 0 ? {} : { removals }),
    targets,
    failOn: inputs.failOn ?? gate.failOn ?? DEFAULT_FAIL_ON,
    inconclusive: gate.inconclusive,
    allowances: gate.allowances,
    confidenceLevel: gate.confidenceLevel,
    today,
  };
}
