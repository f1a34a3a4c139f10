import type { Argument, Call } from "../model/benchmark.ts";
import { describeValue } from "./errors.ts";

/** Characters of all arguments of a call that a message shows. */
const LONGEST_ARGUMENTS = 200;

/**
 * A call as people read it.
 *
 * @param call - export and arguments
 * @returns for example `blur(256)`; of what is long the beginning, in at most 200 characters
 */
export function describeCall(call: Call): string {
  const args = call.args.map(shownArgument).join(", ");
  const shown = args.length > LONGEST_ARGUMENTS ? `${args.slice(0, LONGEST_ARGUMENTS)}…` : args;
  return `${call.export}(${shown})`;
}

/** Of data, its size is enough. */
function shownArgument(value: unknown): string {
  return value instanceof Uint8Array ? `${value.length} bytes` : describeValue(value as Argument);
}
