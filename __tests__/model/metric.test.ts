import { describe, expect, test } from "vitest";
import {
  byExactMetric,
  DEFAULT_ALLOWANCES,
  EXACT_METRICS,
  isExactMetricName,
  isMetricName,
  METRIC_NAMES,
  METRICS,
  type MetricName,
  metricOf,
  metricRank,
} from "../../src/model/metric.ts";

describe("the metric table", () => {
  test("names every metric once", () => {
    expect(METRICS.size).toBe(METRIC_NAMES.length);
    expect(METRIC_NAMES.map((name) => metricOf(name).name)).toEqual(METRIC_NAMES);
  });

  test("gives an allowance to every exact metric that is no family, and to no time", () => {
    const exact = METRIC_NAMES.filter(
      (name) => metricOf(name).assumption === "exact" && !name.endsWith(">"),
    );
    expect(exact.every(isExactMetricName)).toBe(true);
    const times = METRIC_NAMES.filter((name) => metricOf(name).unit === "ns");
    expect(times.some(isExactMetricName)).toBe(false);
    expect(Object.keys(byExactMetric(metricOf))).toEqual(EXACT_METRICS);
  });

  test("has default allowances of what it gates, and of nothing else", () => {
    expect(DEFAULT_ALLOWANCES).toEqual({
      fuel: { fraction: 0.005, absolute: 0 },
      pages: { fraction: 0, absolute: 0 },
      pages_per_call: { fraction: 0.1, absolute: 0 },
      size_raw: { fraction: 0.01, absolute: 1024 },
      imported_bytes: { fraction: 0.01, absolute: 1024 },
      imported_allocated: { fraction: 0.01, absolute: 0 },
      imported_count: { fraction: 0.005, absolute: 0 },
      imported_score: { fraction: 0.005, absolute: 0 },
    });
  });
});

describe("the name of a metric", () => {
  test.each([
    "time",
    "size_raw",
    "size_custom",
    "size_custom_.debug_info",
    "roundtrip_unreachable",
    "roundtrip_ä b|c",
  ])("may be %j", (name) => {
    expect(isMetricName(name)).toBe(true);
  });

  test.each([
    "",
    "tme",
    "Time",
    "size_",
    "size_custom_",
    "size_codes",
    "roundtrip",
    "roundtrip_",
    "code bytes",
    "__proto__",
    "time ",
  ])("may not be %j", (name) => {
    expect(isMetricName(name)).toBe(false);
    expect(() => metricOf(name as MetricName)).toThrow(RangeError);
  });

  test("of a family has the row of the family and a name of its own", () => {
    const one = metricOf("roundtrip_fail");
    expect(one).toEqual({ ...metricOf("roundtrip_<export>"), name: "roundtrip_fail" });
    expect(metricRank("roundtrip_fail")).toBe(METRIC_NAMES.length - 1);
    expect(isExactMetricName("roundtrip_fail")).toBe(false);
    expect(metricOf("size_custom_name")).toMatchObject({ name: "size_custom_name", unit: "bytes" });
    expect(isExactMetricName("size_custom_name")).toBe(false);
  });
});
