import { markdownTable } from "markdown-table";
import stringWidth from "string-width";

/** One column of a Markdown table and how its cells are made; cells must be escaped already. */
export interface MarkdownColumn<Item> {
  readonly title: string;
  readonly align: "l" | "r" | "c";
  readonly cell: (item: Item) => string;
}

/**
 * Writes a Markdown table; columns without any content are hidden.
 *
 * @param columns - headings, alignment and cells; cells are escaped and hold no line break
 * @param items - one per row
 * @returns the table without a final line break; empty without rows
 */
export function renderMarkdownTable<Item>(
  columns: readonly MarkdownColumn<Item>[],
  items: readonly Item[],
): string {
  if (items.length === 0) return "";
  const filled = columns
    .map((column) => ({ column, cells: items.map((item) => column.cell(item)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const header = filled.map(({ column }) => column.title);
  const rows = items.map((_, index) => filled.map(({ cells }) => cells[index] ?? ""));
  const align = filled.map(({ column }) => column.align);
  return markdownTable([header, ...rows], {
    align,
    alignDelimiters: false,
    padding: true,
    stringLength: stringWidth,
  });
}
