import { access, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CACHE_PATH, type CacheClient, CacheFault } from "../../src/baseline/actions-cache.ts";
import { keyOf } from "../../src/baseline/cache-key.ts";
import { createDeadline } from "../../src/baseline/deadline.ts";
import { writeBundle } from "../../src/baseline/write-bundle.ts";
import type { BaselineBundle } from "../../src/ports.ts";
import { openStore, type StoreTraits } from "./open-store.ts";
import { SHA, sampleBundle } from "./sample-baseline.ts";

const OTHER = "b".repeat(40);
const FAMILY = { key: "", config: "", branch: "main" };
const OWN = keyOf(FAMILY, "tip", { sha: SHA, runId: "1000", attempt: 1 });
const EARLIER = keyOf(FAMILY, "tip", { sha: OTHER, runId: "900", attempt: 1 });

let workspace: string;
const bundle = sampleBundle({ one: Buffer.from("module bytes") });

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), "store-outcomes-"));
});

afterEach(() => rm(workspace, { recursive: true, force: true }));

/** A cache of some entries by key, the newest first; parts of it may behave in another way. */
function cacheOf(
  entries: Readonly<Record<string, BaselineBundle>>,
  part: Partial<CacheClient> = {},
): CacheClient {
  const keys = Object.keys(entries);
  return {
    isFeatureAvailable: () => true,
    lookUp: async (wanted) =>
      wanted.map((one) => keys.find((key) => key.startsWith(one))).find((key) => key !== undefined),
    fetch: async (key) => {
      const entry = entries[key];
      if (entry === undefined) return undefined;
      await mkdir(join(workspace, CACHE_PATH), { recursive: true });
      await writeBundle(join(workspace, CACHE_PATH), entry);
      return key;
    },
    save: async () => 1,
    ...part,
  };
}

const open = (cache: CacheClient, part: Omit<StoreTraits, "workspace"> = {}) =>
  openStore({ cache, workspace, ...part });

const leavesNothing = (): Promise<void> =>
  expect(access(join(workspace, CACHE_PATH))).rejects.toThrow();

const asksNothing: Partial<CacheClient> = {
  lookUp: () => Promise.reject(new Error("asked")),
  save: () => Promise.reject(new Error("asked")),
};

/** A deadline that a work has missed. */
async function missed() {
  const deadline = createDeadline(1);
  await deadline.within(() => new Promise(() => undefined));
  return deadline;
}

describe("saving in the cache", () => {
  test("gives key, size and what was left out, and leaves nothing in the workspace", async () => {
    const saved = await open(cacheOf({})).save(bundle);
    expect(saved).toMatchObject({ saved: true, key: OWN, leftOut: [] });
    expect(saved).not.toHaveProperty("aside");
    await leavesNothing();
    expect(await open(cacheOf({}), { capBytes: 1 }).save(bundle)).toMatchObject({
      saved: true,
      leftOut: ["one"],
    });
  });

  test("is not tried where it is not allowed, not possible, or too late", async () => {
    const cache = cacheOf({}, asksNothing);
    const decision = { allowed: false, message: "a pull request" } as const;
    expect(await open(cache, { decision }).save(bundle)).toEqual({
      saved: false,
      reason: "not-allowed",
      message: "a pull request",
    });
    const without = { ...cache, isFeatureAvailable: () => false };
    expect(await open(without).save(bundle)).toEqual({
      saved: false,
      reason: "unavailable",
      message: "this runner offers no cache service",
    });
    expect(await open(cache, { deadline: await missed() }).save(bundle)).toEqual({
      saved: false,
      reason: "failed",
      message: "the cache did not answer in time before",
    });
  });

  test("says when the service took nothing, or failed", async () => {
    const refusing = cacheOf({}, { save: async () => -1 });
    expect(await open(refusing).save(bundle)).toMatchObject({
      saved: false,
      reason: "refused",
      message: expect.stringContaining(`did not take ${OWN}`),
    });
    const failing = cacheOf({}, { save: () => Promise.reject(new Error("no route")) });
    expect(await open(failing).save(bundle)).toEqual({
      saved: false,
      reason: "failed",
      message: `saving ${OWN} failed: no route`,
    });
    await leavesNothing();
  });

  test("says when the workspace cannot be written", async () => {
    await writeFile(join(workspace, ".wasm-bench"), "a file");
    expect(await open(cacheOf({})).save(bundle)).toEqual({
      saved: false,
      reason: "failed",
      message: ".wasm-bench/baseline cannot be written (ENOTDIR)",
    });
  });

  test("serves its own commit only where a later one has been measured", async () => {
    const later = keyOf(FAMILY, "tip", { sha: OTHER, runId: "2000", attempt: 1 });
    const commits = [SHA, OTHER];
    expect(await open(cacheOf({ [later]: bundle }), { commits }).save(bundle)).toMatchObject({
      key: OWN.replace("-tip-", "-old-"),
      aside: "a later commit of main has been measured: this entry serves its own commit only",
    });
    expect(await open(cacheOf({ [EARLIER]: bundle }), { commits }).save(bundle)).toMatchObject({
      key: OWN.replace("-tip-", "-old-"),
    });
    const behind = { commits: [OTHER, SHA] };
    expect(await open(cacheOf({ [EARLIER]: bundle }), behind).save(bundle)).toMatchObject({
      key: OWN,
    });
  });

  test("goes on where nobody tells of the newest entry, but not after a fault of ours", async () => {
    const lookUp = (fault: Error): CacheClient =>
      cacheOf({}, { lookUp: () => Promise.reject(fault) });
    expect(await open(lookUp(new CacheFault("503"))).save(bundle)).toMatchObject({ key: OWN });
    await expect(open(lookUp(new TypeError("ours"))).save(bundle)).rejects.toThrow("ours");
  });
});

