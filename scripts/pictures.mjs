/** Makes the pictures of README.md and docs/reading.md from results of real runs: `npm run pictures`. Needs a browser. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import MarkdownIt from "markdown-it";
import { renderHtml } from "../src/report/html/page.ts";
import { launchBrowser } from "./browser.mjs";
import { commentOf, RECORDING, readJudged } from "./judged.mjs";
import { withNumbers } from "./picture-notes.mjs";
import { enterProject, finish } from "./project.mjs";
import { drawTerminal, readScreen } from "./terminal-picture.mjs";

const FOLDER = "docs/images";
/** The run that is shown. */
const SHOWN = "slower";
const MOST_BYTES = 300 * 1024;
/** Width of a comment on a pull request, and the room around it. */
const COMMENT_WIDTH = 800;
const REPORT = { width: 1100, height: 760 };
const COLUMNS = 80;
const SCHEMES = /** @type {const} */ (["light", "dark"]);

/** @type {(name: string) => string} */
const packaged = (name) => readFileSync(createRequire(import.meta.url).resolve(name), "utf8");

/** What GitHub draws around a comment, and the letters of this machine. */
const FRAME = `
  body { margin: 0; padding: 12px; background: transparent; }
  article.markdown-body { border: 1px solid #848d97; border-radius: 6px; padding: 16px; font-size: 14px;
    font-family: -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", Helvetica, Arial, sans-serif, "Noto Color Emoji"; }
  .markdown-body > :last-child { margin-bottom: 0 !important; }
`;

/**
 * A comment as GitHub shows it.
 *
 * @param {string} html - the rendered comment
 * @param {"light" | "dark"} scheme - colours
 * @returns {string} a whole page
 */
function commentPage(html, scheme) {
  const style = packaged(`github-markdown-css/github-markdown-${scheme}.css`);
  return `<!doctype html><html lang="en"><title>comment</title><style>${style}${FRAME}</style><article class="markdown-body">${html}</article></html>`;
}

/** @type {(name: string, text: string) => void} */
function writeText(name, text) {
  writeFileSync(`${FOLDER}/${name}`, text);
  written.push(name);
}

/** @type {string[]} */
const written = [];

/**
 * @param {import("playwright-core").Browser} drawing - what draws
 * @param {string} name - file in docs/images
 * @param {{ html: string, scheme: "light" | "dark", size?: { width: number, height: number } }} what - a page, all of it unless a size
 *   is given
 * @returns {Promise<void>}
 */
async function shoot(drawing, name, { html, scheme, size }) {
  const viewport = size ?? { width: COMMENT_WIDTH, height: 100 };
  const page = await drawing.newPage({ viewport, colorScheme: scheme, deviceScaleFactor: 1.5 });
  await page.setContent(html);
  const fullPage = size === undefined;
  await page.screenshot({ path: `${FOLDER}/${name}`, fullPage, omitBackground: fullPage });
  await page.close();
  written.push(name);
}

enterProject();
const { browser, reason } = await launchBrowser();
if (browser === null) throw new Error(reason);
mkdirSync(FOLDER, { recursive: true });
const { result } = readJudged(SHOWN);
const comment = new MarkdownIt({ html: true }).render(commentOf(result));
const report = renderHtml(result, { history: [], now: result.createdAt });
for (const scheme of SCHEMES) {
  await shoot(browser, `comment-${scheme}.png`, { html: commentPage(comment, scheme), scheme });
  const html = commentPage(withNumbers(comment), scheme);
  await shoot(browser, `reading-${scheme}.png`, { html, scheme });
  await shoot(browser, `report-${scheme}.png`, { html: report, scheme, size: REPORT });
}
await browser.close();
const screen = readScreen(readFileSync(RECORDING, "utf8"));
writeText("terminal.svg", drawTerminal("wasm-bench run", screen, COLUMNS));
finish(
  `${FOLDER}: ${written.join(", ")}`,
  written
    .map((name) => ({ name, size: statSync(`${FOLDER}/${name}`).size }))
    .filter(({ size }) => size > MOST_BYTES)
    .map(({ name, size }) => `${name}: ${size} bytes, more than ${MOST_BYTES}`),
);
