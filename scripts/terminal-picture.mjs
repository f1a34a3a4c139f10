import stringWidth from "string-width";

/**
 * Letters of one style beside one another.
 *
 * @typedef {object} Span
 * @property {number} column where it begins, from 0
 * @property {number} width columns it takes
 * @property {string} text its letters
 * @property {readonly string[]} styles such as `bold` and `red`
 */

/** @typedef {{ letter: string, styles: readonly string[] }} Cell */

/** What the numbers of a select-graphic-rendition sequence set. */
const STYLES = new Map([
  [1, "bold"],
  [2, "dim"],
  [31, "red"],
  [32, "green"],
  [33, "yellow"],
  [36, "cyan"],
]);

/** What they end. */
const ENDS = new Map([
  [22, ["bold", "dim"]],
  [39, ["red", "green", "yellow", "cyan"]],
]);

const ESCAPE = String.fromCharCode(27);
/** A control sequence, or one letter. */
const PART = new RegExp(`${ESCAPE}\\[[\\d;?]*[A-Za-z]|[\\s\\S]`, "gu");

const CELL = 8.4;
const LINE = 19;
const ROOM = 16;
const BAR = 34;

const STYLE = `
text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#e6edf3;white-space:pre}
.bold{font-weight:700}.dim{fill:#9da7b3}.red{fill:#ff8e87}.green{fill:#56d364}.yellow{fill:#e3b341}.cyan{fill:#6cb6ff}
.prompt{fill:#6cb6ff}`;

/**
 * The screen a terminal shows once everything was sent: rewritten lines leave what stood last.
 *
 * @param {string} sent - text with the control sequences this product sends: colours, carriage return, clearing of the line
 * @returns {Span[][]} lines
 */
export function readScreen(sent) {
  /** @type {Cell[][]} */
  const lines = [[]];
  /** @type {Set<string>} */
  const styles = new Set();
  let column = 0;
  for (const part of sent.match(PART) ?? []) {
    const line = lines.at(-1) ?? [];
    if (part === "\n") lines.push([]);
    else if (part.startsWith(`${ESCAPE}[`)) control(part, { line, column, styles });
    else if (part !== "\r") column = put(line, column, { letter: part, styles: [...styles] });
    if (part === "\n" || part === "\r") column = 0;
  }
  return lines.map(spansOf);
}

/** @type {(line: Cell[], column: number, cell: Cell) => number} */
function put(line, column, cell) {
  const width = stringWidth(cell.letter);
  while (line.length < column) line.push({ letter: " ", styles: [] });
  if (width === 0) return column;
  line[column] = cell;
  for (let at = 1; at < width; at += 1) line[column + at] = { letter: "", styles: cell.styles };
  return column + width;
}

/** @type {(sequence: string, state: { line: Cell[], column: number, styles: Set<string> }) => void} */
function control(sequence, { line, column, styles }) {
  const numbers = sequence.slice(2, -1).split(";").map(Number);
  if (sequence.endsWith("K")) line.length = numbers[0] === 2 ? 0 : Math.min(line.length, column);
  if (!sequence.endsWith("m")) return;
  for (const number of numbers) {
    const begun = STYLES.get(number);
    if (begun !== undefined) styles.add(begun);
    for (const ended of ENDS.get(number) ?? []) styles.delete(ended);
    if (number === 0) styles.clear();
  }
}

/** @type {(line: readonly Cell[]) => Span[]} */
function spansOf(line) {
  /** @type {Span[]} */
  const spans = [];
  line.forEach(({ letter, styles }, column) => {
    const last = spans.at(-1);
    if (last !== undefined && last.styles.join() === styles.join()) {
      last.text += letter;
      last.width += 1;
    } else spans.push({ column, width: 1, text: letter, styles });
  });
  return spans.filter(({ text }) => text.trim() !== "");
}

/** @type {(text: string) => string} */
const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** @type {(span: Span, y: number) => string} */
function spanText({ column, width, text, styles }, y) {
  const lead = text.length - text.trimStart().length;
  const x = ROOM + (column + lead) * CELL;
  const shown = text.trim();
  const columns = width - lead - (text.length - text.trimEnd().length);
  const kind = styles.length === 0 ? "" : ` class="${styles.join(" ")}"`;
  return `<text x="${round(x)}" y="${y}" textLength="${round(columns * CELL)}"${kind}>${escaped(shown)}</text>`;
}

/** @type {(value: number) => number} */
const round = (value) => Math.round(value * 10) / 10;

/**
 * Draws a terminal.
 *
 * @param {string} command - what was typed
 * @param {Span[][]} screen - what stood there in the end; empty lines at its end are left out
 * @param {number} columns - width of the terminal
 * @returns {string} an SVG document that loads nothing
 */
export function drawTerminal(command, screen, columns) {
  const last = screen.findLastIndex((line) => line.length > 0);
  const lines = screen.slice(0, last + 1);
  const width = round(2 * ROOM + columns * CELL);
  const height = BAR + (lines.length + 1) * LINE + ROOM;
  const first = BAR + LINE;
  const typed = `<text x="${ROOM}" y="${first}"><tspan class="prompt">$</tspan> ${escaped(command)}</text>`;
  const texts = lines.map((line, at) =>
    line.map((span) => spanText(span, first + (at + 1) * LINE)).join(""),
  );
  const dots = ["#ff5f57", "#febc2e", "#28c840"].map(
    (colour, at) => `<circle cx="${22 + at * 20}" cy="18" r="6" fill="${colour}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="A terminal with the output of ${escaped(command)}"><style>${STYLE}</style>
<rect width="${width}" height="${height}" rx="8" fill="#0d1117" stroke="#30363d"/>${dots.join("")}
${[typed, ...texts].filter((text) => text !== "").join("\n")}
</svg>
`;
}