describe("restoring from the cache", () => {
  test.each([
    ["none", "unavailable", "the run's cache-mode is none"],
    ["write-only", "unavailable", "the run's cache-mode is write-only"],
  ])("asks nothing in cache-mode %s", async (cacheMode, reason, message) => {
    const outcome = await open(cacheOf({}, asksNothing), { cacheMode }).restore();
    expect(outcome).toEqual({ restored: false, reason, message });
  });

  test("says where there is no service, and where it did not answer as one", async () => {
    const without = cacheOf({}, { isFeatureAvailable: () => false });
    expect(await open(without).restore()).toMatchObject({ reason: "unavailable" });
    const failing = cacheOf({}, { lookUp: () => Promise.reject(new CacheFault("503")) });
    expect(await open(failing).restore()).toEqual({
      restored: false,
      reason: "unavailable",
      message: "the cache could not be read: 503",
    });
    const broken = cacheOf({}, { lookUp: () => Promise.reject(new TypeError("ours")) });
    await expect(open(broken).restore()).rejects.toThrow("ours");
    expect(await open(cacheOf({}), { deadline: await missed() }).restore()).toMatchObject({
      reason: "unavailable",
      message: "the cache could not be read: it did not answer within 0 s",
    });
  });

  test("says that there is none, and why", async () => {
    expect(await open(cacheOf({}), { listed: [] }).restore()).toMatchObject({
      reason: "absent",
      message: expect.stringMatching(/^the cache holds no baseline of main: none was saved yet/),
    });
    const gone = cacheOf({ [OWN]: bundle }, { fetch: async () => undefined });
    expect(await open(gone).restore()).toEqual({
      restored: false,
      reason: "absent",
      message: `the cache entry ${OWN} is gone`,
    });
  });

  test("gives document and binaries, and leaves nothing in the workspace", async () => {
    await mkdir(join(workspace, CACHE_PATH, "brought"), { recursive: true });
    const outcome = await open(cacheOf({ [OWN]: bundle }), { base: SHA, commits: [SHA] }).restore();
    expect(outcome).toEqual({ restored: true, source: "cache", key: OWN, bundle });
    await leavesNothing();
  });

  test("refuses an entry that comes under another key, or with another commit", async () => {
    const other = cacheOf({ [OWN]: bundle }, { fetch: async () => EARLIER });
    expect(await open(other).restore()).toMatchObject({ reason: "foreign" });
    await expect(open(cacheOf({ [EARLIER]: bundle })).restore()).rejects.toMatchObject({
      code: "baseline",
      message: expect.stringContaining(`names another commit than ${OTHER}`),
    });
  });

  test("says how far an entry is from the commit that was wanted, or that nobody knows", async () => {
    const cache = cacheOf({ [OWN]: bundle });
    expect(await open(cache, { base: OTHER, commits: [SHA, OTHER] }).restore()).toMatchObject({
      offset: { base: OTHER, distance: { ahead: 0, behind: 1 } },
    });
    expect(await open(cache, { base: OTHER, commits: [OTHER, SHA] }).restore()).toMatchObject({
      offset: { base: OTHER, distance: { ahead: 1, behind: 0 } },
    });
    expect(await open(cache, { base: OTHER }).restore()).toMatchObject({
      offset: { base: OTHER, distance: null },
      warnings: [{ code: "baseline-order-unknown" }],
    });
    const exact = await open(cache, { base: SHA }).restore();
    expect(exact).not.toHaveProperty("offset");
    expect(exact).not.toHaveProperty("warnings");
  });
});

describe("what this very run has saved", () => {
  const self = { sha: SHA, runId: "1000", isRepeated: true };
  const entry = (runId: string) => ({
    sha: SHA,
    createdAt: "2026-11-01T00:00:00.000Z",
    runId,
    fingerprint: "f",
    tag: null,
    benchmarks: {},
  });
  const saved = (comparedWith: string | null): BaselineBundle => ({
    ...bundle,
    document: { ...bundle.document, comparedWith, history: [entry("900"), entry("1000")] },
  });
  const before = sampleBundle({ one: Buffer.from("earlier bytes") }, OTHER);

  test("is not what it is compared with, but tells what it was compared with at first", async () => {
    const cache = cacheOf({ [OWN]: saved(EARLIER), [EARLIER]: before });
    expect(await open(cache, { self }).restore()).toMatchObject({
      restored: true,
      key: EARLIER,
      bundle: before,
    });
  });

  test.each([
    [null, "it was compared with none from the cache"],
    [EARLIER, `${EARLIER} is gone`],
    ["release", "release is gone"],
  ])("is passed over where it was compared with %s", async (comparedWith, why) => {
    const outcome = await open(cacheOf({ [OWN]: saved(comparedWith) }), { self }).restore();
    expect(outcome).toMatchObject({
      restored: false,
      reason: "own",
      message: `the newest baseline of main was saved by this very run, and ${why}`,
      earlier: { history: [{ runId: "900" }] },
    });
  });

  test("is an entry like any other to another run", async () => {
    const cache = cacheOf({ [OWN]: saved(null) });
    expect(await open(cache).restore()).toMatchObject({ restored: true, key: OWN });
  });
});
