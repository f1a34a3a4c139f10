import { describe, expect, test } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import type { Policy } from "../../src/model/policy.ts";
import type { BenchmarkResult, Measurements } from "../../src/model/result.ts";
import type { Warning } from "../../src/model/sample.ts";
import {
  failedVisit,
  LEARNED,
  measurements,
  POLICY,
  pairedVisits,
  result,
  visit,
} from "./fabricate.ts";

function warningsOf(one: BenchmarkResult, part: Partial<Measurements> = {}): readonly Warning[] {
  return judge(measurements([one], part)).benchmarks.flatMap(({ warnings }) => warnings);
}

describe("warnings of a benchmark", () => {
  const warning = (code: string, message = code): Warning => ({ code, message });

  test("follow the way of the data: the benchmark, its processes in order, its metrics, the whole", () => {
    const slow = pairedVisits([0.5, 0.5], "confirm");
    const noise = { ...LEARNED, quantile99: 0.4 };
    const late = { ...visit(7, []), warnings: [warning("late"), warning("early")] };
    const early = { ...visit(6, []), warnings: [warning("early")] };
    const broken = { ...failedVisit(8, "baseline"), warnings: [warning("last")] };
    const visits = [broken, late, early, ...slow];
    const told = warningsOf(result(visits, { noise, warnings: [warning("given")] }));
    expect(told.map(({ code }) => code)).toEqual([
      "given",
      "early",
      "late",
      "last",
      "too-noisy",
      "baseline-failed",
    ]);
  });

  test("are told once, unless code or message differs", () => {
    const repeated = [warning("a", "x"), warning("a", "y"), warning("b", "x"), warning("a", "x")];
    const told = warningsOf(
      result(pairedVisits([0.001, -0.002, 0.002, 0]), { noise: LEARNED, warnings: repeated }),
    );
    expect(told).toEqual(repeated.slice(0, 3));
  });

  test("of several processes are told once, with the figures of the first and how many have others", () => {
    const visits = ["9 of 20", "8 of 20", "7 of 20"].map((rounds, process) => ({
      ...visit(6 + process, []),
      warnings: [warning("fewer-rounds", rounds), warning("equal")],
    }));
    const told = warningsOf(
      result([...pairedVisits([0.001, -0.002, 0.002, 0]), ...visits], { noise: LEARNED }),
    );
    expect(told).toEqual([
      warning("fewer-rounds", "9 of 20 (in 2 more processes with other figures)"),
      warning("equal"),
    ]);
  });

  test("end with the acceptance that was refused", () => {
    const policy: Policy = {
      ...POLICY,
      accept: [
        { benchmark: "*/*/*", metric: "time", until: "2020-01-01", limit: 1, reason: "old" },
      ],
    };
    const warned = result(pairedVisits(Array(8).fill(0.12), "confirm"), {
      noise: LEARNED,
      warnings: [warning("given")],
    });
    expect(warningsOf(warned, { policy }).map(({ code }) => code)).toEqual([
      "given",
      "acceptance-expired",
    ]);
  });
});
