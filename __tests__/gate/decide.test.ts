import { describe, expect, test } from "vitest";
import { decideConfirmed, decideScreened } from "../../src/gate/decide.ts";
import { NO_PRIOR } from "../../src/stats/location.ts";
import { MIRRORED, RULES, THRESHOLDS } from "./decision-rules.ts";

const mirror = (ratios: readonly number[]): number[] => ratios.map((ratio) => -ratio);

describe("confirmation on fresh data", () => {
  const slower = [0.05, 0.06, 0.04, 0.05, 0.07, 0.05, 0.04, -0.01];

  // Sorted middle: 0.05, 0.05; e^0.05 − 1 = 5.1 %. Seven of eight are positive.
  test("is a regression when the median is beyond θ and seven of eight agree", () => {
    const decision = decideConfirmed(slower, RULES);
    expect(decision.verdict).toBe("regression");
    expect(decision.because).toBe(
      "median +5.1 % over 8 processes: beyond +3.0 %, 7 of 8 slower or larger (7 needed)",
    );
  });

  test.each([[[0]], [[0.5]], [[0, 0]], [[0.001, 0, 0.002]]])(
    "too few processes (%j) decide nothing",
    (ratios) => {
      for (const rules of [RULES, { ...RULES, thresholds: { ...THRESHOLDS, floor: 1e6 } }]) {
        const decision = decideConfirmed(ratios, rules);
        expect(decision.verdict).toBe("inconclusive");
        expect(decision.because).toContain("too few");
      }
    },
  );

  test("four processes clear what they exclude, unless slower blocks or a hoped for improvement forbid it", () => {
    const equal = [0.001, 0, 0.002, 0];
    expect(decideConfirmed(equal, RULES).verdict).toBe("unchanged");
    const slowParts = [{ name: "75th percentile", ratios: [0.2, 0.3, 0.2, 0.2] }];
    expect(decideConfirmed(equal, { ...RULES, slowParts }).verdict).toBe("inconclusive");
    const faster = [-0.1, -0.1, -0.11, -0.1];
    expect(decideConfirmed(faster, RULES).verdict).toBe("unchanged");
    expect(decideConfirmed([0.2, 0.2, 0.2, 0.2], RULES).verdict).toBe("inconclusive");
    const hoping = { ...RULES, confirmImprovements: true };
    expect(decideConfirmed(faster, hoping).verdict).toBe("inconclusive");
  });

  test("the swap of sides turns it over", () => {
    expect(decideConfirmed(mirror(slower), MIRRORED).verdict).toBe("improvement");
  });

  test("six of eight are not enough, whatever the median", () => {
    const torn = [0.05, 0.06, 0.04, 0.05, 0.07, 0.05, -0.1, -0.12];
    expect(decideConfirmed(torn, RULES).verdict).toBe("inconclusive");
    expect(decideConfirmed(mirror(torn), MIRRORED).verdict).not.toBe("improvement");
  });

  test("thirteen of sixteen are needed after the extension", () => {
    const with13 = [...Array(13).fill(0.05), -0.01, -0.01, -0.01];
    const with12 = [...Array(12).fill(0.05), -0.01, -0.01, -0.01, -0.01];
    expect(decideConfirmed(with13, RULES).verdict).toBe("regression");
    expect(decideConfirmed(with12, RULES).verdict).not.toBe("regression");
  });

  test("ties at zero support neither side", () => {
    const ties = [0, 0, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05];
    expect(decideConfirmed(ties, RULES).verdict).not.toBe("regression");
  });

  test("one wild process neither makes nor hides a regression", () => {
    expect(decideConfirmed([0.4, 0, 0.01, -0.01, 0.005, -0.005, 0, 0.01], RULES).verdict).toBe(
      "unchanged",
    );
    expect(decideConfirmed([-0.4, 0.05, 0.05, 0.06, 0.05, 0.04, 0.05, 0.05], RULES).verdict).toBe(
      "regression",
    );
  });

  // All equal: SE = τ = 0.25 %, df = 27, upper = 1 % + 1.703·0.25 % = 1.43 % < ln 1.05 = 4.88 %.
  test("equal values (zero variance) are decided by the persistent bias alone", () => {
    const decision = decideConfirmed(Array(8).fill(0.01), {
      ...RULES,
      prior: { ...RULES.prior, variance: 0 },
    });
    expect(decision).toMatchObject({ verdict: "unchanged" });
    expect(decision.because).toContain("upper bound +1.4 % is below +5.0 %");
  });

  test("is open between the thresholds when the noise is large", () => {
    const noisy = [0.1, -0.08, 0.09, -0.05, 0.02, 0.12, -0.1, 0.04];
    expect(decideConfirmed(noisy, { ...RULES, prior: NO_PRIOR }).verdict).toBe("inconclusive");
  });

  test.each([1, 2, 3, 4])("%i fresh processes never make a regression", (count) => {
    expect(decideConfirmed(Array(count).fill(0.2), RULES).verdict).toBe("inconclusive");
  });

  test("five processes make one only when all agree", () => {
    expect(decideConfirmed([0.05, 0.06, 0.05, 0.04, 0.05], RULES).verdict).toBe("regression");
    expect(decideConfirmed([0.05, 0.06, 0.05, 0.04, -0.01], RULES).verdict).not.toBe("regression");
  });

  test("a change below the absolute floor does not count", () => {
    const rules = {
      ...RULES,
      baseline: 10,
      candidate: 10.6,
      thresholds: { ...THRESHOLDS, floor: 1 },
    };
    expect(decideConfirmed(Array(8).fill(Math.log(1.06)), rules)).toMatchObject({
      verdict: "unchanged",
      because: "median +6.0 % over 8 processes: the absolute difference is below the floor",
    });
  });

  // Upper bound about 4 % + 1.7·0.7 %: above T = 5 %. A floor of 1 in 10 is 10 %, of 1 in 1000 is 0.1 %.
  test("the bound must exclude T or the floor, whichever is more", () => {
    const ratios = [0.01, 0.02, 0.025, 0.09, 0.015, 0.02, 0.1, 0.08];
    const thresholds = { ...THRESHOLDS, floor: 1 };
    const small = { ...RULES, baseline: 10, candidate: 10.3, thresholds };
    const large = { ...small, baseline: 1000, candidate: 1030 };
    const none = { ...small, baseline: 0, candidate: 0.5 };
    expect(decideConfirmed(ratios, RULES).verdict).toBe("inconclusive");
    expect(decideConfirmed(ratios, small)).toMatchObject({
      verdict: "unchanged",
      because: expect.stringContaining("is below +10.0 %"),
    });
    expect(decideConfirmed(ratios, large)).toMatchObject({
      verdict: "inconclusive",
      because: expect.stringContaining("is not below +5.0 %"),
    });
    expect(decideConfirmed(ratios, none).verdict).toBe("inconclusive");
  });

  // SE = τ = 0, so the upper bound is the value itself.
  test("a bound that lies exactly on T does not exclude it", () => {
    const exact = { ...RULES, prior: { variance: 0, degreesOfFreedom: 20, tau: 0 } };
    const thresholds = { ...THRESHOLDS, decide: 0.05 };
    const at = Array<number>(8).fill(Math.log1p(0.05));
    expect(decideConfirmed(at, { ...exact, thresholds }).verdict).toBe("inconclusive");
  });

  test("a difference of exactly the floor does not exceed it, and one beyond does", () => {
    const thresholds = { ...THRESHOLDS, floor: 1 };
    const ratios = Array<number>(8).fill(Math.log(1.1));
    const at = { ...RULES, baseline: 10, candidate: 11, thresholds };
    expect(decideConfirmed(ratios, at).verdict).toBe("unchanged");
    expect(decideConfirmed(ratios, { ...at, candidate: 11.01 }).verdict).toBe("regression");
    const mirrored = { ...at, baseline: 11, candidate: 10 };
    expect(decideConfirmed(mirror(ratios), mirrored).verdict).toBe("unchanged");
  });

  test("a median of exactly θ is no regression and no improvement", () => {
    const at = Array<number>(8).fill(Math.log1p(0.03));
    expect(decideConfirmed(at, RULES).verdict).toBe("unchanged");
    expect(decideConfirmed(mirror(at), MIRRORED).verdict).toBe("unchanged");
  });

  test("nothing at all is inconclusive, not unchanged", () => {
    expect(decideConfirmed([], RULES)).toMatchObject({ verdict: "inconclusive", location: null });
  });
});

