import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseBaseline, serializeBaseline } from "../../src/config/baseline-document.ts";
import { parseResult, serializeResult } from "../../src/config/result-document.ts";
import { judge } from "../../src/gate/judge.ts";
import { BASELINE_VERSION } from "../../src/model/baseline.ts";
import { RESULT_VERSION, type ResultDocument } from "../../src/model/result.ts";
import type { Judgement } from "../../src/model/verdict.ts";
import { changed } from "./changed.ts";
import { thrownBy } from "./thrown.ts";

// The documents were written by the release that had version 1, and cut down by hand. They are never written again.
const stored = (name: string): string =>
  readFileSync(new URL(`../../fixtures/documents/${name}.json`, import.meta.url), "utf8");

function judgedAgain(result: ResultDocument): Judgement {
  const { judgement: _, ...measurements } = result;
  return judge(measurements);
}

/** Metrics whose verdict is another one, in words. */
function differences(before: Judgement, again: Judgement): string[] {
  const now = again.benchmarks.flatMap(({ id, metrics }) =>
    metrics.map(({ metric, verdict }) => ({ id, metric, verdict })),
  );
  const then = before.benchmarks.flatMap(({ metrics }) => metrics);
  expect(now.map(({ metric }) => metric)).toEqual(then.map(({ metric }) => metric));
  return now.flatMap(({ id, metric, verdict }, at) => {
    const old = then[at]?.verdict;
    return old === verdict ? [] : [`${id}: ${metric} ${old} is now ${verdict}`];
  });
}

describe("a result of version 1", () => {
  it.each(["result-1-alone", "result-1-compared"])("is read, and written again: %s", (name) => {
    const text = stored(name);
    expect(JSON.parse(text).version).toBe(1);
    const result = parseResult(text, name);
    expect(result.version).toBe(RESULT_VERSION);
    expect(parseResult(serializeResult(result), name)).toEqual(result);
  });

  // Its processes are few and thin: what would have seen only more than twice the threshold is not cleared any more.
  it.each([
    ["result-1-alone", []],
    [
      "result-1-compared",
      [
        "instantiation/size_scaling/10kb: slope_per_kib unchanged is now inconclusive",
        "execution/memory_intensive/fill_memory: time unchanged is now inconclusive",
      ],
    ],
  ])("is judged as it was, or less surely green: %s", (name, changes) => {
    const before: Judgement = JSON.parse(stored(name)).judgement;
    const again = judgedAgain(parseResult(stored(name), name));
    expect(again.verdict).toBe(before.verdict);
    expect(again.targets.map(({ verdict }) => verdict)).toEqual(
      before.targets.map(({ verdict }) => verdict),
    );
    expect(differences(before, again)).toEqual(changes);
  });

  it("keeps its allowances, by the name of the metric", () => {
    const { policy } = parseResult(stored("result-1-compared"), "r.json");
    const size = { fraction: 0.02, absolute: 512 };
    expect(policy.allowances).toEqual({
      fuel: { fraction: 0.01, absolute: 0 },
      pages: { fraction: 0, absolute: 1 },
      size_raw: size,
      imported_bytes: size,
    });
    expect(policy.overrides.map(({ allowances }) => allowances)).toEqual([
      { fuel: { fraction: 0, absolute: 0 } },
      {},
    ]);
  });

  it("keeps what was just within and just beyond them", () => {
    const { benchmarks } = judgedAgain(parseResult(stored("result-1-compared"), "r.json"));
    const exact = benchmarks.flatMap(({ id, metrics }) =>
      metrics
        .filter(({ metric }) => ["fuel", "pages", "size_raw", "imported_bytes"].includes(metric))
        .map(({ metric, verdict }) => `${id} ${metric} ${verdict}`),
    );
    // fuel +1 %, pages +1, bytes +2 % or +512, and no fuel at all for fib_1*
    expect(exact).toEqual([
      "instantiation/size_scaling/10kb size_raw unchanged",
      "execution/minimal_overhead/wasm_add size_raw regression",
      "execution/compute_heavy/fib_10 fuel regression",
      "execution/compute_heavy/fib_20 fuel unchanged",
      "execution/memory_intensive/fill_memory fuel unchanged",
      "execution/memory_intensive/fill_memory pages unchanged",
      "execution/memory_intensive/fill_memory size_raw unchanged",
      "execution/host_call/sync fuel regression",
      "memory/footprint/64kb pages regression",
      "memory/footprint/64kb size_raw unchanged",
      "sizes/a imported_bytes unchanged",
      "sizes/b imported_bytes regression",
    ]);
  });

  it.each([
    ["policy", null, "policy: expected an object, got null"],
    ["policy", [], "policy: expected an object, got a list"],
    ["policy.exact", undefined, "policy.exact: is required, but missing"],
    ["policy.exact.fuel", -1, "policy.exact.fuel: expected >=0, got -1"],
    ["policy.exact.gzip", 1, "policy.exact.gzip: unknown key"],
    ["policy.overrides", {}, "policy.overrides: expected a list, got an object"],
    ["policy.overrides.0.fuel", "1%", "policy.overrides[0].fuel: expected a number"],
    ["policy.overrides.0.extra", 1, "policy.overrides[0].extra: unknown key"],
    ["policy.allowanced", {}, "policy.allowanced: unknown key"],
    ["extra", 1, "extra: unknown key"],
  ])("is refused where it is damaged: %s = %j", (path, value, message) => {
    const text = changed(stored("result-1-compared"), path, value);
    const { code, message: said } = thrownBy(() => parseResult(text, "r.json"));
    expect(code).toBe("result");
    expect(said).toContain(`r.json: ${message}`);
  });
});

describe("a baseline of version 1", () => {
  it.each(["baseline-1/baseline", "baseline-1-first"])("is read: %s", (name) => {
    const text = stored(name);
    const { version, ...fields } = JSON.parse(text);
    expect(version).toBe(1);
    const read = parseBaseline(text, name);
    expect(read).toMatchObject(fields);
    expect(read.version).toBe(BASELINE_VERSION);
    expect(read.comparedWith).toBeNull();
    expect(read.benchmarks.map(({ hostCode }) => hostCode)).toEqual([null, null, null, null]);
    expect(parseBaseline(serializeBaseline(read), name)).toEqual(read);
  });

  it("keeps a baseline and a host code that it names", () => {
    const named = changed(stored("baseline-1/baseline"), "comparedWith", "wasm-bench-key");
    const text = changed(named, "benchmarks.1.hostCode", "ab".repeat(32));
    const read = parseBaseline(text, "b.json");
    expect(read.comparedWith).toBe("wasm-bench-key");
    expect(read.benchmarks[1]?.hostCode).toBe("ab".repeat(32));
  });

  it.each([
    ["benchmarks", 5, "benchmarks: expected a list, got 5"],
    ["benchmarks.0", null, "benchmarks[0]: expected an object, got null"],
    ["benchmarks.0.hostCode", "x", "benchmarks[0].hostCode: expected a SHA-256"],
    ["benchmarks.0.extra", 1, "benchmarks[0].extra: unknown key"],
    ["extra", 1, "extra: unknown key"],
  ])("is refused where it is damaged: %s = %j", (path, value, message) => {
    const text = changed(stored("baseline-1/baseline"), path, value);
    const { code, message: said } = thrownBy(() => parseBaseline(text, "b.json"));
    expect(code).toBe("baseline");
    expect(said).toContain(`b.json: ${message}`);
  });
});
