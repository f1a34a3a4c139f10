import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import { matchesBenchmark } from "../../src/gate/match.ts";
import { DEFAULT_TARGETS } from "../../src/model/default-targets.ts";
import { engineOfId } from "../../src/model/engine.ts";
import type { BaselineInfo, BenchmarkResult, ResultDocument } from "../../src/model/result.ts";
import type { Target } from "../../src/model/target.ts";
import { byEngine, bySuite } from "../../src/report/by-engine.ts";
import { renderComment } from "../../src/report/comment/comment.ts";
import { primaryTable } from "../../src/report/documents/document-tables.ts";
import { renderReadiness } from "../../src/report/documents/readiness.ts";
import { renderHtml } from "../../src/report/html/page.ts";
import { narrowNames, shortNames } from "../../src/report/news/short-name.ts";
import { plainPaint } from "../../src/report/paint.ts";
import { rowsOf } from "../../src/report/rows.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { noteOf, originOf } from "../../src/report/target-words.ts";
import { renderTerminal } from "../../src/report/terminal.ts";
import {
  benchmark,
  measurements,
  POLICY,
  pairedVisits,
  result,
  target,
} from "../gate/fabricate.ts";
import { confirmed, SLOW } from "../gate/judge-one.ts";
import { NOW } from "./sample-results.ts";

const CALM = [0.001, -0.002, 0.002, 0, 0.001, -0.001];
const ID = "execution/sum/codec";
const ON_WASMTIME = `${ID}@wasmtime`;
const LINKS = { now: NOW, history: [], reportUrl: "", baseUrl: "" };
const LIMIT = target(ID, 1e6, { writtenFor: "Wasmtime 24", title: "Sum" });

function judged(
  ids: readonly string[] = [ID, "memory/scaling/codec", ON_WASMTIME],
  targets: readonly Target[] = [LIMIT],
): ResultDocument {
  const benchmarks = ids.map((id, index) => ({
    ...result(pairedVisits(CALM, "screen", { baseline: 1000 * (index + 1) })),
    benchmark: benchmark(id, {
      component: "codec",
      suite: id.startsWith("memory") ? "memory" : "execution",
      ...(engineOfId(id) === "v8" ? {} : { engine: "wasmtime" }),
    }),
  }));
  const all = measurements(benchmarks, { policy: { ...POLICY, targets } });
  return { ...all, judgement: judge(all) };
}

describe("rows of two engines", () => {
  const rows = rowsOf(judged());

  it("are groups of their own, V8's first", () => {
    expect(byEngine(rows).map(({ title, rows: own }) => [title, own.length])).toEqual([
      ["", 2],
      [" on Wasmtime", 1],
    ]);
    expect(bySuite(rows).map(({ title }) => title)).toEqual([
      "execution",
      "memory",
      "execution on Wasmtime",
    ]);
  });

  it("are V8's as other tools name them, which are never set side by side", () => {
    const named = rowsOf(judged(["fib", "fib@wasmtime"]));
    expect(named.map(({ engine, beside }) => [engine, beside])).toEqual([
      ["v8", []],
      ["v8", []],
    ]);
  });

  it("stand side by side where both were measured", () => {
    expect(rows.map(({ beside }) => beside.map(({ engine }) => engine))).toEqual([
      ["wasmtime"],
      [],
      ["v8"],
    ]);
    expect(rows[0]?.beside[0]?.primary.candidate?.center).toBeCloseTo(3000, -1);
  });

  it("say where a target is judged on the other engine", () => {
    expect(rows.map(({ targets, targetNote }) => [targets.length, targetNote])).toEqual([
      [0, "not the engine of this target"],
      [0, ""],
      [1, ""],
    ]);
  });

  it("have short names that tell them apart", () => {
    const short = shortNames(rows);
    expect(short.get(ID)).toEqual({ name: "sum", place: "codec" });
    expect(short.get(ON_WASMTIME)).toEqual({ name: "sum", place: "codec on Wasmtime" });
    const narrow = narrowNames(rows);
    expect([narrow.get(ID), narrow.get(ON_WASMTIME)]).toEqual(["sum", "sum@wasmtime"]);
  });

  it("are named whole in the last lines of a terminal that has room, and cut in the middle else", () => {
    const results = [
      "execution/resize_and_blur/codec",
      "execution/resize_and_blur/codec@wasmtime",
    ].map((id) => {
      const engine = engineOfId(id);
      const own = engine === "v8" ? {} : { engine };
      return { ...confirmed(SLOW), benchmark: benchmark(id, { component: "codec", ...own }) };
    });
    const all = measurements(results);
    const document = { ...all, judgement: judge(all) };
    const lines = (width: number): readonly string[] => {
      const options = { paint: plainPaint, width, now: NOW, isWhole: false, isPiped: false };
      return renderTerminal(document, options).split("\n");
    };
    const named = (width: number): string =>
      lines(width).find((line) => /^ {2}resize.*on Wasmtime\) /.test(line)) ?? "";
    expect(named(120)).toMatch(/^ {2}resize_and_blur \(codec on Wasmtime\) {2}\+/);
    expect(named(80)).toMatch(/^ {2}resize[^+]*…[^+]*on Wasmtime\) {2}\+/);
    expect(lines(80).filter((line) => stringWidth(line) > 80)).toEqual([]);
  });

  it("are tables of their own in documents, with the other engine's estimate in a column", () => {
    const table = primaryTable(rows);
    expect(table).toMatch(/^On V8:\n\n\|.*\| Wasmtime \|\n/);
    expect(table).toMatch(/\n\nOn Wasmtime:\n\n\|.*\| V8 \|\n/);
    expect(primaryTable(rowsOf(judged([ID])))).toMatch(/^\| Benchmark/);
  });

  it("are side by side in the details of the HTML report", () => {
    const html = renderHtml(judged(), { history: [], now: NOW });
    expect(html).toContain("Side by side: time on V8: ");
    expect(html).toContain("not the engine of this target");
    expect(html).toContain("Suite execution on Wasmtime");
  });
});

