import { expect, test } from "vitest";
import { policyWith, storedPolicyOf } from "../../src/action/base-policy.ts";
import { configPlace } from "../../src/action/baseline-place.ts";
import { sampleBundle } from "../baseline/sample-baseline.ts";
import { samplePolicy } from "./sample-policy.ts";

test("a baseline that keeps the rules it was saved under gives them; an earlier one gives none", () => {
  const { document } = sampleBundle({});
  expect(storedPolicyOf({ ...document, policy: samplePolicy })).toBe(samplePolicy);
  expect([storedPolicyOf(document), storedPolicyOf(null)]).toEqual([null, null]);
});

test("the workflow's choices win over stored rules, and the day is this one", () => {
  const none = { threshold: null, failOn: null };
  expect(policyWith(samplePolicy, none, "2027-01-02")).toEqual({
    ...samplePolicy,
    today: "2027-01-02",
  });
  const chosen = policyWith(samplePolicy, { threshold: 0.2, failOn: ["missing"] }, "2027-01-02");
  expect(chosen).toMatchObject({
    failOn: ["missing"],
    thresholds: { regression: 0.2, floor: samplePolicy.thresholds.floor },
  });
});

test.each([
  [".", "wasm-bench.yml", ""],
  ["", "./wasm-bench.yaml", ""],
  ["./", "", ""],
  [".", "bench/../one.yml", "one.yml"],
  ["packages/codec", "wasm-bench.yml", "packages/codec"],
  [".", "packages/codec/wasm-bench.yml", "packages/codec"],
  ["packages\\codec\\", "wasm-bench.yml", "packages/codec"],
  ["packages/codec", "../shared.yml", "packages/shared.yml"],
  [".", "my-wasm-bench.yml", "my-wasm-bench.yml"],
])("in %j the configuration %j is at %j", (directory, config, place) => {
  expect(configPlace(directory, config)).toBe(place);
});
