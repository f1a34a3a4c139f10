/** How long a text may become, and how length is counted. */
export interface LengthLimit {
  /** Most units. */
  readonly max: number;
  /** Units of a text; must add up over concatenation. */
  readonly measure: (text: string) => number;
}

/** Room kept for the note and for closing what a cut left open, in units. */
const RESERVE = 400;
const FENCE = /^\s{0,3}(`{3,}|~{3,})/;

/**
 * Cuts Markdown after a whole line, closes what the cut left open and says how many lines are missing.
 *
 * @param markdown - the text
 * @param limit - most units, more than 500, and how they are counted
 * @returns the text itself when it fits, else its beginning with a note; never more than the limit
 */
export function shortenMarkdown(markdown: string, limit: LengthLimit): string {
  if (limit.measure(markdown) <= limit.max) return markdown;
  const lines = markdown.trimEnd().split("\n");
  const kept: string[] = [];
  let used = 0;
  for (const line of lines) {
    used += limit.measure(`${line}\n`);
    if (used > limit.max - RESERVE) break;
    kept.push(line);
  }
  const missing = lines.length - kept.length;
  const note = `_Shortened: ${missing} more lines are in the full report._`;
  const open = closing(kept);
  if (kept.length === 0) return `${cutLine(lines[0] ?? "", limit)}…\n\n${note}\n`;
  return `${kept.join("\n")}\n${open}\n${note}\n`;
}

/** What must follow so that a fence or a folded section does not swallow the note. */
function closing(lines: readonly string[]): string {
  let fence = "";
  let depth = 0;
  for (const line of lines) {
    const mark = FENCE.exec(line)?.[1] ?? "";
    if (fence === "") {
      fence = mark;
      depth += count(line, "<details") - count(line, "</details>");
    } else if (mark.startsWith(fence) && line.trim() === mark) fence = "";
  }
  const sections = "\n</details>".repeat(Math.min(Math.max(depth, 0), 20));
  return `${fence === "" ? "" : `${fence}\n`}${sections}`;
}

function count(line: string, part: string): number {
  return line.split(part).length - 1;
}

/** Only reached when the first line alone is too long. */
function cutLine(line: string, limit: LengthLimit): string {
  let [text, used] = ["", 0];
  for (const character of line) {
    used += limit.measure(character);
    if (used > limit.max - RESERVE) break;
    text += character;
  }
  return text;
}

/**
 * Cuts one line without splitting a character.
 *
 * @param text - text of one line
 * @param max - most UTF-16 units
 * @returns the text, or its beginning with an ellipsis
 */
export function shortenLine(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const last = cut.charCodeAt(cut.length - 1);
  const isHighSurrogate = last >= 0xd800 && last <= 0xdbff;
  return `${isHighSurrogate ? cut.slice(0, -1) : cut}…`;
}
