import { describe, expect, it } from "vitest";
import { renderComment } from "../../src/report/comment/comment.ts";
import { plainPaint } from "../../src/report/paint.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { renderTerminal } from "../../src/report/terminal.ts";
import { HOSTILE, hostileResult, thousandBenchmarks } from "./sample-extremes.ts";
import { NOW } from "./sample-results.ts";
import { STATES } from "./sample-states.ts";

const OPTIONS = { paint: plainPaint, width: 120, now: NOW, isWhole: true };
const GOLDEN = "../../fixtures/reports";

describe("terminal report", () => {
  it.each(Object.entries(STATES))("reads as the golden text in state %s", async (name, build) => {
    await expect(renderTerminal(build(), OPTIONS)).toMatchFileSnapshot(
      `${GOLDEN}/terminal-${name}.txt`,
    );
  });

  it.each([60, 80, 100, 140])("keeps every table line within %i columns", (width) => {
    const text = renderTerminal(STATES.regression?.() ?? hostileResult(), { ...OPTIONS, width });
    const tables = text.slice(0, text.indexOf("why\n")).split("\n");
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter((line) => line.length > width)).toEqual([]);
  });

  it.each([80, 100, 120])("keeps interval and what would be seen at %i columns", (width) => {
    const result = STATES.regression?.() ?? hostileResult();
    const text = renderTerminal(result, { ...OPTIONS, width, isWhole: false });
    const [heading = ""] = text.split("\n").filter((line) => line.startsWith("benchmark"));
    expect(heading).toContain("interval");
    expect(heading).toContain("would see");
    expect(text).toMatch(/blur_256\S* .*\+11\.3 to \+13\.5 %/);
  });

  it("leaves out what did not move on a terminal, and says how to see it", () => {
    const result = STATES.regression?.() ?? hostileResult();
    const whole = renderTerminal(result, OPTIONS);
    const short = renderTerminal(result, { ...OPTIONS, isWhole: false });
    expect(whole).toContain("Cold start");
    expect(short).toContain("all 6 met");
    expect(short).not.toContain("Cold start");
    expect(short).toContain("--verbose");
    expect(short.split("\n").length).toBeLessThan(whole.split("\n").length);
    expect(short.trimEnd().split("\n").at(-1)).toBe(whole.trimEnd().split("\n").at(-1));
  });

  it("leads with the metric that decided, as the summary and the comment do", () => {
    const result = STATES.regression?.() ?? hostileResult();
    const benchmarks = result.judgement.benchmarks.map((one) => {
      const metrics = one.metrics.map((metric) =>
        metric.metric === "time" ? { ...metric, verdict: "unchanged" as const } : metric,
      );
      return one.id.includes("blur_256") ? { ...one, metrics } : one;
    });
    const calm = { ...result, judgement: { ...result.judgement, benchmarks } };
    expect(renderTerminal(calm, OPTIONS)).toMatch(/^blur_256\S* .* fuel \+11\.8 % {2,}regression/m);
    const markdown = { reportUrl: "", baseUrl: "", now: NOW, history: [] };
    const spaced = (text: string): string => text.replaceAll("\u00a0", " ");
    expect(spaced(renderSummary(calm, { ...markdown, maxBytes: 1e6 }))).toContain(
      "**fuel +11.8 %**",
    );
    const [title] = renderComment(calm, { ...markdown, maxLength: 65_536 }).split("\n");
    expect(title).toContain("uses 11.8 % more fuel");
  });

  it("styles through the paint it is given", () => {
    const text = renderTerminal(STATES.regression?.() ?? hostileResult(), {
      ...OPTIONS,
      paint: (style, inner) => `<${style}>${inner}</${style}>`,
    });
    expect(text).toContain("<red>+12.4 %</red>");
    expect(text).toContain("<bold><red>failed: 2 regressions");
  });

  it("ends with the verdict", () => {
    expect(renderTerminal(thousandBenchmarks(), OPTIONS).trimEnd().split("\n").at(-1)).toBe(
      "failed: 40 regressions · 1,000 benchmarks: 960 unchanged",
    );
  });

  it("lets no workflow command, escape sequence or invisible character through", () => {
    const text = renderTerminal(hostileResult(), OPTIONS);
    expect(text.split("\n").filter((line) => line.trimStart().startsWith("::"))).toEqual([]);
    expect(text).not.toContain("##[");
    expect(text.replaceAll("\n", "")).not.toMatch(/\p{C}/u);
    expect(HOSTILE.length).toBeGreaterThanOrEqual(15);
  });
});
