import { describe, expect, test } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import { historyEntriesOf } from "../../src/history/history-entry.ts";
import {
  appendHistory,
  forgetRedefined,
  learnAll,
  tagHistory,
} from "../../src/history/history-ring.ts";
import {
  HISTORY_LIMIT,
  type HistoryEntry,
  type StoredBenchmark,
} from "../../src/model/baseline.ts";
import type { BenchmarkResult, Measurements, ResultDocument } from "../../src/model/result.ts";
import {
  facts,
  LEARNED,
  measurements,
  pairedVisits,
  result,
  series,
  visit,
} from "../gate/fabricate.ts";
import { ID, run } from "../gate/sample-runs.ts";

const QUIET = [0.001, -0.002, 0.003, 0, 0.001, -0.001];
const SLOWER = [0.2, 0.21, 0.19, 0.2, 0.2, 0.2, 0.2, 0.2];

function judged(
  benchmarks: readonly BenchmarkResult[],
  part: Partial<Measurements> = {},
): ResultDocument {
  const all = measurements(benchmarks, part);
  return { ...all, judgement: judge(all) };
}

function pointOf(document: ResultDocument): HistoryEntry["benchmarks"][string] | undefined {
  return Object.values(historyEntriesOf(document)[0]?.benchmarks ?? {})[0];
}

describe("what a run leaves in the history", () => {
  test("is one value per process of the candidate, the kernel and the log ratios without change", () => {
    const point = pointOf(judged([result(pairedVisits(QUIET))]));
    expect(point?.p25.map((value) => Math.round(value * 10) / 10)).toEqual([
      1001, 998, 1003, 1000, 1001, 999,
    ]);
    expect(point?.kernel).toBeCloseTo(500, 9);
    expect(point?.y.map((y) => Math.round(y * 1000) / 1000 + 0)).toEqual(QUIET);
  });

  test("has no log ratios of a regression, as they are no noise", () => {
    const visits = [
      ...pairedVisits(SLOWER.slice(0, 4)),
      ...pairedVisits(SLOWER, "confirm", { first: 4 }),
    ];
    const document = judged([result(visits)]);
    expect(document.judgement.benchmarks[0]?.verdict).toBe("regression");
    expect(pointOf(document)?.p25).toHaveLength(12);
    expect(pointOf(document)?.y).toEqual([]);
  });

  test("has no log ratios of what looks faster and is not confirmed: they may be no noise", () => {
    const document = judged([
      result(pairedVisits([-0.06, -0.05, -0.07, -0.05], "screen"), { noise: LEARNED }),
    ]);
    expect(document.judgement.benchmarks[0]?.verdict).toBe("unchanged");
    expect(pointOf(document)?.p25).toHaveLength(4);
    expect(pointOf(document)?.y).toEqual([]);
  });

  test("has the log ratios of the same bytes whatever the verdict: they are noise by construction", () => {
    const component = facts("fib", 100);
    const document = judged([result(pairedVisits([0.02, 0.05, 0.04, 0.03]))], {
      components: [component],
      baselineComponents: [component],
    });
    expect(document.judgement.benchmarks[0]?.verdict).not.toBe("unchanged");
    expect(pointOf(document)?.y).toHaveLength(4);
  });

  test("has no log ratios where the calibration kernel disagreed", () => {
    const document = judged([result(pairedVisits(QUIET, "screen", { kernel: 0.05 }))]);
    expect(document.judgement.benchmarks[0]?.contaminated).toBe(true);
    expect(pointOf(document)?.y).toEqual([]);
  });

  test("has none of the same bytes either where the calibration kernel disagreed", () => {
    const component = facts("fib", 100);
    const sameBytes = { components: [component], baselineComponents: [component] };
    const disturbed = result(pairedVisits(QUIET, "screen", { kernel: 0.05 }));
    const document = judged([disturbed], sameBytes);
    expect(document.judgement.benchmarks[0]?.contaminated).toBe(true);
    expect(pointOf(document)).toMatchObject({ p25: { length: QUIET.length }, y: [] });
    expect(pointOf(judged([result(pairedVisits(QUIET))], sameBytes))?.y).toHaveLength(6);
  });

  test("has none of other bytes of a component that has the same name", () => {
    const open = result(pairedVisits([0.02, 0.05, 0.04, 0.03]));
    const document = judged([open], {
      components: [facts("fib", 100)],
      baselineComponents: [{ ...facts("fib", 100), sha256: "01" }],
    });
    expect(pointOf(document)?.y).toEqual([]);
  });

  test("has no kernel for bytes and where none was measured", () => {
    const alone = result([visit(0, [series("time", "candidate", [10])])], { pairing: "alone" });
    expect(pointOf(judged([alone]))).toMatchObject({ kernel: null, y: [] });
    const bytes = result(pairedVisits(QUIET, "screen", { metric: "resident_bytes" }));
    const resident = {
      ...bytes,
      benchmark: { ...bytes.benchmark, primary: "resident_bytes" as const },
    };
    expect(pointOf(judged([resident]))?.kernel).toBeNull();
  });

  test("has no point for what was identical or failed", () => {
    const identical = result([], { pairing: "identical" });
    expect(historyEntriesOf(judged([identical]))[0]?.benchmarks).toEqual({});
    const failure = { kind: "crash", category: null, message: "gone", side: "candidate" } as const;
    const failed = result([...pairedVisits(QUIET), visit(9, [], { failure })]);
    expect(historyEntriesOf(judged([failed]))[0]?.benchmarks).toEqual({});
  });

  test("names commit, run and release tag", () => {
    const document = judged([]);
    const release = { ...document, run: { ...document.run, ref: "refs/tags/v2.0.0" } };
    expect(historyEntriesOf(document)[0]).toMatchObject({ sha: "00", runId: "1", tag: null });
    expect(historyEntriesOf(release)[0]?.tag).toBe("v2.0.0");
    expect(historyEntriesOf(document, "v3")[0]?.tag).toBe("v3");
  });
});

