import { expect, test } from "vitest";
import { tierOf } from "../../src/gate/tier.ts";

test.each([
  [0.0999, "investigate"],
  [0.1, "fix-or-justify"],
  [0.1001, "fix-or-justify"],
  [0.2, "fix-or-justify"],
  [0.2001, "must-fix"],
  [null, "must-fix"],
] as const)("a change of %j is of tier %s", (change, tier) => {
  expect(tierOf(change)).toBe(tier);
});
