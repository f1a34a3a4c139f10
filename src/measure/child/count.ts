import type { Series, Side } from "../../model/sample.ts";
import { type CallCount, countCall } from "../../suites/count.ts";
import type { CountOrder, VisitReport } from "../protocol.ts";
import { describeFailure } from "./failure.ts";

let nonce = 0;

/**
 * Counts a call as often as ordered. Never throws: a guest's failure is part of the report.
 *
 * @param order - instrumented module, host and call
 * @param now - nanoseconds on a monotonic clock
 * @returns series `fuel` and, where the guest exports a memory, `pages`; or the failure with its side, and series `fuel` with
 *   what was consumed until then, where that is known
 */
export async function runCount(order: CountOrder, now: () => number): Promise<VisitReport> {
  const { side } = order.counted.payload;
  const start = now();
  const report = { iterations: 1, measuredNs: 0, warmupNs: 0, warnings: [] };
  const spent: number[] = [];
  try {
    const counts: CallCount[] = [];
    for (let time = 0; time < order.times; time += 1) {
      nonce += 1;
      counts.push(await countCall(order.counted, nonce, (fuel) => spent.push(fuel)));
    }
    const pages = counts.flatMap((count) => (count.pages === null ? [] : [count.pages]));
    const series = [fuelSeries(side, counts.map(fuelOf))];
    if (pages.length > 0) series.push({ metric: "pages", side, copy: 0, values: pages });
    return { ...report, wallNs: now() - start, series, failure: null };
  } catch (error) {
    const failure = describeFailure(error, side);
    const series = spent.length === 0 ? [] : [fuelSeries(side, spent)];
    return { ...report, wallNs: now() - start, series, failure };
  }
}

function fuelSeries(side: Side, values: readonly number[]): Series {
  return { metric: "fuel", side, copy: 0, values };
}

function fuelOf({ fuel }: CallCount): number {
  return fuel;
}
