import { expect, test } from "vitest";
import { comparePolicies } from "../../../src/gate/policy-changes/compare-policies.ts";
import type { StoredPolicy } from "../../../src/model/stored-policy.ts";
import { STORED } from "./sample-policy.ts";

test("a gate of an informational metric that is taken away weakens", () => {
  const exports = { fraction: 0, absolute: 0 };
  const gated: StoredPolicy = { ...STORED, allowances: { ...STORED.allowances, exports } };
  const change = { what: "exact.exports", of: [] };
  expect(comparePolicies(gated, STORED).weaker).toEqual([
    { ...change, before: "0", now: "not gated" },
  ]);
  expect(comparePolicies(STORED, gated).other).toEqual([
    { ...change, before: "not gated", now: "0" },
  ]);
});
