import { expect, test } from "vitest";
import { distanceTo, nearestFirst, readLineage } from "../../src/baseline/lineage.ts";
import { rankOf } from "../../src/baseline/save-rank.ts";
import type { CommitGraph } from "../../src/ports.ts";
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

test("a line that goes in circles is told once", () => {
  const circle = [commit("a", "b"), commit("b", "a")];
  expect(nearestFirst(circle, "a")).toEqual(["a", "b"]);
  expect(distanceTo(circle, "b", "a")).toEqual({ ahead: 0, behind: 0 });
});

test("a parent the history does not hold ends the line, unless another one is known", () => {
  expect(nearestFirst([commit("c", "gone", "b"), commit("b", "gone")], "c")).toEqual(["c", "b"]);
  expect(nearestFirst([], "c")).toEqual(["c"]);
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
  ["only ahead", { ahead: 2, behind: 0 }, "other", "tip"],
  ["the same in all but its name", { ahead: 0, behind: 0 }, "other", "tip"],
  ["only behind", { ahead: 0, behind: 2 }, "y", "old"],
  ["parted, and the tip of the branch", { ahead: 1, behind: 1 }, "y", "tip"],
  ["parted, and not the tip", { ahead: 1, behind: 1 }, "other", "old"],
])("rank of a commit that is %s", async (_title, value, tip, rank) => {
  const told: CommitGraph = {
    ...graph,
    distance: async () => ({ known: true, value }),
    tipOf: async () => ({ known: true, value: tip }),
  };
  const run = { sha: "y", runId: "1" };
  expect(await rankOf({ run, branch: "main", newest: newest("x"), graph: told })).toBe(rank);
});

test.each([
  ["", "old"],
  ["49", "old"],
  ["50", "tip"],
  ["1000000000000000000001", "tip"],
])("where nobody can be asked, run %s after run 50 is %s", async (runId, rank) => {
  const facts = { branch: "main", newest: newest("x"), graph: lineOf([]) };
  expect(await rankOf({ run: { sha: "y", runId }, ...facts })).toBe(rank);
});
