import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CACHE_PATH, type CacheClient } from "../../src/baseline/actions-cache.ts";
import { keyOf } from "../../src/baseline/cache-key.ts";
import { writeBundle } from "../../src/baseline/write-bundle.ts";
import { openStore, type StoreTraits } from "./open-store.ts";
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
  let questions = 0;
  return {
    asked,
    isFeatureAvailable: () => true,
    lookUp: async (wanted) => {
      asked.push(...wanted);
      questions += 1;
      return keys[Math.min(questions, keys.length) - 1];
    },
    fetch: async (key) => {
      await mkdir(join(workspace, CACHE_PATH), { recursive: true });
      await writeBundle(join(workspace, CACHE_PATH), bundle);
      return key;
    },
    save: async (saved) => {
      asked.push(saved);
      return 1;
    },
  };
}

const open = (cache: CacheClient, part: Omit<StoreTraits, "workspace"> = {}) =>
  openStore({ cache, workspace, ...part });

const FAMILY = { key: "", config: "", branch: "main" };
const RUN = { sha: SHA, runId: "1000", attempt: 1 };

describe("the entry a cache answers with", () => {
  test("is restored when it is one of this key and branch", async () => {
    const own = keyOf(FAMILY, "tip", RUN);
    const outcome = await open(answering(own)).restore();
    expect(outcome).toMatchObject({ restored: true, key: own });
  });

  test.each([
    ["of another branch", keyOf({ ...FAMILY, branch: "release" }, "tip", RUN)],
    ["of a branch whose name begins alike", keyOf({ ...FAMILY, branch: "main-next" }, "tip", RUN)],
    ["of another job's key", keyOf({ ...FAMILY, key: "windows" }, "tip", RUN)],
    ["of another form", `wasm-bench-v2-_-_-main-tip-${SHA}`],
    ["of another commit's form", `wasm-bench-v2-_-_-main-tip-${"x".repeat(40)}-1000-1`],
    ["of nobody", "node-modules-123"],
  ])("is refused as foreign when it is one %s", async (_, key) => {
    const outcome = await open(answering(key)).restore();
    expect(outcome).toMatchObject({ restored: false, reason: "foreign" });
  });
});

test("an answer of another run is not what this run saved: the newest is asked for", async () => {
  const self = { sha: SHA, runId: "2000", isRepeated: true };
  const newest = keyOf(FAMILY, "tip", { ...RUN, runId: "1500" });
  const cache = answering(keyOf(FAMILY, "tip", RUN), newest);
  const outcome = await open(cache, { self }).restore();
  expect(outcome).toMatchObject({ restored: true, key: newest });
});

describe("a run whose cache-mode allows no writing", () => {
  test.each(["read", "none"])("asks the service for nothing when it is %s", async (cacheMode) => {
    const cache = answering("");
    const outcome = await open(cache, { cacheMode }).save(bundle);
    expect(outcome).toMatchObject({
      saved: false,
      reason: "read-only",
      message: expect.stringContaining(`cache-mode is ${cacheMode}`),
    });
    expect(cache.asked).toEqual([]);
  });

  test.each(["", "write", "read-write"])("is not meant by %j", async (cacheMode) => {
    const cache = answering("");
    const outcome = await open(cache, { cacheMode }).save(bundle);
    expect(outcome).toMatchObject({ saved: true, key: keyOf(FAMILY, "tip", RUN) });
    expect(cache.asked.at(-1)).toBe(keyOf(FAMILY, "tip", RUN));
  });
});
