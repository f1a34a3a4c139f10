import { describe, expect, it } from "vitest";
import { createEngineFaults, type EngineFaults } from "../../src/native/engine-faults.ts";
import type { EngineLibrary } from "../../src/native/engine-library.ts";
import { createAllocator, type MemoryBlock } from "../../src/native/memory-block.ts";
import { categorizeTrap } from "../../src/wasm/traps.ts";

/** Traps as Wasmtime calls them, by the addresses they have here. */
const TRAPS: Readonly<Record<number, string>> = {
  1: "wasm trap: wasm `unreachable` instruction executed",
  2: "wasm trap: all fuel consumed by WebAssembly",
  3: "wasm trap: null reference",
  4: "wasm trap: cast failure",
  5: "wasm trap: degenerate component adapter called",
  6: "the host said no",
  7: "thrown Wasm exception",
};

/** How versions number those traps: by the address; nothing for a trap that has no code. */
const BEFORE_34: Readonly<Record<number, number>> = { 1: 9, 2: 11 };
const FROM_34_TO_41: Readonly<Record<number, number>> = { 1: 9, 2: 12, 3: 14, 4: 17, 5: 11 };
const SINCE_42: Readonly<Record<number, number>> = { 1: 9, 2: 11, 3: 13, 4: 16, 5: 60 };

interface Version {
  readonly codes: Readonly<Record<number, number>>;
  /** False where a trap without a number ends the process. */
  readonly numbersAll: boolean;
}

interface FakeLibrary {
  readonly faults: EngineFaults;
  /** Traps whose words were asked for, and those that were deleted. */
  readonly read: number[];
  readonly deleted: number[];
}

/** A library that has traps and nothing else. */
function libraryOf({ codes, numbersAll }: Version): FakeLibrary {
  const blocks: MemoryBlock[] = [];
  let next = 4096;
  const allocator = createAllocator(() => {
    next += 2 ** 20;
    return next;
  });
  const allocate = (size: number): MemoryBlock => {
    const block = allocator(size);
    blocks.push(block);
    return block;
  };
  const at = (address: unknown): MemoryBlock =>
    blocks.find((block) => block.address === address) as MemoryBlock;
  const [read, deleted]: [number[], number[]] = [[], []];
  const call = {
    wasmtime_trap_code: (trap: number, cell: number): boolean => {
      const code = codes[trap];
      if (code === undefined && !numbersAll) throw new Error("the process was ended");
      if (code === undefined) return false;
      at(cell).view.setUint8(0, code);
      return true;
    },
    wasm_trap_message: (trap: number, words: number): void => {
      read.push(trap);
      at(words).setWord(0, 1);
      at(words).setWord(1, trap);
    },
    wasm_byte_vec_delete: (): void => undefined,
    wasm_trap_delete: (trap: number): void => {
      deleted.push(trap);
    },
  };
  const library = {
    call,
    allocate,
    has: () => numbersAll,
    textAt: (trap: number) =>
      `error while executing at wasm backtrace:\n    0: 0x21 - <unknown>!f\n\nCaused by:\n    ${TRAPS[trap]}\0`,
  };
  return { faults: createEngineFaults(library as unknown as EngineLibrary), read, deleted };
}

const VERSIONS: readonly (readonly [string, Version])[] = [
  ["24 to 33", { codes: BEFORE_34, numbersAll: false }],
  ["34 to 41", { codes: FROM_34_TO_41, numbersAll: true }],
  ["42 and newer", { codes: SINCE_42, numbersAll: true }],
];

const CATEGORIES = [
  "unreachable",
  "fuel exhausted",
  "null reference",
  "illegal cast",
  "other trap",
  "other trap",
  "uncaught exception",
];

describe.each(VERSIONS)("traps of a library of %s", (_, version) => {
  it("are sorted alike when they are thrown", () => {
    const { faults, deleted } = libraryOf(version);
    const taken = Object.keys(TRAPS).map((trap) => faults.takeTrap(Number(trap)));
    expect(taken.map(categorizeTrap)).toEqual(CATEGORIES);
    expect(taken.map(({ message }) => message)).toEqual([
      "wasm trap: unreachable instruction executed",
      "wasm trap: all fuel consumed",
      "wasm trap: null reference",
      "wasm trap: cast failure",
      "wasm trap: degenerate component adapter called",
      "the host said no",
      "wasm trap: thrown Wasm exception",
    ]);
    expect(deleted).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("are sorted alike when they are held", () => {
    const { faults, deleted } = libraryOf(version);
    const held = Object.keys(TRAPS).map((trap) => faults.holdTrap(Number(trap)));
    expect(held.map((one) => one.categorize())).toEqual(CATEGORIES);
    expect(deleted).toEqual([]);
    for (const one of held) one.release();
    expect(deleted).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("cost no words while they are sorted, where all versions number them alike", () => {
    const { faults, read } = libraryOf(version);
    const held = faults.holdTrap(1);
    const before = read.length;
    held.categorize();
    expect(read.length).toBe(before);
  });
});
