import { metricOf } from "../model/metric.ts";
import type { Policy } from "../model/policy.ts";
import type { BenchmarkResult } from "../model/result.ts";
import type { Visit, Warning } from "../model/sample.ts";
import { requiredAgreement } from "../stats/binomial.ts";
import { median } from "../stats/descriptive.ts";
import { formatChange } from "../wording/percent.ts";
import { waitingRemedy } from "../wording/waiting-remedy.ts";
import { relativeChange } from "./estimate.ts";
import { ratiosOf } from "./log-ratios.ts";
import { evidenceOf } from "./stages.ts";
import { thresholdsFor } from "./thresholds.ts";

/** One process would be a single interruption. */
const LEAST_PROCESSES = 2;

/** Whether the thread gave its processor away in every block of the candidate: a busy runner takes it, only who waits gives it. */
function gaveAway({ series, load }: Visit): boolean {
  const blocks = series
    .filter(({ metric, side }) => metric === "time" && side === "candidate")
    .reduce((sum, { values }) => sum + values.length, 0);
  return blocks === 0 || (load?.given ?? 0) >= blocks;
}

/**
 * Finds what a candidate waits for more than its baseline, where CPU time decides and does not see it.
 *
 * @param result - benchmark with its visits
 * @param policy - policy of the run
 * @returns a warning where wall time is longer by more than T, CPU time explains less than that, enough processes agree (all of
 *   fewer than 5), and the thread waited rather than being kept from running; none where wall time decides
 * @see docs/measurement.md#clocks
 */
export function waitingWarnings(result: BenchmarkResult, policy: Policy): Warning[] {
  const times = ratiosOf(result, "time");
  const { stages } = evidenceOf(times);
  const walls = ratiosOf(result, "wall").filter(({ stage }) => stages.includes(stage));
  const least = Math.log1p(thresholdsFor(result, metricOf("time"), policy).regression);
  const both = walls.flatMap(({ process, value: wall }) => {
    const time = times.find((one) => one.process === process)?.value;
    return time === undefined ? [] : [{ wall, time }];
  });
  const longer = both.filter(({ wall, time }) => wall > least && wall - time > least).length;
  const needed = Math.min(both.length, requiredAgreement(both.length));
  const waited = result.visits.filter(({ stage }) => stages.includes(stage)).every(gaveAway);
  if (both.length < LEAST_PROCESSES || longer < needed || !waited) return [];
  const change = (read: (one: (typeof both)[number]) => number): string =>
    formatChange(relativeChange(median(both.map(read))));
  const message = `it takes ${change(({ wall }) => wall)} by wall time and ${change(({ time }) => time)} by CPU time, which does not see what it waits for${waitingRemedy(result.benchmark.procedure.kind)}`;
  return [{ code: "waits-longer", message }];
}
