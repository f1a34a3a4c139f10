import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { restoreCache, saveCache } from "@actions/cache";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type CacheServer, startCache } from "./cache-server.ts";
import { type CacheScope, mintRuntimeToken } from "./runtime-token.ts";

let server: CacheServer;
let workspace: string;
const MAIN: CacheScope = { ref: "refs/heads/main", access: "write" };
const PULL: CacheScope = { ref: "refs/pull/1/merge", access: "write" };

beforeAll(async () => {
  server = await startCache();
  workspace = await mkdtemp(join(tmpdir(), "cache-server-"));
  process.env.GITHUB_WORKSPACE = workspace;
  process.env.RUNNER_TEMP = workspace;
  process.env.GITHUB_SERVER_URL = "https://github.com";
  process.env.ACTIONS_CACHE_SERVICE_V2 = "true";
  process.env.ACTIONS_RESULTS_URL = server.url;
  process.chdir(workspace);
});

beforeEach(async () => {
  server.heal();
  server.evict();
  await write("one");
});

afterAll(async () => {
  await server.close();
  process.chdir(tmpdir());
  await rm(workspace, { recursive: true, force: true });
});

async function write(text: string): Promise<void> {
  await mkdir(join(workspace, "stored"), { recursive: true });
  await writeFile(join(workspace, "stored", "file"), text);
}

function actAs(...scopes: readonly CacheScope[]): void {
  process.env.ACTIONS_RUNTIME_TOKEN = mintRuntimeToken(scopes);
}

test("what was saved is restored byte for byte", async () => {
  actAs(MAIN);
  expect(await saveCache(["stored"], "k-1")).toBeGreaterThan(0);
  await write("changed");
  expect(await restoreCache(["stored"], "k-1")).toBe("k-1");
  expect(await readFile(join(workspace, "stored", "file"), "utf8")).toBe("one");
});

test("the newest entry of a prefix is restored", async () => {
  actAs(MAIN);
  await saveCache(["stored"], "k-1");
  await write("two");
  await saveCache(["stored"], "k-2");
  expect(await restoreCache(["stored"], "k-")).toBe("k-2");
});

test("an entry is immutable: saving its key again gives -1", async () => {
  actAs(MAIN);
  await saveCache(["stored"], "k-1");
  expect(await saveCache(["stored"], "k-1")).toBe(-1);
  expect(server.entries).toHaveLength(1);
});

test("a read-only token saves nothing and still restores", async () => {
  actAs(MAIN);
  await saveCache(["stored"], "k-1");
  actAs({ ...MAIN, access: "read" });
  expect(await saveCache(["stored"], "k-2")).toBe(-1);
  expect(await restoreCache(["stored"], "k-")).toBe("k-1");
});

test("a run reads the base branch's scope, and the base branch never reads the run's", async () => {
  actAs(PULL, { ...MAIN, access: "read" });
  await saveCache(["stored"], "k-pull");
  actAs(MAIN);
  expect(await restoreCache(["stored"], "k-")).toBeUndefined();
  await saveCache(["stored"], "k-main");
  actAs({ ref: "refs/pull/2/merge", access: "write" }, { ...MAIN, access: "read" });
  expect(await restoreCache(["stored"], "k-")).toBe("k-main");
});

test("an evicted entry is a miss", async () => {
  actAs(MAIN);
  await saveCache(["stored"], "k-1");
  server.evict(({ key }) => key === "k-1");
  expect(await restoreCache(["stored"], "k-")).toBeUndefined();
});

test("ordered trouble happens as often as ordered", async () => {
  actAs(MAIN);
  server.inject({ on: "create", status: 501, times: 1 });
  expect(await saveCache(["stored"], "k-1")).toBe(-1);
  expect(await saveCache(["stored"], "k-1")).toBeGreaterThan(0);
});

test("a download that is cut short is a miss", async () => {
  actAs(MAIN);
  await saveCache(["stored"], "k-1");
  server.inject({ on: "download", cut: 20 });
  expect(await restoreCache(["stored"], "k-")).toBeUndefined();
});
