import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type CodeTools, createCodeCopies } from "../../src/native/code-copies.ts";
import { MemoryBlock } from "../../src/native/memory-block.ts";
import type { HeldBytes } from "../../src/native/module-source.ts";
import { assemble } from "../wasm/assemble.ts";
import { describeNative, NOTHING, PROGRAM } from "./native-library.ts";
import { privateBytes } from "./private-bytes.ts";

function blockOf(bytes: Uint8Array): MemoryBlock {
  const size = Math.max(16, Math.ceil(bytes.length / 8) * 8);
  const block = new MemoryBlock(new ArrayBuffer(size), { offset: 0, address: 1, size });
  block.bytes.set(bytes);
  return block;
}

function sourceOf(...bytes: readonly number[]): HeldBytes {
  return { block: blockOf(new Uint8Array(bytes)), size: bytes.length };
}

/** A library that tells what it was asked for, whose code is 100 bytes whatever the module. */
function fakeTools({ lacks = "", refuses = false } = {}) {
  const asked: string[] = [];
  const made = blockOf(new Uint8Array(64));
  const give = (address: number): number => {
    made.setWord(0, address);
    return 0;
  };
  const call = {
    wasmtime_module_new: () => {
      asked.push("compiled");
      return give(asked.length);
    },
    wasmtime_module_serialize: () => {
      made.setWord(1, 7);
      return give(100);
    },
    wasmtime_module_deserialize: () => {
      asked.push(refuses ? "refused" : "copied");
      return refuses ? 5 : give(asked.length);
    },
    wasm_byte_vec_delete: () => 0,
  };
  const library = {
    call,
    has: (name: string) => name !== lacks,
    viewAt: () => new ArrayBuffer(100),
    copy: blockOf,
  };
  const tools = { library, made, faults: { takeMessage: () => "" } } as unknown as CodeTools;
  return { tools, asked };
}

const PLAIN = { address: 1, fuel: false };

describe("copies of compiled code", () => {
  it("are made of what was compiled once, each of its own", () => {
    const { tools, asked } = fakeTools();
    const place = createCodeCopies(tools);
    const addresses = [1, 2, 3].map(() => place(PLAIN, sourceOf(1, 2, 3)));
    expect(asked).toEqual(["compiled", "copied", "copied"]);
    expect(new Set(addresses).size).toBe(3);
  });

  it("are never those of other bytes, or of an engine with other settings", () => {
    const { tools, asked } = fakeTools();
    const place = createCodeCopies(tools);
    for (const bytes of [
      [1, 2, 3],
      [1, 2, 4],
      [1, 2, 3, 0],
    ])
      place(PLAIN, sourceOf(...bytes));
    place({ ...PLAIN, fuel: true }, sourceOf(1, 2, 3));
    expect(asked).toEqual(["compiled", "compiled", "compiled", "compiled"]);
  });

  it("are kept up to a number of bytes, those that were asked for last", () => {
    const { tools, asked } = fakeTools();
    const place = createCodeCopies(tools, 250);
    for (const byte of [1, 2, 1, 3, 1, 2]) place(PLAIN, sourceOf(byte));
    expect(asked).toEqual(["compiled", "compiled", "copied", "compiled", "copied", "compiled"]);
  });

  it.each([
    ["lacks what gives code out", { lacks: "wasmtime_module_serialize" }, ["compiled", "compiled"]],
    ["lacks what takes it", { lacks: "wasmtime_module_deserialize" }, ["compiled", "compiled"]],
    ["refuses it", { refuses: true }, ["compiled", "refused", "compiled"]],
  ])("are compiled anew where the library %s", (_, library, expected) => {
    const { tools, asked } = fakeTools(library);
    const place = createCodeCopies(tools);
    for (let copy = 0; copy < 2; copy += 1) place(PLAIN, sourceOf(1));
    expect(asked).toEqual(expected);
  });
});

describeNative("a copy of compiled code on a native engine", (engine) => {
  const fib = assemble(readFileSync("fixtures/wat/fib.wat", "utf8"));
  const open = (fuel: boolean) => PROGRAM.open(engine).makeEngine({ fuel });

  it("answers as what was compiled does, on this engine and on the next one", () => {
    const first = open(false);
    const compiled = first.compile(fib).instantiate(NOTHING);
    const copies = [first.place(fib), first.place(fib), open(false).place(fib)];
    const guests = [compiled, ...copies.map((one) => one.instantiate(NOTHING))];
    expect(guests.map((guest) => guest.find("fib")(20))).toEqual([6765, 6765, 6765, 6765]);
    for (const guest of guests) guest.drop();
  });

  it("counts fuel where its engine does, and traps as ever", () => {
    const counting = open(true);
    for (const module of [counting.place(fib), counting.place(fib)]) {
      const guest = module.instantiate(NOTHING);
      guest.setFuel(1000n);
      expect(() => guest.find("fib")(10)).toThrow("all fuel consumed");
      guest.drop();
    }
  });

  it("leaves nothing behind when it is let go: 1,000 of 20 KB", async () => {
    const { generateModule } = await import("../../src/wasm/generate.ts");
    const bytes = generateModule(20_000);
    const own = open(false);
    const make = (): void => {
      const module = own.place(bytes);
      const guest = module.instantiate(NOTHING);
      guest.find("run")(1);
      guest.drop();
      module.release();
    };
    for (let made = 0; made < 200; made += 1) make();
    const before = privateBytes();
    for (let made = 0; made < 1_000; made += 1) make();
    expect((privateBytes() - before) / 1_000).toBeLessThan(20_000);
  });
});
