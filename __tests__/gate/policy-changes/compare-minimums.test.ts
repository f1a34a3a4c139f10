import { expect, test } from "vitest";
import { comparePolicies } from "../../../src/gate/policy-changes/compare-policies.ts";
import type { StoredPolicy } from "../../../src/model/stored-policy.ts";
import type { Target } from "../../../src/model/target.ts";
import { target } from "../fabricate.ts";
import { STORED } from "./sample-policy.ts";

const most = target("execution/*", 1e6);
const atLeast = (min: number): Target => ({ ...most, max: null, min });
const having = (one: Target): StoredPolicy => ({ ...STORED, targets: [one] });

test.each([
  [atLeast(90), atLeast(80), true],
  [atLeast(80), atLeast(90), false],
  [most, atLeast(90), true],
  [atLeast(90), most, true],
])(
  "a minimum that is lower, or another kind of limit, weakens a target (case %#)",
  (base, now, isWeaker) => {
    const { weaker } = comparePolicies(having(base), having(now));
    expect(weaker.length > 0).toBe(isWeaker);
  },
);
