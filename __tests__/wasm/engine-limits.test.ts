import { describe, expect, it } from "vitest";
import { ByteWriter, MODULE_HEADER, writeSection } from "../../src/wasm/encoder.ts";
import { requireListFits, requireModuleFits } from "../../src/wasm/engine-limits.ts";
import { instrumentFuel } from "../../src/wasm/fuel.ts";
import { SECTION } from "../../src/wasm/sections.ts";

const { validate } = WebAssembly;
const OPTIONS = { profile: "wasmtime-49", mode: "wasmtime", cost: {}, validate } as const;
const I32 = 0x7f;

interface Shape {
  readonly body?: ByteWriter;
  readonly globals?: number;
  readonly locals?: number;
}

/** A module of one function, with as many of everything as asked for. */
function moduleOf({
  body = new ByteWriter(),
  globals = 0,
  locals = 0,
}: Shape): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter(1 << 20).raw(MODULE_HEADER);
  writeSection(out, SECTION.type, new ByteWriter().u32(1).u8(0x60).u8(0).u8(0));
  writeSection(out, SECTION.function, new ByteWriter().u32(1).u8(0));
  const list = new ByteWriter().u32(globals);
  for (let index = 0; index < globals; index += 1) list.raw([I32, 0, 0x41, 0, 0x0b]);
  writeSection(out, SECTION.global, list);
  writeSection(out, SECTION.export, new ByteWriter().u32(1).name("decode").u8(0).u32(0));
  const groups = new ByteWriter().u32(1).u32(locals).u8(I32);
  const code = new ByteWriter(1 << 20).u32(1).sized(groups.raw(body.view()).u8(0x0b));
  writeSection(out, SECTION.code, code);
  return out.bytes();
}

/** Loops that do nothing: each is checked. */
function loops(count: number): ByteWriter {
  const body = new ByteWriter(3 * count);
  for (let index = 0; index < count; index += 1) body.raw([0x03, 0x40, 0x0b]);
  return body;
}

describe("a module near the limits of the engine", () => {
  it.each([
    [
      "a function grows too long",
      { body: loops(400_000) },
      /^function 0 \("decode"\) needs [\d,]+ bytes in a function to count fuel; the engine takes 7,654,321$/,
    ],
    [
      "a function has as many locals as it may have",
      { locals: 50_000 },
      /^function 0 \("decode"\) needs 50,001 parameters and locals in a function .* 50,000$/,
    ],
    [
      "it has as many globals as it may have",
      { globals: 999_998 },
      /^the module needs 1,000,001 globals in a module .* 1,000,000$/,
    ],
  ])("is refused by name when %s", (_, shape, message) => {
    const bytes = moduleOf(shape);
    expect(validate(bytes)).toBe(true);
    expect(() => instrumentFuel(bytes, OPTIONS)).toThrow(message);
  });

  it("is taken by the engine, counting, just within them", () => {
    const { bytes } = instrumentFuel(moduleOf({ locals: 49_999, globals: 2 }), OPTIONS);
    expect(validate(bytes)).toBe(true);
  });

  it.each([
    [SECTION.type, "1,000,001 types in a module"],
    [SECTION.function, "1,000,001 functions in a module"],
    [SECTION.export, "1,000,001 exports in a module"],
  ])("is refused for the length of section %i, and taken with one item less", (id, words) => {
    expect(() => requireListFits(id, 1_000_001)).toThrow(words);
    expect(() => requireListFits(id, 1_000_000)).not.toThrow();
  });

  it("is refused beyond a gibibyte", () => {
    expect(() => requireModuleFits(2 ** 30)).not.toThrow();
    expect(() => requireModuleFits(2 ** 30 + 1)).toThrow("bytes in a module to count fuel");
  });
});
