import { describe, expect, it } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import { fingerprintMarks } from "../../src/history/fingerprint-marks.ts";
import { engineOfEntry, historyEntriesOf } from "../../src/history/history-entry.ts";
import { appendHistory } from "../../src/history/history-ring.ts";
import { engineWarnings } from "../../src/job/engine-warnings.ts";
import { mergeResults } from "../../src/job/merge.ts";
import type { HistoryEntry } from "../../src/model/baseline.ts";
import { PLANNED_SUITES } from "../../src/model/benchmark.ts";
import { type EngineFacts, engineOfId, idOn, idOnV8 } from "../../src/model/engine.ts";
import { type Environment, fingerprintOf } from "../../src/model/environment.ts";
import type { Measurements, ResultDocument } from "../../src/model/result.ts";
import { engineOf, environmentLine, machineLine } from "../../src/report/environment-words.ts";
import { benchmark, measurements, pairedVisits, result } from "../gate/fabricate.ts";

const CALM = [0.001, -0.002, 0.002, 0];
const ID = "execution/sum/codec";
const { environment } = measurements([]);
const OLD: EngineFacts = { name: "wasmtime", version: "24.0.5", sha256: "aa" };
const NEW: EngineFacts = { name: "wasmtime", version: "49.0.0", sha256: "bb" };

const on = (...engines: readonly EngineFacts[]): Environment => ({ ...environment, engines });

function judged(part: Partial<Measurements> = {}, ids = [ID, `${ID}@wasmtime`]): ResultDocument {
  const benchmarks = ids.map((id) => ({
    ...result(pairedVisits(CALM)),
    benchmark: benchmark(id, engineOfId(id) === "v8" ? {} : { engine: "wasmtime" }),
  }));
  const all = measurements(benchmarks, part);
  return { ...all, judgement: judge(all) };
}

describe("ids by engine", () => {
  it("name every engine but V8", () => {
    expect(idOn(ID, "v8")).toBe(ID);
    expect(idOn(ID, "wasmtime")).toBe(`${ID}@wasmtime`);
    expect([ID, `${ID}@wasmtime`].map(engineOfId)).toEqual(["v8", "wasmtime"]);
    expect([ID, `${ID}@wasmtime`].map(idOnV8)).toEqual([ID, ID]);
    for (const suite of PLANNED_SUITES)
      expect(engineOfId(`${suite}/a/b@wasmtime`)).toBe("wasmtime");
    // Names that other tools gave.
    expect(["fib@wasmtime", "a/b/c@wasmtime", "size/a/b@wasmtime"].map(engineOfId)).toEqual([
      "v8",
      "v8",
      "v8",
    ]);
    expect(idOnV8("fib@wasmtime")).toBe("fib@wasmtime");
    expect(["wasmtime", "a/b@c", "a/b@v8"].map(idOnV8)).toEqual(["wasmtime", "a/b@c", "a/b@v8"]);
  });
});

describe("fingerprints by engine", () => {
  it("change with the build of their own engine alone", () => {
    expect(fingerprintOf(on(OLD))).toBe(fingerprintOf(environment));
    expect(fingerprintOf(on(OLD), "wasmtime")).not.toBe(fingerprintOf(on(NEW), "wasmtime"));
    const rebuilt = on({ ...OLD, sha256: "cc" });
    expect(fingerprintOf(rebuilt, "wasmtime")).not.toBe(fingerprintOf(on(OLD), "wasmtime"));
    expect(fingerprintOf(environment, "wasmtime")).not.toBe(fingerprintOf(environment));
  });
});

describe("the history of a run on two engines", () => {
  const entriesOf = (part: Partial<Measurements>): HistoryEntry[] => historyEntriesOf(judged(part));

  it("is an entry for each, with its own fingerprint and its own benchmarks", () => {
    const entries = entriesOf({ environment: on(OLD) });
    expect(entries.map(engineOfEntry)).toEqual(["v8", "wasmtime"]);
    expect(entries.map(({ benchmarks }) => Object.keys(benchmarks))).toEqual([
      [ID],
      [`${ID}@wasmtime`],
    ]);
    expect(entries.map(({ fingerprint }) => fingerprint)).toEqual([
      fingerprintOf(environment),
      fingerprintOf(on(OLD), "wasmtime"),
    ]);
  });

  it("keeps both entries of one run, each once", () => {
    const entries = entriesOf({ environment: on(OLD) });
    const history = [...entries, ...entries].reduce(appendHistory, []);
    expect(history.map(engineOfEntry)).toEqual(["v8", "wasmtime"]);
  });

  it("marks a new build once, and not the turn from one engine to the other", () => {
    const later = { createdAt: "2026-11-24T00:00:00Z", environment: on(NEW) };
    const history = [...entriesOf({ environment: on(OLD) }), ...entriesOf(later)];
    const marks = fingerprintMarks(history);
    expect(marks.map(({ changed }) => changed)).toEqual([
      ["wasmtime 24.0.5 (aa) → wasmtime 49.0.0 (bb)"],
    ]);
  });
});

describe("an engine that is another build than the baseline's", () => {
  it("is told once, by version or as another build of one version", () => {
    expect(engineWarnings(on(NEW), on(OLD))).toEqual([
      {
        code: "engine-changed",
        message:
          "the baseline was measured on Wasmtime 24.0.5: changed code is measured on 49.0.0 on both sides, unchanged code is not measured again",
      },
    ]);
    const rebuilt = engineWarnings(on({ ...OLD, sha256: "cc" }), on(OLD));
    expect(rebuilt.map(({ message }) => message)).toEqual([
      expect.stringContaining("another build of 24.0.5"),
    ]);
  });

  it("is no matter where it is the same, or only one side has it", () => {
    expect(engineWarnings(on(OLD), on(OLD))).toEqual([]);
    expect(engineWarnings(on(OLD), environment)).toEqual([]);
    expect(engineWarnings(environment, on(OLD))).toEqual([]);
    expect(engineWarnings(on(OLD), null)).toEqual([]);
  });
});

describe("shards on engines", () => {
  it("are joined with the engines of all, and say where builds differ", () => {
    const [onV8, onOld] = [judged({}, [ID]), judged({ environment: on(OLD) }, [`${ID}@wasmtime`])];
    const joined = mergeResults([onV8, onOld]);
    expect(joined.environment.engines).toEqual([OLD]);
    expect(joined.warnings.map(({ code }) => code)).toEqual([]);
    const mixed = mergeResults([judged({ environment: on(NEW) }, [ID]), onOld]);
    expect(mixed.warnings.map(({ code }) => code)).toEqual(["different-engines"]);
  });
});

describe("the engines of an environment", () => {
  it("are named with their versions wherever the engine is", () => {
    expect(engineOf(on(OLD))).toMatch(/^V8 .* in Node .*, Wasmtime 24\.0\.5$/);
    expect(environmentLine(on(OLD))).toContain("Wasmtime 24.0.5");
    expect(machineLine(on(OLD))).toMatch(/ · Node [^ ]+, Wasmtime 24\.0\.5 · /);
    expect(machineLine(environment)).toMatch(/ · Node [^ ]+ · /);
  });
});
