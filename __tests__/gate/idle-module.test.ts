import { expect, test } from "vitest";
import { idleModuleWarnings } from "../../src/gate/idle-module.ts";
import type { ExactValue } from "../../src/model/sample.ts";
import type { Slope } from "../../src/model/slope.ts";
import { result } from "./fabricate.ts";

const fuelOf = (candidate: number | null, note: string | null = null): ExactValue[] => [
  { metric: "fuel", baseline: 900, candidate, note },
];
const slopeOf = (fuel: readonly number[]): Slope => {
  return { calls: [1, 100, 1000], pages: [], elements: [], fuel, ended: null };
};
const messages = (exact: ExactValue[], fuel?: readonly number[]): string[] => {
  const slopes = fuel === undefined ? {} : { slopes: { candidate: slopeOf(fuel) } };
  return idleModuleWarnings(result([], { exact, ...slopes })).map(({ message }) => message);
};

test("a call without fuel is told, whatever the baseline takes", () => {
  expect(messages(fuelOf(0))).toEqual([
    "its call takes no fuel: nothing of the component runs that counts, and its time is that of what stands beside it",
  ]);
});

test("a call that is remembered is told", () => {
  expect(messages(fuelOf(900), [900, 0, 0])).toEqual([
    "its first call took 900 fuel units and later ones take none: what is timed is JavaScript that remembers the answer",
  ]);
});

test.each([
  ["calls take fuel", fuelOf(900), [900, 850, 850]],
  ["calls take fuel and were made once", fuelOf(900), undefined],
  ["fuel is not known", fuelOf(null, "not deterministic"), undefined],
  ["nothing was counted", [], undefined],
])("nothing is told where %s", (_, exact, fuel) => {
  expect(messages(exact, fuel)).toEqual([]);
});
