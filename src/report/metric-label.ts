import type { ByMetric, MetricName } from "../model/metric.ts";
import { cleanText } from "./clean-text.ts";

const LABELS: ByMetric<string> = {
  wall: "wall time",
  cpu: "CPU time",
  pages_per_call: "pages a call",
  fuel_growth: "more fuel a call",
  size_raw: "size",
  size_gzip: "gzip size",
  size_brotli: "brotli size",
  slope_per_kib: "time per KiB",
  fit_r2: "r²",
  gc_share: "GC share",
  boundary_share: "lifting and lowering",
  resident_bytes: "resident",
  untouched_bytes: "untouched",
  overhead_bytes: "above declared",
  module_bytes: "with own module",
  growth_bytes: "kept",
  returned_bytes: "given back",
  imported_bytes: "size",
  imported_allocated: "bytes",
  imported_count: "count",
  imported_score: "score",
  imported_ratio: "ratio",
};

/**
 * The name of a metric as people read it.
 *
 * @param metric - metric name as it stands in a result; hostile until escaped
 * @returns a short plain label
 */
export function metricLabel(metric: MetricName): string {
  return LABELS[metric] ?? cleanText(metric, 40).replaceAll("_", " ");
}
