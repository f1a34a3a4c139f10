import { describe, expect, it } from "vitest";
import { defaultConfig, parseConfig } from "../../src/config/parse-config.ts";
import { policyOf } from "../../src/config/policy.ts";
import { DEFAULT_ALLOWANCES } from "../../src/model/metric.ts";

const UNSET = { threshold: null, failOn: null };
const STRICT = parseConfig(
  "gate: { regression: 8%, decide: 7%, floor: 50ns, fail-on: [missing] }",
  "c.yml",
  [],
);

describe("policyOf", () => {
  it("takes the defaults where nothing is set", () => {
    expect(policyOf(defaultConfig([]), UNSET, "2027-01-31")).toEqual({
      thresholds: { regression: 0.05, decide: 0.03, suspect: 0.015, floor: 0 },
      overrides: [],
      accept: [],
      targets: [],
      failOn: ["regression", "target", "error", "missing"],
      inconclusive: "warn",
      allowances: DEFAULT_ALLOWANCES,
      confidenceLevel: 0.95,
      today: "2027-01-31",
    });
  });

  it("takes the configuration before the defaults", () => {
    const { thresholds, failOn } = policyOf(STRICT, UNSET, "2027-01-31");
    expect(thresholds).toEqual({ regression: 0.08, decide: 0.07, suspect: 0.035, floor: 50 });
    expect(failOn).toEqual(["missing"]);
  });

  it("takes the inputs before the configuration, and keeps its floor", () => {
    const inputs = { threshold: 0.1, failOn: [] };
    const { thresholds, failOn } = policyOf(STRICT, inputs, "2027-01-31");
    expect(thresholds).toEqual({ regression: 0.1, decide: 0.06, suspect: 0.03, floor: 50 });
    expect(failOn).toEqual([]);
  });
});
