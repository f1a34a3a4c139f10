import type { Series } from "../../model/sample.ts";
import { type CallCount, countCall } from "../../suites/count.ts";
import type { CountOrder, VisitReport } from "../protocol.ts";
import { describeFailure } from "./failure.ts";

let nonce = 0;

/**
 * Counts a call as often as ordered. Never throws: a guest's failure is part of the report.
 *
 * @param order - instrumented module, host and call
 * @param now - nanoseconds on a monotonic clock
 * @returns series `fuel` and, where the guest exports a memory, `pages`; or the failure with its side;
 *   the profile where one was ordered
 */
export async function runCount(order: CountOrder, now: () => number): Promise<VisitReport> {
  const { side } = order.counted.payload;
  const start = now();
  const report = { iterations: 1, measuredNs: 0, warmupNs: 0, warnings: [] };
  try {
    const counts: CallCount[] = [];
    for (let time = 0; time < order.times; time += 1) {
      nonce += 1;
      counts.push(await countCall(order.counted, nonce));
    }
    const pages = counts.flatMap((count) => (count.pages === null ? [] : [count.pages]));
    const series: Series[] = [{ metric: "fuel", side, copy: 0, values: counts.map(fuelOf) }];
    if (pages.length > 0) series.push({ metric: "pages", side, copy: 0, values: pages });
    const profile = counts.at(-1)?.profile;
    const shown = profile === undefined ? {} : { profile };
    return { ...report, wallNs: now() - start, series, ...shown, failure: null };
  } catch (error) {
    const failure = describeFailure(error, side);
    return { ...report, wallNs: now() - start, series: [], failure };
  }
}

function fuelOf({ fuel }: CallCount): number {
  return fuel;
}
