import { describe, expect, it } from "vitest";
import { thrownBy } from "../config/thrown.ts";
import { load } from "./load.ts";

/** A run as version 1.9 writes it. */
const run = (name: string, changes: object = {}): object => ({
  name,
  family_index: 0,
  per_family_instance_index: 0,
  run_name: name,
  run_type: "iteration",
  repetitions: 2,
  repetition_index: 0,
  threads: 1,
  iterations: 36059,
  real_time: 18.5,
  cpu_time: 18.25,
  time_unit: "us",
  ...changes,
});

const aggregate = (name: string, kind: string, time: number): object =>
  run(`${name}_${kind}`, {
    run_name: name,
    run_type: "aggregate",
    aggregate_name: kind,
    aggregate_unit: kind === "cv" ? "percentage" : "time",
    real_time: time,
    cpu_time: time,
  });

const written = (...benchmarks: readonly object[]): unknown => ({
  context: {
    date: "2026-11-25T10:00:00+00:00",
    host_name: "runner",
    executable: "./bench",
    num_cpus: 4,
    library_version: "v1.9.4",
    json_schema_version: 1,
  },
  benchmarks,
});

describe("Google Benchmark", () => {
  it("gives the CPU time of every repetition, each as a process, and not the aggregates of them", () => {
    const file = written(
      run("BM_Copy/64"),
      run("BM_Copy/64", { repetition_index: 1, cpu_time: 18.75 }),
      aggregate("BM_Copy/64", "mean", 18.5),
      aggregate("BM_Copy/64", "cv", 0.01),
    );
    expect(load("google-benchmark", file)).toEqual([
      expect.objectContaining({
        id: "BM_Copy/64",
        unit: "ns",
        samples: [18_250, 18_750],
        processes: [0, 1],
        recordedAt: "2026-11-25T10:00:00+00:00",
      }),
    ]);
  });

  it.each(["BM_Wait/real_time", "BM_Wait/8/manual_time/threads:2"])(
    "takes the wall time of %s, whose author chose it",
    (name) => {
      expect(load("google-benchmark", written(run(name)))[0]?.samples).toEqual([18_500]);
    },
  );

  it("takes the median where only aggregates were kept, else the mean", () => {
    const kinds = ["mean", "median", "stddev", "cv"];
    const all = written(...kinds.map((kind, index) => aggregate("BM_A", kind, index + 1)));
    const [median] = load("google-benchmark", all);
    expect([median?.samples, median?.source.sample]).toEqual([[2000], "median of all repetitions"]);
    const [mean] = load("google-benchmark", written(aggregate("BM_A", "mean", 3)));
    expect(mean?.samples).toEqual([3000]);
  });

  it("turns rates into times, and reads counters whose name says what they are", () => {
    const file = written(
      run("BM_A", {
        bytes_per_second: 1e9,
        items_per_second: 1000,
        allocs_per_iter: 3,
        max_bytes_used: 4096,
        INSTRUCTIONS: 1e6,
        label: "text",
        quality: 0.5,
      }),
    );
    expect(
      load("google-benchmark", file).map(({ id, unit, quantity, samples, aside }) => [
        id,
        unit,
        quantity,
        samples[0],
        aside,
      ]),
    ).toEqual([
      ["BM_A", "ns", undefined, 18_250, ["BM_A quality"]],
      ["BM_A INSTRUCTIONS", "count", undefined, 1e6, undefined],
      ["BM_A allocs_per_iter", "count", undefined, 3, undefined],
      ["BM_A bytes_per_second", "ns", undefined, 1, undefined],
      ["BM_A items_per_second", "ns", undefined, 1_000_000, undefined],
      ["BM_A max_bytes_used", "bytes", undefined, 4096, undefined],
    ]);
  });

  it("names a benchmark that was skipped", () => {
    const skipped = run("BM_B", { skipped: true, skip_message: "no GPU" });
    const found = load("google-benchmark", written(run("BM_A"), skipped));
    expect(found.map(({ aside }) => aside)).toEqual([["BM_B (skipped: no GPU)"]]);
  });

  it("leaves the fits of a complexity out", () => {
    const fit = run("BM_A_BigO", {
      run_name: "BM_A",
      run_type: "aggregate",
      aggregate_name: "BigO",
      cpu_coefficient: 1,
      big_o: "N",
    });
    expect(load("google-benchmark", written(run("BM_A"), fit))).toHaveLength(1);
  });

  it.each([
    [{}, "out: benchmarks: expected a list, got nothing"],
    [written(), "out: holds no benchmark"],
    [
      written(run("BM_A", { error_occurred: true, error_message: "no file" })),
      'benchmarks[0]: the benchmark "BM_A" failed: no file',
    ],
    [written(run("BM_A", { cpu_time: null })), "benchmarks[0].cpu_time: expected a finite number"],
    [written(run("BM_A", { time_unit: "parsec" })), 'time_unit: unknown unit "parsec"'],
    [written(run("BM_A", { items_per_second: 0 })), "a rate of 0 has no time"],
    [
      JSON.stringify(written(run("BM_A"))).replace("18.25", "NaN"),
      "benchmarks[0].cpu_time: expected a finite number from 0, got null",
    ],
  ])("names what is damaged or failed (case %#)", (content, message) => {
    const { code, message: said } = thrownBy(() => load("google-benchmark", content));
    expect(code).toBe("import");
    expect(said).toContain(message);
  });
});
