import { describe, expect, it } from "vitest";
import { joinRunners, runnerFacts } from "../../src/job/runner.ts";
import type { VisitLoad } from "../../src/model/runner.ts";
import type { Visit } from "../../src/model/sample.ts";

function visit(load: VisitLoad | null): Visit {
  return {
    process: 0,
    stage: "screen",
    iterations: 1,
    wallNs: 1,
    measuredNs: 1,
    series: [],
    failure: null,
    warnings: [],
    output: "",
    ...(load === null ? {} : { load }),
  };
}

const CALM: VisitLoad = { blocks: 300, interrupted: 3, cpuShare: 0.99, switches: 2, pressure: 0 };
const BUSY: VisitLoad = { blocks: 100, interrupted: 61, cpuShare: 0.4, switches: 90, pressure: 1 };
const BETWEEN: VisitLoad = {
  ...CALM,
  blocks: 100,
  interrupted: 0,
  cpuShare: 0.9,
  loadAverage: 2.5,
};

describe("runner of a run", () => {
  it("is the share of all blocks that were interrupted, and extremes and median of its visits", () => {
    const { runner } = runnerFacts([CALM, BUSY, BETWEEN, null].map(visit), [40.2, 44.9, 130]);
    // (3 + 61 + 0) of (300 + 100 + 100) blocks
    expect(runner).toEqual({
      blocks: 500,
      interrupted: 0.128,
      cpuShare: { lowest: 0.4, median: 0.9, highest: 0.99 },
      switches: { lowest: 2, median: 2, highest: 90 },
      pressure: { lowest: 0, median: 0, highest: 1 },
      loadAverage: { lowest: 2.5, median: 2.5, highest: 2.5 },
      startMs: { lowest: 40, median: 45, highest: 130 },
    });
  });

  it("is left out where no visit tells its load", () => {
    expect(runnerFacts([visit(null)], [40])).toEqual({});
    expect(runnerFacts([visit({ ...CALM, blocks: 0, interrupted: 0 })], [40])).toEqual({});
  });
});

describe("runners of several jobs", () => {
  const calm = runnerFacts([visit(CALM)], [40]).runner;
  const busy = runnerFacts([visit(BUSY)], [90]).runner;

  it("join to the extremes of all, blocks by their number", () => {
    const parts = [calm, busy].flatMap((one) => one ?? []);
    // 3 of 300 and 61 of 100: 64 of 400
    expect(joinRunners(parts).runner).toMatchObject({
      blocks: 400,
      interrupted: 0.16,
      cpuShare: { lowest: 0.4, median: expect.closeTo(0.695, 9), highest: 0.99 },
      startMs: { lowest: 40, median: 65, highest: 90 },
    });
  });

  it("are nothing where no job told of its own", () => {
    expect(joinRunners([])).toEqual({});
  });
});
