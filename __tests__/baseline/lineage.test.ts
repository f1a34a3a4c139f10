import { expect, test } from "vitest";
import { distanceTo, nearestFirst, readLineage } from "../../src/baseline/lineage.ts";
import { rankOf } from "../../src/baseline/save-rank.ts";
import { lineOf } from "./open-store.ts";

const commit = (sha: string, ...parents: string[]) => ({ sha, parents });

/** main: m0 – m1 – m2, where m2 merges f1 – f2, which began at m0. */
const HISTORY = [
  commit("m2", "m1", "f2"),
  commit("f2", "f1"),
  commit("m1", "m0"),
  commit("f1", "m0"),
  commit("m0", "before"),
];

test("the branch's own line is nearer than what was merged into it", () => {
  expect(nearestFirst(HISTORY, "m2")).toEqual(["m2", "m1", "m0", "f2", "f1"]);
});

test.each([
  ["m2", 0],
  // m2, f2 and f1 are in m2 only.
  ["m1", 3],
  // m2, m1, f2 and f1.
  ["m0", 4],
  // m2 and m1.
  ["f2", 2],
])("%s is behind m2 by the commits only m2 has: %i", (sha, behind) => {
  expect(distanceTo(HISTORY, sha, "m2")).toEqual({ ahead: 0, behind });
});

test("nothing is said of a commit the history does not hold", () => {
  expect(distanceTo(HISTORY, "before", "m2")).toBeNull();
});

test.each([
  ["a base and its ancestors", { base: "c", head: "x", includesHead: false }, ["c", "b", "a"]],
  ["a first push's own ancestors", { base: null, head: "c", includesHead: false }, ["b", "a"]],
  ["a manual run's commit too", { base: null, head: "c", includesHead: true }, ["c", "b", "a"]],
  ["a base nobody knows", { base: "y", head: "x", includesHead: false }, ["y"]],
  ["a push nobody knows of", { base: null, head: "x", includesHead: false }, []],
])("commits looked for: %s", async (_title, wanted, commits) => {
  expect(await readLineage(lineOf(["a", "b", "c"]), wanted)).toMatchObject({ commits });
});

const newest = (sha: string, runId = "50") =>
  ({ family: "f", rank: "tip", sha, runId, attempt: 1 }) as const;
const graph = lineOf(["a", "b", "c"]);

test.each([
  ["the first entry", "b", null, "tip"],
  ["another run of the newest commit", "b", newest("b"), "tip"],
  ["a later commit", "c", newest("b"), "tip"],
  ["an older commit that is run again", "a", newest("b"), "old"],
  ["the branch's tip after its history was rewritten", "c", newest("gone"), "tip"],
  ["an overtaken commit after its history was rewritten", "b", newest("gone"), "old"],
])("rank of %s", async (_title, sha, entry, rank) => {
  expect(await rankOf({ run: { sha, runId: "9" }, branch: "main", newest: entry, graph })).toBe(
    rank,
  );
});

test.each([
  ["49", "old"],
  ["50", "tip"],
  ["1000000000000000000001", "tip"],
])("where nobody can be asked, run %s after run 50 is %s", async (runId, rank) => {
  const facts = { branch: "main", newest: newest("x"), graph: lineOf([]) };
  expect(await rankOf({ run: { sha: "y", runId }, ...facts })).toBe(rank);
});
