import { afterAll, beforeAll, expect, test } from "vitest";
import { createDeadline, LATE } from "../../src/baseline/deadline.ts";
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

const never = (): Promise<never> => new Promise(() => undefined);

test("works share the time: after the first late one no further one is begun", async () => {
  const deadline = createDeadline(50);
  expect([await deadline.within(async () => 1), deadline.wasMissed()]).toEqual([1, false]);
  expect([await deadline.within(never), deadline.wasMissed()]).toEqual([LATE, true]);
  let begun = false;
  const late = deadline.within(async () => {
    begun = true;
  });
  expect([await late, begun, deadline.leftMs()]).toEqual([LATE, false, 0]);
});

test("a work that fails fails, and what fails after the deadline disturbs nobody", async () => {
  const failing = async (): Promise<never> => {
    throw new Error("told");
  };
  await expect(createDeadline(1000).within(failing)).rejects.toThrow("told");
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("late")), 20));
  expect(await createDeadline(1).within(() => late)).toBe(LATE);
  await late.catch(() => undefined);
});

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
