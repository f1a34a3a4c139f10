import { describe, expect, it } from "vitest";
import { defaultConfig, parseConfig } from "../../src/config/parse-config.ts";
import { basePolicyOf, policyOf, storedPolicyOf } from "../../src/config/policy.ts";
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

describe("basePolicyOf", () => {
  const sampling = STRICT.sampling;
  const chosen = { ...UNSET, confirm: null, suites: null };
  const policy = policyOf(STRICT, UNSET, "2026-01-31");
  const parts = { policy, sampling, inputs: chosen, benchmarks: [] };
  const stored = storedPolicyOf(STRICT, parts);

  it("judges as the stored policy did, on another day", () => {
    expect(basePolicyOf(stored, UNSET, "2027-01-31")).toEqual({ ...policy, today: "2027-01-31" });
  });

  it("takes the inputs before it, and keeps its floor", () => {
    const inputs = { threshold: 0.1, failOn: ["error" as const] };
    expect(basePolicyOf(stored, inputs, "2027-01-31")).toMatchObject({
      thresholds: { regression: 0.1, decide: 0.06, suspect: 0.03, floor: 50 },
      failOn: ["error"],
    });
  });
});

describe("storedPolicyOf", () => {
  const text =
    "gate: { confirm: fresh-runner }\ncomponents: [{ name: a, path: a.wasm, suites: [memory], execution: [{ name: b, export: b }], limits: { fuel: 9 }, files: [x, y] }]";
  const config = parseConfig(text, "ci/bench.yml", []);
  const policy = policyOf(config, UNSET, "2027-01-31");
  const chosen = { confirm: null, suites: null };
  const parts = { policy, sampling: config.sampling, inputs: chosen, benchmarks: [] };

  it("keeps what is configured of a component besides its calls, and the configuration's path", () => {
    expect(storedPolicyOf(config, parts)).toMatchObject({
      config: "ci/bench.yml",
      confirm: "fresh-runner",
      components: [
        {
          name: "a",
          settings: {
            path: "a.wasm",
            host: "none",
            suites: "execution, memory",
            files: "x, y",
            "limits.fuel": "9",
          },
        },
      ],
    });
  });

  it("takes the inputs before the configuration", () => {
    const inputs = { ...chosen, confirm: "here" as const, suites: ["memory" as const] };
    const stored = storedPolicyOf(config, { ...parts, inputs });
    expect(stored).toMatchObject({ confirm: "here", suites: ["memory"] });
  });
});
