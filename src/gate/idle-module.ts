import type { BenchmarkResult } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import { formatQuantity } from "../wording/number.ts";

/**
 * Tells of a benchmark whose calls do not run the component: JavaScript answers in its place, and its time is that of
 * JavaScript alone.
 *
 * @param result - benchmark with its exact values, and what calling it again and again showed
 * @returns a warning where no call of the candidate takes fuel, or none but the first
 */
export function idleModuleWarnings({ exact, slopes }: BenchmarkResult): Warning[] {
  const fuel = exact.find(({ metric, note }) => metric === "fuel" && note === null)?.candidate;
  if (fuel === 0)
    return [
      idle(
        "its call takes no fuel: nothing of the component runs that counts, and its time is that of what stands beside it",
      ),
    ];
  const [first = 0, ...later] = slopes?.candidate?.fuel ?? [];
  if (first === 0 || !later.some((one) => one === 0)) return [];
  const told = formatQuantity(first, "fuel unit");
  return [
    idle(
      `its first call took ${told} and later ones take none: what is timed is JavaScript that remembers the answer`,
    ),
  ];
}

function idle(message: string): Warning {
  return { code: "executes-nothing", message };
}
