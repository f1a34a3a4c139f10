import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/parse-config.ts";
import { judge } from "../../src/gate/judge.ts";
import { isOpenRegression } from "../../src/gate/judge-benchmark.ts";
import { matchesBenchmark } from "../../src/gate/match.ts";
import { engineOfId } from "../../src/model/engine.ts";
import type { Acceptance } from "../../src/model/policy.ts";
import type { BenchmarkResult, ResultDocument } from "../../src/model/result.ts";
import { adviceBlock } from "../../src/report/comment/advice.ts";
import { groupRows, rowsOf } from "../../src/report/rows.ts";
import { benchmark, measurements, POLICY } from "../gate/fabricate.ts";
import { confirmed, exact, SLOW } from "../gate/judge-one.ts";
import { BASELINE } from "./sample-results.ts";

const ID = "execution/sum/codec";
const ON_WASMTIME = `${ID}@wasmtime`;
const NOW = "2026-11-26T12:00:00Z";

function on(id: string, one: BenchmarkResult): BenchmarkResult {
  const engine = engineOfId(id);
  return { ...one, benchmark: benchmark(id, engine === "v8" ? {} : { engine }) };
}

const slower = (id: string): BenchmarkResult => on(id, confirmed(SLOW));

/** A call whose fuel grew from one number to another. */
const counted = (from: number, to: number): BenchmarkResult =>
  on(
    ID,
    confirmed(
      SLOW.map(() => 0),
      { exact: [exact("fuel", from, to)] },
    ),
  );

function judged(results: readonly BenchmarkResult[], policy = POLICY): ResultDocument {
  const all = measurements(results, { policy });
  return { ...all, judgement: judge(all) };
}

function adviceOf(document: ResultDocument): string {
  return adviceBlock(document, groupRows(rowsOf(document)), NOW);
}

/** The entries it proposes, as a configuration reads them. */
function pasted(document: ResultDocument): readonly Acceptance[] {
  const [, yaml = ""] = /```yaml\n(.*?)\n```/s.exec(adviceOf(document)) ?? [];
  return parseConfig(yaml, "wasm-bench.yml", []).accept;
}

function stillOpen(results: readonly BenchmarkResult[]): string[] {
  const accept = pasted(judged(results));
  return judged(results, { ...POLICY, accept })
    .judgement.benchmarks.filter(isOpenRegression)
    .map(({ id }) => id);
}

describe("the acceptance that a comment proposes", () => {
  it.each([
    ["on one engine", [slower(ID)]],
    ["on Wasmtime", [slower(ON_WASMTIME)]],
    ["on both engines", [slower(ID), slower(ON_WASMTIME)]],
    ["of a count forty times the base's", [counted(100, 4200)]],
  ])("is read and leaves nothing open: %s", (_, results) => {
    expect(
      judged(results).judgement.benchmarks.filter(isOpenRegression),
      "what is to be accepted",
    ).toHaveLength(results.length);
    expect(stillOpen(results)).toEqual([]);
  });

  it("is for the engine it was seen on, and for no other one", () => {
    const [entry] = pasted(judged([slower(ID), { ...slower(ON_WASMTIME), visits: [] }]));
    const covers = (id: string): boolean => matchesBenchmark(entry?.benchmark ?? "", id);
    expect([covers(ID), covers(ON_WASMTIME)]).toEqual([true, false]);
  });

  it("has no limit for growth from zero, and names what does", () => {
    const advice = adviceOf(judged([counted(0, 7)]));
    expect(advice).toContain(`# fuel of ${ID} grew from zero: no limit covers that`);
    expect(advice).not.toContain("metric: fuel");
  });
});

describe("the command that repeats a benchmark", () => {
  const carried = (id: string): ResultDocument => {
    const document = judged([slower(id)]);
    return { ...document, baseline: BASELINE };
  };

  it("names the engine where that is not V8", () => {
    expect(adviceOf(carried(ON_WASMTIME))).toContain(
      `--filter '${ON_WASMTIME}' --engine wasmtime\n`,
    );
    expect(adviceOf(carried(ID))).toContain(`--filter '${ID}'\n`);
  });
});
