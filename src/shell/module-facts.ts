import { sizeOf } from "../components/describe-component.ts";
import { ActionError, messageOf } from "../errors.ts";
import type { BaselineSide } from "../job/baseline-side.ts";
import { createCounterparts } from "../job/counterparts.ts";
import type { FuelConfig } from "../model/config.ts";
import type { Workload } from "../model/workload.ts";
import { operatorCosts } from "../wasm/fuel-rules.ts";
import { explainSizeChange } from "../wasm/size-change.ts";

/**
 * Adds to the facts of every component where its bytes differ from the baseline's.
 *
 * @param workload - the candidate's components
 * @param baseline - the side compared with, or null
 * @returns the workload; components without a module on both sides, or of equal size, keep their facts
 */
export function withSizeChanges(workload: Workload, baseline: BaselineSide | null): Workload {
  const { components, componentNames } = workload;
  if (baseline === null) return workload;
  const counterpartOf = createCounterparts(baseline, componentNames);
  const facts = workload.facts.map((one) => {
    const after = components.find(({ name }) => name === one.name);
    const before = baseline.components.get(counterpartOf(one) ?? "");
    if (after === undefined || before === undefined || before.sha256 === after.sha256) return one;
    const sizes = [sizeOf(before), sizeOf(after)] as const;
    if (sizes[0] === null || sizes[1] === null) return one;
    const sizeChange = explainSizeChange(sizes[0], sizes[1]);
    return sizeChange.length === 0 ? one : { ...one, sizeChange };
  });
  return { ...workload, facts };
}

/**
 * Refuses operator costs the fuel pass cannot use.
 *
 * @param fuel - fuel accounting of the configuration
 * @throws ActionError (`config`) naming the operator
 */
export function requireKnownOperators(fuel: FuelConfig): void {
  try {
    operatorCosts(fuel.cost);
  } catch (cause) {
    throw costFault(cause);
  }
}

function costFault(cause: unknown): ActionError {
  return new ActionError({
    code: "config",
    message: `fuel.cost: ${messageOf(cause)}`,
    hint: "Name operators as in the text format, such as i32.const, with a cost from 0 to 255.",
    cause,
  });
}
