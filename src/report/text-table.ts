import stringWidth from "string-width";
import type { Paint, PaintStyle } from "./paint.ts";
import { fitName, wrapText } from "./wrap-text.ts";

/** One cell of a text table. */
export interface Cell {
  readonly text: string;
  readonly style?: PaintStyle;
  /** What stands instead in the first column of a table that is too wide. */
  readonly short?: string;
}

/** One column: its heading, alignment and how soon it is dropped on a narrow terminal. */
export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
  /** Columns with the largest number are dropped first; 0 is never dropped. */
  readonly dispensable: number;
  /** What stands before a cell where there is no room for headings and the cell does not say it. */
  readonly label?: string;
}

/** A text table: every row has one cell per column, and lines that belong under it. */
export interface TextTable {
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly below: readonly string[] }[];
}

/** How a text table is drawn. */
export interface TextLayout {
  readonly paint: Paint;
  /** Columns there are for text. */
  readonly width: number;
  /** Columns there are for tables where these are not those for text: a pipe has no end. */
  readonly tableWidth?: number;
  /** Whether only the first of several tables has headings. */
  readonly isHeadedOnce?: boolean;
}

const GAP = 2;
/** A first column narrower than this tells nothing: a row takes several lines instead. */
const LEAST_NAME = 16;

type Rows = TextTable["rows"];

function widthsOf(table: TextTable, shown: readonly number[]): number[] {
  return shown.map((index) => {
    const cells = table.rows.map((row) => stringWidth(row.cells[index]?.text ?? ""));
    return cells.reduce(
      (widest, width) => Math.max(widest, width),
      stringWidth(table.columns[index]?.title ?? ""),
    );
  });
}

function isEmptyColumn(table: TextTable, index: number): boolean {
  return table.rows.every((row) => (row.cells[index]?.text ?? "") === "");
}

function totalWidth(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP * Math.max(0, widths.length - 1);
}

/** Columns that have something to say and fit, the least dispensable ones. */
function chooseColumns(table: TextTable, width: number): readonly number[] {
  let shown = table.columns
    .map((_, index) => index)
    .filter((index) => !isEmptyColumn(table, index));
  const order = shown.toSorted(
    (a, b) => (table.columns[b]?.dispensable ?? 0) - (table.columns[a]?.dispensable ?? 0),
  );
  for (const candidate of order) {
    if (
      totalWidth(widthsOf(table, shown)) <= width ||
      (table.columns[candidate]?.dispensable ?? 0) === 0
    )
      break;
    shown = shown.filter((index) => index !== candidate);
  }
  return shown;
}

interface Drawing extends TextLayout {
  readonly table: TextTable;
  readonly shown: readonly number[];
  readonly widths: readonly number[];
}

function drawCells(drawing: Drawing, cellAt: (index: number) => Cell): string {
  const { shown, widths, table, paint } = drawing;
  const cells = shown.map((index, position) => {
    const { text, style } = cellAt(index);
    const fitted = fitName(text, widths[position] ?? 0);
    const padding = " ".repeat(Math.max(0, (widths[position] ?? 0) - stringWidth(fitted)));
    const painted = style === undefined || fitted === "" ? fitted : paint(style, fitted);
    return table.columns[index]?.align === "right" ? padding + painted : painted + padding;
  });
  return cells.join(" ".repeat(GAP)).trimEnd();
}

function drawRows(drawing: Drawing, rows: Rows, isHeaded: boolean): readonly string[] {
  const { table } = drawing;
  const header = drawCells(drawing, (index) => ({
    text: table.columns[index]?.title ?? "",
    style: "dim",
  }));
  const body = rows.flatMap((row) => [
    drawCells(drawing, (index) => row.cells[index] ?? { text: "" }),
    ...drawBelow(row, drawing),
  ]);
  return isHeaded ? [header, ...body] : body;
}

function drawBelow({ below }: Rows[number], { paint, width }: TextLayout): readonly string[] {
  return below
    .flatMap((text) => wrapText(text, width - GAP))
    .map((text) => paint("dim", `  ${text}`));
}

/** A row where there is no room for columns: its name, and below it what stands in the others. */
function stackRow(row: Rows[number], { columns, shown, ...layout }: Stacking): readonly string[] {
  const { paint, width } = layout;
  const [name, ...others] = shown.map((index) => {
    const { text = "", style } = row.cells[index] ?? {};
    const label = columns[index]?.label;
    return { text: text === "" || label === undefined ? text : `${label} ${text}`, style };
  });
  const lines: string[] = [];
  let used = width;
  for (const { text, style } of others) {
    if (text === "") continue;
    const painted = style === undefined ? text : paint(style, text);
    const longer = used + GAP + stringWidth(text);
    if (longer > width) {
      lines.push(" ".repeat(GAP) + painted);
      used = GAP + stringWidth(text);
    } else {
      lines.push(`${lines.pop() ?? ""}${" ".repeat(GAP)}${painted}`);
      used = longer;
    }
  }
  return [fitName(name?.text ?? "", width), ...lines, ...drawBelow(row, layout)];
}

interface Stacking extends TextLayout {
  readonly columns: readonly Column[];
  readonly shown: readonly number[];
}

/**
 * Draws tables of equal columns so that they line up with each other; columns empty in all of them are hidden,
 * dispensable ones dropped, and the first one shortened when they are too wide. Where that is not enough, a row takes
 * several lines: what is not dispensable is never dropped and never cut.
 *
 * @param tables - tables with the same columns; texts are plain and safe
 * @param layout - width of the terminal and how to paint
 * @returns lines of each table, without trailing spaces
 */
export function renderTextTables(
  tables: readonly TextTable[],
  layout: TextLayout,
): readonly (readonly string[])[] {
  const { width, tableWidth = width, isHeadedOnce = false } = layout;
  const whole = joined(tables);
  const isTooWide = totalWidth(widthsOf(whole, chooseColumns(whole, tableWidth))) > tableWidth;
  const drawn = isTooWide ? tables.map(withShortNames) : tables;
  const table = joined(drawn);
  const shown = chooseColumns(table, tableWidth);
  const widths = widthsOf(table, shown);
  const excess = totalWidth(widths) - tableWidth;
  const name = widths[0] ?? 0;
  if (excess > 0 && name - excess < Math.min(name, LEAST_NAME)) {
    const stacking = { ...layout, columns: table.columns, shown };
    return drawn.map(({ rows }) => rows.flatMap((row) => stackRow(row, stacking)));
  }
  if (excess > 0) widths[0] = name - excess;
  const drawing = { ...layout, table, shown, widths };
  return drawn.map(({ rows }, at) => drawRows(drawing, rows, at === 0 || !isHeadedOnce));
}

function joined(tables: readonly TextTable[]): TextTable {
  return { columns: tables[0]?.columns ?? [], rows: tables.flatMap(({ rows }) => rows) };
}

function withShortNames({ columns, rows }: TextTable): TextTable {
  return {
    columns,
    rows: rows.map(({ cells: [first, ...others], below }) => ({
      cells: [{ ...first, text: first?.short ?? first?.text ?? "" }, ...others],
      below,
    })),
  };
}
