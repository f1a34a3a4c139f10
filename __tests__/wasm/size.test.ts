import { describe, expect, it } from "vitest";
import { countOperators } from "../../src/wasm/histogram.ts";
import { readModule } from "../../src/wasm/read-module.ts";
import { joinSizes, measureSize } from "../../src/wasm/size.ts";
import { compareSizes, explainSizeChange } from "../../src/wasm/size-change.ts";
import { assemble } from "./assemble.ts";

const build = (parse: number, data: string, rest = ""): Uint8Array =>
  assemble(`(module (import "env" "log" (func $log)) (memory 1) (data (i32.const 0) "${data}")
    (func $parse_utf8 ${"nop ".repeat(parse)}) (func $main (export "main") call $parse_utf8) ${rest})`);

describe("measureSize", () => {
  const size = measureSize(readModule(build(100, "hello")));

  it("adds up to the file", () => {
    expect(size.sections.reduce((sum, { bytes }) => sum + bytes, 8)).toBe(size.bytes);
  });

  it("counts functions, imports, exports, data and custom bytes", () => {
    expect([size.functions, size.imports, size.exports, size.dataBytes]).toEqual([2, 1, 1, 5]);
    expect(size.customBytes).toBe(size.sections.find(({ name }) => name === "custom:name")?.bytes);
  });

  it("lists bodies by name, largest first", () => {
    // Count of local groups 1, operators, `end` 1; a call has an operand.
    expect(size.bodies).toEqual([
      { index: 1, name: "parse_utf8", named: true, bytes: 102 },
      { index: 2, name: "main", named: true, bytes: 4 },
    ]);
  });
});

describe("explainSizeChange", () => {
  it("says nothing about equal modules", () => {
    const size = measureSize(readModule(build(10, "a")));
    expect(explainSizeChange(size, size)).toEqual([]);
  });

  it("says which section and function grew", () => {
    const base = measureSize(readModule(build(1000, "hello")));
    const candidate = measureSize(readModule(build(3150, "hello!")));
    // code: id 1, length 2, count 1, bodies 2 + 1002 and 1 + 4 = 1013 bytes, then 2149 more; data: 13 bytes, then 14.
    expect(explainSizeChange(base, candidate)).toEqual([
      "code +212 %: parse_utf8 +2.10 KiB",
      "data +7.7 %",
    ]);
  });

  it("names new and vanished functions and sections", () => {
    const base = measureSize(readModule(build(10, "a")));
    const candidate = measureSize(
      readModule(build(10, "a", "(func $extra nop nop) (table 1 funcref)")),
    );
    const forward = explainSizeChange(base, candidate);
    expect(forward.find((line) => line.startsWith("code"))).toContain("extra new, 4 B");
    expect(forward.find((line) => line.startsWith("table"))).toMatch(/^table new, \d+ B$/);
    expect(explainSizeChange(candidate, base).join()).toContain("extra gone, 4 B");
  });

  it("matches functions by name, not by index", () => {
    const base = measureSize(readModule(assemble("(module (func $a nop) (func $b nop nop))")));
    const candidate = measureSize(readModule(assemble("(module (func $b nop nop) (func $a nop))")));
    expect(compareSizes(base, candidate).functions).toEqual([]);
  });
});

describe("countOperators", () => {
  it("counts every operator by name, most frequent first", () => {
    const facts = readModule(
      assemble(
        "(module (memory 1) (func i32.const 1 i32.const 2 i32.add drop) (func i32.const 0 i64.load drop))",
      ),
    );
    expect([...countOperators(facts)]).toEqual([
      ["i32.const", 3],
      ["drop", 2],
      ["end", 2],
      ["i32.add", 1],
      ["i64.load", 1],
    ]);
  });
});

describe("joinSizes", () => {
  const [one, other] = [build(1, "a"), build(3, "bc")].map((bytes) =>
    measureSize(readModule(bytes)),
  );
  if (one === undefined || other === undefined) throw new Error("there are two modules");

  it("leaves one module as it is", () => {
    expect(joinSizes([one])).toEqual(one);
  });

  it("adds up several, their sections and functions by the number of their module", () => {
    const joined = joinSizes([one, other]);
    expect(joined).toMatchObject({
      bytes: one.bytes + other.bytes,
      functions: 4,
      imports: 2,
      exports: 2,
      dataBytes: 3,
      customBytes: one.customBytes + other.customBytes,
    });
    expect(joined.sections.map(({ name }) => name)).toEqual([
      ...one.sections.map(({ name }) => `module 0: ${name}`),
      ...other.sections.map(({ name }) => `module 1: ${name}`),
    ]);
    // Two headers of 8 bytes.
    expect(joined.sections.reduce((sum, { bytes }) => sum + bytes, 16)).toBe(joined.bytes);
    // Local groups 1, operators, `end` 1: the larger first, whichever module it is of.
    expect(joined.bodies.map(({ name, bytes }) => [name, bytes])).toEqual([
      ["module 1: parse_utf8", 5],
      ["module 0: main", 4],
      ["module 1: main", 4],
      ["module 0: parse_utf8", 3],
    ]);
  });
});
