import { expect, it } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import type { ResultDocument } from "../../src/model/result.ts";
import { historyOf } from "../../src/shell/history.ts";
import { measurements, result, series, visit } from "../gate/fabricate.ts";
import { ID, run } from "../gate/sample-runs.ts";

const FINGERPRINT = "linux | x64 | cpu | 2 cpu |  | node 24.0.0 | v8 13.6 | natural |  | harness 1";

function current(valueNs: number): ResultDocument {
  const visits = [0, 1, 2, 3].map((process) =>
    visit(process, [series("time", "candidate", [valueNs]), series("kernel", "candidate", [500])]),
  );
  const all = measurements([result(visits, { pairing: "new" }, ID)]);
  const environment = { ...all.environment, v8: "13.6" };
  const measured = { ...all, environment, createdAt: "2026-11-23T00:00:00Z" };
  return { ...measured, judgement: judge(measured) };
}

it("a report's history holds stored runs, this run, and the steps among them", () => {
  const stored = Array.from({ length: 19 }, (_, index) => {
    const value = (index < 9 ? 1000 : 1100) + (index % 3);
    return run(index, { p25: [value] }, { fingerprint: FINGERPRINT });
  });
  const [history, ...others] = historyOf(stored, current(1101));
  expect(others).toEqual([]);
  expect(history?.points).toHaveLength(20);
  expect(history?.points.at(-1)?.value).toBeCloseTo(1101, 6);
  const now = history?.points.map(({ isNow }) => isNow === true);
  expect(now).toEqual([...stored.map(() => false), true]);
  expect(history?.changePoints.map(({ index }) => index)).toEqual([9]);
  expect(history?.changePoints[0]?.change).toBeCloseTo(0.1, 2);
});

it("a first run has a history of one point", () => {
  expect(historyOf([], current(1000))[0]?.points).toHaveLength(1);
});
