import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  categorizeTrap,
  FUEL_EXHAUSTED,
  NativeTrap,
  trapCodeOfWords,
  trapOfCode,
  trapOfWords,
  WASMTIME_TRAPS,
} from "../../src/wasm/traps.ts";

interface TrapCase {
  readonly name: string;
  readonly category: string;
  readonly wat: string;
  readonly base64: string;
}

const cases = JSON.parse(
  readFileSync(new URL("../../fixtures/fuel/traps.json", import.meta.url), "utf8"),
) as readonly TrapCase[];

/** Instantiates the module and calls its export `f`, if it has one; returns what was thrown. */
function raise(bytes: Uint8Array<ArrayBuffer>): unknown {
  try {
    const { f } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
    if (typeof f === "function") f();
    return "nothing was thrown";
  } catch (error) {
    return error;
  }
}

describe("traps really raised in this engine", () => {
  for (const { name, category, base64, wat } of cases) {
    const bytes = new Uint8Array(Buffer.from(base64, "base64"));
    const runnable = WebAssembly.validate(bytes);
    // Skipped only where the engine lacks the proposal (garbage collection and exnref before V8 13).
    it.skipIf(!runnable)(`${name} is "${category}": ${wat}`, () => {
      expect(categorizeTrap(raise(bytes))).toBe(category);
    });
  }
});

describe("categorizeTrap", () => {
  it("knows the words of Node 20 for a data segment out of bounds", () => {
    const error = new WebAssembly.RuntimeError(
      "WebAssembly.Instance(): data segment is out of bounds",
    );
    expect(categorizeTrap(error)).toBe("memory out of bounds");
  });

  it("recognises our own fuel exhaustion", () => {
    expect(categorizeTrap(new WebAssembly.RuntimeError(FUEL_EXHAUSTED))).toBe("fuel exhausted");
  });

  it.each([
    ["wasm trap: wasm `unreachable` instruction executed", "unreachable"],
    ["wasm trap: integer divide by zero", "divide by zero"],
    ["wasm trap: integer overflow", "integer overflow"],
    ["wasm trap: invalid conversion to integer", "float unrepresentable"],
    ["wasm trap: out of bounds memory access", "memory out of bounds"],
    ["wasm trap: undefined element: out of bounds table access", "table out of bounds"],
    ["wasm trap: indirect call type mismatch", "null or mismatched function"],
    ["wasm trap: call stack exhausted", "stack exhausted"],
    ["wasm trap: cannot leave component instance", "other trap"],
  ])("knows Wasmtime's words, which transpiled components use: %s", (message, category) => {
    expect(categorizeTrap(new WebAssembly.RuntimeError(message))).toBe(category);
  });

  it("looks into what a trap of another name was caused by, and not for ever", () => {
    const wrapped = (words: string, cause: unknown): Error =>
      Object.assign(new WebAssembly.RuntimeError(words), { cause });
    const inner = new WebAssembly.RuntimeError("unreachable");
    expect(categorizeTrap(wrapped("a", wrapped("b", inner)))).toBe("unreachable");
    expect(categorizeTrap(wrapped("a", new Error("unreachable")))).toBe("other trap");
    const circle = wrapped("a", null);
    Object.assign(circle, { cause: circle });
    expect(categorizeTrap(circle)).toBe("other trap");
  });

  it("names a trap it does not know `other trap`", () => {
    expect(categorizeTrap(new WebAssembly.RuntimeError("something new"))).toBe("other trap");
  });

  it.each([
    ["a TypeError of the boundary", new TypeError("Cannot convert 5 to a BigInt")],
    ["a LinkError", new WebAssembly.LinkError("unreachable")],
    ["a CompileError", new WebAssembly.CompileError("unreachable")],
    ["a host's own error with a trap's words", new Error("unreachable")],
    ["another RangeError", new RangeError("Invalid array length")],
    ["a thrown string", "unreachable"],
    ["undefined", undefined],
  ])("does not take %s for a trap", (_, error) => {
    expect(categorizeTrap(error)).toBeNull();
  });

  it("maps messages V8 uses for two causes to both traps of Wasmtime", () => {
    expect(WASMTIME_TRAPS["null or mismatched function"]).toEqual([
      "IndirectCallToNull",
      "BadSignature",
    ]);
    expect(WASMTIME_TRAPS["float unrepresentable"]).toEqual([
      "IntegerOverflow",
      "BadConversionToInteger",
    ]);
  });
});

