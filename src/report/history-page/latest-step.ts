import type { BenchmarkHistory, ChangePoint, HistoryPoint } from "../history.ts";

/**
 * The runs on the machine and engine that measured last: only their values can be compared with the newest.
 *
 * @param history - stored runs, oldest first
 * @returns the newest of them, oldest first
 */
export function newestMachine({ points }: BenchmarkHistory): readonly HistoryPoint[] {
  return points.filter(({ fingerprint }) => fingerprint === points.at(-1)?.fingerprint);
}

/**
 * The last lasting step on the machine and engine that measured last.
 *
 * @param history - stored runs, oldest first
 * @returns the step, or null where there is none
 */
export function latestStep(history: BenchmarkHistory): ChangePoint | null {
  const from = history.points.length - newestMachine(history).length;
  return history.changePoints.findLast(({ index }) => index > from) ?? null;
}
