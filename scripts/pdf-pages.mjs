import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
/** Nothing is there: every request to it is answered from the packages. */
const ORIGIN = "http://pdf.invalid";
const SCRIPTS = ["pdf.mjs", "pdf.worker.mjs"];

/** @typedef {import("playwright-core").Browser} Browser */

/**
 * Prints a page on A4 paper, as a reader would.
 *
 * @param {Browser} browser - what prints
 * @param {string} file - HTML file
 * @returns {Promise<Buffer>} the PDF
 */
export async function printPage(browser, file) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  const pdf = await page.pdf({
    format: "A4",
    margin: { top: "12mm", bottom: "12mm", left: "12mm", right: "12mm" },
  });
  await page.close();
  return pdf;
}

/**
 * Prints a page on A4 paper and draws what came out.
 *
 * @param {Browser} browser - what prints and draws
 * @param {string} file - HTML file
 * @param {number} most - most pages to draw
 * @returns {Promise<Buffer[]>} a PNG for each of the first pages
 */
export async function pdfPages(browser, file, most) {
  const pdf = await printPage(browser, file);
  const page = await browser.newPage({ viewport: { width: 1000, height: 1400 } });
  await page.route(`${ORIGIN}/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (SCRIPTS.includes(name))
      return route.fulfill({
        contentType: "text/javascript",
        body: readFileSync(require.resolve(`pdfjs-dist/build/${name}`)),
      });
    if (name === "print.pdf") return route.fulfill({ contentType: "application/pdf", body: pdf });
    return route.fulfill({
      contentType: "text/html",
      body: "<!doctype html><title>print</title><body style='margin:0'>",
    });
  });
  await page.goto(`${ORIGIN}/`);
  const drawn = await page.evaluate(drawPages, most);
  const images = [];
  for (let index = 0; index < drawn; index += 1)
    images.push(await page.locator("canvas").nth(index).screenshot());
  await page.close();
  return images;
}

/**
 * Draws pages; runs in the browser.
 *
 * @param {number} most - most pages to draw
 * @returns {Promise<number>} pages drawn
 */
async function drawPages(most) {
  const place = "/pdf.mjs";
  const { getDocument, GlobalWorkerOptions } = await import(place);
  GlobalWorkerOptions.workerSrc = "/pdf.worker.mjs";
  const pdf = await getDocument({ url: `${location.origin}/print.pdf` }).promise;
  const count = Math.min(most, pdf.numPages);
  for (let number = 1; number <= count; number += 1) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: 1.5 });
    const canvas = document.createElement("canvas");
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    document.body.append(canvas);
    await page.render({ canvas, viewport }).promise;
  }
  return count;
}
