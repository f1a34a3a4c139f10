import { describe, expect, it } from "vitest";
import type { Argument } from "../../../src/model/benchmark.ts";
import type { WitPrimitive, WitType } from "../../../src/model/wit.ts";
import { convertExpected, convertValue } from "../../../src/wasm/component/convert-value.ts";

const of = (name: WitPrimitive): WitType => ({ kind: "primitive", name });
const list = (item: WitType, length: number | null = null): WitType => ({
  kind: "list",
  item,
  length,
});
const option = (item: WitType): WitType => ({ kind: "option", item });

const POINT: WitType = {
  kind: "record",
  fields: [
    { name: "x-pos", type: of("u32") },
    { name: "label", type: option(of("string")) },
  ],
};
const SHAPE: WitType = {
  kind: "variant",
  cases: [
    { name: "no-shape", type: null },
    { name: "circle", type: of("f64") },
  ],
};
const RESULT: WitType = { kind: "result", ok: of("u32"), error: of("string") };
const FLAGS: WitType = { kind: "flags", names: ["read", "write-all"] };
const COLOUR: WitType = { kind: "enum", cases: ["red", "dark-blue"] };

describe("convertValue", () => {
  it.each<[string, Argument, WitType, unknown]>([
    ["a boolean", true, of("bool"), true],
    ["the largest u8", 255, of("u8"), 255],
    ["the smallest s16", -32_768, of("s16"), -32_768],
    ["a u64 from a number", 5, of("u64"), 5n],
    ["a u64 from digits", "18446744073709551615", of("u64"), 2n ** 64n - 1n],
    ["an s64 from a bigint", -(2n ** 63n), of("s64"), -(2n ** 63n)],
    ["not a number", "nan", of("f64"), Number.NaN],
    ["less than every number", "-inf", of("f32"), Number.NEGATIVE_INFINITY],
    ["a character of two units", "😀", of("char"), "😀"],
    ["a text", "", of("string"), ""],
    ["bytes", [1, 255], list(of("u8")), Uint8Array.of(1, 255)],
    ["64-bit integers", [1, "2"], list(of("s64")), BigInt64Array.of(1n, 2n)],
    ["texts", ["a", "b"], list(of("string")), ["a", "b"]],
    ["a list of a given length", [1, 2], list(of("u8"), 2), [1, 2]],
    ["a tuple", [1, "x"], { kind: "tuple", items: [of("u8"), of("char")] }, [1, "x"]],
    ["a record by names of WIT", { "x-pos": 1, label: "a" }, POINT, { xPos: 1, label: "a" }],
    ["a record by names of JavaScript", { xPos: 1 }, POINT, { xPos: 1, label: undefined }],
    ["nothing", null, option(of("u8")), undefined],
    ["something", 7, option(of("u8")), 7],
    [
      "something that is nothing",
      { some: null },
      option(option(of("u8"))),
      { tag: "some", val: undefined },
    ],
    ["nothing of what may be nothing", null, option(option(of("u8"))), { tag: "none" }],
    ["three options deep", { some: 1 }, option(option(option(of("u8")))), { tag: "some", val: 1 }],
    ["a case by its name", "no-shape", SHAPE, { tag: "no-shape", val: undefined }],
    ["a case with its payload", { circle: 1.5 }, SHAPE, { tag: "circle", val: 1.5 }],
    ["a success", { ok: 3 }, RESULT, { tag: "ok", val: 3 }],
    ["an error", { err: "no" }, RESULT, { tag: "err", val: "no" }],
    ["a case of an enumeration", "dark-blue", COLOUR, "dark-blue"],
    ["flags", ["write-all"], FLAGS, { read: false, writeAll: true }],
  ])("takes %s", (_, value, type, expected) => {
    expect(convertValue(value, type, "a")).toEqual(expected);
  });

  it.each<[string, Argument, WitType, RegExp]>([
    [
      "a u8 that is too large",
      256,
      of("u8"),
      /a: expected a whole number from 0 to 255 \(u8\), got 256/,
    ],
    ["a negative u64", "-1", of("u64"), /from 0 to 18446744073709551615 \(u64\), got "-1"/],
    ["a number that has lost digits", 2 ** 60, of("s64"), /has lost digits: write it as a text/],
    ["a fraction", 1.5, of("s32"), /a whole number .* got 1\.5/],
    ["digits for 32 bits", "1", of("u32"), /a whole number .* got "1"/],
    ["two characters", "ab", of("char"), /a text of one character/],
    ["half a character", "\ud800", of("char"), /a text of one character/],
    ["half a character in a text", "a\ud800", of("string"), /a text without lone surrogates/],
    ["a number for a text", 1, of("string"), /a: expected a text \(string\), got 1/],
    ["a number for a boolean", 1, of("bool"), /true or false/],
    ["a text for a number", "1", of("f64"), /expected a number \(f64\)/],
    ["an item inside a list", [1, 300], list(of("u8")), /a\[1\]: expected/],
    ["a list of another length", [1], list(of("u8"), 2), /takes 2 items, got 1/],
    [
      "a tuple of another length",
      [1],
      { kind: "tuple", items: [of("u8"), of("u8")] },
      /takes 2 items, got 1/,
    ],
    ["a record without a field", { label: "a" }, POINT, /lacks the field "x-pos" \(u32\)/],
    [
      "a record with another field",
      { "x-pos": 1, y: 1 },
      POINT,
      /no field "y"; its fields are x-pos, label/,
    ],
    [
      "a list for a record",
      [1],
      POINT,
      /expected a record \(record \{ x-pos: u32, label: option<string> \}\)/,
    ],
    [
      "an option of an option without `some`",
      1,
      option(option(of("u8"))),
      /write \{ some: … \} or null/,
    ],
    ["an unknown case", "square", SHAPE, /one of no-shape, circle .* got "square"/],
    ["a case without its payload", "circle", SHAPE, /"circle" needs a payload/],
    ["a payload too many", { "no-shape": 1 }, SHAPE, /"no-shape" has no payload/],
    ["an unknown flag", ["write"], FLAGS, /one of read, write-all/],
    ["an unknown name of an enumeration", "blue", COLOUR, /one of red, dark-blue/],
    ["a resource", 1, { kind: "resource" }, /a: is a resource/],
    ["a stream", 1, { kind: "other", name: "stream" }, /of the type stream/],
  ])("refuses %s", (_, value, type, words) => {
    expect(() => convertValue(value, type, "a")).toThrow(words);
  });
});

describe("convertExpected", () => {
  it("expects the payload alone of a success, as JavaScript gets it", () => {
    expect(convertExpected({ ok: 3 }, RESULT)).toBe(3);
    expect(convertExpected("ok", { kind: "result", ok: null, error: null })).toBeUndefined();
    expect(convertExpected(null, null)).toBeUndefined();
  });

  it.each<[string, Argument, WitType | null, RegExp]>([
    ["an error", { err: "no" }, RESULT, /a call that is measured must succeed/],
    [
      "a success that is not written as one",
      3,
      RESULT,
      /must be \{ ok: … \}, for result<u32, string>/,
    ],
    ["a result where nothing is returned", 3, null, /the function returns nothing/],
  ])("refuses %s", (_, value, type, words) => {
    expect(() => convertExpected(value, type)).toThrow(words);
  });
});
