import { expect, test } from "vitest";
import {
  familyPrefix,
  jobPrefix,
  keyOf,
  parseKey,
  rankPrefix,
} from "../../src/baseline/cache-key.ts";

const SHA = "0123456789abcdef0123456789abcdef01234567";
const RUN = { sha: SHA, runId: "123", attempt: 2 };
const JOB = { key: "linux", config: "", branch: "main" };

test("a key names version, job, configuration, branch, rank, commit, run and attempt", () => {
  expect(keyOf(JOB, "tip", RUN)).toBe(`wasm-bench-v2-linux-_-main-tip-${SHA}-123-2`);
  expect(keyOf({ ...JOB, key: "", config: "a/b.yml" }, "old", RUN)).toBe(
    `wasm-bench-v2-_-a_2fb.yml-main-old-${SHA}-123-2`,
  );
});

test.each(["tip", "old"] as const)(
  "a key of rank %s is taken apart into what it was made of",
  (rank) => {
    const family = { ...JOB, branch: "release/1.0" };
    const key = keyOf(family, rank, RUN);
    expect(parseKey(key)).toEqual({ family: familyPrefix(family), rank, ...RUN });
    expect(key.startsWith(rankPrefix(familyPrefix(family), rank, SHA))).toBe(true);
  },
);

const NAMES: readonly (readonly [string, string])[] = [
  ["main", "main-next"],
  ["a-b", "a"],
  ["a/b", "a_2fb"],
  ["", "_"],
  ["A", "a-"],
];

test.each(NAMES)(
  "the keys of branch %j do not begin with the prefix of %j, nor the other way round",
  (one, other) => {
    const [first, second] = [one, other].map((branch) => keyOf({ ...JOB, branch }, "tip", RUN));
    expect(first?.startsWith(familyPrefix({ ...JOB, branch: other }))).toBe(false);
    expect(second?.startsWith(familyPrefix({ ...JOB, branch: one }))).toBe(false);
  },
);

test.each([
  [
    { key: "a", config: "b" },
    { key: "a/b", config: "" },
  ],
  [
    { key: "a", config: "" },
    { key: "", config: "a" },
  ],
  [
    { key: "", config: "bench.yml" },
    { key: "", config: "bench" },
  ],
])("jobs %j and %j share no key", (one, other) => {
  expect(keyOf({ ...JOB, ...one }, "tip", RUN).startsWith(jobPrefix(other))).toBe(false);
  expect(keyOf({ ...JOB, ...other }, "tip", RUN).startsWith(jobPrefix(one))).toBe(false);
});

test("long and strange names give keys a cache takes: at most 512 characters, no comma", () => {
  const key = keyOf(
    { key: ",".repeat(64), config: "ü/".repeat(80), branch: `${"ü-,".repeat(80)}x` },
    "old",
    { sha: "a".repeat(64), runId: "1".repeat(20), attempt: 999_999 },
  );
  expect(key.length).toBeLessThanOrEqual(512);
  expect(key).not.toContain(",");
  expect(parseKey(key)).toMatchObject({ rank: "old", attempt: 999_999 });
});

test("long names that begin alike stay apart", () => {
  const long = "x".repeat(300);
  expect(familyPrefix({ ...JOB, branch: `${long}a` })).not.toBe(
    familyPrefix({ ...JOB, branch: `${long}b` }),
  );
});

test.each([
  "",
  "other-v2-k-_-main-tip-abc-1-1",
  `wasm-bench-v1-k-main-${SHA}-1-1`,
  `wasm-bench-v3-k-_-main-tip-${SHA}-1-1`,
  `wasm-bench-v2-k-_-main-new-${SHA}-1-1`,
  `wasm-bench-v2-k-_-main-tip-${SHA}-1`,
  `wasm-bench-v2-k-_-main-tip-${SHA.toUpperCase()}-1-1`,
  `wasm-bench-v2-k-_-ma-in-tip-${SHA}-1-1`,
])("%j is no key of ours", (text) => {
  expect(parseKey(text)).toBeNull();
});
