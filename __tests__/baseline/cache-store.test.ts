import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as cache from "@actions/cache";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CACHE_PATH } from "../../src/baseline/actions-cache.ts";
import type { SaveDecision } from "../../src/baseline/save-decision.ts";
import type { BaselineStore } from "../../src/ports.ts";
import { type CacheServer, startCache } from "../servers/cache-server.ts";
import { type CacheScope, mintRuntimeToken } from "../servers/runtime-token.ts";
import { openStore } from "./open-store.ts";
import { hashOf, sampleBundle } from "./sample-baseline.ts";

let server: CacheServer;
let workspace: string;
const MAIN: CacheScope = { ref: "refs/heads/main", access: "write" };
const READ_MAIN: CacheScope = { ref: "refs/heads/main", access: "read" };
const PULL: CacheScope = { ref: "refs/pull/1/merge", access: "write" };
const MODULE = Buffer.from("module bytes");
const ON_MAIN: SaveDecision = { allowed: true, branch: "main" };
const PREFIX = "wasm-bench-v2-_-_-main-tip-";

beforeAll(async () => {
  server = await startCache();
  workspace = await mkdtemp(join(tmpdir(), "cache-store-"));
  Object.assign(process.env, {
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: workspace,
    GITHUB_SERVER_URL: "https://github.com",
    ACTIONS_CACHE_SERVICE_V2: "true",
  });
  process.chdir(workspace);
});

beforeEach(() => {
  server.heal();
  server.evict();
  actAs(MAIN);
  process.env.ACTIONS_RESULTS_URL = server.url;
});

afterAll(async () => {
  await server.close();
  process.chdir(tmpdir());
  await rm(workspace, { recursive: true, force: true });
});

function actAs(...scopes: readonly CacheScope[]): void {
  process.env.ACTIONS_RUNTIME_TOKEN = mintRuntimeToken(scopes);
}

function open(decision: SaveDecision = ON_MAIN, cacheMode = ""): BaselineStore {
  return openStore({ workspace, decision, cacheMode });
}

/** Packs a folder by hand, as an attacker with write access would. */
async function plant(key: string, change: (folder: string) => Promise<void>): Promise<void> {
  const folder = join(workspace, CACHE_PATH);
  await mkdir(folder, { recursive: true });
  await change(folder);
  await cache.saveCache([CACHE_PATH], key);
  await rm(folder, { recursive: true, force: true });
}

/** Changes the newest entry in place and stores it again under its key. */
async function tamper(change: (folder: string) => Promise<void>): Promise<void> {
  const entry = server.entries.at(-1);
  const copy = await mkdtemp(join(tmpdir(), "tamper-"));
  const archive = join(copy, "archive");
  await writeFile(archive, entry?.data ?? "");
  execFileSync("tar", ["-xf", archive, "-C", copy]);
  server.evict();
  await plant(entry?.key ?? "", async (folder) => {
    await cp(join(copy, CACHE_PATH), folder, { recursive: true });
    await change(folder);
  });
  await rm(copy, { recursive: true, force: true });
}

test("what the baseline branch saves, a pull request restores", async () => {
  const bundle = sampleBundle({ one: MODULE });
  expect(await open().save(bundle)).toMatchObject({
    saved: true,
    key: `${PREFIX}${bundle.document.run.sha}-1000-1`,
    leftOut: [],
  });
  actAs(PULL, READ_MAIN);
  const outcome = await open({ allowed: false, message: "pull request" }).restore();
  expect(outcome).toMatchObject({
    restored: true,
    source: "cache",
    bundle: { document: bundle.document },
  });
  expect(existsSync(join(workspace, CACHE_PATH))).toBe(false);
});

test("the newest baseline of the branch is restored", async () => {
  await open().save(sampleBundle({ one: MODULE }, "1".repeat(40)));
  await open().save(sampleBundle({ one: MODULE }, "2".repeat(40)));
  expect(await open().restore()).toMatchObject({
    restored: true,
    key: `${PREFIX}${"2".repeat(40)}-1000-1`,
  });
});

test("a pull request asks the service for nothing when it must not save", async () => {
  actAs(PULL, READ_MAIN);
  const before = server.requests.length;
  const outcome = await open({ allowed: false, message: "a pull_request run never writes" }).save(
    sampleBundle({ one: MODULE }),
  );
  expect(outcome).toEqual({
    saved: false,
    reason: "not-allowed",
    message: "a pull_request run never writes",
  });
  expect(server.requests).toHaveLength(before);
});

test("another branch's baseline is not restored, though its name begins alike", async () => {
  await open({ allowed: true, branch: "main-next" }).save(sampleBundle({ one: MODULE }));
  expect(await open().restore()).toMatchObject({ restored: false, reason: "absent" });
});

