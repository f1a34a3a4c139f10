import type { PolicyChange, PolicyChanges } from "../../model/policy-change.ts";
import type { StoredPolicy } from "../../model/stored-policy.ts";
import { compareDefinitions } from "./compare-definitions.ts";
import { compareEngines } from "./compare-engines.ts";
import { compareAcceptances, compareRemovals, compareTargets } from "./compare-rules.ts";
import { compareFailures, compareSampling, compareSource } from "./compare-run.ts";
import { compareThresholds } from "./compare-thresholds.ts";
import type { FoundChange } from "./found-change.ts";

/**
 * Tells how the candidate's policy differs from the base's.
 *
 * @param base - policy the baseline was saved under
 * @param now - policy of this run's configuration and inputs
 * @returns what weakens the gate, and all the rest; empty lists for equal policies
 * @see docs/adr/0018-the-policy-is-part-of-what-is-reviewed.md
 */
export function comparePolicies(base: StoredPolicy, now: StoredPolicy): PolicyChanges {
  const changes = [
    ...compareSource(base, now),
    ...compareEngines(base, now),
    ...ownChanges(base, now),
  ];
  return {
    weaker: changes.filter(({ isWeaker }) => isWeaker).map(plain),
    other: changes.filter(({ isWeaker }) => !isWeaker).map(plain),
  };
}

/**
 * A base without a configuration measured the shipped reference components: those, and the targets shipped with them, are
 * no loss to a repository that now measures its own.
 */
function ownChanges(base: StoredPolicy, now: StoredPolicy): FoundChange[] {
  const isFirst = base.config === null && now.config !== null;
  const ids = [...new Set([...base.benchmarks, ...now.benchmarks].map(({ id }) => id))];
  return [
    ...(isFirst ? [] : compareDefinitions(base, now)),
    ...compareFailures(base, now),
    ...compareThresholds(base, now),
    ...compareAcceptances(base, now, ids),
    ...compareRemovals(base, now, ids),
    ...(isFirst ? [] : compareTargets(base, now, ids)),
    ...compareSampling(base, now),
  ];
}

function plain({ what, of, before, now }: FoundChange): PolicyChange {
  return { what, of, before, now };
}
