import { joinScopes } from "./join-scopes.ts";

/** How the message begins that names a function which glue does not export. */
export const NO_FUNCTION = "the glue module exports no function";
/** What is said of glue whose `init` is no function. */
export const NO_INIT = "the export named by `init` is no function";
/** What is said of glue that exports no function at all. */
export const EXPORTS_NONE = "it exports none";

/** Names of functions that a message shows. */
const MOST_NAMES = 12;

/**
 * The functions that glue exports, for messages.
 *
 * @param scopes - its module, its default export, what initialising it gave
 * @returns for example `it exports parse, print`
 */
export function exportedFunctions(scopes: readonly unknown[]): string {
  const all = joinScopes(scopes);
  const names = Object.keys(all).filter((name) => typeof all[name] === "function");
  if (names.length === 0) return EXPORTS_NONE;
  const shown = names.slice(0, MOST_NAMES).join(", ");
  return `it exports ${shown}${names.length > MOST_NAMES ? ", …" : ""}`;
}
