import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeEach, expect, test } from "vitest";
import { launchBrowser } from "../../scripts/browser.mjs";
import { githubPage } from "../../scripts/github-page.mjs";

/** Room that GitHub gives a comment, in pixels. */
const ROOM = 760;
const MOST_COLUMNS = 4;
const MOST_WORDS = 120;
/** What a pull request changes of its own gate stands open besides. */
const MOST_WORDS_OF_THE_GATE = 150;
const ROOT = join(import.meta.dirname, "..", "..", "fixtures");

/** Golden comments and summaries: those of the sample states, and those of real runs where there are. */
const GOLDENS = ["reports", "judged"]
  .map((name) => join(ROOT, name))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith(".md") && !path.endsWith("README.md"));

const COMMENTS = GOLDENS.filter((path) => !path.includes("summary-"));

const { browser, reason } = await launchBrowser();
let page: Page | undefined;

beforeEach(async ({ skip }) => {
  if (browser === null) return skip(reason);
  page ??= await browser.newPage({ viewport: { width: ROOM, height: 900 } });
});

afterAll(() => browser?.close());

interface Seen {
  /** Sideways scroll of the page and of every table that is open, in pixels. */
  readonly overflow: readonly number[];
  readonly columns: readonly number[];
  readonly text: string;
}

/** What a reader sees before opening anything. */
async function look(path: string, scheme: "light" | "dark" = "light"): Promise<Seen> {
  if (page === undefined) throw new Error("no page");
  await page.setContent(githubPage(readFileSync(path, "utf8"), { scheme, width: ROOM }));
  return page.evaluate(() => {
    const tables = [...document.querySelectorAll("table")].filter((one) => one.checkVisibility());
    const open = document.body.cloneNode(true) as HTMLElement;
    for (const folded of open.querySelectorAll("details > :not(summary)")) folded.remove();
    const openText = open.textContent ?? "";
    const wide = [document.documentElement, ...tables];
    return {
      overflow: wide.map((one) => one.scrollWidth - one.clientWidth),
      columns: tables.map((one) => one.rows[0]?.cells.length ?? 0),
      text: openText,
    };
  });
}

/** Numbers with a unit that say one thing with different digits: the shorter is the longer, rounded. */
function doubles(text: string): string[] {
  const found = [
    ...text.matchAll(/(?<![\d.,])(\d[\d,]*(?:\.\d+)?)[ \u00a0](%|ns|µs|ms|s|B|KiB|MiB)(?![\w/])/g),
  ];
  const seen = [
    ...new Set(found.map(([, digits = "", unit = ""]) => `${digits.replaceAll(",", "")} ${unit}`)),
  ];
  const split = seen.map((one) => one.split(" ") as [string, string]);
  const decimals = (digits: string): number => (digits.split(".")[1] ?? "").length;
  return split.flatMap(([short, unit]) =>
    split
      .filter(([long, other]) => other === unit && decimals(long) > decimals(short))
      .filter(([long]) => Number(long).toFixed(decimals(short)) === short)
      .map(([long]) => `${short} and ${long} ${unit}`),
  );
}

test("the digits of numbers are told apart", () => {
  expect(doubles("12.4 % slower, +12.4 % (+12 to 13 %), 12 % and 3.04 → 3.41 ms, 3.4 ms")).toEqual([
    "12 and 12.4 %",
    "3.4 and 3.41 ms",
  ]);
});

test("there are golden comments", () => {
  expect(COMMENTS.length).toBeGreaterThan(10);
  expect(GOLDENS.length).toBeGreaterThan(COMMENTS.length);
});

test.each(COMMENTS)("%s fits the room of a comment, in few words and exact ones", async (path) => {
  const { overflow, columns, text } = await look(path);
  expect(overflow.filter((pixels) => pixels > 0)).toEqual([]);
  expect(Math.max(0, ...columns)).toBeLessThanOrEqual(MOST_COLUMNS);
  const most = text.includes("gate weakened") ? MOST_WORDS_OF_THE_GATE : MOST_WORDS;
  expect(text.split(/[ \n\t]+/).filter((word) => word !== "").length).toBeLessThanOrEqual(most);
  expect(doubles(text)).toEqual([]);
  // A hyphen before a digit is a minus sign that is none; dates and names have letters or digits before it.
  expect(text).not.toMatch(/(?<![\w/.])-\d/);
});

test.each(GOLDENS)(
  "%s: no page of GitHub's scrolls sideways because of it, in the dark too",
  async (path) => {
    const { overflow, text } = await look(path, "dark");
    expect(overflow[0]).toBe(0);
    expect(text).not.toMatch(/(?<![\w/.])-\d/);
  },
);
