import { describe, expect, it } from "vitest";
import type { WitItem } from "../../../src/model/wit.ts";
import { readWorld } from "../../../src/wasm/component/read-world.ts";
import { typeName } from "../../../src/wasm/component/type-name.ts";
import { assembleComponent, assembleFixture } from "./assemble-component.ts";

function told(items: readonly WitItem[]): string[] {
  return items.flatMap(({ name, functions }) =>
    Object.entries(functions).map(([own, { params, result }]) => {
      const list = params.map((param) => `${param.name}: ${typeName(param.type)}`).join(", ");
      return `${name} ${own}(${list})${result === null ? "" : ` -> ${typeName(result)}`}`;
    }),
  );
}

describe("readWorld", () => {
  it("tells exported functions with the types of their values, names resolved", async () => {
    const { imports, exports } = readWorld(await assembleFixture("typed"));
    expect(imports).toEqual([]);
    expect(told(exports)).toEqual([
      "docs:typed/values@1.0.0 gather-all(shape: variant { none, circle(f64), square(u32) }, by: option<u8>, at: record { x-pos: u32, y-pos: s64 }, access: flags { read, write-all }, colour: enum { red, dark-blue }, n: u64, pair: tuple<u8, char>, name: string, items: list<u16>) -> u64",
      "docs:typed/values@1.0.0 halve(n: u32) -> result<record { half: u32, is-odd: bool }, string>",
      "docs:typed/values@1.0.0 letter(code: u32) -> option<char>",
      "docs:typed/values@1.0.0 fail()",
    ]);
  });

  it("tells imports, of interfaces and of the world itself, and exports of an interface", async () => {
    const { imports, exports } = readWorld(await assembleFixture("hosted"));
    expect(told(imports)).toEqual([
      "docs:calc/step@1.0.0 next-value(x: s32) -> s32",
      "twice twice(x: s32) -> s32",
      "wasi:clocks/monotonic-clock@0.2.3 now() -> u64",
    ]);
    expect(told(exports)).toEqual([
      "docs:calc/ops@1.0.0 run-it(n: s32) -> s32",
      "docs:calc/ops@1.0.0 is-late() -> bool",
    ]);
  });

  it("follows functions through components inside, aliases of what is outside, and resources", async () => {
    const text = `(component
      (import "docs:a/b" (instance $b
        (export "blob" (type $blob (sub resource)))
        (export "[method]blob.size" (func (param "self" (borrow $blob)) (result u32)))))
      (type $bytes (list u8))
      (component $inner
        (alias outer 1 $bytes (type $outer-bytes))
        (import "f" (func $f (param "b" $outer-bytes)))
        (export "g" (func $f)))
      (core module $m (memory (export "m") 1)
        (func (export "f") (param i32 i32)) (func (export "r") (param i32 i32 i32 i32) (result i32) i32.const 0))
      (core instance $i (instantiate $m))
      (alias core export $i "m" (core memory $mem))
      (func $f (param "b" $bytes) (canon lift (core func $i "f") (memory $mem) (realloc (core func $i "r"))))
      (instance $made (instantiate $inner (with "f" (func $f))))
      (export "docs:a/c" (instance $made)))`;
    const { imports, exports } = readWorld(await assembleComponent(text));
    expect(told(imports)).toEqual(["docs:a/b [method]blob.size(self: resource) -> u32"]);
    expect(told(exports)).toEqual(["docs:a/c g(b: list<u8>)"]);
  });

  it("refuses functions that may suspend, whose results nobody could time", async () => {
    const text = `(component
      (core module $m (func (export "f") (result i32) i32.const 0)
        (func (export "c") (param i32 i32 i32) (result i32) i32.const 0))
      (core instance $i (instantiate $m))
      (func (export "f") async (canon lift (core func $i "f") async (callback (core func $i "c")))))`;
    const bytes = await assembleComponent(text);
    expect(() => readWorld(bytes)).toThrow(/asynchronous part .* not supported/);
  });

  it("names the offset of whatever is damaged, at every length", async () => {
    const bytes = await assembleFixture("typed");
    const ends = Array.from({ length: 40 }, (_, index) => 9 + index * 7);
    const faults = ends.map((end) => {
      try {
        readWorld(bytes.subarray(0, end));
        return "read";
      } catch (error) {
        return String(error);
      }
    });
    expect(
      faults.filter((fault) => !/^(read|WasmFormatError: .* at offset \d+)/.test(fault)),
    ).toEqual([]);
    expect(faults.filter((fault) => fault !== "read").length).toBeGreaterThan(30);
  });
});
