import { fingerprintOf } from "../../src/model/environment.ts";
import type { ResultDocument } from "../../src/model/result.ts";
import type { BenchmarkHistory, History } from "../../src/report/history.ts";
import { createRandom, normal, short } from "./noise.ts";

function hexOf(index: number): string {
  return (((index + 11) * 2_654_435_761) % 0xfffffff)
    .toString(16)
    .padStart(8, "0")
    .repeat(5)
    .slice(0, 40);
}

/** Twenty stored runs of every compared benchmark: a step at the twelfth, another machine at the sixteenth. */
export function historyOf(result: ResultDocument): History {
  return result.judgement.benchmarks.flatMap(({ id, metrics }, place): BenchmarkHistory[] => {
    const [primary] = metrics;
    const level = primary?.baseline?.center ?? primary?.candidate?.center;
    if (primary === undefined || level === undefined) return [];
    const random = createRandom(place + 100);
    const key = fingerprintOf(result.environment);
    const points = Array.from({ length: 20 }, (_, index) => ({
      sha: hexOf(place * 20 + index),
      createdAt: `2026-11-${String(index + 2).padStart(2, "0")}T18:00:00Z`,
      fingerprint: index < 16 ? key : `${key} | other`,
      value: short(level * (index < 12 ? 0.94 : 1) * (1 + 0.006 * normal(random))),
    }));
    return [
      {
        id,
        metric: primary.metric,
        unit: primary.unit,
        points,
        changePoints: [{ index: 12, change: 0.0638 }],
      },
    ];
  });
}
