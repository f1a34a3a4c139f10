/** Makes the picture of the comment in README.md from a golden comment: `node scripts/picture.mjs`. Needs a browser. */
import { mkdirSync, readFileSync, statSync } from "node:fs";
import MarkdownIt from "markdown-it";
import { launchBrowser } from "./browser.mjs";
import { enterProject, finish } from "./project.mjs";

const SOURCE = "fixtures/reports/comment-regression-with-history.md";
const TARGET = "docs/images/comment.png";
const MOST_BYTES = 200 * 1024;
const WIDTH = 820;
/** Much of how GitHub shows a comment: fonts, sizes and lines of tables. */
const STYLE = `
  body { margin: 0; padding: 20px; background: #fff; color: #1f2328;
    font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", Helvetica, Arial, sans-serif, "Noto Color Emoji"; }
  article { border: 1px solid #d1d9e0; border-radius: 6px; padding: 4px 20px 12px; }
  h2 { font-size: 20px; border-bottom: 1px solid #d1d9e0b3; padding-bottom: 6px; }
  h3 { font-size: 18px; margin: 12px 0; }
  table { border-collapse: collapse; margin: 12px 0; }
  th, td { border: 1px solid #d1d9e0; padding: 5px 10px; }
  code { font: 12px ui-monospace, "DejaVu Sans Mono", monospace; background: #818b981f; border-radius: 4px; padding: 2px 4px; }
  pre { display: none; }
`;

enterProject();
const html = new MarkdownIt({ html: true }).render(readFileSync(SOURCE, "utf8"));
const { browser, reason } = await launchBrowser();
if (browser === null) throw new Error(reason);
const page = await browser.newPage({ viewport: { width: WIDTH, height: 100 } });
await page.setContent(
  `<!doctype html><html lang="en"><title>comment</title><style>${STYLE}</style><article>${html}</article></html>`,
);
mkdirSync("docs/images", { recursive: true });
await page.screenshot({ path: TARGET, fullPage: true });
await browser.close();
const { size } = statSync(TARGET);
finish(
  `${TARGET}, ${Math.ceil(size / 1024)} KiB`,
  size > MOST_BYTES ? [`${TARGET}: ${size} bytes, more than ${MOST_BYTES}`] : [],
);
