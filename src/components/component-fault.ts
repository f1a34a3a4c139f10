import { ActionError } from "../errors.ts";
import type { ComponentEntry } from "../model/config.ts";

/** What is wrong with a component, and the remedy. */
export interface ComponentFault {
  readonly message: string;
  readonly hint: string;
  readonly cause?: unknown;
}

/**
 * An error that names the component.
 *
 * @param entry - the component as configured
 * @param fault - what is wrong, and the remedy
 * @returns the error (`component`)
 */
export function componentFault(
  { name }: Pick<ComponentEntry, "name">,
  { message, hint, cause }: ComponentFault,
): ActionError {
  return new ActionError({
    code: "component",
    message: `component "${name}": ${message}`,
    hint,
    cause,
  });
}