describe("the ring", () => {
  const many = (count: number, part: Partial<HistoryEntry> = {}): HistoryEntry[] =>
    Array.from({ length: count }, (_, index) => run(index, {}, part)).reduce(appendHistory, [
      ...([] as HistoryEntry[]),
    ]);

  test("keeps the last runs of each fingerprint, oldest first", () => {
    const history = many(HISTORY_LIMIT + 5);
    expect(history).toHaveLength(HISTORY_LIMIT);
    expect(history[0]?.sha).toBe("c5");
    const longer = appendHistory(history, run(99, {}, { fingerprint: "other" }));
    expect(longer).toHaveLength(HISTORY_LIMIT + 1);
    expect(longer.at(-1)?.sha).toBe("c99");
  });

  test("counts the runs of its own fingerprint only, and drops no other's", () => {
    const others = [run(900, {}), run(901, {}), run(902, {})].map((entry) => ({
      ...entry,
      fingerprint: "other",
    }));
    const own = many(HISTORY_LIMIT);
    const history = appendHistory([...others, ...own], run(HISTORY_LIMIT, {}));
    expect(history.slice(0, 4).map(({ sha }) => sha)).toEqual(["c900", "c901", "c902", "c1"]);
    expect(history).toHaveLength(HISTORY_LIMIT + 3);
  });

  test("keeps the same run once", () => {
    const history = many(3);
    expect(appendHistory(history, run(1, {}))).toHaveLength(3);
  });

  test.each([
    ["commit", { sha: "c9" }],
    ["run", { runId: "9" }],
    ["time", { createdAt: "2026-10-09T00:00:00Z" }],
  ])("keeps runs apart that differ in their %s alone", (_title, part) => {
    expect(appendHistory(many(3), run(1, {}, part))).toHaveLength(4);
  });

  test("keeps the tag of a commit that is measured again without one", () => {
    const history = tagHistory(many(2), "c0", "v1");
    const again = run(0, {}, { runId: "9" });
    expect(appendHistory(history, again).map(({ tag }) => tag)).toEqual(["v1", null, null]);
  });

  test("gives no place to a run that measured nothing, but takes its tag", () => {
    const empty = run(50, {}, { benchmarks: {}, tag: "v1", sha: "c1" });
    const history = appendHistory(many(3), empty);
    expect(history.map(({ sha, tag }) => [sha, tag])).toEqual([
      ["c0", null],
      ["c1", "v1"],
      ["c2", null],
    ]);
  });

  test("learns of a tag set later", () => {
    expect(tagHistory(many(2), "c0", "v1").map(({ tag }) => tag)).toEqual(["v1", null]);
  });

  test("forgets a benchmark whose definition changed, and runs left empty", () => {
    const stored: StoredBenchmark = {
      id: ID,
      component: "fib",
      definition: "old",
      hostCode: null,
      primary: "time",
      series: [],
      exact: [],
    };
    const now = result([], { definition: "new" }, ID);
    expect(forgetRedefined(many(2), [stored], [now])).toEqual([]);
    expect(forgetRedefined(many(2), [{ ...stored, definition: "new" }], [now])).toEqual(many(2));
    expect(forgetRedefined(many(2), [stored], [])).toEqual(many(2));
  });
});

describe("noise learned from the history", () => {
  test("is that of the newest run's fingerprint", () => {
    const history = [
      run(0, { y: [0.01, -0.01] }),
      run(1, { y: [0.5, -0.5] }, { fingerprint: "other" }),
      run(2, { y: [0.02, -0.02] }),
    ];
    // (2·0.01² + 2·0.02²) / 2 = 5e-4, as in the worked values of the learning itself.
    expect(learnAll(history)[ID]?.variance).toBeCloseTo(5e-4, 12);
    expect(learnAll(history, "other")[ID]?.variance).toBeCloseTo(0.5, 12);
  });

  test("is by benchmark, in the order of their ids, from the runs that have it", () => {
    const point = { p25: [1000], kernel: 500, y: [0.01, -0.01] };
    const history = [
      run(0, {}, { benchmarks: { b: point } }),
      run(1, {}, { benchmarks: { a: point, b: point } }),
    ];
    const learned = learnAll(history);
    expect(Object.keys(learned)).toEqual(["a", "b"]);
    expect([learned.a, learned.b].map((noise) => noise?.degreesOfFreedom)).toEqual([1, 2]);
  });

  test("is absent without unchanged runs", () => {
    expect(learnAll([])).toEqual({});
    expect(learnAll([run(0, {})])).toEqual({});
  });
});
