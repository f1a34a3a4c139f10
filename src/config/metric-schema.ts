import * as v from "valibot";
import { EXACT_METRICS, isExactMetricName, isMetricName, METRIC_NAMES } from "../model/metric.ts";
import { describeValue } from "./fault.ts";
import { didYouMean } from "./suggest.ts";

function expectedMetric(name: string): string {
  const meant = didYouMean(name, METRIC_NAMES) || ";";
  return `expected a metric, got ${describeValue(name)}${meant} known: ${METRIC_NAMES.join(", ")}`;
}

function unknownMetric(name: string, known: readonly string[]): string {
  const meant = didYouMean(name, known) || ";";
  return `unknown metric ${describeValue(name)}${meant} was it written by a newer version?`;
}

/** A metric as a person writes it. */
export const metricSchema = v.pipe(
  v.string(),
  v.guard(isMetricName, ({ input }) => expectedMetric(input)),
);

/** A metric as it stands in a stored document. */
export const storedMetricSchema = v.pipe(
  v.string(),
  v.guard(isMetricName, ({ input }) => unknownMetric(input, METRIC_NAMES)),
);

/** A metric with an exact value as it stands in a stored document. */
export const storedExactMetricSchema = v.pipe(
  v.string(),
  v.guard(isExactMetricName, ({ input }) => unknownMetric(input, EXACT_METRICS)),
);
