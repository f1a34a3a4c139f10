import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { FunctionDifference } from "../../src/model/function-difference.ts";
import { renderFunctions } from "../../src/report/html/functions-section.ts";
import { HOSTILE } from "./sample-extremes.ts";

const use = (self: number): { calls: number; self: number; inclusive: number } => ({
  calls: 2,
  self,
  inclusive: self,
});

function difference(name: string): FunctionDifference {
  return {
    baseline: 1000,
    candidate: 1120,
    functions: [
      { name, baseline: use(500), candidate: use(620) },
      { name: "small", baseline: use(9), candidate: null, fate: "inlined", other: name },
    ],
    rest: { baseline: 491, candidate: 500 },
    ways: [
      { name: "call", parent: -1, baseline: 1000, candidate: 1120 },
      { name, parent: 0, baseline: 500, candidate: 620 },
      { name: "memcpy", parent: 0, baseline: 491, candidate: 491 },
      { name: "leaf", parent: 1, baseline: 100, candidate: 0 },
    ],
  };
}

const page = (html: string): Document => new JSDOM(`<body>${html}</body>`).window.document;

describe("fuel by function in the page", () => {
  const document = page(renderFunctions(difference("decode")));

  it("lists what changed, as amounts and as shares of the whole, and the rest", () => {
    const rows = [...document.querySelectorAll("tbody tr")].map((row) =>
      [...row.querySelectorAll("th, td")].map((cell) => cell.textContent),
    );
    expect(rows[0]).toEqual(["decode", "500", "620", "+120", "+12.0 %", "2", "2", "500", "620"]);
    expect(rows[1]?.[0]).toBe("smallprobably inlined into decode");
    expect(rows[2]?.slice(0, 5)).toEqual(["all others", "491", "500", "+9", "+0.9 %"]);
  });

  it("draws the ways, coloured by their change and inside of those above", () => {
    const tones = [...document.querySelectorAll("g.way")].map((way) => [
      way.querySelector("title")?.textContent?.split(":")[0],
      way.getAttribute("class"),
    ]);
    expect(Object.fromEntries(tones)).toEqual({
      "▲ call": "way more",
      "▲ decode": "way more",
      memcpy: "way same",
      "▼ leaf": "way less",
    });
    const boxes = [...document.querySelectorAll("g.way rect")].map((rect) => [
      Number(rect.getAttribute("x")),
      Number(rect.getAttribute("x")) + Number(rect.getAttribute("width")),
    ]);
    expect(boxes.every(([from = -1, to = 1e9]) => from >= 0 && to <= 1100)).toBe(true);
  });

  it("is empty where nothing was counted by function", () => {
    expect(renderFunctions(undefined)).toBe("");
  });

  it.each(HOSTILE.map((text) => [text.slice(0, 40), text]))(
    "shows a hostile name as text: %s",
    (_, text) => {
      const shown = page(renderFunctions(difference(text)));
      expect(shown.querySelectorAll("a, img, script, h1, iframe, style").length).toBe(0);
      expect(shown.querySelectorAll("g.way").length).toBe(4);
    },
  );
});
