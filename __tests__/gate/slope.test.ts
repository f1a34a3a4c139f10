import { describe, expect, test } from "vitest";
import { growthOf, slopeSentence, slopeValue, slopeWarnings } from "../../src/gate/slope.ts";
import type { Slope } from "../../src/model/slope.ts";
import { result } from "./fabricate.ts";

function slope(part: Partial<Slope>): Slope {
  const calls = part.calls ?? [1, 100, 1000];
  const flat = calls.map(() => 10);
  return { calls, pages: flat, elements: [], fuel: flat, ended: null, ...part };
}

const LONG = [1, 100, 1000, 2000];

describe("growth from call to call", () => {
  test.each([
    ["a page a call", [2, 101, 1001, 2001], 1],
    // 190 pages in 1,900 calls.
    ["a page in ten calls", [1, 11, 101, 201], 0.1],
    // 271 in 1,900.
    ["a page in seven", [1, 15, 143, 286], 0.142632],
  ])("is that of the calls after the first hundred: %s", (_, pages, value) => {
    expect(growthOf(slope({ calls: LONG, pages }), "pages")).toEqual({ value, note: null });
  });

  test.each([
    ["only by the first hundred calls", slope({ pages: [1, 51, 51] })],
    ["and came to rest in a thousand", slope({ calls: LONG, pages: [1, 100, 500, 500] })],
    ["only late", slope({ calls: LONG, pages: [1, 1, 1, 9] })],
    ["not, having no memory", slope({ pages: [] })],
  ])("is none of a guest that grew %s", (_, one) => {
    expect(slopeValue(one, "pages_per_call")).toEqual({ value: 0, note: null });
  });

  test("is not known of what was called once, or not counted", () => {
    const unknown = { value: null, note: null };
    expect(slopeValue(undefined, "pages_per_call")).toEqual(unknown);
    expect(slopeValue(slope({ calls: [1], ended: "fuel" }), "fuel_growth")).toEqual(unknown);
  });

  test.each([
    ["time", [1, 10, 50, 99], "it grew over 99 calls, and its time allowed no more"],
    ["time", [1, 20, 100, 200], null],
    ["fuel", [1, 20, 100, 199], "it grew over 199 calls, and its fuel allowed no more"],
    [null, [1, 2, 10, 20], "it grew over 20 calls, and its fuel allowed no more"],
    [null, [1, 10, 100, 200], null],
    ["memory", [1, 5, 21, 42], null],
  ] as const)(
    "proves something from 200 calls on, or by memory that is used up: ended by %s after %j",
    (ended, calls, note) => {
      const pages = [1, 2, 3, 4];
      expect(slopeValue(slope({ ended, calls, pages }), "pages_per_call").note).toBe(note);
      expect(slopeValue(slope({ ended, calls, pages: [1, 2, 2, 2] }), "pages_per_call")).toEqual({
        value: 0,
        note: null,
      });
    },
  );

  test("is not known where a call failed", () => {
    const failed = slope({ calls: [1, 4, 8], ended: "failure", failure: "unreachable" });
    expect(slopeValue(failed, "pages_per_call")).toEqual({
      value: null,
      note: "call 9 on the same instance failed: unreachable",
    });
    expect(slopeSentence(failed)).toBe(
      "8 calls on one instance: memory stayed at 10 pages; the next one failed: unreachable",
    );
  });
});

describe("the warning about growth", () => {
  const leak = slope({ calls: LONG, pages: [2, 101, 1001, 2001] });
  const messages = (candidate: Slope, baseline?: Slope): string[] => {
    const slopes = { candidate, ...(baseline === undefined ? {} : { baseline }) };
    return slopeWarnings({ ...result([], {}), slopes }).map(({ message }) => message);
  };

  test("shows what was seen", () => {
    expect(messages(leak)).toEqual([
      "each further call adds 1 page of memory: 2 pages after 1, 101 pages after 100, 1,001 pages after 1,000, 2,001 pages after 2,000",
    ]);
    expect(messages(slope({}))).toEqual([]);
    expect(slopeWarnings(result([], {}))).toEqual([]);
  });

  test("says that the baseline grows as well", () => {
    const tenth = slope({ calls: LONG, pages: [1, 11, 101, 201] });
    expect(messages(tenth, leak)[0]).toMatch(
      /^each further call adds 0\.1 pages of memory: .*; the baseline adds 1 page$/,
    );
  });

  test("tells tables and fuel too", () => {
    const one = slope({ calls: LONG, elements: [1, 100, 1000, 2000], fuel: [10, 60, 960, 1960] });
    expect(messages(one)).toEqual([
      "each further call adds 1 element to a table: 1 element after 1, 100 elements after 100, 1,000 elements after 1,000, 2,000 elements after 2,000",
      "a call takes more fuel the more calls were made: 10 after 1, 60 after 100, 960 after 1,000, 1,960 after 2,000",
    ]);
  });
});

test("what calling showed is one sentence", () => {
  expect(slopeSentence(undefined)).toBe("");
  expect(slopeSentence(slope({}))).toBe("1,000 calls on one instance: memory stayed at 10 pages");
  expect(slopeSentence(slope({ calls: [1], pages: [2], ended: "fuel" }))).toBe(
    "1 call on one instance, as many as its fuel allowed: memory stayed at 2 pages",
  );
  expect(slopeSentence(slope({ pages: [1, 51, 51] }))).toBe(
    "1,000 calls on one instance: memory went from 1 to 51 pages",
  );
});
