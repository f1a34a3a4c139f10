/**
 * Replaces what stands between `<!-- NAME:start -->` and `<!-- NAME:end -->`.
 *
 * @param {string} text - Markdown document
 * @param {string} name - name of the marked part
 * @param {string} content - what is to stand there, without surrounding blank lines
 * @returns {string | null} the new document; null when the markers are not there, in this order
 */
export function replaceBetweenMarkers(text, name, content) {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) return null;
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

/**
 * Writes a Markdown table.
 *
 * @param {readonly string[]} head - titles of the columns
 * @param {readonly (readonly string[])[]} rows - cells in Markdown; bars and line breaks are escaped
 * @returns {string} the table, without a line break at its end
 */
export function table(head, rows) {
  /** @type {(cells: readonly string[]) => string} */
  const line = (cells) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
