import { expect, test } from "vitest";
import { emptyReport, withKnownMetrics } from "../../src/measure/parent/visits.ts";
import type { VisitReport } from "../../src/measure/protocol.ts";
import type { MetricName } from "../../src/model/metric.ts";

const SOUND: VisitReport = {
  ...emptyReport({ kind: "trap", category: null, message: "", side: null }),
  failure: null,
  series: [
    { metric: "time", side: "candidate", copy: 0, values: [1] },
    { metric: "roundtrip_fail", side: "candidate", copy: 0, values: [2] },
  ],
};

test("a report of known metrics is taken as it is", () => {
  expect(withKnownMetrics(SOUND)).toBe(SOUND);
});

test("a report with an unknown metric has failed, and gives no number", () => {
  const metric = "speed" as MetricName;
  const series = [...SOUND.series, { metric, side: "candidate", copy: 0, values: [3] } as const];
  const { failure, series: kept } = withKnownMetrics({ ...SOUND, series });
  expect(kept).toEqual([]);
  expect(failure).toMatchObject({
    kind: "internal",
    message: expect.stringContaining('the unknown metric "speed"'),
  });
});
