import { describe, expect, it } from "vitest";
import { importResults } from "../../src/import/import-results.ts";
import { recogniseFormat } from "../../src/import/recognise.ts";
import { thrownBy } from "../config/thrown.ts";
import { readTree } from "./read-tree.ts";

const file = (content: unknown, path = "out.json"): { path: string; text: string } => ({
  path,
  text: typeof content === "string" ? content : JSON.stringify(content),
});

const row = (unit: string): object => ({ name: "a", unit, value: 1 });
const counted = { arch: "x", engine: "e", wasm: "w", phase: "p", event: "e", process: 1, count: 1 };
const summary = { module_path: "a::b", function_name: "b", version: "7" };
const google = { context: {}, benchmarks: [{ name: "BM", real_time: 1, cpu_time: 1 }] };
const pytest = { machine_info: {}, benchmarks: [{ fullname: "a::b", stats: {} }] };
const events = '{"Action":"start","Package":"a"}\n{"Action":"output","Package":"a","Output":"x"}\n';

describe("the format of a file", () => {
  it.each([
    ["sightglass", [counted]],
    ["gungraun", summary],
    ["gungraun", [summary]],
    ["gungraun", `${JSON.stringify(summary)}\n${JSON.stringify(summary)}\n`],
    ["hyperfine", { results: [{ command: "a", times: [1] }] }],
    ["google-benchmark", google],
    ["pytest-benchmark", pytest],
    ["vitest", { files: [{ filepath: "a", groups: [] }] }],
    ["tinybench", [{ name: "a", result: {} }]],
    ["tinybench", [{ "Task name": "a", Samples: 5 }]],
    ["tinybench", { tasks: [{ name: "a", latency: {} }] }],
    ["go", "goos: linux\npkg: a\nBenchmarkX-2 10 5 ns/op\n"],
    ["go", "BenchmarkX-2 10 5 ns/op\n"],
    ["go", events],
    ["custom-smaller-is-better", [row("ns"), row("ops/s"), row("allocs/op")]],
    ["custom-smaller-is-better", `\ufeff${JSON.stringify([row("ns")])}`],
  ])("is recognised by its content: %s (case %#)", (format, content) => {
    expect(recogniseFormat([file(content)])).toBe(format);
  });

  it("is Criterion's where a folder holds its files, and not for the name of a file alone", () => {
    expect(recogniseFormat(readTree("stack-queue"))).toBe("criterion");
    expect(recogniseFormat([file(google, "out/benchmark.json")])).toBe("google-benchmark");
  });

  it.each([
    [[5], "out.json: its content is of no format known here (criterion, gungraun, sightglass,"],
    [[], "out.json: the file is empty"],
    ["{ }\n", "out.json: the file is empty"],
    [{ name: "a", version: "1.0.0" }, "of no format known here"],
    ["", "out.json: the file is empty"],
    ["hello\n", "of no format known here"],
    ["[1,", "out.json: not valid JSON"],
    [
      [row("ns"), row("points")],
      "may be of custom-smaller-is-better or custom-bigger-is-better: its units do not say",
    ],
    [
      { results: [{ command: "a", name: "a", hz: 5 }] },
      "its content may be of hyperfine or tinybench",
    ],
  ])(
    "that is none, or may be several, is an error with their names (case %#)",
    (content, message) => {
      expect(thrownBy(() => recogniseFormat([file(content)])).message).toContain(message);
    },
  );

  it("must be one for all files", () => {
    const both = [file(google, "a.json"), file(pytest, "b.json")];
    expect(thrownBy(() => recogniseFormat(both)).message).toBe(
      "a.json is of google-benchmark and b.json of pytest-benchmark: one import reads one format",
    );
    expect(thrownBy(() => recogniseFormat([])).message).toBe("no file was given");
  });
});

it("whoever names another format learns of which the file looks to be", () => {
  const misnamed = () => importResults("hyperfine", [file(google)]);
  expect(thrownBy(misnamed).message).toBe("out.json: results: expected a list, got nothing");
  const hint =
    "It was read as hyperfine and looks like google-benchmark: name that format, or auto.";
  expect(misnamed).toThrow(expect.objectContaining({ hint }));
  const damaged = () => importResults("hyperfine", [file({ results: [{ command: "a" }] })]);
  expect(damaged).toThrow(
    expect.objectContaining({ hint: expect.stringContaining("Run the tool again") }),
  );
});
