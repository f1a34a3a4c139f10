import { afterAll, beforeAll, expect, test } from "vitest";
import { createDeadline } from "../../src/baseline/deadline.ts";
import type { CacheServer } from "../servers/cache-server.ts";
import { openStore } from "./open-store.ts";
import { openRunnerCache } from "./runner-cache.ts";
import { sampleBundle } from "./sample-baseline.ts";

let server: CacheServer;
let workspace: string;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ server, workspace, close } = await openRunnerCache());
});

afterAll(() => close());

test.each(["lookup", "download"])(
  "a cache that never answers a %s is a fault of the store, and nothing is saved after it",
  async (on) => {
    await openStore({ workspace }).save(sampleBundle({ one: Buffer.from(on) }, "b".repeat(40)));
    server.inject({ on, hang: true });
    const store = openStore({ workspace, deadline: createDeadline(500) });
    expect(await store.restore()).toMatchObject({
      restored: false,
      reason: "unavailable",
      message: "the cache could not be read: it did not answer within 1 s",
    });
    server.heal();
    expect(await store.save(sampleBundle({}))).toMatchObject({ saved: false, reason: "failed" });
  },
);
