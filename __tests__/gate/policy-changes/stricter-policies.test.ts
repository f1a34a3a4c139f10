import fc from "fast-check";
import { expect, test } from "vitest";
import { comparePolicies } from "../../../src/gate/policy-changes/compare-policies.ts";
import type { StoredPolicy } from "../../../src/model/stored-policy.ts";
import { target } from "../fabricate.ts";
import { acceptance, called, override, STORED } from "./sample-policy.ts";

const { thresholds, sampling } = STORED;

/** Two policies of which the second lets less pass, or as much. */
const fraction = fc.double({ min: 0.01, max: 1, noNaN: true });
const stricter = fc
  .record({
    factor: fraction,
    floor: fc.integer({ min: 0, max: 1e6 }),
    ids: fc.uniqueArray(fc.constantFrom("sum", "two", "three", "four"), { minLength: 1 }),
    glob: fc.constantFrom("**", "execution/*", "execution/work/sum", "x/**"),
    loose: fc.double({ min: 0.05, max: 10, noNaN: true }),
    rounds: fc.integer({ min: 2, max: 60 }),
    kinds: fc.subarray(["regression", "target", "error", "missing"] as const),
  })
  .map(({ factor, floor, ids, glob, loose, rounds, kinds }) => {
    const benchmarks = ids.map((name) => called(`execution/work/${name}`));
    const base: StoredPolicy = {
      ...STORED,
      benchmarks,
      thresholds: { ...thresholds, floor },
      overrides: [
        override(glob, {
          regression: loose,
          allowances: { fuel: { fraction: loose, absolute: 0 } },
          floor: 1000 + floor,
        }),
      ],
      accept: [acceptance(glob, { limit: loose })],
      targets: [target(glob, 1e6)],
      sampling: { ...sampling, rounds },
      failOn: kinds,
      inconclusive: "ignore",
      confirm: "fresh-runner",
    };
    const lower = (value: number) => value * factor;
    const now: StoredPolicy = {
      ...base,
      thresholds: {
        regression: lower(thresholds.regression),
        decide: lower(thresholds.decide),
        suspect: lower(thresholds.suspect),
        floor: lower(floor),
      },
      allowances: {
        fuel: { fraction: lower(0.005), absolute: 0 },
        size_raw: { fraction: lower(0.01), absolute: lower(1024) },
        pages: { fraction: 0, absolute: 0 },
        exports: { fraction: lower(0.5), absolute: 0 },
      },
      overrides: [
        override(glob, {
          regression: lower(loose),
          allowances: { fuel: { fraction: lower(loose), absolute: 0 } },
          floor: lower(1000),
        }),
      ],
      accept: [acceptance(glob, { limit: lower(loose) })],
      targets: [target(glob, lower(1e6)), target("**", 5, { severity: "warn" })],
      sampling: { ...sampling, rounds: rounds + 1 },
      failOn: [...kinds, "inconclusive"],
      inconclusive: "warn",
      confirm: "here",
      benchmarks: [...benchmarks, called("execution/new/sum")],
    };
    return { base, now };
  });

test("equal policies give no change", () => {
  fc.assert(
    fc.property(stricter, ({ base, now }) => {
      const nothing = { weaker: [], other: [] };
      expect(comparePolicies(base, structuredClone(base))).toEqual(nothing);
      expect(comparePolicies(now, structuredClone(now))).toEqual(nothing);
    }),
    { seed: 18 },
  );
});

test("a stricter policy never counts as weaker, and its opposite always does", () => {
  fc.assert(
    fc.property(stricter, ({ base, now }) => {
      const forth = comparePolicies(base, now);
      expect(forth.weaker).toEqual([]);
      expect(forth.other.length).toBeGreaterThan(0);
      const back = comparePolicies(now, base).weaker.map(({ what }) => what);
      expect(back).toEqual(
        expect.arrayContaining(["fail-on", "inconclusive", "confirm", "target"]),
      );
    }),
    { seed: 18 },
  );
});

test("every regression that fails is stricter than exact ones alone", () => {
  fc.assert(
    fc.property(stricter, ({ base }) => {
      const [exact, all] = [
        { ...base, failOn: ["exact"] as const },
        { ...base, failOn: ["regression"] as const },
      ];
      expect(comparePolicies(exact, all).weaker).toEqual([]);
      expect(comparePolicies(all, exact).weaker.map(({ what }) => what)).toEqual(["fail-on"]);
    }),
    { seed: 18 },
  );
});
