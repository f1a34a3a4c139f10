import { describe, expect, it } from "vitest";
import { importResults } from "../../src/import/import-results.ts";
import type { ImportFormat } from "../../src/model/imported.ts";
import { thrownBy } from "../config/thrown.ts";

const load = (format: ImportFormat, content: unknown) =>
  importResults(format, [
    { path: "out.json", text: typeof content === "string" ? content : JSON.stringify(content) },
  ]);

const row = (changes: object): object => ({
  arch: "x86_64",
  engine: "wasmtime",
  wasm: "benchmarks/noop/benchmark.wasm",
  process: 7,
  iteration: 0,
  phase: "Execution",
  event: "cycles",
  count: 100,
  ...changes,
});

describe("sightglass", () => {
  it("gives a benchmark per phase and event, with the process of every sample", () => {
    const rows = [
      row({}),
      row({ phase: "Compilation", count: 9 }),
      row({ process: 8, count: 110 }),
    ];
    expect(load("sightglass", rows)).toEqual([
      expect.objectContaining({
        id: "noop/compilation/cycles",
        unit: "count",
        samples: [9],
        processes: [7],
      }),
      expect.objectContaining({
        id: "noop/execution/cycles",
        samples: [100, 110],
        processes: [7, 8],
      }),
    ]);
  });

  it("reads nanoseconds as a time", () => {
    expect(load("sightglass", [row({ event: "nanoseconds" })])[0]?.unit).toBe("ns");
  });

  it("tells engines and architectures apart where there are several", () => {
    const ids = load("sightglass", [row({}), row({ engine: "v8" })]).map(({ id }) => id);
    expect(ids).toEqual(["noop/execution/cycles/v8", "noop/execution/cycles/wasmtime"]);
    const arches = load("sightglass", [row({}), row({ arch: "aarch64" })]).map(({ id }) => id);
    expect(arches).toEqual(["noop/execution/cycles/aarch64", "noop/execution/cycles/x86_64"]);
  });

  it("tells the flags of an engine apart, and takes files without any", () => {
    const flagged = row({ engine_flags: "-W epoch-interruption=y" });
    const ids = load("sightglass", [row({ engine_flags: null }), flagged]).map(({ id }) => id);
    expect(ids).toEqual([
      "noop/execution/cycles/wasmtime",
      "noop/execution/cycles/wasmtime -W epoch-interruption=y",
    ]);
  });

  it.each([
    [{}, "out.json: expected a list, got an object"],
    [[], "out.json: holds no benchmark"],
    [[5], "out.json: [0]: expected an object, got 5"],
    [[row({ wasm: "" })], '[0].wasm: expected a string, got ""'],
    [[row({}), row({ count: null })], "[1].count: expected a finite number from 0, got null"],
    [[row({ process: "7" })], '[0].process: expected a finite number from 0, got "7"'],
    [[row({ phase: undefined })], "[0].phase: expected a string, got nothing"],
  ])("names what is damaged (case %#)", (content, message) => {
    const { code, message: said } = thrownBy(() => load("sightglass", content));
    expect(code).toBe("import");
    expect(said).toContain(message);
  });
});

