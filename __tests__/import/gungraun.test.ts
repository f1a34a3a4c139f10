import { describe, expect, it } from "vitest";
import { gungraunBefore } from "../../src/import/gungraun.ts";
import { thrownBy } from "../config/thrown.ts";
import { load } from "./load.ts";

const summary = (version: string, changes: object): object => ({
  version,
  kind: "LibraryBenchmark",
  module_path: "benches::codec::parse",
  function_name: "parse",
  id: "small",
  benchmark_exe: "target/release/deps/benches-0123",
  benchmark_file: "benches/codec.rs",
  package_dir: ".",
  project_root: ".",
  ...changes,
});

/** Version 7 (Gungraun 0.20). */
const seven = (values: object): object =>
  summary("7", {
    started_at: "2026-11-25T16:02:04.121680298Z",
    profiles: [
      {
        tool: "Callgrind",
        data: {
          parts: [],
          total: { regressions: [], metrics: { Ir: { values }, L1hits: { values: { new: 1 } } } },
        },
      },
    ],
  });

/** Versions 5 and 6: a number says its type. */
const six = (metrics: object): object =>
  summary("6", {
    baselines: [null, null],
    profiles: [
      {
        tool: "DHAT",
        summaries: { parts: [], total: { summary: { Dhat: { TotalBytes: { metrics } } } } },
      },
    ],
  });

/** Versions 3 and 4. */
const three = (metrics: object): object =>
  summary("3", {
    tool_summaries: [
      {
        tool: "Callgrind",
        summaries: {
          segments: [],
          total: { summary: { CallgrindSummary: { EstimatedCycles: { metrics } } } },
        },
      },
      { tool: "Massif", summaries: { segments: [], total: { summary: "None" } } },
    ],
  });

/** Versions 1 and 2: a list of runs. */
const two = (...costs: readonly object[]): object =>
  summary("2", {
    id: null,
    callgrind_summary: { summaries: costs.map((Ir) => ({ events: { Ir }, regressions: [] })) },
    tool_summaries: [],
  });

describe("Gungraun", () => {
  it.each([
    [seven({ new: 687, old: 650 }), "benches/codec/parse small instructions", 687, 650],
    [seven({ new: 687 }), "benches/codec/parse small instructions", 687, undefined],
    [six({ Both: [{ Int: 8 }, { Int: 16 }] }), "benches/codec/parse small allocated bytes", 8, 16],
    [six({ Left: { Int: 8 } }), "benches/codec/parse small allocated bytes", 8, undefined],
    [three({ Both: [900, 800] }), "benches/codec/parse small estimated cycles", 900, 800],
    [two({ new: 7, old: 6, diff_pct: 1, factor: 1 }), "benches/codec/parse instructions", 7, 6],
    [two({ new: 7, old: null }, { new: 3, old: null }), "benches/codec/parse instructions", 10],
  ])("reads every version of a summary (case %#)", (file, id, now, before?) => {
    const found = load("gungraun", file);
    expect(found.map((one) => [one.id, one.samples, one.before])).toEqual([[id, [now], before]]);
  });

  it("knows counts from bytes, and the date of the run", () => {
    expect(load("gungraun", seven({ new: 1 }))[0]).toMatchObject({
      unit: "count",
      written: "instructions",
      recordedAt: "2026-11-25T16:02:04.121680298Z",
    });
    expect(load("gungraun", six({ Left: { Int: 1 } }))[0]).toMatchObject({
      unit: "bytes",
      quantity: "allocated",
    });
  });

  it("reads one summary, a list of them, and one a line as the terminal prints", () => {
    const [first, second] = [seven({ new: 1 }), two({ new: 2 })];
    const lines = `${JSON.stringify(first)}\n${JSON.stringify(second)}\n`;
    expect(load("gungraun", lines)).toEqual(load("gungraun", [first, second]));
    expect(load("gungraun", lines)).toHaveLength(2);
    expect(load("gungraun", JSON.stringify(first, null, 2))).toHaveLength(1);
  });

  it("gives the run before where the tool compared with one, and leaves what is new out", () => {
    const found = load("gungraun", [seven({ new: 5, old: 4 }), two({ new: 2 })]);
    expect(gungraunBefore(found).map(({ id, samples }) => [id, samples])).toEqual([
      ["benches/codec/parse small instructions", [4]],
    ]);
  });

  it.each([
    [summary("7", { profiles: [] }), "has none of the counts that are judged: Ir, EstimatedCycles"],
    [seven({ old: 4 }), "has none of the counts that are judged"],
    [seven({ new: "5" }), 'values.new: expected a finite number from 0, got "5"'],
    [six({ Left: { Int: -1 } }), "Left.Int: expected a finite number from 0, got -1"],
    [[seven({ new: 1 }), seven({ new: 1 })], "duplicate benchmark"],
    [[5], "[0]: expected an object, got 5"],
    [[], "out: holds no benchmark"],
    [`${JSON.stringify(two({ new: 1 }))}\n{"a":nope}\n`, "out: line 2: not valid JSON"],
  ])("names what is damaged (case %#)", (content, message) => {
    const { code, message: said } = thrownBy(() => load("gungraun", content));
    expect(code).toBe("import");
    expect(said).toContain(message);
  });
});
