import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type DecisionRules, decideConfirmed, decideScreened } from "../../src/gate/decide.ts";
import { detectableChange } from "../../src/gate/detectable.ts";
import { relativeChange } from "../../src/gate/estimate.ts";
import { targetBounds } from "../../src/gate/judge-target.ts";
import { logRatios } from "../../src/gate/log-ratios.ts";
import { processEstimates } from "../../src/gate/process-values.ts";
import type { Series, Side } from "../../src/model/sample.ts";
import { mean, median, quantile } from "../../src/stats/descriptive.ts";
import { hodgesLehmann } from "../../src/stats/hodges-lehmann.ts";
import { boundsOf, locate, robustVariance, standardErrorOver } from "../../src/stats/location.ts";
import { studentQuantile } from "../../src/stats/student.ts";
import { POLICY, visit } from "./fabricate.ts";

interface Example {
  readonly blocks: Readonly<Record<"baseline" | "candidate", readonly (readonly number[])[]>>;
  readonly screen: readonly number[];
  readonly confirm: readonly number[];
  readonly noise: {
    readonly variance: number;
    readonly degreesOfFreedom: number;
    readonly tau: number;
  };
  readonly target: { readonly limitNs: number; readonly valuesNs: readonly number[] };
}

const ROOT = new URL("../../", import.meta.url);
const EXAMPLE = JSON.parse(
  readFileSync(new URL("fixtures/statistics/worked-example.json", ROOT), "utf8"),
) as Example;
const DOCUMENT = readFileSync(new URL("docs/statistics.md", ROOT), "utf8");

/** Rows `| quantity | value |` of the worked example in the document. */
const ROWS = new Map(
  DOCUMENT.slice(DOCUMENT.indexOf("## A worked example"))
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| quantity"))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, name = "", value = ""]) => [name, value] as const),
);

function percent(logRatio: number): string {
  return `${(relativeChange(logRatio) * 100).toFixed(2)} %`;
}

function seriesOf(side: Side & keyof Example["blocks"]): Series[] {
  return EXAMPLE.blocks[side].map((values, copy) => ({ metric: "time", side, copy, values }));
}

const PROCESS = visit(0, [...seriesOf("baseline"), ...seriesOf("candidate")]);
const LOCATION = locate(EXAMPLE.confirm, EXAMPLE.noise);
const RULES: DecisionRules = {
  thresholds: { ...POLICY.thresholds, gated: true, warnings: [] },
  prior: EXAMPLE.noise,
  confidenceLevel: 0.95,
  baseline: 200,
  candidate: 209,
};
const BOUNDS = targetBounds(EXAMPLE.target.valuesNs, true, 0.95);

function estimate(side: "baseline" | "candidate"): string {
  return `${(processEstimates([PROCESS], "time")[side][0]?.value ?? Number.NaN).toFixed(2)} ns`;
}

function gatedAt(): string {
  const rules = { confidenceLevel: 0.95, baseline: RULES.baseline };
  return `${((detectableChange(LOCATION, RULES.thresholds, rules) ?? Number.NaN) * 100).toFixed(2)} %`;
}

const COMPUTED: Readonly<Record<string, string>> = {
  "25th percentiles of the baseline's copies": EXAMPLE.blocks.baseline
    .map((blocks) => quantile(blocks, 0.25))
    .join(", "),
  "25th percentiles of the candidate's copies": EXAMPLE.blocks.candidate
    .map((blocks) => quantile(blocks, 0.25))
    .join(", "),
  "baseline in this process": estimate("baseline"),
  "candidate in this process": estimate("candidate"),
  "y of this process": (logRatios([PROCESS], "time")[0]?.value ?? Number.NaN).toFixed(4),
  "median of the screen": percent(median(EXAMPLE.screen)),
  "mean of the fresh values": percent(mean(EXAMPLE.confirm)),
  "median of the fresh values": percent(median(EXAMPLE.confirm)),
  "δ (Hodges–Lehmann)": LOCATION.center.toFixed(5),
  "s_w²": robustVariance(EXAMPLE.confirm).toExponential(3),
  "s̃²": LOCATION.variance.toExponential(3),
  SE: standardErrorOver(LOCATION, 8).toFixed(5),
  "t(.95, 27)": studentQuantile(0.95, LOCATION.degreesOfFreedom).toFixed(4),
  "lower bound": percent(boundsOf(LOCATION, 0.95).low),
  "upper bound": percent(boundsOf(LOCATION, 0.95).high),
  "gated at": gatedAt(),
  "target, location": `${Math.exp(hodgesLehmann(EXAMPLE.target.valuesNs.map(Math.log))).toFixed(2)} ns`,
  "target, L": `${BOUNDS.low.toFixed(2)} ns`,
  "target, U": `${BOUNDS.high.toFixed(2)} ns`,
};

describe("worked example of docs/statistics.md", () => {
  test.each(Object.entries(COMPUTED))("prints %s as it is computed", (name, value) => {
    expect(ROWS.get(name)).toBe(value);
  });

  test("has no row that is not computed", () => {
    expect(
      [...ROWS.keys()].filter((name) => !(name in COMPUTED) && !name.startsWith("---")),
    ).toEqual([]);
  });

  test("reaches the verdicts the text tells", () => {
    expect(decideScreened(EXAMPLE.screen, RULES).suspect).toBe(true);
    expect(decideConfirmed(EXAMPLE.confirm, RULES).verdict).toBe("regression");
    expect(BOUNDS.high).toBeLessThan(EXAMPLE.target.limitNs);
  });
});
