import * as v from "valibot";
import { describe, expect, it } from "vitest";
import {
  amount,
  benchmarkId,
  hash,
  moment,
  number,
  share,
  whole,
  words,
} from "../../src/config/document-fields.ts";

const HASH = "0123456789abcdef".repeat(4);

describe("a field of a stored document", () => {
  it.each([
    ["a number", number, [0, -1.5, 1e300], [Number.NaN, Number.POSITIVE_INFINITY, "1", null]],
    ["a share", share, [1e-9, 0.5, 1 - 1e-9], [0, 1, -0.5, 1.5, Number.NaN]],
    ["an amount", amount, [0, 0.5, 1e300], [-1e-9, Number.POSITIVE_INFINITY, "0"]],
    ["a whole number", whole, [0, 1, 2 ** 53 - 1], [-1, 0.5, 2 ** 53, "1"]],
    ["a text", words, ["", "x".repeat(65_536)], ["x".repeat(65_537), 5]],
    [
      "a hash",
      hash,
      [HASH],
      [HASH.slice(1), `${HASH}0`, HASH.toUpperCase(), ` ${HASH}`, HASH.replace("a", "g")],
    ],
    [
      "a moment",
      moment,
      ["2027-01-31T12:00:00Z", "2027-01-31T12:00:00.1Z", "2027-01-31T12:00:00.123456789Z"],
      [
        "2027-01-31T12:00:00",
        "2027-01-31T12:00:00.Z",
        "2027-01-31T12:00:00.1234567890Z",
        "2027-01-31 12:00:00Z",
        "x2027-01-31T12:00:00Z",
        "2027-01-31T12:00:00Zx",
        "2027-1-31T12:00:00Z",
      ],
    ],
    ["an id", benchmarkId, ["a", "x".repeat(512)], ["", "x".repeat(513), 5]],
  ])("%s", (_title, schema, taken, refused) => {
    expect(taken.filter((value) => !v.is(schema, value))).toEqual([]);
    expect(refused.filter((value) => v.is(schema, value))).toEqual([]);
  });
});
