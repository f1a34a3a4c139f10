import { factsOf, sizeOf } from "../components/describe-component.ts";
import { ActionError, messageOf } from "../errors.ts";
import type { BaselineSide } from "../job/baseline-side.ts";
import { createCounterparts } from "../job/counterparts.ts";
import type { Component } from "../model/component.ts";
import type { FuelConfig } from "../model/config.ts";
import type { Workload } from "../model/workload.ts";
import { operatorCosts } from "../wasm/fuel-rules.ts";
import { alignSizes, listFunctions, type SizedModule } from "../wasm/functions/sized-functions.ts";
import type { Demangle } from "../wasm/functions/tidy-name.ts";
import { explainSizeChange } from "../wasm/size-change.ts";

/**
 * Adds to the facts of every component where its bytes differ from the baseline's.
 *
 * @param workload - the candidate's components
 * @param baseline - the side compared with, or null
 * @param demangle - asked about names of functions that look mangled
 * @returns the workload; components without a module on both sides, or of equal size, keep their facts
 */
export async function withSizeChanges(
  workload: Workload,
  baseline: BaselineSide | null,
  demangle: Demangle,
): Promise<Workload> {
  const { components, componentNames } = workload;
  if (baseline === null) return workload;
  const counterpartOf = createCounterparts(baseline, componentNames);
  const changed = workload.facts.map(async (one) => {
    const after = components.find(({ name }) => name === one.name);
    const before = baseline.components.get(counterpartOf(one) ?? "");
    if (after === undefined || before === undefined || before.sha256 === after.sha256) return one;
    const sides = {
      before: await sizedOf(before, demangle),
      after: await sizedOf(after, demangle),
    };
    if (sides.before === null || sides.after === null) return one;
    const sizes = alignSizes({ baseline: sides.before, candidate: sides.after });
    const sizeChange = explainSizeChange(sizes.baseline, sizes.candidate);
    return sizeChange.length === 0 ? one : { ...one, sizeChange };
  });
  return { ...workload, facts: await Promise.all(changed) };
}

async function sizedOf(component: Component, demangle: Demangle): Promise<SizedModule | null> {
  const size = sizeOf(component);
  if (size === null) return null;
  return { size, functions: await listFunctions(factsOf(component), demangle) };
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
