import { describe, expect, it } from "vitest";
import { thrownBy } from "../config/thrown.ts";
import { load } from "./load.ts";

const stats = { min: 0.001, max: 0.004, mean: 0.003, median: 0.002, rounds: 3, iterations: 1 };

const pytest = (changes: object, datetime = "2026-11-25T10:00:00.123456+00:00"): unknown => ({
  machine_info: { node: "runner", machine: "x86_64", python_version: "3.13.1" },
  commit_info: { id: "0123", dirty: false },
  benchmarks: [
    {
      group: null,
      name: "test_parse[small]",
      fullname: "tests/test_codec.py::test_parse[small]",
      params: { size: "small" },
      options: { timer: "perf_counter", disable_gc: false },
      stats,
      ...changes,
    },
  ],
  datetime,
  version: "5.1.0",
});

describe("pytest-benchmark", () => {
  it("gives every round where they were kept", () => {
    const file = pytest({ stats: { ...stats, data: [0.25, 0.125] } });
    expect(load("pytest-benchmark", file)).toEqual([
      expect.objectContaining({
        id: "tests/test_codec.py/test_parse[small]",
        unit: "ns",
        samples: [250_000_000, 125_000_000],
        recordedAt: "2026-11-25T10:00:00.123456+00:00",
      }),
    ]);
  });

  it("gives the median where they were not", () => {
    const [found] = load("pytest-benchmark", pytest({}));
    expect([found?.samples, found?.source.sample]).toEqual([[2_000_000], "median of all rounds"]);
  });

  it("takes a date without a zone for UTC", () => {
    const [found] = load("pytest-benchmark", pytest({}, "2015-08-15T03:04:19.123"));
    expect(found?.recordedAt).toBe("2015-08-15T03:04:19.123Z");
  });

  it.each([
    [{}, "out: benchmarks: expected a list, got nothing"],
    [{ benchmarks: [] }, "out: holds no benchmark"],
    [pytest({ stats: undefined }), "benchmarks[0].stats: expected an object, got nothing"],
    [pytest({ stats: { data: [null] } }), "stats.data[0]: expected a finite number from 0"],
    [pytest({ fullname: undefined, name: "" }), "benchmarks[0].name: expected a string"],
  ])("names what is damaged (case %#)", (content, message) => {
    expect(thrownBy(() => load("pytest-benchmark", content)).message).toContain(message);
  });
});

const vitest = (...benchmarks: readonly object[]): unknown => ({
  files: [
    {
      filepath: "/project/bench/codec.bench.ts",
      groups: [{ fullName: "bench/codec.bench.ts > parse", benchmarks }],
    },
  ],
});

const bench = (name: string, changes: object = {}): object => ({
  id: "1_0_0",
  name,
  rank: 1,
  rme: 0.5,
  samples: [],
  hz: 400,
  mean: 2.5,
  median: 2,
  p99: 3,
  sampleCount: 200,
  ...changes,
});

describe("vitest", () => {
  it("gives the median in ns, or every call where they were kept", () => {
    const file = vitest(bench("a"), bench("b", { samples: [2, 3] }));
    expect(load("vitest", file).map(({ id, samples }) => [id, samples])).toEqual([
      ["bench/codec.bench.ts > parse > a", [2_000_000]],
      ["bench/codec.bench.ts > parse > b", [2_000_000, 3_000_000]],
    ]);
  });

  it("gives the mean where a release wrote no median", () => {
    const [found] = load("vitest", vitest(bench("a", { median: undefined })));
    expect([found?.samples, found?.source.sample]).toEqual([[2_500_000], "mean of all calls"]);
  });

  it.each([
    [{ files: [] }, "out: holds no benchmark"],
    [{ files: [{ groups: {} }] }, "files[0].groups: expected a list, got an object"],
    [vitest(bench("")), 'benchmarks[0].name: expected a string, got ""'],
    [vitest(bench("a", { mean: null, median: null })), "benchmarks[0].mean: expected a finite"],
    [vitest(bench("a"), bench("a")), "duplicate benchmark"],
  ])("names what is damaged (case %#)", (content, message) => {
    expect(thrownBy(() => load("vitest", content)).message).toContain(message);
  });
});

/** A file of release 5 with one test. */
const tested = (name: string, tasks: readonly object[], changes: object = {}): object => ({
  name,
  status: "passed",
  message: "",
  assertionResults: [
    {
      fullName: "parse numbers",
      status: "passed",
      failureMessages: [],
      benchmarks: [{ name: "parse > numbers", tasks }],
      ...changes,
    },
  ],
});
const task = (name: string, changes: object = {}): object => ({
  name,
  latency: { p50: 2, mean: 2.5 },
  ...changes,
});