describe("the trap of a native engine", () => {
  it("is sorted by its code, whatever its words", () => {
    const codes = Array.from({ length: 17 }, (_, code) => code);
    const found = codes.map((code) => categorizeTrap(new NativeTrap("some words", code)));
    // In the order of `wasmtime_trap_code_t`; 10 is an interruption, which nobody here asks for.
    expect(found).toEqual([
      "stack exhausted",
      "memory out of bounds",
      "unaligned atomic",
      "table out of bounds",
      "null or mismatched function",
      "null or mismatched function",
      "integer overflow",
      "divide by zero",
      "float unrepresentable",
      "unreachable",
      "other trap",
      "fuel exhausted",
      "atomic wait not allowed",
      "null reference",
      "array out of bounds",
      "array too large",
      "illegal cast",
    ]);
  });

  it("is another trap without a code, or with one that is new", () => {
    expect(categorizeTrap(new NativeTrap("unreachable", null))).toBe("other trap");
    expect(categorizeTrap(new NativeTrap("unreachable", 250))).toBe("other trap");
    expect(trapOfCode(250)).toBeNull();
  });

  it("is known to another program's copy of this code by what it holds", () => {
    const error = Object.assign(new WebAssembly.RuntimeError("words"), { trapCode: 9 });
    expect(categorizeTrap(error)).toBe("unreachable");
  });
});

describe("trapCodeOfWords", () => {
  it("finds the number that versions from 42 on use, whatever the version of the words", () => {
    const words = [
      "call stack exhausted",
      "out of bounds memory access",
      "unaligned atomic",
      "undefined element: out of bounds table access",
      "uninitialized element",
      "indirect call type mismatch",
      "integer overflow",
      "integer divide by zero",
      "invalid conversion to integer",
      "wasm `unreachable` instruction executed",
      "all fuel consumed by WebAssembly",
      "atomic wait on non-shared memory",
      "null reference",
      "null i31 reference",
      "out of bounds array access",
      "allocation size too large",
      "cast failure",
    ];
    expect(words.map((one) => trapCodeOfWords(`wasm trap: ${one}`))).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 13, 14, 15, 16,
    ]);
  });

  it("tells what a guest threw and nobody caught", () => {
    const code = trapCodeOfWords("thrown Wasm exception");
    expect(categorizeTrap(new NativeTrap("words", code))).toBe("uncaught exception");
  });

  it("finds none for the words of a host, of a component or of nobody", () => {
    for (const message of [
      "cast failure",
      "a thrown Wasm exception",
      "wasm trap: unaligned pointer",
      "wasm trap: ",
      "",
    ])
      expect(trapCodeOfWords(message)).toBeNull();
  });
});

describe("trapOfWords", () => {
  const backtrace = (words: string): string =>
    `error while executing at wasm backtrace:\n    0:     0x40 - <unknown>!fail\n\nCaused by:\n    wasm trap: ${words}`;

  it.each([
    ["wasm `unreachable` instruction executed", 9, "unreachable"],
    ["integer divide by zero", 7, "divide by zero"],
    ["out of bounds memory access", 1, "memory out of bounds"],
    ["all fuel consumed by WebAssembly", 11, "fuel exhausted"],
    ["call stack exhausted", 0, "stack exhausted"],
  ])("finds the trap among an engine's words: %s", (words, code, category) => {
    const trap = trapOfWords(backtrace(words));
    expect(trap?.code).toBe(code);
    expect(categorizeTrap(new NativeTrap(trap?.message ?? "", trap?.code ?? null))).toBe(category);
  });

  it("keeps the words of a trap without a code of its own", () => {
    expect(trapOfWords(backtrace("cannot enter component instance"))).toEqual({
      message: "wasm trap: cannot enter component instance",
      code: null,
    });
  });

  it("takes nothing else for a trap, whatever it talks of", () => {
    expect(trapOfWords("component imports instance `a`: integer divide by zero")).toBeNull();
  });
});
