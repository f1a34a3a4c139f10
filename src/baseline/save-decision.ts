/** Input `save-baseline`. */
export type SavePolicy = "auto" | "always" | "never";

/** What decides whether a run may write a baseline. */
export interface SaveFacts {
  readonly policy: SavePolicy;
  /** Name of the event. */
  readonly event: string;
  /** Full ref of the run. */
  readonly ref: string;
  readonly baselineBranch: string;
}

/** Whether a run may write a baseline, for which branch, and why not. */
export type SaveDecision =
  | { readonly allowed: true; readonly branch: string }
  | { readonly allowed: false; readonly message: string };

/** Events that run the code of a branch its maintainers have accepted. */
const TRUSTED_EVENTS: readonly string[] = ["push", "schedule", "workflow_dispatch"];
const BRANCH_REF = /^refs\/heads\/(.+)$/;

/**
 * Decides whether a run may write a baseline. A pull request or merge group never may: it would be compared with itself.
 *
 * @param facts - policy, event, ref and baseline branch
 * @returns the branch the baseline belongs to, or one sentence why none is written
 * @see docs/threat-model.md
 */
export function decideSave(facts: SaveFacts): SaveDecision {
  const { policy, event, ref, baselineBranch } = facts;
  if (policy === "never") return refuse("save-baseline is never");
  if (!TRUSTED_EVENTS.includes(event)) {
    return refuse(
      `a ${event} run never writes a baseline; only ${TRUSTED_EVENTS.join(", ")} runs do`,
    );
  }
  const branch = BRANCH_REF.exec(ref)?.[1];
  if (branch === undefined) return refuse(`${ref} is not a branch`);
  if (policy === "auto" && branch !== baselineBranch) {
    return refuse(`this run is on ${branch}, and the baseline branch is ${baselineBranch}`);
  }
  return { allowed: true, branch };
}

function refuse(message: string): SaveDecision {
  return { allowed: false, message };
}
