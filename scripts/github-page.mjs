import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import MarkdownIt from "markdown-it";

const require = createRequire(import.meta.url);

/** Room around a comment and inside it, as GitHub has it; letters of a machine that has no others. */
const FRAME = `
  body { margin: 0; background: var(--bgColor-default, Canvas); }
  .markdown-body { box-sizing: border-box; padding: 16px;
    font-family: -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", Helvetica, Arial, sans-serif, "Noto Color Emoji"; font-size: 14px; }
`;

/**
 * Markdown as a page that looks as GitHub shows it in comments and job summaries.
 *
 * @param {string} markdown - a comment, a summary or a document of this product
 * @param {{ scheme: "light" | "dark", width: number }} look - colours, and the room GitHub gives, in pixels
 * @returns {string} a whole HTML document that needs no network
 */
export function githubPage(markdown, { scheme, width }) {
  const style = readFileSync(
    require.resolve(`github-markdown-css/github-markdown-${scheme}.css`),
    "utf8",
  );
  const body = new MarkdownIt({ html: true, linkify: true }).render(markdown);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>report</title><style>${style}${FRAME}</style></head>
<body style="background: ${scheme === "dark" ? "#0d1117" : "#fff"}"><article class="markdown-body" style="max-width: ${width}px">${body}</article></body></html>`;
}
