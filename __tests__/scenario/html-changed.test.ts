import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { launchBrowser } from "../../scripts/browser.mjs";
import { printPage } from "../../scripts/pdf-pages.mjs";
import { recordedResult } from "../../scripts/recorded-results.mjs";
import type { ResultDocument } from "../../src/model/result.ts";
import { renderHtml } from "../../src/report/html/page.ts";
import { hostileResult } from "../report/sample-extremes.ts";
import { NOW } from "../report/sample-results.ts";
import { firstNames, regression, unfoldAll } from "./report-page.ts";

// A busy machine may take its time; nothing here is about speed.
vi.setConfig({ testTimeout: 60_000 });

const { browser, reason } = await launchBrowser();

let folder: string;
let page: Page;
/** The browser, where there is one: every test is skipped otherwise. */
let drawing: Browser;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "report-"));
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async ({ skip }) => {
  if (browser === null) return skip(reason);
  drawing = browser;
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
});

afterEach(() => page?.close());

/** Writes the report of a result and returns the file. */
function write(result: ResultDocument): string {
  const file = join(folder, "report.html");
  writeFileSync(file, renderHtml(result, { history: [], now: NOW }));
  return file;
}

async function openReport(result: ResultDocument): Promise<void> {
  await page.goto(pathToFileURL(write(result)).href);
}

/** Where every piece of text lies on the pages of a PDF, in points, and all of it without spaces. */
async function readPdf(data: Buffer) {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const pdf = await getDocument({ data: new Uint8Array(data), verbosity: 0 }).promise;
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  let width = 0;
  const pages = [];
  for (const number of numbers) {
    const sheet = await pdf.getPage(number);
    width = sheet.getViewport({ scale: 1 }).width;
    const { items } = await sheet.getTextContent();
    pages.push(
      items.flatMap((item) =>
        "str" in item && item.str.trim() !== ""
          ? [{ str: item.str, left: item.transform[4], right: item.transform[4] + item.width }]
          : [],
      ),
    );
  }
  const text = pages
    .flat()
    .map(({ str }) => str)
    .join("")
    .replace(/\s+/g, "");
  return { width, pages, text };
}

/** Boxes whose content is wider than they are: a browser shrinks such a page on paper, or cuts the table. */
function widerThanTheirBox(): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("html, header, .scroll, .news, .news li > *")]
      .filter((one) => one.scrollWidth > one.clientWidth)
      .map((one) => `${one.tagName} ${one.textContent?.slice(0, 40)}`),
  );
}

describe("what changed in the html report", () => {
  it("shows what changed first, worst first, by the metric that decided", async () => {
    await openReport(regression());
    expect(await page.locator("h1").textContent()).toBe(
      "2 benchmarks regressed; blur_256 is 12.4 % slower, 1 inconclusive",
    );
    expect(await page.locator(".news .what a").allInnerTexts()).toEqual([
      "blur_256",
      "decode_png",
      "sharpen",
      "resize_640",
    ]);
    expect(await page.locator(".news .moved").allInnerTexts()).toEqual([
      "+12.4 % (+11.3 to +13.5 %)",
      "+4.3 % (+3.2 to +5.4 %)",
      "~ (would see ≥ 6.2 %)",
      "−18.3 % (−19.4 to −17.2 %)",
    ]);
    expect((await firstNames(page, "execution")).slice(0, 4)).toEqual([
      "execution/blur_256/image-filter",
      "execution/decode_png/image-filter",
      "execution/sharpen/image-filter",
      "execution/resize_640/image-filter",
    ]);
    expect(await page.locator(".suite").first().getAttribute("aria-label")).toBe("Suite execution");
  });

  it.each([true, false])("leaves out what did not change, with scripts: %s", async (scripts) => {
    const context = await drawing.newContext({ javaScriptEnabled: scripts });
    const other = await context.newPage();
    await other.goto(pathToFileURL(write(regression())).href);
    const visible = other.locator("tr[data-verdict]:visible");
    expect(await visible.count()).toBe(14);
    await other.getByLabel("Only what changed 4").check();
    expect(await visible.count()).toBe(4);
    expect(await other.locator(".suite:visible").count()).toBe(1);
    await other.getByLabel("Only what changed 4").uncheck();
    expect(await visible.count()).toBe(14);
    await context.close();
  });

  it("opens a row that is filtered out when a link leads to it", async () => {
    await openReport(regression());
    await page.getByLabel("Only what changed 4").check();
    await page.getByRole("checkbox", { name: /^unchanged/ }).uncheck();
    expect(await page.locator("#shown").textContent()).toBe("4 of 14 benchmarks shown");
    await page.evaluate(() => {
      location.hash = "#b/execution/compute_heavy/fib_20";
    });
    await page.locator(".detail").first().waitFor();
    expect(await page.getByLabel("Only what changed 4").isChecked()).toBe(false);
    expect(await page.locator(".detail").count()).toBe(1);
  });

  it("says under every picture how to read it", async () => {
    await openReport(regression());
    await unfoldAll(page);
    const figures = await page.locator("figure").count();
    expect(figures).toBeGreaterThan(20);
    const readings = await page.locator("figure .reading").allTextContents();
    expect(readings).toHaveLength(figures);
    for (const reading of readings) expect(reading).toMatch(/^How to read: .{40,}\.$/);
  });

  it("leaves no observation out of a picture unsaid", async () => {
    await openReport(regression());
    await page.getByRole("button", { name: "execution/blur_256/image-filter" }).click();
    const captions = await page.locator("figcaption").allTextContents();
    expect(captions.find((text) => text.startsWith("Distribution"))).toMatch(
      /[1-9]\d* slower ones? beyond the edge/,
    );
    expect(captions.find((text) => text.startsWith("Cycles over time"))).toMatch(
      /[1-9]\d* slower ones? drawn at the upper edge/,
    );
  });

  it.each([
    ["regression", regression],
    ["hostile", hostileResult],
    ["recorded", () => recordedResult(30)],
  ] as const)("loses nothing on A4 paper in state %s", async (_, build) => {
    const result = await build();
    const file = write(result);
    // 210 mm without two margins of 12 mm, at 96 pixels an inch.
    await page.setViewportSize({ width: 703, height: 1000 });
    await page.emulateMedia({ media: "print" });
    await page.goto(pathToFileURL(file).href);
    expect(await widerThanTheirBox()).toEqual([]);
    const { width, pages, text } = await readPdf(await printPage(drawing, file));
    // A4 is 595.3 points wide.
    expect(Math.abs(width - 595.3)).toBeLessThan(1);
    const outside = pages.flat().filter(({ right, left }) => left < 0 || right > width);
    expect(outside).toEqual([]);
    const { benchmarks } = result.judgement;
    expect(benchmarks.length).toBeGreaterThan(10);
    for (const word of ["Would see", "Candidate", "Largest sections", "Stored baseline"])
      expect(text).toContain(word.replaceAll(" ", ""));
  });
});
