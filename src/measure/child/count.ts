import type { Series, Side } from "../../model/sample.ts";
import type { Slope } from "../../model/slope.ts";
import { countCall } from "../../suites/count.ts";
import type { CallCount } from "../../suites/counted-call.ts";
import type { Repeated } from "../../suites/repeat-call.ts";
import type { CountOrder, VisitReport } from "../protocol.ts";
import { describeFailure } from "./failure.ts";

/** Calls that wait may take so much longer by the wall than calls that compute take of the processor. */
const WAITING_SHARE = 5;

const NS_PER_US = 1_000;

let nonce = 0;

/**
 * Counts a call as often as ordered. Never throws: a guest's failure is part of the report.
 *
 * @param order - instrumented module, host and call
 * @param now - nanoseconds on a monotonic clock
 * @returns series `fuel` and, where the guest exports a memory, `pages`, with the profile where one was ordered; or the
 *   failure with its side, and series `fuel` with what was consumed until then, where that is known
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
      const isLast = time === order.times - 1;
      const repeatBy = order.repeat === true && isLast ? { repeatBy: createTaken(now) } : {};
      counts.push(
        await countCall({ ...order.counted, ...repeatBy }, nonce, (fuel) => spent.push(fuel)),
      );
    }
    const pages = counts.flatMap((count) => (count.pages === null ? [] : [count.pages]));
    const series = [fuelSeries(side, counts.map(fuelOf))];
    if (pages.length > 0) series.push({ metric: "pages", side, copy: 0, values: pages });
    const last = counts.at(-1);
    const slope = last?.repeated === undefined ? {} : { slope: slopeOf(last.repeated) };
    const profile = last?.profile === undefined ? {} : { profile: last.profile };
    return { ...report, wallNs: now() - start, series, failure: null, ...slope, ...profile };
  } catch (error) {
    const failure = describeFailure(error, side);
    const series = spent.length === 0 ? [] : [fuelSeries(side, spent)];
    return { ...report, wallNs: now() - start, series, failure };
  }
}

function fuelSeries(side: Side, values: readonly number[]): Series {
  return { metric: "fuel", side, copy: 0, values };
}

/** CPU time, which a busy machine does not lengthen, or a share of the wall time of what waits. */
function createTaken(now: () => number): () => number {
  const wall = now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return Math.max((user + system) * NS_PER_US, (now() - wall) / WAITING_SHARE);
  };
}

/** Without the guest's own words. */
function slopeOf({ slope, error }: Repeated): Slope {
  if (slope.ended !== "failure") return slope;
  const { kind, category } = describeFailure(error, null);
  return { ...slope, failure: category ?? kind };
}

function fuelOf({ fuel }: CallCount): number {
  return fuel;
}
