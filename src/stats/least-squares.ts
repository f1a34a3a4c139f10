import { mean } from "./descriptive.ts";

/** A straight line through points. */
export interface LineFit {
  /** Change of y per unit of x. */
  readonly slope: number;
  readonly intercept: number;
  /** Share of the variation of y that the line explains, 0 to 1; 1 when y does not vary. */
  readonly r2: number;
}

/**
 * Fits a line by least squares.
 *
 * @param xs - positions, at least 2 different ones
 * @param ys - values, one for each position
 * @returns slope, intercept and r²
 * @throws RangeError when the numbers of xs and ys differ or all xs are equal
 */
export function fitLine(xs: readonly number[], ys: readonly number[]): LineFit {
  if (xs.length !== ys.length || new Set(xs).size < 2) {
    throw new RangeError("fitLine: needs as many ys as xs, at two different xs or more");
  }
  const meanX = mean(xs);
  const meanY = mean(ys);
  const points = xs.map((x, index) => ({ dx: x - meanX, dy: (ys[index] ?? 0) - meanY }));
  const sumXX = points.reduce((sum, { dx }) => sum + dx * dx, 0);
  const sumXY = points.reduce((sum, { dx, dy }) => sum + dx * dy, 0);
  const sumYY = points.reduce((sum, { dy }) => sum + dy * dy, 0);
  const slope = sumXY / sumXX;
  return {
    slope,
    intercept: meanY - slope * meanX,
    r2: sumYY === 0 ? 1 : sumXY ** 2 / (sumXX * sumYY),
  };
}
