import { describe, expect, it } from "vitest";
import { compactVisit } from "../../evaluation/compact.ts";
import { groupName, groupOf } from "../../evaluation/jobs.mjs";
import { FULL_DESIGN, replay } from "../../evaluation/replay.ts";
import { judge } from "../../src/gate/judge.ts";
import type { Measurements, ResultDocument } from "../../src/model/result.ts";
import type { Visit } from "../../src/model/sample.ts";
import { quantile } from "../../src/stats/descriptive.ts";
import { measurements, pairedVisits, result } from "../gate/fabricate.ts";

/** Twenty processes: 4 that screen, 8 that confirm, 8 that extend. */
function fullDesign(screen: number[], confirm: number[], extend: number[]): ResultDocument {
  const stages = [
    ["screen", screen],
    ["confirm", confirm],
    ["extend", extend],
  ] as const;
  let first = 0;
  const visits = stages.flatMap(([stage, ratios]) =>
    pairedVisits(ratios).map((visit): Visit => {
      first += 1;
      return { ...visit, stage, process: first, wallNs: 1e9 };
    }),
  );
  const all = measurements([result(visits)]);
  const recorded: Measurements = {
    ...all,
    run: { ...all.run, event: FULL_DESIGN },
    time: { ...all.time, totalMs: 10_000 },
  };
  return { ...recorded, judgement: judge(recorded) };
}

const eight = (value: number): number[] => Array.from({ length: 8 }, (_, at) => value + at * 1e-4);
const stagesOf = ({ benchmarks }: ResultDocument): string[] => [
  ...new Set(benchmarks.flatMap(({ visits }) => visits.map(({ stage }) => stage))),
];

describe("a recorded job, judged again", () => {
  it("takes the first look alone of what today's rules clear by it", async () => {
    const job = fullDesign([0.001, -0.001, 0, 0.002], eight(0.09), eight(0.09));
    const { result: judged, seconds } = await replay(job);
    expect(stagesOf(judged)).toEqual(["screen"]);
    expect(judged.judgement.benchmarks[0]?.verdict).toBe("unchanged");
    expect(judged.benchmarks[0]?.visits.map(({ process }) => process)).toEqual([1, 2]);
    // 2 of 20 seconds of visits, of a job of 10 s
    expect(seconds).toBe(1);
  });

  it("takes the confirmation of a suspect, and judges by it", async () => {
    const job = fullDesign([0.06, 0.05, 0.055, 0.06], eight(0.06), eight(0));
    const { result: judged } = await replay(job);
    expect(stagesOf(judged)).toEqual(["screen", "confirm"]);
    expect(judged.judgement.benchmarks[0]?.verdict).toBe("regression");
  });

  it("takes everything of a job that was recorded as its own rules asked", async () => {
    const job = fullDesign([0.001, -0.001, 0, 0.002], eight(0), eight(0));
    const own = { ...job, run: { ...job.run, event: "local" } };
    const { result: judged, seconds } = await replay(own);
    expect(stagesOf(judged)).toEqual(["screen", "confirm", "extend"]);
    expect(seconds).toBe(10);
  });
});

describe("a visit made compact", () => {
  const values = Array.from({ length: 20 }, (_, at) => 100 + ((at * 7) % 20) + 1 / 3);
  const visit = (stage: Visit["stage"]): Visit => ({
    process: 0,
    stage,
    iterations: 1,
    wallNs: 1.5,
    measuredNs: 1.5,
    series: [
      { metric: "time", side: "candidate", copy: 0, values },
      { metric: "kernel", side: "candidate", copy: 0, values },
      { metric: "time", side: "native", copy: 0, values },
      { metric: "gc_share", side: "candidate", copy: 0, values: [0.1] },
    ],
    failure: null,
    warnings: [],
    output: "",
  });

  it.each(["screen", "confirm", "extend"] as const)(
    "keeps all blocks of the stage %s, to four digits",
    (stage) => {
      const kept = compactVisit(visit(stage)).series[0]?.values ?? [];
      expect(kept).toEqual(values.map((value) => Number(value.toPrecision(4))));
      for (const share of [0.1, 0.25, 0.5])
        expect(quantile(kept, share) / quantile(values, share)).toBeCloseTo(1, 3);
    },
  );

  it("keeps one value of the kernel, and nothing that no rule asks for", () => {
    const { series } = compactVisit(visit("screen"));
    expect(series.map(({ metric, side }) => `${metric} ${side}`)).toEqual([
      "time candidate",
      "kernel candidate",
    ]);
    expect(series[1]?.values).toHaveLength(1);
  });
});

describe("the name of a recorded job", () => {
  it.each([
    { condition: "four", set: "real", slowed: 0, engines: ["v8"] },
    { condition: "calm", set: "reference", slowed: 10, engines: ["wasmtime"] },
    { condition: "one", set: "reference", slowed: 0, engines: ["v8", "wasmtime"] },
  ] as const)("tells condition, set, change and engines: %j", (group) => {
    expect(groupOf(`${groupName(group)}-07.json.br`)).toMatchObject(group);
  });

  it("of the first recordings still tells what they were", () => {
    expect(groupOf("slowed-03.json.br")).toMatchObject({
      condition: "calm",
      slowed: 5,
      engines: ["v8"],
    });
    expect(groupOf("calm-reference-equal-07.json.br")).toMatchObject({ engines: ["v8"] });
    expect(groupOf("README.md")).toBeNull();
  });
});
