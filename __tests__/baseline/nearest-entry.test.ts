import { expect, test } from "vitest";
import { findNearest } from "../../src/baseline/nearest-entry.ts";

const FAMILY = "wasm-bench-v2-_-_-main-";

/** A commit by its number. */
const sha = (number: number): string => String(number).padStart(40, "0");
const key = (rank: string, number: number, run = 1): string =>
  `${FAMILY}${rank}-${sha(number)}-${run}-1`;

/** Asks entries, oldest first, as the service does: key by key, the newest of a prefix. */
async function ask(entries: readonly string[], commits: readonly number[]) {
  const requests: number[] = [];
  const found = await findNearest({
    family: FAMILY,
    commits: commits.map(sha),
    lookUp: async (keys) => {
      requests.push(keys.length);
      for (const prefix of keys) {
        const hit = entries.findLast((entry) => entry.startsWith(prefix));
        if (hit !== undefined) return hit;
      }
      return undefined;
    },
  });
  return { found, requests };
}

/** Commits from `newest` down to 0. */
const down = (newest: number): number[] => Array.from({ length: newest + 1 }, (_, i) => newest - i);

test("the base's own entry is found by one request, whoever saved since", async () => {
  const { found, requests } = await ask([key("tip", 9), key("tip", 10), key("tip", 11)], down(9));
  expect(found).toMatchObject({ kind: "entry", key: key("tip", 9) });
  expect(requests).toEqual([10]);
});

test("the nearest ancestor is found, of either rank", async () => {
  expect((await ask([key("tip", 7), key("tip", 11)], down(9))).found).toMatchObject({
    key: key("tip", 7),
  });
  expect((await ask([key("tip", 6), key("old", 8)], down(9))).found).toMatchObject({
    key: key("old", 8),
  });
});

test("a far ancestor goes before the newest entry of another line", async () => {
  const { found, requests } = await ask([key("tip", 3), key("tip", 99)], down(90));
  expect(found).toMatchObject({ key: key("tip", 3) });
  expect(requests.length).toBeLessThanOrEqual(20);
});

test("an entry of an older run nearer than the newest goes before it", async () => {
  const { found } = await ask([key("tip", 20), key("old", 30)], down(50));
  expect(found).toMatchObject({ key: key("old", 30) });
});

test("without a measured ancestor the newest entry answers, and never one of an older run", async () => {
  expect((await ask([key("tip", 70), key("old", 60)], down(9))).found).toMatchObject({
    key: key("tip", 70),
  });
  expect((await ask([key("old", 60)], down(9))).found).toEqual({ kind: "old-only" });
});

test("where there is nothing, one request says so", async () => {
  expect(await ask([], down(90))).toEqual({ found: { kind: "none" }, requests: [10] });
});

test("an answer of another form is foreign", async () => {
  const { found } = await ask([`${FAMILY}tip-poison`], down(9));
  expect(found).toEqual({ kind: "foreign" });
});

// The first request has room for four commits and for the newest entry of each rank; every further one for five.
test.each([
  ["the fourth commit", 6, [10]],
  ["the fifth, which is the newest", 5, [10]],
  ["the sixth, with one commit left to ask for", 4, [10, 2]],
  ["the tenth, with five left", 0, [10, 10]],
])("%s is found by as few requests as it takes", async (_title, number, asked) => {
  const { found, requests } = await ask([key("tip", number)], down(9));
  expect(found).toMatchObject({ kind: "entry", key: key("tip", number) });
  expect(requests).toEqual(asked);
});

test("every commit is asked for, five at a time, where the newest entry is of another line", async () => {
  const { found, requests } = await ask([key("tip", 0), key("tip", 99)], down(10));
  expect(found).toMatchObject({ key: key("tip", 0) });
  expect(requests).toEqual([10, 10, 4]);
});

test("an older run's entry of an ancestor is that ancestor's, also beyond the first request", async () => {
  const { found } = await ask([key("old", 3)], down(9));
  expect(found).toMatchObject({ kind: "entry", key: key("old", 3) });
});

test("an answer of another family is foreign", async () => {
  const found = await findNearest({
    family: FAMILY,
    commits: [],
    lookUp: async () => key("tip", 1).replace("-main-", "-other-"),
  });
  expect(found).toEqual({ kind: "foreign" });
});
