import { pathToFileURL } from "node:url";
import { ActionError, messageOf } from "../errors.ts";

/** What the program that demangles names does. It is loaded when a name is mangled. */
interface Demangler {
  readonly demangle: (names: readonly string[]) => readonly string[];
}

/**
 * Makes what demangles names; the program that does is loaded with the first of them.
 *
 * @param entry - that program, an absolute path
 * @returns turns names back, in order; those that are not mangled come back as they are
 * @throws ActionError (`environment`), when it is called, where the program cannot be loaded
 */
export function createDemangler(
  entry: string,
): (names: readonly string[]) => Promise<readonly string[]> {
  return async (names: readonly string[]): Promise<readonly string[]> =>
    (await loadDemangler(entry)).demangle(names);
}

async function loadDemangler(entry: string): Promise<Demangler> {
  try {
    return (await import(/* webpackIgnore: true */ pathToFileURL(entry).href)) as Demangler;
  } catch (cause) {
    throw unloadable(cause);
  }
}

function unloadable(cause: unknown): ActionError {
  return new ActionError({
    code: "environment",
    message: `the part that demangles names cannot be loaded: ${messageOf(cause)}`,
    hint: "Copy the whole dist folder; dist/demangler belongs to it.",
    cause,
  });
}
