import { describe, expect, test } from "vitest";
import { observedExact } from "../../src/job/observed-exact.ts";
import type { Planned } from "../../src/job/plan.ts";
import { resultsOf } from "../../src/job/results.ts";
import type { Pairing } from "../../src/model/result.ts";
import type { Visit } from "../../src/model/sample.ts";
import { benchmark, failure, series, visit } from "../gate/fabricate.ts";

function planned(id: string, pairing: Pairing, unsupported: string | null = null): Planned {
  const one = benchmark(id, { unsupported });
  const pair = {
    benchmark: one,
    candidate: null,
    baseline: null,
    alternated: false,
    sameHost: true,
  };
  return { benchmark: one, definition: "d", pairing, reason: "", pair };
}

describe("unchanged code that was to be measured", () => {
  const codes = (one: Planned, visits: ReadonlyMap<string, readonly Visit[]>): string[] =>
    resultsOf({ planned: [one], baseline: null, exact: new Map() }, visits).flatMap(
      ({ warnings }) => warnings.map(({ code }) => code),
    );
  const identical = planned("execution/a", "identical");

  test("says when the run had no time for it", () => {
    expect(codes(identical, new Map())).toEqual(["not-reached"]);
    expect(codes(identical, new Map([["execution/a", [visit(0, [])]]]))).toEqual([]);
    expect(codes({ ...identical, pair: null }, new Map())).toEqual([]);
  });
});

describe("exact metrics seen while measuring", () => {
  const pages = (process: number, baseline: number, candidate: number): Visit =>
    visit(process, [
      series("pages", "baseline", [baseline]),
      series("pages", "candidate", [candidate]),
      series("time", "candidate", [1]),
    ]);

  test("are one exact value of both sides", () => {
    expect(observedExact([pages(0, 100, 101), pages(1, 100, 101)], [])).toEqual([
      { metric: "pages", baseline: 100, candidate: 101, note: null },
    ]);
  });

  test("are not compared where processes differ, and not taken from failed visits", () => {
    expect(observedExact([pages(0, 100, 101), pages(1, 100, 102)], [])).toMatchObject([
      { baseline: null, candidate: null, note: "differs between processes" },
    ]);
    expect(observedExact([{ ...pages(0, 1, 2), failure: failure("candidate") }], [])).toEqual([]);
  });

  test("give way to what was counted", () => {
    const counted = { metric: "pages" as const, baseline: 1, candidate: 1, note: null };
    expect(observedExact([pages(0, 100, 101)], [counted])).toEqual([]);
  });
});
