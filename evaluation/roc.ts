/** One place of a curve: how often a limit calls equal code and slowed code a regression, as shares. */
export interface RocPoint {
  readonly falseAlarms: number;
  readonly found: number;
}

/** Scores of one rule: the larger, the more it looks slower. */
export interface Scores {
  readonly equal: readonly number[];
  readonly slowed: readonly number[];
}

/**
 * What a rule does at one limit.
 *
 * @param scores - scores of benchmarks with equal code, and with slowed code
 * @param limit - a score above it is called a regression
 * @returns both shares; 0 where there are no scores
 */
export function pointAt({ equal, slowed }: Scores, limit: number): RocPoint {
  const share = (scores: readonly number[]): number =>
    scores.length === 0 ? 0 : scores.filter((score) => score > limit).length / scores.length;
  return { falseAlarms: share(equal), found: share(slowed) };
}

/**
 * The curve of a rule as its limit moves.
 *
 * @param scores - scores of benchmarks with equal code, and with slowed code
 * @returns from nothing called to everything that has a score; corners only, so that a curve of thousands stays small
 */
export function rocCurve(scores: Scores): RocPoint[] {
  const limits = [...new Set([...scores.equal, ...scores.slowed])].filter(Number.isFinite);
  const points = limits.sort((a, b) => b - a).map((limit) => pointAt(scores, limit));
  const last = pointAt(scores, Number.NEGATIVE_INFINITY);
  return [...points, last].filter((point, at, all) => {
    const [before, after] = [all[at - 1], all[at + 1]];
    const isOnLine = (key: keyof RocPoint): boolean =>
      before?.[key] === point[key] && after?.[key] === point[key];
    return !isOnLine("falseAlarms") && !isOnLine("found");
  });
}
