/**
 * Escapes the text of a workflow command.
 *
 * @param text - any text
 * @returns text that stays on one line and inside the command
 */
export function escapeCommandData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/**
 * Escapes the value of a property of a workflow command.
 *
 * @param text - any text
 * @returns text that ends neither the property nor the list of properties
 */
export function escapeCommandProperty(text: string): string {
  return escapeCommandData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** Control characters, and direction marks that reorder what is read. */
const INVISIBLE = /[\p{Cc}\p{Bidi_Control}]/gu;
const KEPT = "\t\n";

/**
 * Takes the effect from everything in a text that the runner would obey. It splits lines at lone carriage returns, obeys
 * `::name` at the start of a line (after spaces) and `##[name]` anywhere.
 *
 * @param text - any text
 * @returns text that reads the same and commands nothing
 */
export function disarm(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(INVISIBLE, (character) => (KEPT.includes(character) ? character : ""))
    .split("\n")
    .map((line) => line.replace(/^(\s*):(?=:)/u, "$1: ").replaceAll("##[", "## ["))
    .join("\n");
}
