import { expect, test } from "vitest";
import { keyOf, keyPrefix, parseKey } from "../../src/baseline/cache-key.ts";

const SHA = "0123456789abcdef0123456789abcdef01234567";
const RUN = { sha: SHA, runId: "123", attempt: 2 };

test("a key names version, key, branch, commit, run and attempt", () => {
  expect(keyOf({ key: "linux", branch: "main", ...RUN })).toBe(
    `wasm-bench-v1-linux-main-${SHA}-123-2`,
  );
});

test("a key is taken apart into what it was made of", () => {
  const key = keyOf({ key: "linux", branch: "release/1.0", ...RUN });
  expect(parseKey(key)).toEqual({
    prefix: keyPrefix({ key: "linux", branch: "release/1.0" }),
    ...RUN,
  });
});

test.each([
  ["main", "main-next"],
  ["a-b", "a"],
  ["a/b", "a_2fb"],
  ["", "_"],
  ["A", "a-"],
])(
  "the keys of branch %j do not begin with the prefix of %j, nor the other way round",
  (one, other) => {
    const [first, second] = [one, other].map((branch) => keyOf({ key: "k", branch, ...RUN }));
    expect(first?.startsWith(keyPrefix({ key: "k", branch: other }))).toBe(false);
    expect(second?.startsWith(keyPrefix({ key: "k", branch: one }))).toBe(false);
  },
);

test("long and strange names give keys a cache takes: at most 512 characters, no comma", () => {
  const key = keyOf({ key: ",".repeat(64), branch: `${"ü-,".repeat(80)}x`, ...RUN });
  expect(key.length).toBeLessThanOrEqual(512);
  expect(key).not.toContain(",");
  expect(parseKey(key)).toMatchObject(RUN);
});

test("long names that begin alike stay apart", () => {
  const long = "x".repeat(300);
  expect(keyPrefix({ key: "k", branch: `${long}a` })).not.toBe(
    keyPrefix({ key: "k", branch: `${long}b` }),
  );
});

test.each([
  "",
  "other-v1-k-main-abc-1-1",
  `wasm-bench-v2-k-main-${SHA}-1-1`,
  `wasm-bench-v1-k-main-${SHA}-1`,
  `wasm-bench-v1-k-main-${SHA.toUpperCase()}-1-1`,
  `wasm-bench-v1-k-ma-in-${SHA}-1-1`,
])("%j is no key of ours", (text) => {
  expect(parseKey(text)).toBeNull();
});
