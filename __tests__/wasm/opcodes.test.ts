import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { OPERATOR_NAMES, OPERATOR_PLACES, placeNamed, placeOf } from "../../src/wasm/opcodes.ts";

const require = createRequire(import.meta.url);
/** Code by name; declared as a constant enumeration, which only exists at run time for us. */
const { OperatorCode } = require("wasmparser") as {
  readonly OperatorCode: Readonly<Record<string, number | string>>;
};

/** Names of the other decoder that are spelt otherwise in the specification. */
const RENAMED: Readonly<Record<string, string>> = {
  select_with_type: "select_t",
  i16x8_load8x8_s: "v128.load8x8_s",
  i16x8_load8x8_u: "v128.load8x8_u",
  i32x4_load16x4_s: "v128.load16x4_s",
  i32x4_load16x4_u: "v128.load16x4_u",
  i64x2_load32x2_s: "v128.load32x2_s",
  i64x2_load32x2_u: "v128.load32x2_u",
  v8x16_load_splat: "v128.load8_splat",
  v16x8_load_splat: "v128.load16_splat",
  v32x4_load_splat: "v128.load32_splat",
  v64x2_load_splat: "v128.load64_splat",
};

/** Prefix bytes, and an operator of a withdrawn proposal. */
const NO_OPERATORS = new Set(["prefix_0xfb", "prefix_0xfc", "prefix_0xfd", "prefix_0xfe", "let"]);

const plain = (name: string): string => name.replaceAll(/[^a-z0-9]/gi, "").toLowerCase();

/** Place in our tables of a code of the other decoder, which puts the prefix above 8 or 12 bits. */
function placeOfCode(code: number): number {
  if (code < 0x100) return code;
  return code < 0x10000 ? placeOf(code >> 8, code & 0xff) : placeOf(code >> 12, code & 0xfff);
}

describe("operator tables", () => {
  it("name every operator as a second decoder does, and no other", () => {
    const theirs = Object.entries(OperatorCode)
      .filter(
        (entry): entry is [string, number] =>
          typeof entry[1] === "number" && !NO_OPERATORS.has(entry[0]),
      )
      .map(([name, code]) => [placeOfCode(code), plain(RENAMED[name] ?? name)] as const);
    const ours = OPERATOR_NAMES.flatMap((name, place) =>
      name === undefined ? [] : [[place, plain(name)] as const],
    );
    expect(ours).toEqual(theirs.toSorted(([left], [right]) => left - right));
  });

  it("find every operator by its name, and refuse any other", () => {
    for (const [name, place] of OPERATOR_PLACES) expect(OPERATOR_NAMES[place]).toBe(name);
    expect(() => placeNamed("i32.nand")).toThrow(RangeError);
  });
});