test("an entry below the prefix that is no key of ours is refused as foreign", async () => {
  await plant(`${PREFIX}poison`, (folder) => writeFile(join(folder, "baseline.json"), "{}"));
  expect(await open().restore()).toMatchObject({ restored: false, reason: "foreign" });
});

test("what a checkout brought along is not taken for a restored baseline", async () => {
  await mkdir(join(workspace, CACHE_PATH), { recursive: true });
  await writeFile(join(workspace, CACHE_PATH, "baseline.json"), "{}");
  expect(await open().restore()).toMatchObject({ restored: false, reason: "absent" });
});

describe("trouble is an outcome with a reason, never an exception", () => {
  test("saving the same key again", async () => {
    await open().save(sampleBundle({ one: MODULE }));
    expect(await open().save(sampleBundle({ one: MODULE }))).toMatchObject({
      saved: false,
      reason: "refused",
    });
  });

  test("a read-only token", async () => {
    actAs(READ_MAIN);
    expect(await open().save(sampleBundle({ one: MODULE }))).toMatchObject({
      saved: false,
      reason: "refused",
    });
  });

  test("a read-only cache-mode", async () => {
    const outcome = await open(ON_MAIN, "read").save(sampleBundle({ one: MODULE }));
    expect(outcome).toMatchObject({
      saved: false,
      reason: "read-only",
      message: expect.stringContaining("cache-mode is read"),
    });
  });

  test("no token at all", async () => {
    await open().save(sampleBundle({ one: MODULE }));
    delete process.env.ACTIONS_RUNTIME_TOKEN;
    expect(await open().save(sampleBundle({ one: MODULE }))).toMatchObject({ saved: false });
    expect(await open().restore()).toMatchObject({ restored: false });
  });

  test("no cache service", async () => {
    delete process.env.ACTIONS_RESULTS_URL;
    expect(await open().save(sampleBundle({}))).toMatchObject({
      saved: false,
      reason: "unavailable",
    });
    expect(await open().restore()).toMatchObject({ restored: false, reason: "unavailable" });
  });

  test("an evicted baseline", async () => {
    await open().save(sampleBundle({ one: MODULE }));
    server.evict();
    expect(await open().restore()).toMatchObject({
      restored: false,
      reason: "absent",
      message: expect.stringContaining("evicted"),
    });
  });

  test.each([
    ["create", 409],
    ["create", 501],
    ["finalize", 501],
    ["upload", 403],
  ])("%s answered with %i", async (on, status) => {
    server.inject({ on, status });
    expect(await open().save(sampleBundle({ one: MODULE }))).toMatchObject({
      saved: false,
      reason: "refused",
    });
  });

  test.each([
    ["lookup", 501],
    ["download", 500],
  ])("%s answered with %i", async (on, status) => {
    await open().save(sampleBundle({ one: MODULE }));
    server.inject({ on, status });
    expect(await open().restore()).toMatchObject({
      restored: false,
      reason: "unavailable",
      message: expect.stringContaining("the cache could not be read"),
    });
  });

  test("a service that fails once is asked again", async () => {
    await open().save(sampleBundle({ one: MODULE }));
    server.inject({ on: "lookup", status: 503, times: 1 });
    expect(await open().restore()).toMatchObject({ restored: true });
  });

  test("a download that is cut short", async () => {
    await open().save(sampleBundle({ one: MODULE }));
    server.inject({ on: "download", cut: 30 });
    expect(await open().restore()).toMatchObject({ restored: false, reason: "unavailable" });
  });
});

describe("a damaged entry is an error that names it", () => {
  beforeEach(async () => {
    await open().save(sampleBundle({ one: MODULE }));
  });

  test("a binary was exchanged", async () => {
    await tamper((folder) => writeFile(join(folder, "objects", hashOf(MODULE)), "module BYTES"));
    await expect(open().restore()).rejects.toMatchObject({
      code: "baseline",
      message: expect.stringContaining("does not match components[0]"),
    });
  });

  test("the document is no JSON", async () => {
    await tamper((folder) => writeFile(join(folder, "baseline.json"), "{"));
    await expect(open().restore()).rejects.toMatchObject({
      code: "baseline",
      message: expect.stringContaining("baseline.json"),
    });
  });

  test("the document is of another commit than its key", async () => {
    await tamper(async (folder) => {
      const path = join(folder, "baseline.json");
      await writeFile(path, (await readFile(path, "utf8")).replace("a".repeat(40), "b".repeat(40)));
    });
    await expect(open().restore()).rejects.toMatchObject({
      code: "baseline",
      message: expect.stringContaining("another commit"),
    });
  });

  test("the document is of a newer version", async () => {
    await tamper(async (folder) => {
      const path = join(folder, "baseline.json");
      await writeFile(path, (await readFile(path, "utf8")).replace('"version":2', '"version":3'));
    });
    await expect(open().restore()).rejects.toMatchObject({
      code: "baseline",
      message: expect.stringContaining("newer"),
    });
  });
});
