/** Longest line of prose, in characters. */
export const PROSE_WIDTH = 120;

/**
 * @typedef {object} Block
 * @property {number} from index of its first line
 * @property {string[]} lines a paragraph or an item of a list; a single line for everything that is not wrapped
 * @property {boolean} isProse whether it may be wrapped
 */

const FENCE = /^\s*(```|~~~)/;
const MARKER = /^(\s*(?:[-*+]|\d+[.)])\s+|\s*>\s?)/;
/** Tables, headings, HTML, comments and definitions of links keep their lines. */
const KEPT = /^\s*(\||#{1,6} |<|\[[^\]]+\]: )/;
/** At the beginning of a line these would mean something, or stand apart from their number. */
const MEANS_SOMETHING = /^([-*+>|]|\d+[.)]|#{1,6}|```.*|<.*|%.*)$/;

/**
 * Takes a document apart.
 *
 * @param {readonly string[]} lines - lines of a Markdown document
 * @returns {Block[]} all of it, in order
 */
function blocksOf(lines) {
  /** @type {Block[]} */
  const blocks = [];
  let isCode = false;
  let isOpen = false;
  for (const [index, line] of lines.entries()) {
    const isFence = FENCE.test(line);
    const isProse = !isCode && !isFence && line.trim() !== "" && !KEPT.test(line);
    if (isFence) isCode = !isCode;
    const last = blocks.at(-1);
    if (isProse && isOpen && last !== undefined && !MARKER.test(line)) last.lines.push(line);
    else blocks.push({ from: index, lines: [line], isProse });
    isOpen = isProse && !/( {2}|\\)$/.test(line);
  }
  return blocks;
}

/**
 * Splits a text where a line may end: at spaces outside of code, and not before what means something at a line's beginning.
 *
 * @param {string} text - one paragraph in one line
 * @returns {string[]} pieces without the spaces between them
 */
function piecesOf(text) {
  /** @type {string[]} */
  const pieces = [];
  for (const piece of text.match(/(?:`+[^`]*`+|[^\s`]|`)+/g) ?? []) {
    if (pieces.length > 0 && MEANS_SOMETHING.test(piece)) {
      pieces.push(`${pieces.pop()} ${piece}`);
    } else {
      pieces.push(piece);
    }
  }
  return pieces;
}

/**
 * What stands before the text of a block.
 *
 * @param {readonly string[]} lines - the block
 * @returns {{ head: string, indent: string }} before its first line, and before every further one
 */
function marginsOf([first = "", second]) {
  const head = MARKER.exec(first)?.[0] ?? /^\s*/.exec(first)?.[0] ?? "";
  if (head.trim() === ">") return { head, indent: head };
  return { head, indent: /^\s*/.exec(second ?? " ".repeat(head.length))?.[0] ?? "" };
}

/**
 * Fills lines with the text of a block.
 *
 * @param {readonly string[]} lines - the block
 * @returns {string[]} the same text in lines of at most {@link PROSE_WIDTH}, where it has spaces to end them at
 */
function fill(lines) {
  const { head, indent } = marginsOf(lines);
  const text = lines.map((line, index) => (index === 0 ? line.slice(head.length) : line.trim()));
  const [start = "", ...pieces] = piecesOf(text.join(" ").trim());
  /** @type {string[]} */
  const filled = [];
  let current = `${head}${start}`;
  for (const piece of pieces) {
    if ([...current].length + 1 + [...piece].length > PROSE_WIDTH) {
      filled.push(current);
      current = `${indent}${piece}`;
    } else {
      current = `${current} ${piece}`;
    }
  }
  return [...filled, lines.at(-1)?.endsWith("  ") ? `${current}  ` : current];
}

/**
 * Whether a line is too long although it could end earlier.
 *
 * @param {string} line - one line of prose
 * @returns {boolean} false for a line of one piece, such as an address
 */
function isTooLong(line) {
  const text = line.replace(MARKER, "");
  return [...line].length > PROSE_WIDTH && piecesOf(text.trim()).length > 1;
}

/**
 * Finds lines of prose that are too long.
 *
 * @param {string} text - Markdown document
 * @returns {number[]} numbers of the lines, from 1
 */
export function longLines(text) {
  return blocksOf(text.split("\n"))
    .filter(({ isProse }) => isProse)
    .flatMap(({ from, lines }) =>
      lines.flatMap((line, index) => (isTooLong(line) ? [from + index + 1] : [])),
    );
}

/**
 * Wraps the paragraphs that have a line too long; everything else stays as it is.
 *
 * @param {string} text - Markdown document
 * @returns {string} the same document with shorter lines
 */
export function wrapProse(text) {
  return blocksOf(text.split("\n"))
    .flatMap(({ lines, isProse }) => (isProse && lines.some(isTooLong) ? fill(lines) : lines))
    .join("\n");
}
