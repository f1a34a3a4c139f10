import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { renderComment } from "../../src/report/comment/comment.ts";
import { plainPaint } from "../../src/report/paint.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { renderTerminal } from "../../src/report/terminal.ts";
import { HOSTILE, hostileResult, thousandBenchmarks } from "./sample-extremes.ts";
import { NOW } from "./sample-results.ts";
import { STATES } from "./sample-states.ts";

const OPTIONS = { paint: plainPaint, width: 120, now: NOW, isWhole: true, isPiped: true };
const GOLDEN = "../../fixtures/reports";

describe("terminal report", () => {
  it.each(Object.entries(STATES))("reads as the golden text in state %s", async (name, build) => {
    await expect(renderTerminal(build(), OPTIONS)).toMatchFileSnapshot(
      `${GOLDEN}/terminal-${name}.txt`,
    );
  });

  it.each([40, 60, 80, 100, 140])("keeps every line of a terminal within %i columns", (width) => {
    const result = STATES.regression?.() ?? hostileResult();
    const text = renderTerminal(result, { ...OPTIONS, width, isPiped: false });
    const lines = text.split("\n");
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.filter((line) => stringWidth(line) > width && line.trim().includes(" "))).toEqual(
      [],
    );
  });

  it.each([80, 100, 120])("keeps interval and what would be seen at %i columns", (width) => {
    const result = STATES.regression?.() ?? hostileResult();
    const text = renderTerminal(result, { ...OPTIONS, width, isWhole: false, isPiped: false });
    const [heading = ""] = text.split("\n").filter((line) => line.startsWith("benchmark"));
    expect(heading).toContain("interval");
    expect(heading).toContain("would see");
    expect(text).toMatch(/blur_256\S* .*\+11\.3 to \+13\.5 %/);
  });

  it("gives a row several lines where columns have no room, and drops none of them", () => {
    const result = STATES.regression?.() ?? hostileResult();
    const text = renderTerminal(result, { ...OPTIONS, width: 40, isWhole: false, isPiped: false });
    expect(text).toContain(
      "\nblur_256\n  3.41 ms  +12.4 %  +11.3 to +13.5 %\n  would see ≥ 2.1 %  regression\n",
    );
  });

  it("leaves out what did not move unless everything is asked for, and says how to see it", () => {
    const result = STATES.regression?.() ?? hostileResult();
    const whole = renderTerminal(result, OPTIONS);
    const local = { ...result, run: { ...result.run, event: "local" } };
    const short = renderTerminal(local, { ...OPTIONS, isWhole: false });
    expect(whole).toContain("Cold start");
    expect(whole).toContain("compile 46.0 µs");
    expect(whole).not.toContain("--verbose");
    expect(short).not.toContain("Cold start");
    expect(short).not.toContain("compile 46.0 µs");
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