describe("the origin of a limit", () => {
  it("is told where it is judged on another engine", () => {
    expect(originOf({ id: ID, target: LIMIT })).toEqual({
      writtenFor: "Wasmtime 24",
      judgedOn: "V8",
    });
    expect(originOf({ id: ON_WASMTIME, target: LIMIT })).toBeNull();
    expect(originOf({ id: ID, target: { ...LIMIT, writtenFor: null } })).toBeNull();
  });
});

describe("the note of a limit", () => {
  const shipped = DEFAULT_TARGETS.find(({ title }) => title.startsWith("Cleanup")) ?? LIMIT;
  const limit = { ...shipped, benchmark: "execution/**", metric: "time" as const };
  const reports = (ids: readonly string[]): string[] => {
    const all = judged(ids, [limit]);
    return [
      renderHtml(all, { history: [], now: NOW }),
      renderSummary(all, { ...LINKS, maxBytes: 1e6 }),
      renderTerminal(all, {
        paint: plainPaint,
        width: 120,
        now: NOW,
        isWhole: true,
        isPiped: true,
      }),
      renderReadiness(all),
    ];
  };

  it("speaks of the engine the limit was judged on, in every report", () => {
    for (const text of reports([ID])) {
      expect(text).toMatch(/V8 has no store to\s+drop/);
      expect(text).not.toContain("store of an instance is deleted");
    }
    for (const text of reports([ON_WASMTIME])) {
      expect(text).toMatch(/store of an instance is\s+deleted/);
      expect(text).not.toContain("V8 has no store");
    }
  });

  it("is told for each engine where one limit is judged on two", () => {
    const both = judged([ID, ON_WASMTIME], [{ ...limit, writtenFor: null }]);
    const text = renderSummary(both, { ...LINKS, maxBytes: 1e6 });
    expect(text).toContain("Cleanup below 1 µs on V8: V8 has no store to drop");
    expect(text).toContain("Cleanup below 1 µs on Wasmtime: The store of an instance is deleted");
  });

  it("stands at a benchmark that is named, however narrow the terminal is", () => {
    const both = judged([ID, ON_WASMTIME], [{ ...limit, writtenFor: null, max: 1 }]);
    const text = renderTerminal(both, {
      paint: plainPaint,
      width: 80,
      now: NOW,
      isWhole: false,
      isPiped: true,
    });
    const targets = text.slice(text.indexOf("\ntargets\n"));
    expect(targets).toMatch(/execution\/sum\/codec\s/);
    expect(targets).toContain(ON_WASMTIME);
  });

  it("is the limit's own where it has none of that engine", () => {
    expect(noteOf({ id: ON_WASMTIME, target: { ...LIMIT, note: "As it is." } })).toBe("As it is.");
    expect(noteOf({ id: ID, target: shipped })).toBe(shipped.note);
  });
});

describe("what a reader is told to paste", () => {
  const grown = (id: string, fuel: number): BenchmarkResult => ({
    ...result(pairedVisits(CALM)),
    benchmark: benchmark(id, {
      component: "codec",
      ...(engineOfId(id) === "v8" ? {} : { engine: "wasmtime" }),
    }),
    exact: [{ metric: "fuel", baseline: 1000, candidate: fuel, note: null }],
  });
  const advised = (benchmarks: readonly BenchmarkResult[]): string => {
    const { environment } = measurements([]);
    const baseline: BaselineInfo = {
      source: "cache",
      key: "k",
      sha: "a1b2c3d4",
      createdAt: NOW,
      environment,
      fingerprintMatches: true,
    };
    const all = measurements(benchmarks, { baseline });
    return renderComment({ ...all, judgement: judge(all) }, { ...LINKS, maxLength: 65_536 });
  };
  const patterns = (text: string): string[] =>
    [...text.matchAll(/benchmark: "([^"]+)", metric: fuel.* limit: (\d+)%/g)].map(
      ([, pattern, limit]) => `${pattern} ${limit}`,
    );

  it("accepts a regression on both engines by one entry, with the larger limit", () => {
    expect(patterns(advised([grown(ID, 1100), grown(ON_WASMTIME, 1200)]))).toEqual([`${ID} 21`]);
  });

  it.each([
    ["V8", [grown(ID, 1100), grown(ON_WASMTIME, 1000)], `${ID}@v8`],
    ["Wasmtime", [grown(ID, 1000), grown(ON_WASMTIME, 1100)], ON_WASMTIME],
    ["Wasmtime, which alone was measured", [grown(ON_WASMTIME, 1100)], ON_WASMTIME],
    ["V8, which alone was measured", [grown(ID, 1100)], ID],
  ])("accepts one on %s by a pattern that means no other", (_, benchmarks, expected) => {
    const text = advised(benchmarks);
    expect(patterns(text)).toEqual([`${expected} 11`]);
    expect(text).toContain(`--filter '${expected}'`);
    const other = expected === ON_WASMTIME ? ID : ON_WASMTIME;
    const own = engineOfId(expected) === "wasmtime" ? ON_WASMTIME : ID;
    expect(matchesBenchmark(expected, own)).toBe(true);
    expect(matchesBenchmark(expected, other)).toBe(benchmarks.length === 1 && expected === ID);
  });
});
