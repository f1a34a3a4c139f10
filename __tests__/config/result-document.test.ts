import { describe, expect, it } from "vitest";
import { parseResult, serializeResult } from "../../src/config/result-document.ts";
import { DEFAULT_TARGETS } from "../../src/model/default-targets.ts";
import type { ResultDocument } from "../../src/model/result.ts";
import { changed } from "./changed.ts";
import { result } from "./sample-documents.ts";
import { thrownBy } from "./thrown.ts";

const TEXT = serializeResult(result);

/** The same values with the keys of every object in the reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(reversed);
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, item]) => [key, reversed(item)]),
    );
  }
  return value;
}

describe("a result", () => {
  it("survives being written and read, bigints included", () => {
    expect(parseResult(TEXT, "result.json")).toEqual(result);
    expect(TEXT).toContain('"expect":{"$bigint":"9007199254740993"}');
  });

  it("gives the same text whatever the order of its keys", () => {
    expect(serializeResult(reversed(result) as ResultDocument)).toBe(TEXT);
    expect(serializeResult(parseResult(TEXT, "result.json"))).toBe(TEXT);
  });

  it("is one line that ends with a line feed", () => {
    expect(TEXT.indexOf("\n")).toBe(TEXT.length - 1);
  });

  it.each([
    ["createdAt", Number.NaN],
    ["time.totalMs", Number.NaN],
    ["time.totalMs", Number.POSITIVE_INFINITY],
    ["time.processes", 1.5],
  ])("is not written when %s is %d", (path, value) => {
    const [head = "", key = ""] = path.split(".");
    const damaged =
      key === ""
        ? { ...result, [head]: value }
        : { ...result, time: { ...result.time, [key]: value } };
    const { code, message } = thrownBy(() => serializeResult(damaged as ResultDocument));
    expect(code).toBe("bug");
    expect(message).toContain(`document to be written: ${path}: expected`);
  });
});

describe("a damaged result", () => {
  it.each([
    [
      "kind",
      "wasm-bench/baseline",
      'kind: expected "wasm-bench/result", got "wasm-bench/baseline"',
    ],
    ["version", "1", 'version: expected a whole number from 1, got "1"'],
    ["version", 0, "version: expected a whole number from 1, got 0"],
    ["version", undefined, "version: expected a whole number from 1, got nothing"],
    ["createdAt", "yesterday", "createdAt: expected a time such as 2027-01-31T12:00:00Z"],
    ["run", null, "run: expected an object, got null"],
    ["run", [], "run: expected an object, got a list"],
    ["run.sha", undefined, "run.sha: is required, but missing"],
    ["run.extra", 1, "run.extra: unknown key; allowed: repository, sha"],
    ["run.__proto__", { isAdmin: true }, "run.__proto__: unknown key"],
    ["environment.tier", "fast", "environment.tier: expected one of natural, optimized, startup"],
    ["policy.today", "2027-13-01", "policy.today: expected a day (YYYY-MM-DD)"],
    [
      "policy.targets",
      [{ ...DEFAULT_TARGETS[0], max: null }],
      "policy.targets[0]: has one limit: max, or min with max null",
    ],
    [
      "policy.targets",
      [{ ...DEFAULT_TARGETS[0], min: 5 }],
      "policy.targets[0]: has one limit: max, or min with max null",
    ],
    ["policy.failOn.0", "all", "policy.failOn[0]: expected one of regression"],
    [
      "components.0.sha256",
      "AB",
      "components[0].sha256: expected a SHA-256 of 64 lower-case hex digits",
    ],
    ["components.0.sizeBytes", -1, "components[0].sizeBytes: expected >=0, got -1"],
    [
      "benchmarks.0.benchmark.procedure.kind",
      "exec",
      "benchmarks[0].benchmark.procedure.kind: expected one of cold_start",
    ],
    [
      "benchmarks.0.benchmark.procedure.fuel",
      1,
      "benchmarks[0].benchmark.procedure.fuel: unknown key",
    ],
    [
      "benchmarks.0.benchmark.procedure.call.args.1",
      { $bigint: "x" },
      "benchmarks[0].benchmark.procedure.call.args[1]: expected a finite number",
    ],
    [
      "benchmarks.0.visits.0.series.0.values.1",
      null,
      "benchmarks[0].visits[0].series[0].values[1]: expected a number, got null",
    ],
    [
      "benchmarks.0.visits.0.series.0.side",
      "both",
      "benchmarks[0].visits[0].series[0].side: expected one of baseline, candidate, native",
    ],
    [
      "benchmarks.0.visits.1.failure.kind",
      "boom",
      "benchmarks[0].visits[1].failure.kind: expected one of trap",
    ],
    ["judgement.counts.failed", "0", 'judgement.counts.failed: expected a number, got "0"'],
    [
      "judgement.verdict",
      "ok",
      'judgement.verdict: expected one of pass, warn, fail, no-baseline, got "ok"',
    ],
  ])("is refused by the name of its field: %s = %j", (path, value, message) => {
    const { code, message: said } = thrownBy(() =>
      parseResult(changed(TEXT, path, value), "r.json"),
    );
    expect(code).toBe("result");
    expect(said).toContain(`r.json: ${message}`);
  });

  it("is refused when an id stands twice", () => {
    const twice = changed(
      TEXT,
      "benchmarks",
      [result.benchmarks[0], result.benchmarks[0]].map(() => JSON.parse(TEXT).benchmarks[0]),
    );
    expect(thrownBy(() => parseResult(twice, "r.json")).message).toBe(
      'r.json: benchmarks[1]: duplicate benchmark "execution/sum/codec", already at [0]',
    );
  });

  it.each([
    ["", "r.json: not valid JSON"],
    ["{", "r.json: not valid JSON"],
    [TEXT.slice(0, 500), "r.json: not valid JSON"],
    ["[]", "r.json: expected an object, got a list"],
    ["null", "r.json: expected an object, got null"],
    [
      TEXT.replace('"totalMs":1', '"totalMs":1e999'),
      "r.json: time.totalMs: expected a finite number, got Infinity",
    ],
    [TEXT.replace('"totalMs":1', '"totalMs":NaN'), "r.json: not valid JSON"],
    ["[".repeat(100_000), "r.json: not valid JSON"],
    [
      " ".repeat(64 * 1024 * 1024 + 1),
      "r.json: 67108865 characters, more than the 67108864 accepted",
    ],
  ])("is refused as text (case %#)", (text, message) => {
    const { code, message: said } = thrownBy(() => parseResult(text, "r.json"));
    expect(code).toBe("result");
    expect(said).toContain(message);
  });

  it("is refused when an argument is nested without end", () => {
    const text = changed(TEXT, "benchmarks.0.benchmark.procedure.call.args.0", "DEEP").replace(
      '"DEEP"',
      `${"[".repeat(5000)}${"]".repeat(5000)}`,
    );
    expect(thrownBy(() => parseResult(text, "r.json")).message).toContain(
      "args[0]: lists and records nested deeper than 8 are not accepted",
    );
  });

  it("does not flood the log with what it quotes", () => {
    const text = changed(TEXT, "judgement.verdict", `x${"\u202e\u001b[31m".repeat(10_000)}`);
    const { message } = thrownBy(() => parseResult(text, "r.json"));
    expect(message.length).toBeLessThan(600);
    expect(message).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});

describe("a result of another version", () => {
  it("is refused by name when it is newer", () => {
    expect(thrownBy(() => parseResult(changed(TEXT, "version", 7), "r.json"))).toEqual({
      code: "result",
      message:
        "r.json: version 7 of wasm-bench/result is newer than the version 2 this release reads",
    });
  });
});
