import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { BenchmarkHistory } from "../../src/report/history.ts";
import { badgeJson, badgeOf, badgeSvg } from "../../src/report/history-page/badge.ts";
import { renderHistoryPage } from "../../src/report/history-page/history-page.ts";
import { latestStep } from "../../src/report/history-page/latest-step.ts";

const BASE_URL = "https://github.com/octo-org/image-tools";
const OPTIONS = { baseUrl: BASE_URL, now: "2026-11-26T10:00:00Z" };

interface Given {
  readonly id?: string;
  /** Machine of each run; the values count up from 1000. */
  readonly machines: string;
  readonly steps?: BenchmarkHistory["changePoints"];
}

function historyOf({ id = "execution/blur/image", machines, steps = [] }: Given): BenchmarkHistory {
  const points = [...machines].map((fingerprint, at) => ({
    sha: at.toString(16).padStart(40, "0"),
    createdAt: OPTIONS.now,
    fingerprint,
    value: 1000 + at,
  }));
  return { id, metric: "time", unit: "ns", points, changePoints: steps };
}

const LONG = "a".repeat(20);
const steady = historyOf({ machines: LONG });
const worse = historyOf({ machines: LONG, steps: [{ index: 8, change: 0.12 }], id: "z/worse/x" });
const mended = historyOf({
  machines: LONG,
  steps: [
    { index: 5, change: 0.12 },
    { index: 12, change: -0.1 },
  ],
});
const young = historyOf({ machines: "aaa" });

describe("the badge", () => {
  it.each([
    ["nothing is stored", [], "no runs", "lightgrey"],
    ["too few runs tell a step from chance", [young, young], "2 measured", "blue"],
    ["no benchmark stepped up", [steady, steady, mended], "3 steady", "green"],
    ["some have too few runs", [steady, young, young], "1 of 3 steady", "green"],
    ["one stepped up and stayed there", [steady, worse, young], "1 of 3 worse", "orange"],
  ] as const)("says so where %s", (_, histories, message, color) => {
    expect(badgeOf(histories)).toEqual({ label: "benchmarks", message, color });
  });

  it("counts only the machine and engine that measured last", () => {
    const moved = historyOf({
      machines: `${"a".repeat(10)}${"b".repeat(14)}`,
      steps: [{ index: 4, change: 0.5 }],
    });
    expect(latestStep(moved)).toBeNull();
    expect(badgeOf([moved]).message).toBe("1 steady");
  });

  it("is JSON for the endpoint of shields.io", () => {
    expect(JSON.parse(badgeJson(badgeOf([worse])))).toEqual({
      schemaVersion: 1,
      label: "benchmarks",
      message: "1 of 1 worse",
      color: "orange",
    });
  });

  it("is a picture with its words, that loads nothing", () => {
    const svg = badgeSvg(badgeOf([steady]));
    const { document } = new JSDOM(svg, { contentType: "image/svg+xml" }).window;
    expect(document.documentElement.getAttribute("aria-label")).toBe("benchmarks: 1 steady");
    expect([...document.querySelectorAll("text")].map(({ textContent }) => textContent)).toEqual([
      "benchmarks",
      "1 steady",
    ]);
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(
      /https?:|href|<script/,
    );
  });
});

describe("the history page", () => {
  const page = (histories: readonly BenchmarkHistory[], baseUrl = BASE_URL): Document =>
    new JSDOM(renderHistoryPage(histories, { ...OPTIONS, baseUrl })).window.document;

  it("shows a line for each benchmark, those that became worse first", () => {
    const document = page([steady, worse]);
    const titles = [...document.querySelectorAll("section h3")].map((one) => one.textContent);
    expect(titles).toEqual(["z/worse/x", "execution/blur/image"]);
    expect(document.querySelectorAll("section svg")).toHaveLength(2);
    expect(document.querySelector("section .badge.bad")?.textContent).toBe("+12.0 %");
    expect(document.querySelector(".headline")?.textContent).toBe(
      "1 of 2 worse · 20 runs on the newest machine and engine",
    );
  });

  it("tells the newest value and links its commit", () => {
    const document = page([steady]);
    expect(document.querySelector("section p b")?.textContent).toBe("1.02 µs");
    const sha = steady.points.at(-1)?.sha;
    expect(document.querySelector("section a")?.getAttribute("href")).toBe(
      `${BASE_URL}/commit/${sha}`,
    );
  });

  it("needs no script, loads nothing and links nothing that is no address", () => {
    const html = renderHistoryPage([steady], { ...OPTIONS, baseUrl: "javascript:alert(1)" });
    expect(html).not.toMatch(/<script|javascript:alert/);
    expect(html).toContain("default-src &#39;none&#39;");
    expect(page([steady], "").querySelector("section a")).toBeNull();
  });

  it("escapes a hostile name", () => {
    const hostile = historyOf({ machines: "aa", id: '<img src=x onerror="alert(1)">' });
    expect(page([hostile]).querySelector("img")).toBeNull();
  });

  it("says so where no run is stored", () => {
    expect(page([]).querySelector("main")?.textContent).toContain("No run is stored yet.");
  });
});