describe("hyperfine", () => {
  it("reads the time of every run in ns", () => {
    const results = [{ command: "codec in", mean: 0.2, times: [0.25, 0.125], exit_codes: [0, 0] }];
    expect(load("hyperfine", { results })).toEqual([
      expect.objectContaining({ id: "codec in", unit: "ns", samples: [250_000_000, 125_000_000] }),
    ]);
  });

  it("names what a command was run with", () => {
    const runs = [{ size: "1" }, { size: "2", mode: "a b" }, {}, { size: 3, mode: "" }];
    const results = runs.map((parameters) => ({ command: "convert", times: [1], parameters }));
    expect(load("hyperfine", { results }).map(({ id }) => id)).toEqual([
      "convert",
      "convert (mode=, size=3)",
      "convert (mode=a b, size=2)",
      "convert (size=1)",
    ]);
  });

  it("refuses parameters that are none", () => {
    const result = { command: "a", times: [1] };
    const fault = (parameters: unknown) =>
      thrownBy(() => load("hyperfine", { results: [{ ...result, parameters }] })).message;
    expect(fault(5)).toContain("results[0].parameters: expected an object, got 5");
    expect(fault({ size: [1] })).toContain("results[0].parameters.size: expected a string");
  });

  it("takes the mean where the runs were not kept", () => {
    const [found] = load("hyperfine", { results: [{ command: "a", mean: 0.25 }] });
    expect([found?.samples, found?.source.sample]).toEqual([
      [250_000_000],
      "mean of all runs of the command",
    ]);
  });

  it.each([
    [{}, "out.json: results: expected a list, got nothing"],
    [{ results: [] }, "out.json: holds no benchmark"],
    [{ results: [{ command: "a", times: [] }] }, "results[0].times: expected at least one time"],
    [
      { results: [{ command: "a", times: [null] }] },
      "results[0].times[0]: expected a finite number from 0",
    ],
    [
      { results: [{ command: "a" }] },
      "results[0].mean: expected a finite number from 0, got nothing",
    ],
    [{ results: [{ times: [1] }] }, "results[0].command: expected a string, got nothing"],
    [
      { results: [{ command: "a", times: [1, 1], exit_codes: [0, 3] }] },
      'results[0].exit_codes[1]: the command "a" exited with code 3',
    ],
    [
      { results: [{ command: "a", times: [1], exit_codes: [null] }] },
      'results[0].exit_codes[0]: the command "a" was killed by a signal',
    ],
    [
      {
        results: [
          { command: "a", times: [1] },
          { command: "a", times: [1] },
        ],
      },
      'out.json: duplicate benchmark "a", already in out.json',
    ],
  ])("names what is damaged (case %#)", (content, message) => {
    const { code, message: said } = thrownBy(() => load("hyperfine", content));
    expect(code).toBe("import");
    expect(said).toContain(message);
  });
});

describe("lists where smaller is better", () => {
  it.each([
    ["ns/iter", 2, ["ns", 2]],
    ["µs", 2, ["ns", 2000]],
    ["ms / op", 2, ["ns", 2_000_000]],
    ["Seconds", 2, ["ns", 2_000_000_000]],
    ["Megabytes", 2, ["bytes", 2_000_000]],
    ["KiB", 2, ["bytes", 2048]],
    ["Percent", 50, ["ratio", 0.5]],
    ["cycles", 7, ["count", 7]],
    ["points", 7, ["count", 7]],
    // 1e9 ns / 1000 operations: a rate is one in either form
    ["ops/sec", 1000, ["ns", 1_000_000]],
  ])("reads the unit %s", (unit, value, expected) => {
    const [found] = load("custom-smaller-is-better", [{ name: "a", unit, value }]);
    expect([found?.unit, found?.samples[0], found?.quantity]).toEqual([...expected, undefined]);
  });

  it("tells bytes of an operation from a size", () => {
    const [found] = load("custom-smaller-is-better", [{ name: "a", unit: "B/op", value: 7 }]);
    expect(found).toMatchObject({ unit: "bytes", quantity: "allocated", samples: [7] });
  });
});

