import { componentFault } from "../components/component-fault.ts";
import type { ActionError } from "../errors.ts";
import type { Observer } from "../measure/parent/observer.ts";
import type { Component } from "../model/component.ts";
import type { ComponentEntry } from "../model/config.ts";
import type { NamedBenchmark } from "../model/load-record.ts";

/** How a workload module is written, where one is not. */
const HINT =
  "See docs/guests.md: `export const benchmarks = { name: (guest, state) => … }`, with `setup` and `teardown` where they are needed.";

/**
 * Loads the workload module of a component, in a measuring process and without a guest, to learn its benchmarks.
 *
 * @param entry - the component as configured
 * @param component - the component, loaded
 * @param observer - how code is loaded
 * @returns its benchmarks in their order; none without a workload
 * @throws ActionError (`component`) when it cannot be loaded, holds no benchmarks, or one is named like a call
 */
export async function inspectWorkload(
  entry: ComponentEntry,
  { workload }: Pick<Component, "workload">,
  observer: Observer,
): Promise<readonly NamedBenchmark[]> {
  if (workload === undefined) return [];
  const { benchmarks = [], failure } = await observer.inspectWorkload(workload);
  if (failure !== null) throw workloadFault(entry, failure.message);
  const taken = benchmarks.find(({ name }) => entry.execution.some((call) => call.name === name));
  if (taken !== undefined)
    throw workloadFault(
      entry,
      `the workload ${workload.shown} has the benchmark "${taken.name}", and so has \`execution\``,
    );
  return benchmarks;
}

function workloadFault(entry: ComponentEntry, message: string): ActionError {
  return componentFault(entry, { message, hint: HINT });
}
