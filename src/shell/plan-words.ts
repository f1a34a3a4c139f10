import type { Planned } from "../job/plan.ts";
import { formatQuantity } from "../wording/number.ts";

/**
 * The plan in one line.
 *
 * @param planned - benchmarks of a run
 * @returns counts by pairing, for example "31 benchmarks: 27 paired, 4 identical"
 */
export function planWords(planned: readonly Planned[]): string {
  const counts = new Map<string, number>();
  for (const { pairing, benchmark } of planned) {
    const isMissing = pairing === "missing" || benchmark.unsupported === null;
    const word = isMissing ? pairing : "unsupported";
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return `plan: ${formatQuantity(planned.length, "benchmark")}: ${[...counts].map(([word, count]) => `${count} ${word}`).join(", ")}`;
}
