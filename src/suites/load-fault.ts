import { fileURLToPath } from "node:url";
import { messageOf } from "../errors.ts";

/**
 * Says why JavaScript could not be loaded, with the part that is missing.
 *
 * @param thrown - whatever was caught
 * @param url - file URL of the module that was to be loaded
 * @returns the engine's words; files of the module's own folder by their names there, causes included
 */
export function loadFault(thrown: unknown, url: string): string {
  const folder = fileURLToPath(new URL("./", url));
  const cause = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : null;
  const words = cause === null ? messageOf(thrown) : `${messageOf(thrown)}: ${messageOf(cause)}`;
  const [first = ""] = words.split("\nRequire stack:");
  const importer = /Require stack:\n- (.+)/.exec(words)?.[1];
  const from = importer === undefined ? "" : ` required from ${importer}`;
  return `${first}${from}`.replaceAll(new URL("./", url).href, "").replaceAll(folder, "");
}
