import { describe, expect, it } from "vitest";
import { defaultConfig } from "../../src/config/parse-config.ts";
import { policyOf } from "../../src/config/policy.ts";
import type { Planned } from "../../src/job/plan.ts";
import { resultsOf } from "../../src/job/results.ts";
import { measureStages } from "../../src/job/stages.ts";
import type { Benchmark } from "../../src/model/benchmark.ts";
import type { Component } from "../../src/model/component.ts";
import type { Environment } from "../../src/model/environment.ts";
import type { Series, Stage, Visit } from "../../src/model/sample.ts";
import type { MeasureJob } from "../../src/model/workload.ts";
import type { Measurer } from "../../src/ports.ts";
import { createRandom } from "../../src/stats/random.ts";

const component = (name: string, sha256: string): Component => ({
  name,
  origin: "user",
  format: "wasm",
  path: `${name}.wasm`,
  host: { kind: "none" },
  bytes: new Uint8Array(8),
  sha256,
  glue: null,
  module: null,
  fuelLimit: null,
});

const benchmark = (name: string): Benchmark => ({
  id: `execution/${name}/c`,
  suite: "execution",
  component: "c",
  procedure: { kind: "warm_start", call: null },
  primary: "time",
  unsupported: null,
});

const planned = (name: string, compared: boolean): Planned => ({
  benchmark: benchmark(name),
  definition: "d",
  pairing: compared ? "paired" : "alone",
  reason: "",
  pair: {
    benchmark: benchmark(name),
    candidate: component("c", "b"),
    baseline: compared ? component("c", "a") : null,
    alternated: false,
    sameHost: true,
  },
});

/** How much slower the candidate of a benchmark is, by id; what only the screen shows is told apart. */
type Factors = Readonly<
  Record<string, number | { readonly screen: number; readonly fresh: number }>
>;

function factorOf(factors: Factors, id: string, stage: Stage): number {
  const factor = factors[id] ?? 1;
  if (typeof factor === "number") return factor;
  return stage === "screen" ? factor.screen : factor.fresh;
}

/** A measurer that "measures" given factors exactly, with 0.1 % of seeded noise. */
function fakeMeasurer(factors: Factors): {
  measurer: Measurer;
  jobs: MeasureJob[];
} {
  const jobs: MeasureJob[] = [];
  const random = createRandom("fake");
  const visitOf = (
    job: MeasureJob,
    process: number,
    { id, isPair }: { id: string; isPair: boolean },
  ): Visit => {
    const noise = (): number => 1 + (random() - 0.5) / 500;
    const series = (side: "baseline" | "candidate", factor: number): Series[] => [
      { metric: "time", side, copy: 0, values: [100 * factor * noise()] },
      { metric: "kernel", side, copy: 0, values: [50] },
    ];
    return {
      process,
      stage: job.stage,
      iterations: 1,
      wallNs: 1,
      measuredNs: 1,
      series: [
        ...(isPair ? series("baseline", 1) : []),
        ...series("candidate", factorOf(factors, id, job.stage)),
      ],
      failure: null,
      warnings: [],
      output: "",
    };
  };
  const measurer: Measurer = {
    environment: {} as Environment,
    measure: async (job) => {
      jobs.push(job);
      const visits = new Map<string, Visit[]>();
      for (const { benchmark: one, baseline } of job.pairs) {
        const processes = Array.from(
          { length: job.processes },
          (_, index) => job.firstProcess + index,
        );
        visits.set(
          one.id,
          processes.map((process) =>
            visitOf(job, process, { id: one.id, isPair: baseline !== null }),
          ),
        );
      }
      return {
        visits,
        spent: { startMs: 1, warmupMs: 1, measuredMs: 1, processes: job.processes },
        startsMs: [20],
      };
    },
  };
  return { measurer, jobs };
}

const config = defaultConfig([]);
const policy = policyOf(config, { threshold: null, failOn: null }, "2026-11-23");

async function run(plan: readonly Planned[], factors: Factors, wholeScreen = false) {
  const { measurer, jobs } = fakeMeasurer(factors);
  const parts = { planned: plan, baseline: null, exact: new Map() };
  const measured = await measureStages(plan, {
    measurer,
    sampling: config.sampling,
    policy,
    seed: "s",
    wholeScreen,
    resultsOf: (visits) => resultsOf(parts, visits),
    onStage: () => {},
    onVisit: () => {},
  });
  return {
    measured,
    stages: jobs.map(({ stage, processes, pairs }) => [
      stage,
      processes,
      pairs.map(({ benchmark: one }) => one.id),
    ]),
  };
}

