import type { EventFacts } from "../model/event.ts";
import type { SavePolicy } from "../model/inputs.ts";

/** What decides whether a run may write a baseline. */
export interface SaveFacts {
  readonly policy: SavePolicy;
  readonly event: EventFacts;
  readonly baselineBranch: string;
}

/** Whether a run may write a baseline, for which branch, and why not. */
export type SaveDecision =
  | { readonly allowed: true; readonly branch: string }
  | { readonly allowed: false; readonly message: string };

/**
 * Decides whether a run may write a baseline. A pull request or merge group never may: it would be compared with itself.
 *
 * @param facts - policy, event and baseline branch
 * @returns the branch the baseline belongs to, or one sentence why none is written
 * @see docs/threat-model.md
 */
export function decideSave(facts: SaveFacts): SaveDecision {
  const { policy, event, baselineBranch } = facts;
  const branch = event.savesBaselineFor;
  if (policy === "never") return refuse("save-baseline is never");
  if (branch === null) {
    return refuse(
      `a run for ${event.name} never writes a baseline; only a branch's push, schedule and workflow_dispatch do`,
    );
  }
  if (policy === "auto" && branch !== baselineBranch) {
    return refuse(`this run is on ${branch}, and the baseline branch is ${baselineBranch}`);
  }
  return { allowed: true, branch };
}

function refuse(message: string): SaveDecision {
  return { allowed: false, message };
}
