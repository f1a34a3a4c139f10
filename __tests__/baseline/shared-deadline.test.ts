import { expect, test } from "vitest";
import { createDeadline, LATE } from "../../src/baseline/deadline.ts";

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

test("the time begins with the first work, and a work in time leaves the rest to the others", async () => {
  const deadline = createDeadline(60_000);
  expect([deadline.limitMs, deadline.wasMissed()]).toEqual([60_000, false]);
  expect(await deadline.within(async () => "done")).toBe("done");
  const left = deadline.leftMs();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(60_000);
});

test("a deadline of no time begins no work", async () => {
  const deadline = createDeadline(0);
  expect(await deadline.within(() => Promise.reject(new Error("begun")))).toBe(LATE);
  expect([deadline.leftMs(), deadline.wasMissed()]).toEqual([0, true]);
});
