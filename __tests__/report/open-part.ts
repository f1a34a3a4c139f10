import { JSDOM } from "jsdom";
import MarkdownIt from "markdown-it";

/** What a reader sees of a comment before opening anything. */
export interface OpenPart {
  /** A number and its unit, kept together by a no-break space, are one word. */
  readonly words: readonly string[];
  /** Columns of its widest table. */
  readonly columns: number;
  readonly text: string;
}

/** Leaves everything out that a comment folds. */
export function openPart(markdown: string): OpenPart {
  const html = new MarkdownIt({ html: true }).render(markdown);
  const { document } = new JSDOM(`<!doctype html><body>${html}</body>`).window;
  for (const folded of document.querySelectorAll("details > :not(summary)")) folded.remove();
  const rows = [...document.querySelectorAll("tr")];
  const text = document.body.textContent ?? "";
  return {
    words: text.split(/[ \n]+/).filter((word) => word !== ""),
    columns: Math.max(0, ...rows.map(({ children }) => children.length)),
    text,
  };
}

/** Numbers with a unit that stand in a text twice, with different digits: `15 %` beside `15.2 %`. */
export function retoldNumbers(text: string): string[] {
  const found = [...text.matchAll(/(\d[\d,]*(?:\.\d+)?)[ \u00a0](%|ns|µs|ms|s|B|KiB|MiB)(?!\w)/g)];
  const numbers = [...new Set(found.map(([, digits = "", unit = ""]) => `${digits} ${unit}`))];
  return numbers.flatMap((one) =>
    numbers.filter((other) => isRounded(one, other)).map((other) => `${one}, ${other}`),
  );
}

/** Whether the first is the second with fewer decimals. */
function isRounded(one: string, other: string): boolean {
  const [short = "", unit = ""] = one.split(" ");
  const [long = "", otherUnit = ""] = other.split(" ");
  const decimals = (digits: string): number => digits.split(".")[1]?.length ?? 0;
  const value = Number(long.replaceAll(",", ""));
  const isShorter = unit === otherUnit && decimals(short) < decimals(long);
  return isShorter && value.toFixed(decimals(short)) === short.replaceAll(",", "");
}