describe("lists where bigger is better", () => {
  it.each([
    // 1e9 ns / 1000 operations
    ["ops/sec", 1000, 1_000_000],
    ["iter/s", 4, 250_000_000],
    ["requests per second", 1000, 1_000_000],
    ["calls/ms", 1000, 1000],
    ["Hz", 1000, 1_000_000],
    ["fps", 50, 20_000_000],
    // the time of one MB
    ["MB/s", 100, 10_000_000],
    ["frames/min", 60, 1_000_000_000],
    // a time is none the better for being more
    ["ns/op", 100, 100],
  ])("turns %s into the time of one", (unit, value, ns) => {
    const [found] = load("custom-bigger-is-better", [{ name: "a", unit, value }]);
    expect([found?.unit, found?.samples]).toEqual(["ns", [ns]]);
  });

  it.each(["points", "ops", "%", "/s"])("takes %s for a score", (unit) => {
    const [found] = load("custom-bigger-is-better", [{ name: "a", unit, value: 95 }]);
    expect(found).toMatchObject({ unit: "count", quantity: "score", samples: [95] });
  });

  it("refuses a rate of 0", () => {
    const call = () => load("custom-bigger-is-better", [{ name: "a", unit: "ops/s", value: 0 }]);
    expect(thrownBy(call).message).toBe("out.json: [0].value: a rate of 0 has no time");
  });
});

describe("importResults", () => {
  const one = { path: "a.json", text: '[{"name":"x","unit":"ns","value":1}]' };

  it("joins several files and refuses an id that stands in two", () => {
    const other = { path: "b.json", text: '[{"name":"y","unit":"ns","value":2}]' };
    const ids = importResults("custom-smaller-is-better", [other, one]).map(({ id }) => id);
    expect(ids).toEqual(["x", "y"]);
    const call = () => importResults("custom-smaller-is-better", [one, { ...one, path: "b.json" }]);
    expect(thrownBy(call).message).toBe('b.json: duplicate benchmark "x", already in a.json');
  });

  it("refuses no file at all, and a file that is too long", () => {
    expect(thrownBy(() => importResults("hyperfine", [])).message).toBe(
      "hyperfine: no file was given",
    );
    const long = { path: "a.json", text: " ".repeat(64 * 1024 * 1024 + 1) };
    expect(thrownBy(() => importResults("hyperfine", [long])).message).toContain(
      "more than the 67108864",
    );
  });

  it("reads a file that starts with a byte order mark", () => {
    const marked = { path: "a.json", text: `\uFEFF${one.text}` };
    expect(importResults("custom-smaller-is-better", [marked])).toHaveLength(1);
  });
});

describe("every format of JSON", () => {
  it("names the field where a tool wrote NaN or Infinity, which JSON has not", () => {
    const rows =
      '[{"name":"NaN of \\"it\\"","unit":"ns","value":1},{"name":"b","unit":"ns","value":-Infinity}]';
    expect(thrownBy(() => load("custom-smaller-is-better", rows)).message).toBe(
      "out.json: [1].value: expected a finite number from 0, got null",
    );
  });

  it.each([
    ["", "out.json: not valid JSON: the file is empty"],
    [" \n", "out.json: not valid JSON: the file is empty"],
    ['[{"name":', "out.json: not valid JSON: "],
    ['[{"name":"a","unit":"ns","value":-1}]', "[0].value: expected a finite number from 0, got -1"],
    ['[{"name":"a","unit":"ns","value":1e400}]', "expected a finite number from 0, got Infinity"],
    ['[{"name":"a","unit":"ns","value":"5"}]', 'expected a finite number from 0, got "5"'],
  ])("refuses a damaged file (case %#)", (content, message) => {
    expect(thrownBy(() => load("custom-smaller-is-better", content)).message).toContain(message);
  });

  const hyperfine = (command: string, time: number): unknown => ({
    results: [{ command, mean: time, times: [time, time] }],
  });

  it("refuses names and values no result can hold", () => {
    const long = thrownBy(() => load("hyperfine", hyperfine("x".repeat(600), 1)));
    expect(long.message).toContain("has a name of 600 characters, at most 512 are accepted");
    const huge = thrownBy(() => load("hyperfine", hyperfine("x", 1e305)));
    expect(huge.message).toContain('benchmark "x" has the value Infinity, which is more or less');
    const rows = [{ name: "x", unit: "cycles", value: 1e19 }];
    const many = thrownBy(() => load("custom-smaller-is-better", rows));
    expect(many.message).toContain('benchmark "x" has the value 10000000000000000000, which is');
  });
});
