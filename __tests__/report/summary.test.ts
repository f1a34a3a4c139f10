import { expect, test } from "vitest";
import { renderSummary } from "../../src/report/summary.ts";
import { thousandBenchmarks } from "./sample-extremes.ts";
import { NOW } from "./sample-results.ts";
import { STATES } from "./sample-states.ts";

const URL = "https://github.com/octo/app/actions/runs/1/artifacts/2";
const OPTIONS = { baseUrl: "https://github.com/octo/app", reportUrl: URL, history: [], now: NOW };

const summaryOf = (state: string, more = {}): string => {
  const build = STATES[state];
  if (build === undefined) throw new Error(`no state ${state}`);
  return renderSummary(build(), { ...OPTIONS, maxBytes: 1_000_000, ...more });
};

test("the headline says what and how much, and the table of the comment follows it", () => {
  const [title, , head] = summaryOf("regression").split("\n");
  expect(title).toBe(
    "## ❌ 2 benchmarks regressed; <code>blur_256</code> is 12.4 % slower, 1 inconclusive",
  );
  expect(head).toBe("| benchmark | change | before\u00a0→\u00a0after | why |");
});

test("every benchmark of every suite leads to its place in the report", () => {
  const links = summaryOf("regression").match(/artifacts\/2#b\/[\w./-]+/g) ?? [];
  // 4 in the table of what changed, 14 in those of the suites.
  expect(links).toHaveLength(18);
  expect(new Set(links).size).toBe(14);
});

test("without an artifact there is no link to one, and a sentence says why", () => {
  const noReport = "the HTML report is not uploaded: this runner has no artifact service";
  const text = summaryOf("regression", { reportUrl: "", noReport });
  expect(text).toContain(`${noReport}.`);
  expect(text).not.toMatch(/artifacts|#b\/|\[Report\]/);
  expect(text).toContain("[workflow run](");
});

test("a suite begins with its worst rows, which are the last ones to be left out", () => {
  const icons = (maxBytes: number): (string | undefined)[] => {
    const text = renderSummary(thousandBenchmarks(2), { ...OPTIONS, maxBytes });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxBytes);
    const suite = text.split("\n### ").find((part) => part.startsWith("Suite instantiation")) ?? "";
    return [...suite.matchAll(/^\| (\S+) \| \[?<code>/gmu)].map(([, icon]) => icon);
  };
  const whole = icons(1_000_000);
  const calm = whole.indexOf("⚪");
  expect(calm).toBeGreaterThan(5);
  expect(whole.slice(calm).every((icon) => icon === "⚪")).toBe(true);
  const short = icons(60_000);
  expect(short.length).toBeGreaterThan(5);
  expect(short).toEqual(whole.slice(0, short.length));
});
