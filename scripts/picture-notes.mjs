import { JSDOM } from "jsdom";

/** Parts of a comment in the order in which docs/reading.md explains them. */
export const PARTS = [
  "h3",
  "tbody tr:first-child td:nth-child(1)",
  "tbody tr:first-child td:nth-child(2)",
  "tbody tr:first-child td:nth-child(3)",
  "tbody tr:first-child td:nth-child(4)",
  "table ~ p",
  "details:nth-of-type(1) > summary",
  "details:nth-of-type(2) > summary",
];

const STYLE = `display:inline-block;width:18px;height:18px;border-radius:9px;margin:0 6px 0 0;background:#8250df;color:#fff;
  font:600 12px/18px sans-serif;text-align:center;vertical-align:1px`;

/**
 * Sets a number before each part of a comment that docs/reading.md explains.
 *
 * @param {string} html - a rendered comment
 * @returns {string} the same with numbers
 * @throws {Error} naming a part that the comment does not have
 */
export function withNumbers(html) {
  const { document } = new JSDOM(`<!doctype html><body>${html}</body>`).window;
  PARTS.forEach((selector, index) => {
    const part = document.querySelector(selector);
    if (part === null)
      throw new Error(`the comment has no ${selector} to set number ${index + 1} at`);
    part.insertAdjacentHTML("afterbegin", `<span style="${STYLE}">${index + 1}</span>`);
  });
  return document.body.innerHTML;
}
