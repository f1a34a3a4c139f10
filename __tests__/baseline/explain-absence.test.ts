import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { packedHow } from "../../src/baseline/cache-version.ts";
import { explainAbsence } from "../../src/baseline/explain-absence.ts";
import type { ListedEntry } from "../../src/ports.ts";

const SHA = "a".repeat(40);
const MAIN = "refs/heads/main";
/** echo -n '.wasm-bench/baseline|gzip|1.0' | sha256sum, and so on. */
const version = (...parts: string[]): string =>
  execFileSync("sha256sum", { input: [".wasm-bench/baseline", ...parts, "1.0"].join("|") })
    .toString()
    .slice(0, 64);

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

const entry = (key: string, ref = MAIN, packed = version("zstd-without-long")): ListedEntry => ({
  key: `wasm-bench-${key}-${SHA}-1-1`,
  ref,
  version: packed,
});

test.each([
  [[version("gzip")], ["with gzip, on Linux or macOS"]],
  [[version("zstd-without-long", "windows-only")], ["with zstd, on Windows"]],
  [["0".repeat(64)], [null]],
])("an entry tells how it was packed", (versions, words) => {
  expect(versions.map(packedHow)).toEqual(words);
});

test("without entries none was saved yet, or it was evicted", async () => {
  expect(await explain([])).toMatch(/^none was saved yet, or it was evicted/);
});

test("entries of another compression or system are named", async () => {
  const gzip = entry("v2-_-_-main-tip", MAIN, version("gzip"));
  expect(await explain([gzip])).toMatch(
    /packed with gzip, on Linux or macOS.*zstd must be installed/,
  );
  const windows = entry("v2-_-_-main-tip", MAIN, version("zstd-without-long", "windows-only"));
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