describe("vitest since release 5", () => {
  it("tells files by as many folders as tell them apart, so that a checkout elsewhere is the same", () => {
    const from = (root: string): string[] =>
      load("vitest", {
        testResults: [
          tested(`${root}/a/codec.bench.ts`, [task("x")]),
          tested(`${root}/b/codec.bench.ts`, [task("x")]),
          tested(`${root}/other.bench.ts`, [task("x")]),
        ],
      }).map(({ id }) => id);
    expect(from("/base")).toEqual([
      "a/codec.bench.ts > parse > numbers > x",
      "b/codec.bench.ts > parse > numbers > x",
      "other.bench.ts > parse > numbers > x",
    ]);
    expect(from("C:/head")).toEqual(from("/base"));
  });

  it("names what was read from a file instead of judging it", () => {
    const tasks = [task("x"), task("stored", { fromStore: true })];
    const found = load("vitest", { testResults: [tested("/a.bench.ts", tasks)] });
    expect(found.map(({ samples, aside }) => [samples, aside])).toEqual([
      [[2_000_000], ["a.bench.ts > parse > numbers > stored (read from a file)"]],
    ]);
  });

  it("gives the calls that a reporter kept", () => {
    const kept = task("x", { latency: { p50: 2, samples: [1, 3] } });
    const found = load("vitest", { testResults: [tested("/a.bench.ts", [kept])] });
    expect(found[0]?.samples).toEqual([1_000_000, 3_000_000]);
  });

  it.each([
    [{ testResults: [] }, "out: holds no benchmark"],
    [{ testResults: [tested("/a", [], { benchmarks: undefined })] }, "out: holds no benchmark"],
    [{ testResults: [tested("/a", [task("x", { latency: {} })])] }, "latency.mean: expected a fin"],
    [
      { testResults: [tested("/a", [task("x")], { status: "failed" })] },
      'the test "parse numbers" of a failed: no reason',
    ],
    [
      {
        testResults: [{ ...tested("/a", [task("x")]), status: "failed", message: "no such\nfile" }],
      },
      "out: testResults[0]: a failed: no such",
    ],
  ])("names what is damaged or failed (case %#)", (content, message) => {
    expect(thrownBy(() => load("vitest", content)).message).toContain(message);
  });
});

const latency = { mean: 0.063, p50: 0.059, p99: 0.1, min: 0.05, max: 0.2, samplesCount: 1569 };

describe("tinybench", () => {
  it.each([
    ["tasks with their results", [{ name: "a", result: { state: "completed", latency } }], 59_000],
    ["results with their names", [{ name: "a", latency, totalTime: 100 }], 59_000],
    ["tasks under a name", { tasks: [{ name: "a", result: { latency } }] }, 59_000],
    ["results of 2.x", { results: [{ name: "a", hz: 16_000, mean: 0.063, samples: [] }] }, 63_000],
    [
      "the table",
      [
        {
          "Task name": "a",
          "Latency avg (ns)": "63768 ± 4.02%",
          "Latency med (ns)": "58954 ± 15255.00",
          "Throughput avg (ops/s)": "18562 ± 1.67%",
          Samples: 1569,
        },
      ],
      58_954,
    ],
    [
      "the table of 2.x",
      [{ "Task Name": "a", "ops/sec": "15,682", "Average Time (ns)": 63_768.5, Samples: 9 }],
      63_768.5,
    ],
  ])("reads %s", (_, content, ns) => {
    const found = load("tinybench", content);
    expect(found.map(({ id, unit, samples }) => [id, unit, samples])).toEqual([["a", "ns", [ns]]]);
  });

  it("gives every call where they were retained", () => {
    const kept = { ...latency, samples: [0.05, 0.06] };
    const [found] = load("tinybench", [{ name: "a", result: { latency: kept } }]);
    expect(found?.samples).toEqual([50_000, 60_000]);
  });

  it.each([
    [{}, "out: tasks: expected a list, got nothing"],
    [[], "out: holds no benchmark"],
    [[{ latency }], "[0].name: expected the task's name, which its result alone does not hold"],
    [[{ name: "a", result: { error: {} } }], 'result: the task "a" failed'],
    [[{ name: "a", result: { state: "errored" } }], 'the task "a" failed'],
    [[{ name: "a", result: { state: "aborted" } }], 'the task "a" was aborted'],
    [[{ name: "a", result: { latency, aborted: true } }], 'the task "a" was aborted'],
    [[{ name: "a", result: { latency: {} } }], "result.latency.mean: expected a finite number"],
    [[{ "Task name": "a", "Latency med (ns)": "N/A" }], "expected a finite number from 0, got NaN"],
  ])("names what is damaged or failed (case %#)", (content, message) => {
    expect(thrownBy(() => load("tinybench", content)).message).toContain(message);
  });
});
