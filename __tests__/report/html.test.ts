import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import type { ExactValue, Series, Side } from "../../src/model/sample.ts";
import { escapeHtml, htmlName, htmlSentence } from "../../src/report/escape-html.ts";
import { jsonBlock } from "../../src/report/html/json-block.ts";
import { renderHtml } from "../../src/report/html/page.ts";
import { pooledValues, processChanges, timelineOf } from "../../src/report/html/samples.ts";
import { LEARNED, measurements, pairedVisits, result } from "../gate/fabricate.ts";
import { resultOf } from "./sample-benchmarks.ts";
import { HOSTILE, hostileResult } from "./sample-extremes.ts";
import { historyOf } from "./sample-history.ts";
import { NOW } from "./sample-results.ts";
import { STATES } from "./sample-states.ts";

function series(side: Side, copy: number, values: readonly number[]): Series {
  return { metric: "time", side, copy, values };
}

const PAIR: BenchmarkResult = {
  ...resultOf({ id: "execution/pair", value: 1, verdict: "unchanged" }, 1),
  visits: [
    {
      process: 3,
      stage: "confirm",
      iterations: 1,
      wallNs: 1,
      measuredNs: 1,
      failure: null,
      warnings: [],
      output: "",
      series: [
        series("baseline", 0, [10, 12, 14, 16, 99]),
        series("baseline", 1, [10, 12, 14, 16, 99]),
        series("candidate", 0, [20, 24, 28, 32, 99]),
        series("candidate", 1, [15, 18, 21, 24, 99]),
      ],
    },
  ],
};

describe("data behind the charts", () => {
  it("pairs the mean of logs of each copy's 25th percentile", () => {
    // p25 of five values is the second: baseline 12 and 12, candidate 24 and 18; sqrt(24 · 18) / 12 = 1.7320508.
    const [only] = processChanges(PAIR, "time");
    expect(only?.change).toBeCloseTo(0.7320508, 7);
    expect(only).toMatchObject({ process: 3, stage: "confirm" });
  });

  it("keeps the order of rounds, copy after copy", () => {
    expect(timelineOf(PAIR, "time", "candidate")).toEqual({
      values: [20, 15, 24, 18, 28, 21, 32, 24, 99, 99],
      starts: [0],
    });
    expect(pooledValues(PAIR, "time", "native")).toEqual([]);
  });

  it("has no pair where a side is missing", () => {
    const visits = PAIR.visits.map((visit) => ({ ...visit, series: visit.series.slice(0, 2) }));
    expect(processChanges({ ...PAIR, visits }, "time")).toEqual([]);
  });
});

describe("escaping", () => {
  it("shows what HTML would read, and cuts names to their limit", () => {
    expect(escapeHtml(`<a b="c" d='e'>&\``)).toBe(
      "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;&#96;",
    );
    expect(htmlName("x".repeat(500))).toBe(`${"x".repeat(119)}…`);
    expect(htmlSentence("a\u202eb\nc")).toBe("ab c");
  });
});

describe("embedded data", () => {
  it("cannot end its block and reads back as it was", () => {
    const value = { text: "</script><!--<script>\u2028\u2029", list: HOSTILE };
    const block = jsonBlock("t1", value);
    expect(block.slice(1, -9)).not.toMatch(/[<\u2028\u2029]/);
    const document = new JSDOM(`<!doctype html><body>${block}<p>after</p>`).window.document;
    expect(document.querySelector("p")?.textContent).toBe("after");
    expect(JSON.parse(document.getElementById("t1")?.textContent ?? "")).toEqual(value);
  });
});

