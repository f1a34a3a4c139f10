import jstat from "jstat";
import { describe, expect, test } from "vitest";
import { normalQuantile } from "../../src/stats/normal.ts";
import { studentCdf, studentQuantile } from "../../src/stats/student.ts";

const { jStat } = jstat;

describe("Student t quantile", () => {
  // Closed forms: df = 1 is tan(π(p − ½)); df = 2 is (2p − 1)·sqrt(2 / (4p(1 − p))).
  test.each([0.6, 0.75, 0.9, 0.95, 0.975, 0.99, 0.995, 0.9995])(
    "has the closed form of 1 and 2 degrees of freedom at %f",
    (p) => {
      expect(studentQuantile(p, 1)).toBeCloseTo(Math.tan(Math.PI * (p - 0.5)), 9);
      expect(studentQuantile(p, 2)).toBeCloseTo((2 * p - 1) * Math.sqrt(2 / (4 * p * (1 - p))), 9);
    },
  );

  // Published values with fifteen digits.
  test.each([
    [0.975, 5, 2.570581835636314],
    [0.95, 7, 1.894578605061305],
    [0.975, 7, 2.364624251592785],
    [0.975, 10, 2.228138851964939],
    [0.95, 19, 1.729132811521367],
    [0.99, 19, 2.539483190622288],
    [0.95, 27, 1.703288445722127],
    [0.975, 30, 2.042272456301238],
    [0.995, 4, 4.604094871349993],
    [0.975, 120, 1.979930405082422],
  ])("agrees with the published value to 1e-9 at p = %f, df = %i", (p, df, published) => {
    expect(Math.abs(studentQuantile(p, df) - published)).toBeLessThan(1e-9);
  });

  test("agrees with an independent library as far as that one is exact", () => {
    const worst = [1, 2, 3, 4, 5, 7, 8, 10, 12, 15, 19, 27, 35, 60, 120].flatMap((df) =>
      [0.01, 0.05, 0.2, 0.55, 0.8, 0.9, 0.95, 0.975, 0.99, 0.995, 0.999].map((p) =>
        Math.abs(studentCdf(jStat.studentt.inv(p, df), df) - p),
      ),
    );
    expect(Math.max(...worst)).toBeLessThan(1e-8);
  });

  test("undoes the distribution function to 1e-12, far tails and broken degrees of freedom included", () => {
    const worst = [1, 1.5, 2.7, 5, 19.3, 27, 200, 5000].flatMap((df) =>
      [1e-6, 0.001, 0.3, 0.7, 0.95, 0.999].map((p) =>
        Math.abs(studentCdf(studentQuantile(p, df), df) - p),
      ),
    );
    expect(Math.max(...worst)).toBeLessThan(1e-12);
  });

  test("is odd about one half and normal without end of freedom", () => {
    expect(studentQuantile(0.125, 6)).toBe(-studentQuantile(0.875, 6));
    expect(studentQuantile(0.5, 6)).toBe(0);
    expect(studentQuantile(0.975, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.975));
  });

  test.each([-0.1, 0, 1, 1.1, Number.NaN])("refuses the probability %f", (probability) => {
    expect(() => studentQuantile(probability, 5)).toThrow(
      `studentQuantile: ${probability} is not between 0 and 1`,
    );
  });

  test("refuses less than one degree of freedom", () => {
    expect(() => studentQuantile(0.9, 0)).toThrow("at least 1 degree of freedom, got 0");
    expect(() => studentQuantile(0.9, Number.NaN)).toThrow(RangeError);
    expect(() => studentCdf(1, 0.99)).toThrow("at least 1 degree of freedom, got 0.99");
  });
});

/**
 * The finite trigonometric sums that hold for whole degrees of freedom
 * (Abramowitz and Stegun 26.7.3 and 26.7.4), with θ = atan(t / sqrt(df)).
 */
function finiteSum(t: number, df: number): number {
  const theta = Math.atan(t / Math.sqrt(df));
  const cos2 = Math.cos(theta) ** 2;
  let term = df % 2 === 0 ? 1 : Math.cos(theta);
  let sum = 0;
  for (let k = df % 2 === 0 ? 0 : 1; k <= df - 2; k += 2) {
    sum += term;
    term *= (cos2 * (k + 1)) / (k + 2);
  }
  const central =
    df % 2 === 0 ? Math.sin(theta) * sum : (2 / Math.PI) * (theta + Math.sin(theta) * sum);
  return 0.5 + central / 2;
}

describe("Student t distribution function", () => {
  test("agrees with the finite sums of whole degrees of freedom to 1e-12", () => {
    const worst = [1, 2, 3, 4, 5, 6, 7, 8, 11, 15, 19, 20, 27, 35, 60].flatMap((df) =>
      [-8, -2.1, -0.4, 0, 0.05, 0.9, 1.7, 2.4, 5, 30].map((t) =>
        Math.abs(studentCdf(t, df) - finiteSum(t, df)),
      ),
    );
    expect(Math.max(...worst)).toBeLessThan(1e-12);
  });

  // df = 1: ½ + atan(t)/π; df = 2: ½ + t / (2·sqrt(2 + t²)).
  test.each([-40, -2, -0.3, 0, 0.7, 3, 25])("has the closed forms at t = %f", (t) => {
    expect(studentCdf(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 13);
    expect(studentCdf(t, 2)).toBeCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), 13);
  });
});

describe("normal quantile", () => {
  test.each([
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.99, 2.326347874040841],
    [0.999, 3.0902323061678136],
    [0.9, 1.2815515655446004],
    [0.75, 0.6744897501960817],
    [0.5, 0],
    [0.25, -0.6744897501960817],
    [0.1, -1.2815515655446004],
    [0.05, -1.6448536269514722],
    [1e-10, -6.361340902404056],
    [1e-20, -9.262340089798407],
  ])("agrees with the published value at %f", (p, z) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(1e-12);
  });

  test("refuses 0, 1 and what is no number", () => {
    expect(() => normalQuantile(0)).toThrow(RangeError);
    expect(() => normalQuantile(1)).toThrow(RangeError);
    expect(() => normalQuantile(Number.NaN)).toThrow(RangeError);
  });
});
