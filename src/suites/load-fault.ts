import { fileURLToPath } from "node:url";
import { messageOf } from "../errors.ts";
import type { Side } from "../model/sample.ts";

/** What Node and the system say of a file that is not there. */
const MISSING = ["ERR_MODULE_NOT_FOUND", "MODULE_NOT_FOUND", "ENOENT"];

/**
 * Says why JavaScript could not be loaded, with the part that is missing.
 *
 * @param thrown - whatever was caught
 * @param url - file URL of the module that was to be loaded
 * @param side - the side it belongs to
 * @returns the engine's words, causes included; files of the module's own folder by their names there. Of a baseline
 * that lacks a part, what to do
 */
export function loadFault(thrown: unknown, url: string, side: Side): string {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  const words = [thrown, ...(cause === undefined || cause === null ? [] : [cause])].map(wordsOf);
  const text = words
    .join(": ")
    .replaceAll(new URL("./", url).href, "")
    .replaceAll(fileURLToPath(new URL("./", url)), "");
  const isMissing = [thrown, cause].some((one) => MISSING.includes(codeOf(one)));
  return side === "baseline" && isMissing
    ? `${text}; the baseline does not carry it: save a new one`
    : text;
}

/** Node guesses what was meant, from the working folder, and lists who required a module one a line. */
function wordsOf(thrown: unknown): string {
  const [first = "", stack] = messageOf(thrown).split("\nRequire stack:\n- ");
  const importer = stack?.split("\n")[0];
  const plain = first.replace(/\s*Did you mean to import .*$/s, "");
  return importer === undefined ? plain : `${plain}, required by ${importer}`;
}

function codeOf(thrown: unknown): string {
  const { code } = (thrown ?? {}) as { readonly code?: unknown };
  return typeof code === "string" ? code : "";
}