describe("screen", () => {
  test("suspects a median beyond s and never decides about it", () => {
    const decision = decideScreened([0.2, 0.21, 0.19, 0.2], RULES);
    expect(decision).toMatchObject({ verdict: "inconclusive", suspect: true });
  });

  test("clears what is far from T", () => {
    expect(decideScreened([0.01, -0.005, 0.002, 0.004], RULES)).toMatchObject({
      verdict: "unchanged",
      suspect: false,
    });
  });

  test("wants fresh data where the noise lets nothing be excluded", () => {
    const decision = decideScreened([0.2, -0.2, 0.15, -0.25], { ...RULES, prior: NO_PRIOR });
    expect(decision).toMatchObject({ verdict: "inconclusive", suspect: true });
  });

  test("only says that it looks faster when all four are faster beyond θ", () => {
    const hopeful = decideScreened([-0.06, -0.05, -0.07, -0.05], MIRRORED);
    expect(hopeful).toMatchObject({ verdict: "unchanged", unconfirmed: true, suspect: false });
    expect(hopeful.because).toContain("; looks faster or smaller, not confirmed");
    expect(decideScreened([-0.06, -0.05, -0.07, 0.01], MIRRORED)).not.toHaveProperty("unconfirmed");
  });

  test("does not say so of fewer than four, nor at exactly θ or below the floor", () => {
    const three = [-0.06, -0.05, -0.07];
    expect(decideScreened(three, MIRRORED)).not.toHaveProperty("unconfirmed");
    const at = Array<number>(4).fill(-Math.log1p(0.03));
    expect(decideScreened(at, MIRRORED)).not.toHaveProperty("unconfirmed");
    const floored = { ...MIRRORED, thresholds: { ...THRESHOLDS, floor: 100 } };
    expect(decideScreened([...three, -0.05], floored)).not.toHaveProperty("unconfirmed");
  });

  test("wants what looks faster measured again when it is to be confirmed, beyond s", () => {
    const asked = { ...MIRRORED, confirmImprovements: true };
    const at = (log: number): number[] => Array<number>(4).fill(log);
    expect(decideScreened(at(-0.02), asked).suspect).toBe(true);
    expect(decideScreened(at(-0.02), MIRRORED).suspect).toBe(false);
    expect(decideScreened(at(-Math.log1p(0.015)), asked).suspect).toBe(false);
    const floored = { ...asked, thresholds: { ...THRESHOLDS, floor: 100 } };
    expect(decideScreened(at(-0.02), floored).suspect).toBe(false);
  });

  test("does not suspect a median of exactly s", () => {
    const at = Array<number>(4).fill(Math.log1p(0.015));
    expect(decideScreened(at, RULES)).toMatchObject({ verdict: "unchanged", suspect: false });
  });

  test("does not suspect what stays below the floor", () => {
    const rules = {
      ...RULES,
      baseline: 10,
      candidate: 10.4,
      thresholds: { ...THRESHOLDS, floor: 1 },
    };
    expect(decideScreened(Array(4).fill(Math.log(1.04)), rules)).toMatchObject({
      verdict: "unchanged",
      suspect: false,
    });
  });

  test("clears two processes where the noise is known", () => {
    expect(decideScreened([0.001, -0.001], RULES)).toMatchObject({
      verdict: "unchanged",
      suspect: false,
    });
  });

  test("asks for more than one process", () => {
    expect(decideScreened([0], RULES)).toMatchObject({ verdict: "inconclusive", suspect: true });
    expect(decideScreened([], RULES)).toMatchObject({ verdict: "inconclusive", suspect: false });
  });
});
