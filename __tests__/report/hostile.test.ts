import { JSDOM } from "jsdom";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { renderAnnotations } from "../../src/report/annotations.ts";
import { cleanText, logLines, logText } from "../../src/report/clean-text.ts";
import { renderComment } from "../../src/report/comment/comment.ts";
import { codeName, linkTarget, sentence } from "../../src/report/escape-markdown.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { HOSTILE, hostileResult } from "./sample-extremes.ts";
import { historyOf } from "./sample-history.ts";
import { NOW } from "./sample-results.ts";

const OPTIONS = {
  reportUrl: "https://reports.example/1",
  baseUrl: "https://github.com/o/r",
  now: NOW,
  history: [],
};

/** HTML on, tables and strikethrough on, bare addresses become links, as on the code host. */
function render(markdown: string): Document {
  const parser = new MarkdownIt({ html: true, linkify: true });
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: true });
  return new JSDOM(`<!doctype html><body>${parser.render(markdown)}</body>`).window.document;
}

const ALLOWED_TAGS = [
  "H2",
  "H3",
  "UL",
  "LI",
  "P",
  "BR",
  "STRONG",
  "EM",
  "CODE",
  "PRE",
  "A",
  "DETAILS",
  "SUMMARY",
];
const TABLE_TAGS = ["TABLE", "THEAD", "TBODY", "TR", "TH", "TD"];
const LINKS =
  /^https:\/\/(?:reports\.example\/1|github\.com\/o\/r\/commit\/|github\.com\/octo-org\/image-tools\/actions\/runs\/|github\.com\/airssys\/wasm-bench-action\/blob\/main\/docs\/reading\.md$)/;

/** Text a code host would scan for mentions and references: outside code, links and preformatted text. */
function scannedText(document: Document): string {
  const copy = document.body.cloneNode(true) as HTMLElement;
  for (const node of copy.querySelectorAll("code, pre, a")) node.remove();
  return copy.textContent ?? "";
}

describe.each([
  ["comment", () => renderComment(hostileResult(), { ...OPTIONS, maxLength: 500_000 })],
  ["summary", () => renderSummary(hostileResult(), { ...OPTIONS, maxBytes: 1_048_576 })],
  [
    "comment with history",
    () =>
      renderComment(hostileResult(), {
        ...OPTIONS,
        maxLength: 65_536,
        history: historyOf(hostileResult()),
      }),
  ],
])("a hostile %s, rendered", (_, build) => {
  const markdown = build();
  const document = render(markdown);

  it("has only the elements this product writes, without attributes of theirs", () => {
    const elements = [...document.body.querySelectorAll("*")];
    const foreign = elements.filter(
      ({ tagName }) => ![...ALLOWED_TAGS, ...TABLE_TAGS].includes(tagName),
    );
    expect(foreign.map(({ outerHTML }) => outerHTML)).toEqual([]);
    const attributes = elements.flatMap((element) => element.getAttributeNames());
    expect(
      [...new Set(attributes)].filter((name) => !["href", "style", "class"].includes(name)),
    ).toEqual([]);
  });

  it("links only where this product links", () => {
    const links = [...document.querySelectorAll("a")].map(
      (link) => link.getAttribute("href") ?? "",
    );
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !LINKS.test(link))).toEqual([]);
  });

  it("mentions nobody and refers to nothing", () => {
    const text = scannedText(document);
    expect(text).toContain("octocat");
    expect(text).not.toMatch(/@\w/);
    expect(text).not.toMatch(/#\d|\bGH-\d/i);
    expect(text).not.toMatch(/\b[0-9a-f]{7,40}\b/);
    expect(text).not.toMatch(/:[a-z]+:/);
    expect(text).not.toMatch(/\w+:\/\/|\bwww\.\w/);
  });

  it("breaks no table", () => {
    const tables = [...document.querySelectorAll("table")];
    expect(tables.length).toBeGreaterThan(2);
    for (const table of tables) {
      const columns = table.querySelectorAll("thead th").length;
      const widths = [...table.querySelectorAll("tbody tr")].map(
        (row) => row.querySelectorAll("td").length,
      );
      expect(widths.filter((width) => width !== columns)).toEqual([]);
    }
    expect(document.querySelectorAll("h1, blockquote, hr").length).toBe(0);
  });

  it("holds no marker, no workflow command and no invisible character", () => {
    expect(markdown).not.toContain("<!--");
    expect(markdown.split("\n").filter((line) => line.trimStart().startsWith("::"))).toEqual([]);
    expect(markdown).not.toContain("##[");
    expect(
      (document.body.textContent ?? "").replaceAll("\n", "").replaceAll("\u2060", ""),
    ).not.toMatch(/\p{C}/u);
  });
});

describe("each hostile name", () => {
  it.each(HOSTILE.map((text) => [text.slice(0, 40), text]))("shows as text: %s", (_, text) => {
    for (const markdown of [
      `- ${codeName(text)}`,
      `- x ${sentence(text)}`,
      `| a | b |\n|---|---|\n| ${codeName(text)} | ${sentence(text)} |`,
    ]) {
      const document = render(markdown);
      expect(
        document.querySelectorAll("a, img, script, h1, h2, blockquote, em, strong, s, pre, svg")
          .length,
      ).toBe(0);
      const shown = (document.querySelector("code, li, td")?.textContent ?? "").replaceAll(
        "\u2060",
        "",
      );
      expect(shown.replace(/^x /, "").trim()).toBe(cleanText(text, shown.length > 130 ? 400 : 120));
    }
  });

  it.each(HOSTILE.map((text) => [text.slice(0, 40), text]))(
    "is one harmless log line: %s",
    (_, text) => {
      expect(logText(text, 120)).not.toMatch(/\p{C}|(?<![\w>)\]}])::|##\[|<!--/u);
      expect(Array.from(logText(text, 120)).length).toBeLessThanOrEqual(120);
    },
  );

  it("keeps the annotations free of commands", () => {
    for (const { title, message } of renderAnnotations(hostileResult())) {
      expect(`${title}${message}`).not.toMatch(/\p{C}|::|##\[/u);
    }
  });

  it("counts the lines of guest output it leaves out", () => {
    expect(logLines("a\nb\r\nc\n\nd", 2)).toEqual(["a", "b", "… 2 more lines"]);
  });

  it("links only to plain web addresses", () => {
    expect(linkTarget("https://github.com/o/r/commit/abc")).toBe(
      "https://github.com/o/r/commit/abc",
    );
    expect(linkTarget("javascript:alert(1)")).toBeNull();
    expect(linkTarget("https://x.example/) [y](https://z.example")).toBeNull();
  });
});
