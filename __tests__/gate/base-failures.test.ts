import { expect, test } from "vitest";
import { judgeBenchmark } from "../../src/gate/judge-benchmark.ts";
import { noiseContextOf } from "../../src/gate/planner.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import type { BenchmarkJudgement } from "../../src/model/verdict.ts";
import { failedVisit, POLICY, result, series, visit } from "./fabricate.ts";

function judged(one: BenchmarkResult): BenchmarkJudgement {
  return judgeBenchmark(one, noiseContextOf([one], POLICY), { baseline: null, candidate: null });
}

test("a failure of the base's module on a new benchmark leaves it new; on a redefined one it says what was not compared", () => {
  const visits = [failedVisit(0, "baseline"), visit(1, [series("time", "candidate", [5])])];
  const fresh = judged(result(visits, { definitionChange: "added" }));
  expect(fresh).toMatchObject({ verdict: "new", failure: null });
  expect(fresh).not.toHaveProperty("notCompared");
  expect(fresh.warnings[0]).toEqual({
    code: "base-cannot-run",
    message: "new here, and the base's module cannot run it: unreachable",
  });
  expect(judged(result(visits, { definitionChange: "redefined" }))).toMatchObject({
    verdict: "inconclusive",
    notCompared: "its definition changed, and the base's module cannot run it: unreachable",
  });
  expect(judged(result(visits)).notCompared).toBe("the baseline failed: unreachable");
});