describe("html report", () => {
  it.each(Object.keys(STATES))("is the same text for the same result in state %s", (name) => {
    const build = STATES[name] ?? hostileResult;
    const render = () => renderHtml(build(), { history: historyOf(build()), now: NOW });
    expect(render()).toBe(render());
  });

  it("holds nothing that loads from anywhere", () => {
    const html = renderHtml(hostileResult(), { history: historyOf(hostileResult()), now: NOW });
    expect(html).not.toMatch(/\b(?:src|srcset|poster|action|data)=["']?https?:/i);
    expect(html).not.toMatch(/@import|url\(/i);
    expect(html).toContain("default-src &#39;none&#39;");
  });

  it("lets no hostile text become an element, in the page or in a detail", () => {
    const html = renderHtml(hostileResult(), { history: [], now: NOW });
    const document = new JSDOM(html).window.document;
    const details = [...document.querySelectorAll('script[type="application/json"]')].map((block) =>
      JSON.parse(block.textContent ?? '""'),
    );
    expect(details.length).toBeGreaterThan(20);
    const all = new JSDOM(`<!doctype html><body>${document.body.innerHTML}${details.join("")}`)
      .window.document;
    expect(
      all.querySelectorAll(
        "img, iframe, object, embed, h1 + h1, svg[onload], [onmouseover], [onerror]",
      ).length,
    ).toBe(0);
    expect(
      [...all.querySelectorAll("script")].filter((script) => script.type !== "application/json"),
    ).toHaveLength(1);
    const links = [...all.querySelectorAll("a")].map((link) => link.getAttribute("href") ?? "");
    expect(
      links.filter((link) => !/^(?:#|https:\/\/github\.com\/octo-org\/image-tools\/)/.test(link)),
    ).toEqual([]);
  });

  it("leads with the metric that decided, in heading, list, table and order", () => {
    const fuel: ExactValue = { metric: "fuel", baseline: 1000, candidate: 1500, note: null };
    const calm = pairedVisits([0.001, -0.001, 0.001, -0.001], "screen");
    const measured = measurements([
      result(calm, { noise: LEARNED }, "execution/still"),
      result(calm, { noise: LEARNED, exact: [fuel] }, "execution/heavy"),
    ]);
    const html = renderHtml({ ...measured, judgement: judge(measured) }, { history: [], now: NOW });
    const { document } = new JSDOM(html).window;
    const text = (selector: string): string | undefined =>
      document.querySelector(selector)?.textContent ?? undefined;
    expect(text("h1")).toBe("heavy uses 50.0 % more fuel");
    expect(text("title")).toBe("heavy uses 50.0 % more fuel · WebAssembly benchmarks");
    expect(text(".news .moved")).toBe("fuel +50.0 %");
    expect(text(".news .sides")).toBe("1,000 → 1,500");
    const [first] = document.querySelectorAll("tr[data-verdict]");
    expect(first?.id).toBe("b/execution/heavy");
    expect(
      [...(first?.querySelectorAll("td") ?? [])].map(({ textContent }) => textContent),
    ).toEqual(expect.arrayContaining(["fuel +50.0 %", "1,000", "1,500"]));
    expect(first?.querySelector("td b")?.textContent).toBe("fuel +50.0 %");
  });

  it.each(Object.entries(STATES))(
    "writes a minus sign, never a hyphen, in state %s",
    (_, build) => {
      const html = renderHtml(build(), { history: historyOf(build()), now: NOW });
      const { document } = new JSDOM(html).window;
      const details = [...document.querySelectorAll('script[type="application/json"]')].map(
        (block) => JSON.parse(block.textContent ?? '""'),
      );
      for (const script of document.querySelectorAll("script, style")) script.remove();
      const all = new JSDOM(`<body>${document.body.innerHTML}${details.join("")}`).window.document;
      // Dates, names and flags have a letter or a digit before theirs.
      expect(all.body.textContent).not.toMatch(/(?<![\w/.-])-\d/);
    },
  );

  it("says how the verdict was reached with the numbers of the policy", () => {
    const build = STATES.regression ?? hostileResult;
    const text = new JSDOM(
      renderHtml(build(), { history: [], now: NOW }),
    ).window.document.querySelector("#method")?.textContent;
    expect(text).toContain("exceeds 1.5 % is suspect");
    expect(text).toContain("exceeds 3.0 %");
    expect(text).toContain("below 5.0 %");
  });
});
