import { JSDOM } from "jsdom";
import { describe, expect, it, vi } from "vitest";
import type { ResultDocument } from "../../src/model/result.ts";
import { renderAnnotations } from "../../src/report/annotations.ts";
import { renderComment } from "../../src/report/comment/comment.ts";
import { renderStatus } from "../../src/report/status.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { runIcon } from "../../src/report/verdict-words.ts";
import { openPart } from "./open-part.ts";
import { hostileResult, thousandBenchmarks } from "./sample-extremes.ts";
import { historyOf } from "./sample-history.ts";
import { NOW } from "./sample-results.ts";
import { STATES } from "./sample-states.ts";

const THOUSAND = thousandBenchmarks(2);

// A busy machine may take its time; nothing here is about speed.
vi.setConfig({ testTimeout: 60_000 });

const LINKS = {
  reportUrl: "https://github.com/octo-org/image-tools/actions/runs/1930300412/artifacts/4711",
  baseUrl: "https://github.com/octo-org/image-tools",
  now: NOW,
};
const COMMENT = { ...LINKS, maxLength: 65_536, history: [] };
const SUMMARY = { ...LINKS, history: [], maxBytes: 1_048_576 };
const GOLDEN = "../../fixtures/reports";
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** What a pull request changes of its own gate stands open besides. */
function mostWords({ judgement }: ResultDocument): number {
  return judgement.policyChanges === undefined ? 120 : 150;
}

/** States that real runs give: the golden comments of those are in fixtures/judged. */
const PLAYED = new Set([
  "accepted",
  "clean",
  "failure",
  "improvement",
  "missed-target",
  "regression",
  "weakened",
]);

describe.each(Object.entries(STATES).filter(([name]) => !PLAYED.has(name)))(
  "state %s, which no run gives on demand,",
  (name, build) => {
    it("has the golden comment", async () => {
      await expect(renderComment(build(), COMMENT)).toMatchFileSnapshot(
        `${GOLDEN}/comment-${name}.md`,
      );
    });
  },
);

describe.each(Object.entries(STATES))("state %s", (name, build) => {
  it("has the golden summary", async () => {
    await expect(renderSummary(build(), SUMMARY)).toMatchFileSnapshot(
      `${GOLDEN}/summary-${name}.md`,
    );
  });

  it("has the golden status and annotations", async () => {
    const lines = renderAnnotations(build()).map(
      ({ level, title, message }) => `${level} | ${title} | ${message}`,
    );
    const text = `${[`status | ${renderStatus(build())}`, ...lines].join("\n")}\n`;
    await expect(text).toMatchFileSnapshot(`${GOLDEN}/annotations-${name}.txt`);
  });

  it("starts with the verdict", () => {
    const [title] = renderComment(build(), COMMENT).split("\n");
    expect(title).toMatch(new RegExp(`^### ${runIcon(build().judgement.verdict)} \\S`));
  });

  it("is read in five seconds: few words stand open, in a table of four columns", () => {
    const open = openPart(renderComment(build(), COMMENT));
    expect(open.words.length).toBeLessThanOrEqual(mostWords(build()));
    expect(open.columns).toBeLessThanOrEqual(4);
    // A hyphen before a digit would be a minus sign of another font.
    expect(open.words.filter((word) => /^-\d/.test(word))).toEqual([]);
  });
});

describe("after a comment that told of a failure", () => {
  const before = { title: "<code>blur_256</code> is 12.4 % slower", head: "c".repeat(40) };
  const titleOf = (state: string): string => {
    const result = STATES[state]?.() ?? hostileResult();
    return renderComment(result, { ...COMMENT, before }).split("\n")[0] ?? "";
  };

  it("a calm one says that it is fixed, and what was", () => {
    expect(titleOf("clean")).toBe("### ✅ Fixed: no change in 10 benchmarks");
    const text = renderComment(STATES.clean?.() ?? hostileResult(), { ...COMMENT, before });
    expect(text).toMatch(
      /^Before, at \[`cccccccc`\]\(.*\): <code>blur_256<\/code> is 12\.4 % slower\.$/m,
    );
  });

  it("one that still asks for attention says nothing of the kind", () => {
    for (const state of ["regression", "inconclusive", "failure", "missed-target"])
      expect(titleOf(state)).not.toContain("Fixed");
  });
});

