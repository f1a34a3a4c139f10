import { describe, expect, it } from "vitest";
import {
  isRawType,
  RAW_VALUE_BYTES,
  type RawType,
  rawResultReader,
  readRawValues,
  writeRawValues,
} from "../../src/wasm/raw-values.ts";

const TYPES: readonly RawType[] = ["i32", "i64", "f32", "f64"];

function written(types: readonly RawType[], values: readonly unknown[]): DataView {
  const view = new DataView(new ArrayBuffer(RAW_VALUE_BYTES * types.length));
  writeRawValues(view, types, values);
  return view;
}

describe("values of a native engine", () => {
  it("lie 16 bytes apart, the lowest byte first", () => {
    const { buffer } = written(["i32", "i64"], [0x01020304, 0x0506n]);
    expect([...new Uint8Array(buffer)].slice(0, 24)).toEqual([
      ...[4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      ...[6, 5, 0, 0, 0, 0, 0, 0],
    ]);
  });

  it("are read as they are written", () => {
    const values = [-1, -(2n ** 63n), 0.5, Math.PI];
    expect(readRawValues(written(TYPES, values), TYPES)).toEqual(values);
  });

  it.each([
    ["i32", 2 ** 32 + 5, 5],
    ["i32", "7", 7],
    ["i32", undefined, 0],
    ["i64", 2n ** 64n + 5n, 5n],
    ["i64", true, 1n],
    ["f32", 0.1, Math.fround(0.1)],
    ["f64", undefined, Number.NaN],
  ] as const)("of type %s are %s as JavaScript gives them: %s", (type, value, read) => {
    expect(readRawValues(written([type], [value]), [type])).toEqual([read]);
  });

  it("are zero where an argument is missing", () => {
    expect(readRawValues(written(TYPES, []), TYPES)).toEqual([0, 0n, 0, 0]);
  });

  it.each([
    ["i32", 1n, "1n is no value of type i32"],
    ["f32", 1n, "1n is no value of type f32"],
    ["i64", 1, "1 is no value of type i64: write it as a bigint"],
    ["i64", null, "null is no value of type i64: write it as a bigint"],
  ] as const)("of type %s are not %s", (type, value, message) => {
    expect(() => written([type], [value])).toThrow(new TypeError(message));
  });

  it("are nothing, one or a list, as a function returns them", () => {
    const view = written(["i32", "f64"], [3, 0.5]);
    expect(rawResultReader([])(view)).toBeUndefined();
    expect(rawResultReader(["i32"])(view)).toBe(3);
    expect(rawResultReader(["i32", "f64"])(view)).toEqual([3, 0.5]);
  });

  it("are no vectors and no references", () => {
    expect(["i32", "v128", "funcref", "externref", "toString"].map(isRawType)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
