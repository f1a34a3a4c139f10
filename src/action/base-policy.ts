import { access } from "node:fs/promises";
import { join } from "node:path";
import { restoreFirst } from "../baseline/restore-first.ts";
import { thresholdsOf } from "../config/thresholds.ts";
import type { BaselineDocument } from "../model/baseline.ts";
import type { Inputs } from "../model/inputs.ts";
import type { Policy } from "../model/policy.ts";
import { loadConfig, policyToday } from "../shell/prepare.ts";
import type { ActionContext } from "./action-context.ts";
import { storesOf } from "./stores.ts";

/** What the base says of a run, whatever that run says of itself. */
export interface BaseWord {
  /** The baseline of the base; null when there is none. */
  readonly document: BaselineDocument | null;
  /** The rules of the base; null when nobody knows them. */
  readonly policy: Policy | null;
}

/** A baseline that keeps the rules it was saved under; baselines of earlier releases keep none. */
interface KeepsPolicy {
  readonly policy?: Policy;
}

/**
 * Finds the rules of the base: those its baseline was saved under, else those of the configuration in the checkout, which
 * a `workflow_run` takes from the default branch.
 *
 * @param context - surroundings of a run that measures nothing itself
 * @returns baseline and rules, as far as they are known; inputs of the workflow win over both
 * @throws ActionError (`baseline`, `config`) when one of them is damaged
 */
export async function basePolicyOf(context: ActionContext): Promise<BaseWord> {
  const { inputs } = context.surroundings;
  const { restored } = await restoreFirst(storesOf(context).stores);
  const document = restored?.bundle.document ?? null;
  const stored = storedPolicyOf(document);
  const policy = stored === null ? await checkedOut(context) : policyWith(stored, inputs);
  return { document, policy };
}

/**
 * The rules a baseline was saved under.
 *
 * @param document - the baseline, or null
 * @returns its rules; null where it keeps none
 */
export function storedPolicyOf(document: (BaselineDocument & KeepsPolicy) | null): Policy | null {
  return document?.policy ?? null;
}

/**
 * Puts the choices of a workflow over stored rules.
 *
 * @param policy - stored rules
 * @param inputs - choices of the workflow
 * @param today - the day, YYYY-MM-DD (UTC); today when absent
 * @returns the rules to judge by on that day
 */
export function policyWith(
  policy: Policy,
  { threshold, failOn }: Pick<Inputs, "threshold" | "failOn">,
  today: string = new Date().toISOString().slice(0, 10),
): Policy {
  const { floor } = policy.thresholds;
  return {
    ...policy,
    thresholds:
      threshold === null ? policy.thresholds : thresholdsOf({ regression: threshold, floor }),
    failOn: failOn ?? policy.failOn,
    today,
  };
}

async function checkedOut({ surroundings, directory }: ActionContext): Promise<Policy | null> {
  const { inputs } = surroundings;
  const path = join(directory, inputs.config);
  try {
    await access(path);
  } catch {
    return null;
  }
  const { config } = await loadConfig(path, true);
  return policyToday(config, inputs);
}
