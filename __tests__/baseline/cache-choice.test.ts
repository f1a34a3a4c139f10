import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { CacheServer } from "../servers/cache-server.ts";
import { openStore, type StoreTraits } from "./open-store.ts";
import { openRunnerCache } from "./runner-cache.ts";
import { sampleBundle } from "./sample-baseline.ts";

const [A, B, C] = ["a", "b", "c"].map((letter) => letter.repeat(40)) as [string, string, string];
const LINE = [A, B, C];

let server: CacheServer;
let workspace: string;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ server, workspace, close } = await openRunnerCache());
});

beforeEach(() => server.evict());

afterAll(() => close());

const open = (traits: Omit<StoreTraits, "workspace">) => openStore({ workspace, ...traits });

async function saved(...commits: readonly string[]): Promise<void> {
  for (const sha of commits)
    await open({ commits: LINE }).save(sampleBundle({ one: Buffer.from(sha) }, sha));
}

const key = (rank: string, sha: string): string => `wasm-bench-v2-_-_-main-${rank}-${sha}-1000-1`;

test("the base's own baseline needs no word, whether or not GitHub tells of commits", async () => {
  await saved(A, B);
  for (const commits of [LINE, []]) {
    const outcome = await open({ base: A, commits }).restore();
    expect(outcome).toMatchObject({ restored: true, key: key("tip", A) });
    expect(outcome).not.toHaveProperty("offset");
    expect(outcome).not.toHaveProperty("warnings");
  }
});

test("the nearest ancestor stands in, with its distance", async () => {
  await saved(A);
  expect(await open({ base: C, commits: LINE }).restore()).toMatchObject({
    key: key("tip", A),
    offset: { base: C, distance: { ahead: 0, behind: 2 } },
  });
});

test("a later commit stands in where no ancestor was measured, and is told to be ahead", async () => {
  await saved(C);
  expect(await open({ base: A, commits: LINE }).restore()).toMatchObject({
    key: key("tip", C),
    offset: { base: A, distance: { ahead: 2, behind: 0 } },
  });
});

test("where GitHub does not tell, the newest answers with a warning and no distance", async () => {
  await saved(A, B);
  expect(await open({ base: C, commits: [] }).restore()).toMatchObject({
    key: key("tip", B),
    offset: { base: C, distance: null },
    warnings: [{ code: "baseline-order-unknown", message: expect.stringContaining("404") }],
  });
});

test("an older commit that is saved again is found by itself and by nobody else", async () => {
  await saved(B);
  const again = await open({ commits: LINE }).save(sampleBundle({ one: Buffer.from("x") }, A));
  expect(again).toMatchObject({
    saved: true,
    key: key("old", A),
    aside: expect.stringContaining("a later commit of main has been measured"),
  });
  expect(await open({ base: A, commits: LINE }).restore()).toMatchObject({ key: key("old", A) });
  expect(await open({ base: "d".repeat(40) }).restore()).toMatchObject({ key: key("tip", B) });
});

test("another job's baseline is not restored, and its key is named where it can be known", async () => {
  await saved(A);
  const listed = server.entries.map((entry) => ({ ...entry, ref: entry.scope }));
  for (const job of [{ key: "linux" }, { config: "other.yml" }])
    expect(await open({ ...job, base: A, commits: LINE, listed }).restore()).toMatchObject({
      restored: false,
      reason: "absent",
      message: expect.stringContaining(key("tip", A)),
    });
});

test.each(["none", "write-only"])("nothing is read in cache-mode %s", async (cacheMode) => {
  await saved(A);
  expect(await open({ base: A, commits: LINE, cacheMode }).restore()).toMatchObject({
    restored: false,
    reason: "unavailable",
    message: `the run's cache-mode is ${cacheMode}`,
  });
});

test.each(["none", "read"])("nothing is written in cache-mode %s", async (cacheMode) => {
  expect(await open({ cacheMode }).save(sampleBundle({}))).toMatchObject({ reason: "read-only" });
  expect(server.entries).toEqual([]);
});
