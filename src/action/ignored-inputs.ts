import type { Inputs } from "../model/inputs.ts";
import type { ActionContext } from "./action-context.ts";

/** Inputs that not every mode heeds, and how to tell that one was set. */
const GIVEN = {
  threshold: ({ threshold }: Inputs): boolean => threshold !== null,
  "fail-on": ({ failOn }: Inputs): boolean => failOn !== null,
  suspects: ({ suspects }: Inputs): boolean => suspects.length > 0,
  policy: ({ policy }: Inputs): boolean => policy !== "candidate",
  "second-job": ({ secondJob }: Inputs): boolean => secondJob,
  confirm: ({ confirm }: Inputs): boolean => confirm !== null,
  "time-budget": ({ timeBudgetMs }: Inputs): boolean => timeBudgetMs !== null,
  suites: ({ suites }: Inputs): boolean => suites !== null,
};

/**
 * Warns of inputs that were set and have no effect.
 *
 * @param context - inputs and log
 * @param names - inputs this mode does not heed
 * @param why - what to know about it, after the names
 */
export function warnOfIgnored(
  { surroundings, log }: ActionContext,
  names: readonly (keyof typeof GIVEN)[],
  why: string,
): void {
  const { inputs } = surroundings;
  const given = names.filter((name) => GIVEN[name](inputs));
  if (given.length === 0) return;
  const message = `mode ${inputs.mode} takes no ${given.join(", ")}: ${why}`;
  log.warn({ code: "input-ignored", message });
}
