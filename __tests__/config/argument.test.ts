import { describe, expect, it } from "vitest";
import { decodeArgument } from "../../src/config/argument.ts";

/** A list around a list, so many times. */
const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 5);

describe("a call argument", () => {
  it.each([5, -0.5, "s", "", true, false, null, 9007199254740993n])("may be %s", (value) => {
    expect(decodeArgument(value)).toEqual({ value });
  });

  it("may be a bigint of at most 39 digits", () => {
    expect(decodeArgument({ $bigint: "-123" })).toEqual({ value: -123n });
    const digits = "9".repeat(39);
    expect(decodeArgument({ $bigint: digits })).toEqual({ value: BigInt(digits) });
    expect(decodeArgument({ $bigint: `${digits}9` })).toHaveProperty("fault");
  });

  it.each([
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [undefined],
    [{}],
    [{ $other: "5" }],
    [JSON.parse('{ "__proto__": 1 }')],
    [{ $bigint: 5 }],
    [{ $bigint: "" }],
    [{ $bigint: "5x" }],
    [{ $bigint: "x5" }],
    [{ $bigint: "5", more: 1 }],
    [[1, { $bigint: "x" }]],
  ])("is none of the others: %j", (value) => {
    expect(decodeArgument(value)).toEqual({
      fault: expect.stringMatching(/^expected a finite number/),
    });
  });

  it("may be lists within lists, eight deep", () => {
    expect(decodeArgument([1, ["a", []]])).toEqual({ value: [1, ["a", []]] });
    expect(decodeArgument(nested(8))).toEqual({ value: nested(8) });
    expect(decodeArgument(nested(9))).toEqual({
      fault: "lists and records nested deeper than 8 are not accepted",
    });
  });

  it("may be records, which count as deep as lists", () => {
    const record = { name: "a", points: [{ x: 1, y: 2 }], id: { $bigint: "5" } };
    expect(decodeArgument(record)).toEqual({ value: { ...record, id: 5n } });
    expect(decodeArgument([{ id: { $bigint: "x" } }])).toHaveProperty("fault");
    const deep = { last: nested(7) };
    expect(decodeArgument(deep)).toEqual({ value: deep });
    expect(decodeArgument({ last: nested(8) })).toEqual({
      fault: "lists and records nested deeper than 8 are not accepted",
    });
  });
});
