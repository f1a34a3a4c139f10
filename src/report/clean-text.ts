/** Longest benchmark or component name that is shown, in characters. */
export const NAME_LIMIT = 120;

/** Longest sentence that is shown, in characters. */
export const SENTENCE_LIMIT = 400;

/** Terminal sequences: CSI, OSC and strings up to their terminator, and two-character escapes. */
const TERMINAL_SEQUENCES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;

/** Control, format (bidi, zero width), surrogate, private and unassigned characters. */
const INVISIBLE = /\p{C}/gu;
const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Both ends of an HTML comment: no text may look like a marker. */
const COMMENT_ENDS = /<!-*|-+!?>/g;
/** More than two combining marks on one letter climb over other lines. */
const STACKED_MARKS = /(\p{M}{2})\p{M}+/gu;

/**
 * Shortens text without cutting through a surrogate pair.
 *
 * @param text - any text
 * @param limit - most characters (code points) to keep, at least 1; an ellipsis takes the last one
 * @returns the text, or its beginning and `…`
 */
export function capText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = Array.from(text.slice(0, limit * 2 + 2));
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join("")}…`;
}

/**
 * Makes one harmless line of text that may come from a fork, a guest or a file.
 *
 * @param text - hostile text
 * @param limit - most characters (code points) to keep
 * @returns text without terminal sequences, control, bidi and zero-width characters, line breaks and comment marks
 */
export function cleanText(text: string, limit: number): string {
  const line = text
    .slice(0, limit * 20)
    .replace(TERMINAL_SEQUENCES, "")
    .replace(LINE_BREAKS, " ")
    .replace(INVISIBLE, "")
    .replace(COMMENT_ENDS, " ")
    .replace(STACKED_MARKS, "$1")
    .replace(/ {2,}/g, " ")
    .trim();
  return capText(line, limit);
}

/**
 * Makes hostile text safe for a log: no workflow command can be read in it, wherever in a line it stands. Two colons stay
 * where they divide the parts of a path, inside of a word: a command begins a line, and lines break between words.
 *
 * @param text - hostile text
 * @param limit - most characters to keep
 * @returns one line
 */
export function logText(text: string, limit: number): string {
  return capText(
    cleanText(text, limit)
      .replace(/(?<![\w>)\]}]):(?=:)/g, ": ")
      .replace(/##(?=\[)/g, "## "),
    limit,
  );
}

/**
 * Makes captured guest output safe for a log.
 *
 * @param output - whatever a guest printed
 * @param maxLines - most lines to keep
 * @returns its non-empty lines, each harmless, with a last line that counts those left out
 */
export function logLines(output: string, maxLines: number): readonly string[] {
  const lines = output
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => logText(line, 200))
    .filter((line) => line !== "");
  if (lines.length <= maxLines) return lines;
  return [...lines.slice(0, maxLines), `… ${lines.length - maxLines} more lines`];
}
