/** Numerators and denominators of the three rational approximations, lowest power first (Wichura, AS 241, PPND16). */
const CENTRAL = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
    45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597,
    39307.89580009271, 28729.085735721943, 5226.495278852854,
  ],
] as const;
const MIDDLE = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
    1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
    0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
  ],
] as const;
const FAR = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
    0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
] as const;

type Rational = readonly [readonly number[], readonly number[]];

function evaluate([above, below]: Rational, x: number): number {
  const polynomial = (coefficients: readonly number[]): number =>
    coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
  return polynomial(above) / polynomial(below);
}

/**
 * The value below which a standard normal quantity lies with the given probability.
 *
 * @param probability - above 0 and below 1
 * @returns z, to about 15 digits; negative below one half
 * @throws RangeError when the probability is not between 0 and 1
 * @see Wichura (1988), Algorithm AS 241
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`normalQuantile: ${probability} is not between 0 and 1`);
  }
  const offset = probability - 0.5;
  if (Math.abs(offset) <= 0.425) {
    return offset * evaluate(CENTRAL, 0.180_625 - offset * offset);
  }
  const radius = Math.sqrt(-Math.log(Math.min(probability, 1 - probability)));
  const size = radius <= 5 ? evaluate(MIDDLE, radius - 1.6) : evaluate(FAR, radius - 5);
  return Math.sign(offset) * size;
}
