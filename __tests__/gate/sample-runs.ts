import type { HistoryEntry, HistoryPoint } from "../../src/model/baseline.ts";

/** Id of the benchmark in every fabricated run. */
export const ID = "execution/compute_heavy/fib_20/fib";

/** A run of one benchmark: time of the operation and of the kernel in ns. */
export function run(
  index: number,
  point: Partial<HistoryPoint>,
  part: Partial<HistoryEntry> = {},
): HistoryEntry {
  return {
    sha: `c${index}`,
    createdAt: `2026-10-01T00:00:${String(index).padStart(2, "0")}Z`,
    runId: String(index),
    fingerprint: "linux | x64 | node 24.1.0",
    tag: null,
    benchmarks: { [ID]: { p25: [1000], kernel: 500, y: [], ...point } },
    ...part,
  };
}

/** Runs whose times over the kernel's have the given logarithms. */
export function runs(levels: readonly number[], part: Partial<HistoryEntry> = {}): HistoryEntry[] {
  return levels.map((level, index) => run(index, { p25: [1000 * Math.exp(level)] }, part));
}
