import { type ExactMetricName, isExactMetricName, metricOf } from "../model/metric.ts";
import type { ExactValue, Side, Visit } from "../model/sample.ts";

/**
 * Exact metrics that were observed while measuring, such as the pages of live instances: compared to the last digit, not
 * by statistics.
 *
 * @param visits - visits of one benchmark; failed ones give no value
 * @param known - exact values it has from elsewhere, which are not looked for
 * @returns one value per metric; a side whose processes differ has none, and the note says so
 */
export function observedExact(
  visits: readonly Visit[],
  known: readonly ExactValue[],
): ExactValue[] {
  const series = visits.filter(({ failure }) => failure === null).flatMap((visit) => visit.series);
  const names = new Set(
    series
      .map(({ metric }) => metric)
      .filter(isExactMetricName)
      .filter(isAlwaysExact),
  );
  for (const { metric } of known) names.delete(metric);
  return [...names].map((metric) => {
    const of = (side: Side): number[] => [
      ...new Set(
        series
          .filter((one) => one.metric === metric && one.side === side)
          .flatMap(({ values }) => values),
      ),
    ];
    const [baseline, candidate] = [of("baseline"), of("candidate")];
    const differs = baseline.length > 1 || candidate.length > 1;
    return {
      metric,
      baseline: differs ? null : (baseline[0] ?? null),
      candidate: differs ? null : (candidate[0] ?? null),
      note: differs ? "differs between processes" : null,
    };
  });
}

/** A size of another tool is compared exactly only where it is one number; series are not. */
function isAlwaysExact(name: ExactMetricName): boolean {
  return metricOf(name).assumption === "exact";
}
