import { ActionError } from "../errors.ts";
import type { ComponentEntry } from "../model/config.ts";

/** What is wrong with a component, and the remedy. */
export interface ComponentFault {
  readonly message: string;
  readonly hint: string;
  readonly cause?: unknown;
  /** Where in the component it is, such as `execution "blur"`; absent for the component as a whole. */
  readonly place?: string;
}

/**
 * An error that names the component, and the place in it: the only form in which a fault of one is told.
 *
 * @param entry - the component as configured
 * @param fault - what is wrong, and the remedy
 * @returns the error (`component`)
 */
export function componentFault(
  { name }: Pick<ComponentEntry, "name">,
  { message, hint, cause, place }: ComponentFault,
): ActionError {
  const subject = `component "${name}"${place === undefined ? "" : `, ${place}`}`;
  // What it imports is said of the component itself: a sentence, and no colon.
  const joint = message.startsWith("imports ") ? " " : ": ";
  return new ActionError({
    code: "component",
    message: `${subject}${joint}${message}`,
    hint,
    cause,
  });
}
