import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keyOf } from "../../src/baseline/cache-key.ts";
import {
  CACHE_PATH,
  type CacheClient,
  type CacheStoreDeps,
  createCacheStore,
} from "../../src/baseline/cache-store.ts";
import { writeBundle } from "../../src/baseline/write-bundle.ts";
import { SHA, sampleBundle } from "./sample-baseline.ts";

let workspace: string;
const bundle = sampleBundle({ one: Buffer.from("module bytes") });

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), "cache-answers-"));
});

afterEach(async () => {
  await rm(workspace, { recursive: true, force: true });
});

/** A cache that answers one question after the other, the last answer for ever, and writes down what it was asked. */
function answering(...keys: readonly string[]): CacheClient & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    isFeatureAvailable: () => true,
    restoreCache: async (_, primaryKey) => {
      asked.push(primaryKey);
      await mkdir(join(workspace, CACHE_PATH), { recursive: true });
      await writeBundle(join(workspace, CACHE_PATH), bundle);
      return keys[Math.min(asked.length, keys.length) - 1];
    },
    saveCache: async (_, saved) => {
      asked.push(saved);
      return 1;
    },
  };
}

function depsOf(cache: CacheClient, part: Partial<CacheStoreDeps> = {}): CacheStoreDeps {
  return {
    cache,
    workspace,
    key: "default",
    baselineBranch: "main",
    decision: { allowed: true, branch: "main" },
    self: { sha: "9".repeat(40), runId: "999", isRepeated: false },
    cacheMode: "",
    ...part,
  };
}

const identity = { key: "default", branch: "main", sha: SHA, runId: "1000", attempt: 1 };

describe("the entry a cache answers with", () => {
  test("is restored when it is one of this key and branch", async () => {
    const own = keyOf(identity);
    const outcome = await createCacheStore(depsOf(answering(own))).restore();
    expect(outcome).toMatchObject({ restored: true, key: own });
  });

  test.each([
    ["of another branch", keyOf({ ...identity, branch: "release" })],
    ["of a branch whose name begins alike", keyOf({ ...identity, branch: "main-next" })],
    ["of another job's key", keyOf({ ...identity, key: "windows" })],
    ["of another form", `wasm-bench-v1-default-main-${SHA}`],
    ["of another commit's form", `wasm-bench-v1-default-main-${"x".repeat(40)}-1000-1`],
    ["of nobody", "node-modules-123"],
  ])("is refused as foreign when it is one %s", async (_, key) => {
    const outcome = await createCacheStore(depsOf(answering(key))).restore();
    expect(outcome).toMatchObject({ restored: false, reason: "foreign" });
  });
});

test("an answer of another run is not what this run saved: the newest is asked for", async () => {
  const self = { sha: SHA, runId: "2000", isRepeated: true };
  const newest = keyOf({ ...identity, runId: "1500" });
  const cache = answering(keyOf(identity), newest);
  const outcome = await createCacheStore(depsOf(cache, { self })).restore();
  expect(outcome).toMatchObject({ restored: true, key: newest });
});

describe("a run whose cache-mode allows no writing", () => {
  test.each(["read", "none"])("asks the service for nothing when it is %s", async (cacheMode) => {
    const cache = answering("");
    const outcome = await createCacheStore(depsOf(cache, { cacheMode })).save(bundle);
    expect(outcome).toMatchObject({
      saved: false,
      reason: "read-only",
      message: expect.stringContaining(`cache-mode is ${cacheMode}`),
    });
    expect(cache.asked).toEqual([]);
  });

  test.each(["", "write", "read-write"])("is not meant by %j", async (cacheMode) => {
    const cache = answering("");
    const outcome = await createCacheStore(depsOf(cache, { cacheMode })).save(bundle);
    expect(outcome).toMatchObject({ saved: true, key: keyOf(identity) });
    expect(cache.asked).toEqual([keyOf(identity)]);
  });
});
