import { expect, it } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import { baselineDocumentOf, NO_EARLIER_RUNS } from "../../src/job/baseline-document.ts";
import type { BaselineDocument } from "../../src/model/baseline.ts";
import type { Policies } from "../../src/model/stored-policy.ts";
import { measurements, result, series, visit } from "../gate/fabricate.ts";
import { STORED } from "../gate/policy-changes/sample-policy.ts";

/** A run of one benchmark under the given definition. */
function saved(
  index: number,
  definition: string,
  earlier: Pick<BaselineDocument, "history" | "benchmarks"> | typeof NO_EARLIER_RUNS,
): BaselineDocument {
  const visits = [visit(0, [series("time", "candidate", [1000 + index])])];
  const all = measurements([result(visits, { pairing: "new", definition })]);
  const run = { ...all.run, sha: `c${index}`, runId: String(index) };
  const measured = { ...all, run };
  const document = { ...measured, judgement: judge(measured) };
  return baselineDocumentOf({ result: document, components: [], earlier, hostCodes: new Map() });
}

it("a baseline adds its run to those before it", () => {
  const second = saved(2, "aa", saved(1, "aa", NO_EARLIER_RUNS));
  expect(second.history.map(({ sha }) => sha)).toEqual(["c1", "c2"]);
});

it("a baseline keeps the policy of its own run, whichever judged it", () => {
  const base = { ...STORED, config: "old.yml" };
  const policies: Policies = { judgedBy: "base", candidate: STORED, base };
  const all = measurements([], { policies });
  const judged = { ...all, judgement: judge(all) };
  const parts = { components: [], earlier: NO_EARLIER_RUNS, hostCodes: new Map() };
  expect(baselineDocumentOf({ result: judged, ...parts }).policy).toEqual(STORED);
  const older = measurements([]);
  const without = { ...older, judgement: judge(older) };
  expect(baselineDocumentOf({ result: without, ...parts })).not.toHaveProperty("policy");
});

it("a baseline forgets the runs of a benchmark that is defined anew", () => {
  const second = saved(2, "bb", saved(1, "aa", NO_EARLIER_RUNS));
  expect(second.history.map(({ sha }) => sha)).toEqual(["c2"]);
});
