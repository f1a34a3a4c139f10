import { expect, test } from "vitest";
import { packedHow } from "../../src/baseline/cache-version.ts";
import { explainAbsence } from "../../src/baseline/explain-absence.ts";
import type { ListedEntry } from "../../src/ports.ts";

const SHA = "a".repeat(40);
const MAIN = "refs/heads/main";
/** printf '.wasm-bench/baseline|gzip|1.0' | sha256sum, and so on. */
const GZIP = "63153b861b2d7df2df8ac55066d51b1190d84ee5196cf684f7edf753f42e52ed";
const ZSTD = "af19ed843c0f3322ec9f87a572cce8db23b3addff5ce239da686834253ead907";
const GZIP_ON_WINDOWS = "a713db756e55424410fa58a4bb8f405444272d8c7aaf0d932306396a259b5cb3";
const ZSTD_ON_WINDOWS = "8a8b06540c59a3c8c4faa33078d856e9975c3a4263615c6a69f0baf8cc1e83a6";

function explain(listed: readonly ListedEntry[] | null): Promise<string> {
  return explainAbsence({
    family: { key: "", config: "", branch: "main" },
    readableRefs: ["refs/pull/1/merge", MAIN],
    index: {
      list: async (prefix) =>
        listed === null
          ? { known: false, why: "403" }
          : { known: true, value: listed.filter(({ key }) => key.startsWith(prefix)) },
    },
  });
}

const entry = (key: string, ref = MAIN, packed = ZSTD): ListedEntry => ({
  key: `wasm-bench-${key}-${SHA}-1-1`,
  ref,
  version: packed,
});

test.each([
  [[GZIP], ["with gzip, on Linux or macOS"]],
  [[ZSTD], ["with zstd, on Linux or macOS"]],
  [[GZIP_ON_WINDOWS], ["with gzip, on Windows"]],
  [[ZSTD_ON_WINDOWS], ["with zstd, on Windows"]],
  [["0".repeat(64)], [null]],
])("an entry tells how it was packed", (versions, words) => {
  expect(versions.map(packedHow)).toEqual(words);
});

test("without entries none was saved yet, or it was evicted", async () => {
  expect(await explain([])).toMatch(/^none was saved yet, or it was evicted/);
});

test("entries of another compression or system are named", async () => {
  const gzip = entry("v2-_-_-main-tip", MAIN, GZIP);
  expect(await explain([gzip])).toMatch(
    /packed with gzip, on Linux or macOS.*zstd must be installed/,
  );
  const windows = entry("v2-_-_-main-tip", MAIN, ZSTD_ON_WINDOWS);
  expect(await explain([windows])).toContain("with zstd, on Windows");
});

test("entries of another scope, branch, job and release are named", async () => {
  expect(await explain([entry("v2-_-_-main-tip", "refs/heads/topic")])).toMatch(
    /in the scope of refs\/heads\/topic, which this run may not read/,
  );
  expect(await explain([entry("v2-_-_-release-tip")])).toMatch(
    /other branches only \(.*-release-tip/,
  );
  expect(await explain([entry("v2-linux-_-main-tip")])).toMatch(
    /none was saved yet by this job.*another comment-key or config.*v2-linux/,
  );
  expect(await explain([entry("v1-default-main")])).toContain("an earlier release");
});

test("entries of older commits only are told", async () => {
  expect(await explain([entry("v2-_-_-main-old")])).toContain("older commits that were run again");
});

test("without the permission every possibility is named, and the permission", async () => {
  const said = await explain(null);
  for (const word of [
    "none was saved yet",
    "7 days",
    "quota",
    "branch",
    "compression",
    "operating system",
  ])
    expect(said).toContain(word);
  expect(said).toContain("actions: read");
});

test("of many keys three are named, each once, and the others counted", async () => {
  const branches = ["a", "b", "c", "d", "e"].map((branch) => entry(`v2-_-_-${branch}-tip`));
  const three = branches.slice(0, 3).map(({ key }) => key);
  expect(await explain([...three, three[0] ?? ""].map((key) => ({ ...entry(""), key })))).toContain(
    `other branches only (${three.join(", ")}), or`,
  );
  expect(await explain(branches)).toContain(`(${three.join(", ")} and 2 more), or`);
});

test("of many scopes three are named, each once", async () => {
  const scopes = ["a", "a", "b", "c", "d"].map((name) => `refs/heads/${name}`);
  expect(await explain(scopes.map((ref) => entry("v2-_-_-main-tip", ref)))).toContain(
    "in the scope of refs/heads/a, refs/heads/b, refs/heads/c, which",
  );
});

test("how entries were packed is told of each kind once, also by a client nobody knows", async () => {
  const packed = [ZSTD, GZIP, ZSTD, "0".repeat(64)];
  expect(await explain(packed.map((version) => entry("v2-_-_-main-tip", MAIN, version)))).toContain(
    "packed with zstd, on Linux or macOS, and with gzip, on Linux or macOS, and by another version of the cache client, which",
  );
});

test("one entry of the newest commit is enough to look at how they were packed", async () => {
  const entries = [entry("v2-_-_-main-old"), entry("v2-_-_-main-tip")];
  expect(await explain(entries)).toContain("there is one, packed with zstd");
});

test("an entry this run may not read does not hide one that it may", async () => {
  const entries = [entry("v2-_-_-main-tip", "refs/heads/topic"), entry("v2-_-_-main-tip")];
  expect(await explain(entries)).toContain("there is one, packed with zstd");
});