describe("length", () => {
  it.each([65_536, 20_000, 6000, 1500, 300])("never exceeds %i UTF-16 units", (maxLength) => {
    for (const result of [THOUSAND, hostileResult()]) {
      const text = renderComment(result, { ...COMMENT, maxLength });
      expect(text.length).toBeLessThanOrEqual(maxLength);
      expect(text).not.toMatch(LONE_SURROGATE);
      expect(text.startsWith("### ")).toBe(true);
    }
  });

  it("drops calm rows before urgent ones and counts what is left out", async () => {
    const text = renderComment(THOUSAND, { ...COMMENT, maxLength: 16_000 });
    expect(text.match(/^\| +[🔴🟠🟡] /gmu)?.length).toBeGreaterThan(20);
    expect(text).toMatch(/_\d+ more in the report\._/);
    expect(text).toContain("**Baseline:**");
    await expect(text).toMatchFileSnapshot(`${GOLDEN}/comment-thousand.md`);
  });

  it("keeps the summary of a thousand benchmarks whole and below the limit", () => {
    const text = renderSummary(THOUSAND, SUMMARY);
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(SUMMARY.maxBytes);
    expect(text.match(/generated\/case_\d{4}/g)?.length).toBeGreaterThanOrEqual(1000);
  });

  it("cuts a summary to its limit in bytes", () => {
    const text = renderSummary(THOUSAND, { ...SUMMARY, maxBytes: 30_000 });
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(30_000);
    expect(text).toMatch(/more in the report/);
  });

  it("keeps a status within 140 units in every state", () => {
    const results = [...Object.values(STATES).map((build) => build()), hostileResult(), THOUSAND];
    for (const result of results) {
      expect(renderStatus(result).length).toBeLessThanOrEqual(140);
      expect(renderStatus(result).length).toBeGreaterThan(10);
    }
  });

  it("annotates the worst first and at most ten of a level", () => {
    const annotations = renderAnnotations(THOUSAND);
    expect(annotations).toHaveLength(10);
    expect(annotations[0]?.level).toBe("error");
    expect(annotations.at(-1)?.title).toBe("31 more");
    const changes = annotations
      .slice(0, 9)
      .map(({ message }) => Number(/^\+([\d.]+)/.exec(message)?.[1]));
    expect(changes).toEqual(changes.toSorted((a, b) => b - a));
  });
});

describe("trend", () => {
  it("shows a sparkline and a chart that Mermaid accepts, with hostile names too", async () => {
    const { window } = new JSDOM("<!doctype html><body></body>");
    Object.assign(globalThis, { window, document: window.document });
    const { default: mermaid } = await import("mermaid");
    for (const result of [STATES.regression?.() ?? hostileResult(), hostileResult()]) {
      const text = renderComment(result, { ...COMMENT, history: historyOf(result) });
      const charts = [...text.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(
        (match) => match[1] ?? "",
      );
      expect(charts).toHaveLength(2);
      for (const chart of charts)
        expect(await mermaid.parse(chart)).toMatchObject({ diagramType: "xychart" });
      expect(text).toMatch(/[▁▂▃▄▅▆▇█]{12}/);
    }
  });

  it("is in the golden comment with history", async () => {
    const result = STATES.regression?.() ?? hostileResult();
    const text = renderComment(result, { ...COMMENT, history: historyOf(result) });
    await expect(text).toMatchFileSnapshot(`${GOLDEN}/comment-regression-with-history.md`);
  });
});
