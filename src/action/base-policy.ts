import { restoreFirst } from "../baseline/restore-first.ts";
import { basePolicyOf } from "../config/policy.ts";
import type { BaselineDocument } from "../model/baseline.ts";
import type { Policy } from "../model/policy.ts";
import { loadConfig, policyToday, today } from "../shell/prepare.ts";
import type { ActionContext } from "./action-context.ts";
import { storesOf } from "./stores.ts";

/** What the base says of a run, whatever that run says of itself. */
export interface BaseWord {
  /** The baseline of the base; null when there is none. */
  readonly document: BaselineDocument | null;
  /** The rules of the base; null when nobody knows them. */
  readonly policy: Policy | null;
}

/**
 * Finds the rules of the base: those its baseline was saved under, else those of the configuration in the checkout, which
 * a `workflow_run` takes from the default branch.
 *
 * @param context - surroundings of a run that measures nothing itself
 * @returns baseline and rules, as far as they are known; inputs of the workflow win over both
 * @throws ActionError (`baseline`, `config`) when one of them is damaged
 */
export async function askBase(context: ActionContext): Promise<BaseWord> {
  const { inputs } = context.surroundings;
  const { restored } = await restoreFirst(storesOf(context).stores);
  const document = restored?.bundle.document ?? null;
  const stored = document?.policy;
  const policy =
    stored === undefined ? await checkedOut(context) : basePolicyOf(stored, inputs, today());
  return { document, policy };
}

async function checkedOut({ surroundings, directory }: ActionContext): Promise<Policy | null> {
  const { inputs } = surroundings;
  const { config } = await loadConfig(directory, inputs.config);
  return config.path === null ? null : policyToday(config, inputs);
}
