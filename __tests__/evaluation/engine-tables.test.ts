import { describe, expect, it } from "vitest";
import type { BenchmarkDigest, JobDigest, RecordedGroup } from "../../evaluation/digest.ts";
import { engineTables } from "../../evaluation/engine-table.ts";
import { opponentsIn } from "../../evaluation/rival-tables.ts";
import { equalTable } from "../../evaluation/tables.ts";
import type { EngineName } from "../../src/model/engine.ts";

function benchmark(id: string, change: number, gatedAt: number | null = 0.04): BenchmarkDigest {
  return {
    id,
    verdict: "unchanged",
    cause: null,
    isCutShort: false,
    change,
    gatedAt,
    clearedByHalf: null,
    scores: null,
  };
}

function job(engine: string, benchmarks: readonly BenchmarkDigest[]): JobDigest {
  const more = { index: 0, seconds: 20, clock: "cpu", interrupted: 0 };
  return { name: "job", engine, benchmarks, ...more };
}

interface Recorded {
  readonly engines: readonly EngineName[];
  readonly engine: EngineName;
  readonly slowed?: number;
  readonly jobs: readonly JobDigest[];
}

function recorded({ engines, engine, slowed = 0, jobs }: Recorded): RecordedGroup {
  const name = `calm-reference-${slowed}-${engines.join("+")}`;
  return { group: { name, condition: "calm", set: "reference", slowed, engines }, engine, jobs };
}

const both = ["v8", "wasmtime"] as const;
const sideBySide = [
  recorded({
    engines: both,
    engine: "v8",
    jobs: [
      job("V8", [benchmark("execution/a/c", 0.03), benchmark("execution/only/v8", 0)]),
      job("V8", [benchmark("execution/a/c", -0.04, 0.08)]),
    ],
  }),
  recorded({
    engines: both,
    engine: "wasmtime",
    jobs: [
      job("Wasmtime 49.0.0", [benchmark("execution/a/c@wasmtime", 0.01)]),
      job("Wasmtime 49.0.0", [
        benchmark("execution/a/c@wasmtime", -0.01),
        benchmark("execution/b/c@wasmtime", 0, null),
      ]),
    ],
  }),
];

describe("engines side by side", () => {
  it("tells the spread of equal code on each, for what was compared on both", () => {
    const [heading, , table] = engineTables(sideBySide);
    expect(heading).toBe("### calm, reference components, 2 jobs");
    expect(table?.split("\n")).toEqual([
      "| benchmark | spread on V8 | gated at on V8 | spread on Wasmtime 49.0.0 | gated at on Wasmtime 49.0.0 |",
      "| --- | --- | --- | --- | --- |",
      "| execution/a/c | 3.54 % | 8.0 % | 1.00 % | 4.0 % |",
    ]);
  });

  it("is empty where every recording has one engine", () => {
    const alone = recorded({ engines: ["v8"], engine: "v8", jobs: [job("V8", [])] });
    expect(engineTables([alone])).toEqual([]);
  });

  it("is said in the table of equal code, with the version of the engine", () => {
    expect(equalTable(sideBySide)).toContain(
      "| calm | reference | Wasmtime 49.0.0, side by side |",
    );
  });
});

describe("what is held against each other", () => {
  const alone = recorded({ engines: ["v8"], engine: "v8", jobs: [job("V8", [])] });
  const slowedOn = (engine: EngineName): RecordedGroup =>
    recorded({ engines: [engine], engine, slowed: 5, jobs: [job(engine, [])] });

  it("ran on the same engine", () => {
    const opponents = opponentsIn([...sideBySide, alone, slowedOn("v8"), slowedOn("wasmtime")]);
    expect(opponents.map(({ slowed }) => slowed.map(({ engine }) => engine))).toEqual([
      ["v8"],
      ["wasmtime"],
    ]);
  });

  it("is equal code on that engine alone, where there is some", () => {
    const found = opponentsIn([...sideBySide, alone]);
    expect(found.map(({ equal }) => equal.group.engines)).toEqual([["v8"], ["v8", "wasmtime"]]);
    expect(opponentsIn([alone, ...sideBySide])).toHaveLength(2);
  });
});
