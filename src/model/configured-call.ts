import type { Call } from "./benchmark.ts";
import type { ComponentEntry, ExecutionEntry } from "./config.ts";
import { holdsData } from "./data.ts";
import type { DataPlace } from "./data-place.ts";

/** What of a component says where data goes. */
type Placing = Pick<ComponentEntry, "alloc" | "free" | "at">;

/**
 * A configured entry as a call.
 *
 * @param entry - entry under `execution`
 * @param component - the component, for where its data goes
 * @returns the call, with the result it must give where one is configured
 */
export function toCall(
  { export: name, args, expect }: Pick<ExecutionEntry, "export" | "args" | "expect">,
  component: Placing,
): Call {
  return {
    export: name,
    args,
    ...(expect === undefined ? {} : { expect }),
    ...placing(args, component),
  };
}

/**
 * The call that must trap.
 *
 * @param component - the component as configured
 * @returns the call; null where none is configured
 */
export function trapOf(component: Placing & Pick<ComponentEntry, "trap">): Call | null {
  const { trap } = component;
  return trap === null ? null : { ...trap, ...placing(trap.args, component) };
}

function placing(args: Call["args"], component: Placing): { readonly place?: DataPlace } {
  const { alloc = null, free = null, at = null } = component;
  const isNamed = alloc !== null || at !== null;
  return isNamed && holdsData(args) ? { place: { alloc, free, at } } : {};
}