describe("measureStages", () => {
  it("screens in 2 processes and stops when they clear everything", async () => {
    const { stages } = await run([planned("a", true), planned("b", true)], {});
    expect(stages).toEqual([["screen", 2, ["execution/a/c", "execution/b/c"]]]);
  });

  it("takes the whole screen of what another machine is asked about", async () => {
    const { stages } = await run([planned("a", true)], {}, true);
    expect(stages).toEqual([
      ["screen", 2, ["execution/a/c"]],
      ["screen", 2, ["execution/a/c"]],
    ]);
  });

  it("spares what is slower beyond doubt the rest of the screen", async () => {
    const several = ["a", "b", "c", "d"].map((name) => planned(name, true));
    const { stages } = await run(several, { "execution/d/c": 2 });
    expect(stages).toEqual([
      ["screen", 2, several.map(({ benchmark: one }) => one.id)],
      ["confirm", 4, ["execution/d/c"]],
      ["confirm", 4, ["execution/d/c"]],
    ]);
  });

  it("screens what is open in 2 more, and confirms only the suspect, on 8 fresh ones", async () => {
    const { stages, measured } = await run([planned("a", true), planned("b", true)], {
      "execution/b/c": 1.1,
    });
    expect(stages).toEqual([
      ["screen", 2, ["execution/a/c", "execution/b/c"]],
      ["screen", 2, ["execution/b/c"]],
      ["confirm", 4, ["execution/b/c"]],
      ["confirm", 4, ["execution/b/c"]],
    ]);
    const processes = measured.visits.get("execution/b/c")?.map(({ process }) => process);
    expect(processes).toEqual(Array.from({ length: 12 }, (_, index) => index));
  });

  it("stops after half a confirmation that clears, unless another machine is asked about", async () => {
    const plan = [planned("a", true)];
    const factors = { "execution/a/c": { screen: 1.1, fresh: 1 } };
    const { stages } = await run(plan, factors);
    const processes = stages.map(([stage, count]) => `${stage} ${count}`);
    expect(processes).toEqual(["screen 2", "screen 2", "confirm 4"]);
    const whole = await run(plan, factors, true);
    expect(whole.stages.map(([stage, count]) => `${stage} ${count}`)).toEqual([
      ...processes,
      "confirm 4",
    ]);
  });

  it("gives benchmarks without baseline the configured number of processes", async () => {
    const { stages } = await run([planned("a", false)], {});
    expect(stages).toEqual([["screen", 6, ["execution/a/c"]]]);
  });

  it("adds up where the time went", async () => {
    const { measured } = await run([planned("a", true), planned("b", false)], {});
    expect(measured.spent).toEqual({ startMs: 2, warmupMs: 2, measuredMs: 2, processes: 8 });
  });
});

describe("what is told of visits", () => {
  const visit = (failure: Visit["failure"]): Visit => ({
    process: 0,
    stage: "screen",
    iterations: 1,
    wallNs: 1,
    measuredNs: 1,
    series: [],
    failure,
    warnings: [],
    output: "",
  });
  const trap = { kind: "trap", category: null, message: "", side: "candidate" } as const;

  /** Stages of a measurer that only tells of visits. */
  async function told(
    plan: readonly Planned[],
    visits: readonly (readonly [id: string, failure: Visit["failure"]])[],
  ): Promise<readonly (readonly [number, number])[]> {
    const counts: (readonly [number, number])[] = [];
    const measurer: Measurer = {
      environment: {} as Environment,
      measure: async (_, onVisit) => {
        for (const [id, failure] of visits) onVisit(id, visit(failure));
        const spent = { startMs: 0, warmupMs: 0, measuredMs: 0, processes: 0 };
        return { visits: new Map(), spent, startsMs: [] };
      },
    };
    await measureStages(plan, {
      measurer,
      sampling: config.sampling,
      policy,
      seed: "s",
      wholeScreen: false,
      resultsOf: () => [],
      onStage: () => {},
      onVisit: ({ done, total }) => void counts.push([done, total]),
    });
    return counts;
  }

  it("counts a visit a process, and what a failure makes needless as over, once", async () => {
    const plan = [planned("a", true), planned("b", true)];
    // Two processes each; the second visit of b was begun before the first one failed.
    const visits = [
      ["execution/a/c", null],
      ["execution/b/c", trap],
      ["execution/b/c", trap],
      ["execution/a/c", null],
    ] as const;
    expect(await told(plan, visits)).toEqual([
      [1, 4],
      [3, 4],
      [3, 4],
      [4, 4],
    ]);
  });

  it("counts sides in processes of their own as two", async () => {
    const one = planned("a", true);
    const plan = [{ ...one, pair: one.pair === null ? null : { ...one.pair, alternated: true } }];
    const visits = Array.from({ length: 4 }, () => ["execution/a/c", null] as const);
    expect(await told(plan, visits)).toEqual([
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ]);
  });
});
