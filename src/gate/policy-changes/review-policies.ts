import type { PolicyChanges } from "../../model/policy-change.ts";
import type { Measurements } from "../../model/result.ts";
import type { Warning } from "../../model/sample.ts";
import { comparePolicies } from "./compare-policies.ts";

/** What there is to say of a run's policy. */
export interface PolicyReview {
  /** How it differs from the base's; null where there is none to compare with. */
  readonly changes: PolicyChanges | null;
  /** True when it weakens the base's, or the base's was to judge and is not known. */
  readonly isDoubtful: boolean;
  readonly warnings: readonly Warning[];
}

/**
 * Reviews the policy of a run beside the one its baseline was saved under.
 *
 * @param measurements - a run with the policies that met in it, if any
 * @returns the differences; a warning where the base's policy is not known although a baseline is, or was to judge
 */
export function reviewPolicies(
  measurements: Pick<Measurements, "policies" | "baseline">,
): PolicyReview {
  const { policies, baseline } = measurements;
  if (policies === undefined) return { changes: null, isDoubtful: false, warnings: [] };
  const { base, candidate, judgedBy } = policies;
  if (base !== null) {
    const changes = comparePolicies(base, candidate);
    return { changes, isDoubtful: changes.weaker.length > 0, warnings: [] };
  }
  const isWanted = judgedBy === "base";
  const why =
    baseline === null
      ? "there is no baseline"
      : "its baseline stores none, as those of earlier versions";
  const consequence = isWanted
    ? "policy: base has no effect, and this run is judged by its own"
    : "whether this run weakens the gate cannot be told";
  const warning = {
    code: "base-policy-unknown",
    message: `the base's policy is not known (${why}): ${consequence}`,
  };
  return {
    changes: null,
    isDoubtful: isWanted,
    warnings: isWanted || baseline !== null ? [warning] : [],
  };
}
