/**
 * Makes pictures of every report from recorded jobs, to be looked at: `node scripts/screenshots.mjs [FOLDER]`. Without a
 * folder they go to .wasm-bench/screenshots, which Git ignores. Needs a browser.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { renderComment } from "../src/report/comment/comment.ts";
import { renderHtml } from "../src/report/html/page.ts";
import { renderSummary } from "../src/report/summary.ts";
import { launchBrowser } from "./browser.mjs";
import { githubPage } from "./github-page.mjs";
import { pdfPages } from "./pdf-pages.mjs";
import { enterProject, finish } from "./project.mjs";
import { recordedResult } from "./recorded-results.mjs";

const FOLDER = ".wasm-bench/screenshots";
const COUNTS = [1, 30, 500];
const WIDTHS = [1280, 800, 390];
const SCHEMES = /** @type {const} */ (["light", "dark"]);
/** Longest picture, in pixels: below that pages repeat themselves. */
const MOST_PIXELS = 3000;
/** Pages of a PDF that are drawn. */
const MOST_PAGES = 4;
const LINKS = {
  baseUrl: "https://github.com/octo/app",
  reportUrl: "https://github.com/octo/app/actions/runs/1000/artifacts/7001",
};

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("../src/model/result.ts").ResultDocument} ResultDocument */

/**
 * The reports of a result that GitHub or a browser shows.
 *
 * @param {ResultDocument} result - judged result
 * @returns {{ html: string, comment: string, summary: string }} the page, and the Markdown of two
 */
function reportsOf(result) {
  const shared = { ...LINKS, history: [], now: result.createdAt };
  return {
    html: renderHtml(result, shared),
    comment: renderComment(result, { ...shared, maxLength: 65_000 }),
    summary: renderSummary(result, { ...shared, maxBytes: 1_000_000 }),
  };
}

/**
 * Takes a picture of the top of a page.
 *
 * @param {Page} page - what is shown
 * @param {string} path - file to write
 * @returns {Promise<void>}
 */
async function shoot(page, path) {
  const { width = 0 } = page.viewportSize() ?? {};
  const height = await page.evaluate("document.documentElement.scrollHeight");
  await page.screenshot({
    path,
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(Number(height), MOST_PIXELS) },
  });
}

/**
 * Takes every picture of a result.
 *
 * @param {import("playwright-core").Browser} chromium - what draws
 * @param {ResultDocument} result - judged result
 * @param {{ folder: string, count: number }} place - folder, and the number that names the files
 * @returns {Promise<number>} pictures written
 */
async function shootAll(chromium, result, { folder, count }) {
  const { html, comment, summary } = reportsOf(result);
  const file = join(folder, `report-${count}.html`);
  writeFileSync(file, html);
  let written = 0;
  for (const colorScheme of SCHEMES) {
    for (const width of WIDTHS) {
      const page = await chromium.newPage({ viewport: { width, height: 900 }, colorScheme });
      const named = (/** @type {string} */ what) =>
        join(folder, `${what}-${count}-${colorScheme}-${width}.png`);
      await page.goto(pathToFileURL(file).href);
      await shoot(page, named("html"));
      const first = page.locator("button.open").first();
      await first.click();
      await first.scrollIntoViewIfNeeded();
      await page.screenshot({ path: named("html-detail") });
      for (const [what, markdown] of Object.entries({ comment, summary })) {
        await page.setContent(
          githubPage(markdown, { scheme: colorScheme, width: Math.min(width, 980) }),
        );
        await shoot(page, named(what));
        written += 1;
      }
      await page.close();
      written += 2;
    }
  }
  const images = await pdfPages(chromium, file, MOST_PAGES);
  for (const [index, image] of images.entries())
    writeFileSync(join(folder, `print-${count}-${index + 1}.png`), image);
  return written + images.length;
}

enterProject();
const target = resolve(process.argv[2] ?? FOLDER);
mkdirSync(target, { recursive: true });
const { browser, reason } = await launchBrowser();
if (browser === null) throw new Error(reason);
let total = 0;
for (const count of COUNTS)
  total += await shootAll(browser, await recordedResult(count), { folder: target, count });
await browser.close();
finish(`${total} pictures in ${target}`, []);
