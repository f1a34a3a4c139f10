import { readFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { categorizeTrap } from "../../src/wasm/traps.ts";
import { assemble } from "../wasm/assemble.ts";
import { describeNative, instantiate, NOTHING, PROGRAM } from "./native-library.ts";
import { privateBytes } from "./private-bytes.ts";

const TRAPS: readonly (readonly [string, string])[] = [
  ["unreachable", "unreachable"],
  ["divide_by_zero", "divide by zero"],
  ["integer_overflow", "integer overflow"],
  ["invalid_conversion", "float unrepresentable"],
  ["memory_out_of_bounds", "memory out of bounds"],
  ["table_out_of_bounds", "table out of bounds"],
  ["indirect_call_to_null", "null or mismatched function"],
  ["bad_signature", "null or mismatched function"],
  ["element_out_of_bounds", "table out of bounds"],
  ["stack_exhaustion", "stack exhausted"],
];

const IMPORTING = `(module
  (import "env" "memory" (memory 2 3)) (import "env" "table" (table 4 funcref))
  (export "memory" (memory 0)) (data (i32.const 8) "\\07")
  (elem (i32.const 1) func $seven) (func $seven (result i32) (i32.load8_u (i32.const 8)))
  (func (export "run") (result i32) (call_indirect (result i32) (i32.const 1))))`;

function wat(name: string): string {
  return readFileSync(`fixtures/wat/${name}.wat`, "utf8");
}

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
}

afterAll(() => PROGRAM.releaseAll());

describeNative("instances of a native engine", (engine) => {
  it.each(TRAPS)("trap by %s, of the category %s, thrown and held", (name, category) => {
    const guest = instantiate(engine, wat("traps"));
    const error = thrownBy(() => guest.find(name)());
    expect(error).toBeInstanceOf(WebAssembly.RuntimeError);
    expect(categorizeTrap(error)).toBe(category);
    const held = guest.catchTrap(name, []);
    expect(held?.categorize()).toBe(category);
    held?.release();
    expect(guest.find("ok")(41)).toBe(42);
  });

  it("tell what a guest throws and nobody catches apart from a trap, as V8 does", () => {
    const text = '(module (tag $t (param i32)) (func (export "f") (throw $t (i32.const 1))))';
    const guest = instantiate(engine, text);
    expect(categorizeTrap(thrownBy(() => guest.find("f")()))).toBe("uncaught exception");
    const held = guest.catchTrap("f", []);
    expect(held?.categorize()).toBe("uncaught exception");
    held?.release();
  });

  it("hold no trap of a call that returns", () => {
    expect(instantiate(engine, wat("traps")).catchTrap("ok", [1])).toBeNull();
  });

  it("have memories and tables of their own where the module imports them", () => {
    const module = PROGRAM.open(engine).makeEngine({ fuel: false }).compile(assemble(IMPORTING));
    const [first, second] = [module.instantiate(NOTHING), module.instantiate(NOTHING)];
    const [memory] = first.memories;
    new Uint8Array(memory?.buffer ?? new ArrayBuffer(0))[8] = 9;
    expect([first.find("run")(), second.find("run")()]).toEqual([9, 7]);
    expect(memory?.buffer.byteLength).toBe(2 * 65_536);
    expect(first.memories).toHaveLength(1);
    expect(first.exports.memory).toBe(memory);
  });

  it("show a memory as it is after it has grown, and refuse more than its greatest size", () => {
    const guest = instantiate(
      engine,
      `(module (memory (export "m") 1 3) (export "again" (memory 0)))`,
    );
    const [memory, ...others] = guest.memories;
    expect(others).toEqual([]);
    expect(memory?.grow(2)).toBe(1);
    expect(memory?.buffer.byteLength).toBe(3 * 65_536);
    expect(() => memory?.grow(1)).toThrow(RangeError);
  });

  it("show a memory that is shared between threads", () => {
    const text = `(module (memory (export "m") 1 2 shared) (func (export "set") (i32.store8 (i32.const 5) (i32.const 6))))`;
    const guest = instantiate(engine, text);
    guest.find("set")();
    const [memory] = guest.memories;
    expect(new Uint8Array(memory?.buffer ?? new ArrayBuffer(0))[5]).toBe(6);
    expect([memory?.grow(1), memory?.buffer.byteLength]).toEqual([1, 2 * 65_536]);
    guest.drop();
  });

  it.each([
    [
      `(module (import "a" "f" (func)) (import "a" "g" (func)) (import "b" "x" (global i32)))`,
      "nobody provides a.f (function), a.g (function), b.x (global)",
    ],
    [
      `(module (import "host" "global" (global i32)))`,
      "host.global is a global of V8's, which another engine cannot use",
    ],
    [
      `(module (import "host" "call" (func (param externref))))`,
      "host.call takes or returns externref",
    ],
    [`(module (import "m" "m" (memory 1 2 shared)))`, "m.m is a shared memory"],
    [`(module (import "m" "m" (memory i64 1)))`, "m.m is a memory with 64-bit addresses"],
  ])("are not made of %s, and say why", (text, message) => {
    const imports = { host: { global: 1, call: () => 0 } };
    const error = thrownBy(() => instantiate(engine, text, { imports, wasi: null }));
    expect(error).toBeInstanceOf(WebAssembly.LinkError);
    expect((error as Error).message).toContain(message);
  });

  it("are not made of bytes that are no module", () => {
    const make = PROGRAM.open(engine).makeEngine({ fuel: false });
    const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 99]);
    expect(() => make.compile(bytes)).toThrow(WebAssembly.CompileError);
  });

  it("tell a start function that traps, and what its host threw", () => {
    expect(() => instantiate(engine, `(module (start $s) (func $s (unreachable)))`)).toThrow(
      "unreachable",
    );
    const thrown = new Error("at the start");
    const imports = {
      h: {
        f: () => {
          throw thrown;
        },
      },
    };
    const text = `(module (import "h" "f" (func $f)) (start $f))`;
    expect(() => instantiate(engine, text, { imports, wasi: null })).toThrow(thrown);
  });

  it("leave nothing behind when they are let go: 1,500 of them, written to and trapped", () => {
    const module = PROGRAM.open(engine)
      .makeEngine({ fuel: false })
      .compile(assemble(wat("traps")));
    const make = (made: number): void => {
      const guest = module.instantiate(NOTHING);
      new Uint8Array(guest.memories[0]?.buffer ?? new ArrayBuffer(0)).fill(1);
      thrownBy(() => guest.find("unreachable")());
      if (made % 10 === 0) guest.repeat("ok", [1])(2);
      guest.drop();
    };
    for (let made = 0; made < 200; made += 1) make(made);
    const before = privateBytes();
    for (let made = 0; made < 1_500; made += 1) make(made);
    expect((privateBytes() - before) / 1_500).toBeLessThan(16_384);
  });

  it("leave no code behind when their modules are let go: 600 of 20 KB", async () => {
    const { generateModule } = await import("../../src/wasm/generate.ts");
    const bytes = generateModule(20_000);
    const make = PROGRAM.open(engine).makeEngine({ fuel: false });
    const compile = (): void => {
      const module = make.compile(bytes);
      const guest = module.instantiate(NOTHING);
      guest.find("run")(1);
      guest.drop();
      module.release();
    };
    // What is left behind grows every round; what the allocator keeps for later grows in one of them.
    const grown = [0, 1, 2, 3].map(() => {
      const before = privateBytes();
      for (let made = 0; made < 600; made += 1) compile();
      return (privateBytes() - before) / 600;
    });
    expect(Math.min(...grown)).toBeLessThan(4_000);
  });
});
