/** Lanczos coefficients for g = 7, n = 9 (Godfrey). */
const LANCZOS_FIRST = 0.9999999999998099;
const LANCZOS_REST: readonly number[] = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];
const LANCZOS_G = 7;
const TINY = 1e-300;
const RELATIVE_PRECISION = 1e-16;
const MAX_TERMS = 10_000;

/**
 * Natural logarithm of the gamma function.
 *
 * @param x - positive argument, at least 0.5
 * @returns ln Γ(x), to about 15 digits
 * @see Lanczos (1964), A precision approximation of the gamma function
 */
export function logGamma(x: number): number {
  const sum = LANCZOS_REST.reduce(
    (total, coefficient, index) => total + coefficient / (x + index),
    LANCZOS_FIRST,
  );
  const base = x - 0.5 + LANCZOS_G;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}

function awayFromZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}

/** Continued fraction of the incomplete beta function, evaluated from the front (modified Lentz). */
function betaFraction(x: number, a: number, b: number): number {
  let numerator = 1;
  let denominator = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = denominator;
  for (let m = 1; m <= MAX_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      denominator = 1 / awayFromZero(1 + term * denominator);
      numerator = awayFromZero(1 + term / numerator);
      step = denominator * numerator;
      fraction *= step;
    }
    if (Math.abs(step - 1) < RELATIVE_PRECISION) {
      break;
    }
  }
  return fraction;
}

/**
 * The regularized incomplete beta function I_x(a, b).
 *
 * @param x - upper end of the integral, from 0 to 1
 * @param a - first shape, at least 0.5
 * @param b - second shape, at least 0.5
 * @returns share of the beta integral below x, from 0 to 1
 * @see NIST Digital Library of Mathematical Functions, 8.17
 */
export function regularizedBeta(x: number, a: number, b: number): number {
  const logFront =
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  const front = Math.exp(logFront);
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}
