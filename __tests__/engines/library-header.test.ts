import { describe, expect, it } from "vitest";
import { libraryFault, readHeader } from "../../src/engines/library-header.ts";
import { makeLibrary, SYMBOLS } from "./make-library.ts";

const HERE = { platform: "linux", arch: "x64" };

/** A Mach-O file: `feedfacf` for one processor, or `cafebabe` and a list of them. */
function machO(processors: readonly number[], type = 6): Buffer {
  const bytes = Buffer.alloc(256);
  if (processors.length === 1) {
    bytes.writeUInt32LE(0xfeedfacf, 0);
    bytes.writeUInt32LE(processors[0] ?? 0, 4);
    bytes.writeUInt32LE(type, 12);
    return bytes;
  }
  bytes.writeUInt32BE(0xcafebabe, 0);
  bytes.writeUInt32BE(processors.length, 4);
  for (const [index, processor] of processors.entries())
    bytes.writeUInt32BE(processor, 8 + index * 20);
  return bytes;
}

/** A PE file whose header lies at 128. */
function windows(machine: number, characteristics = 0x2000): Buffer {
  const bytes = Buffer.alloc(256);
  bytes.write("MZ", "latin1");
  bytes.writeUInt32LE(128, 60);
  bytes.write("PE\0\0", 128, "latin1");
  bytes.writeUInt16LE(machine, 132);
  bytes.writeUInt16LE(characteristics, 150);
  return bytes;
}

/** A library that lacks functions, though longer names hold theirs. */
function without(...names: readonly string[]): Buffer {
  const longer = names.map((name) => `${name}_async`);
  return makeLibrary({ symbols: [...SYMBOLS.filter((one) => !names.includes(one)), ...longer] });
}

describe("readHeader", () => {
  it.each([
    [
      "an ELF library",
      makeLibrary(),
      { platform: "linux", architectures: ["x64"], isLibrary: true },
    ],
    ["an ELF library for loong64", makeLibrary({ machine: 258 }), { architectures: ["loong64"] }],
    ["an ELF program", makeLibrary({ type: 2 }), { platform: "linux", isLibrary: false }],
    ["a Mach-O library", machO([0x0100000c]), { platform: "darwin", architectures: ["arm64"] }],
    ["a Mach-O program", machO([0x0100000c], 2), { platform: "darwin", isLibrary: false }],
    [
      "a Mach-O library for two processors",
      machO([0x01000007, 0x0100000c]),
      { platform: "darwin", architectures: ["x64", "arm64"], isLibrary: true },
    ],
    ["a PE library", windows(0x8664), { platform: "win32", architectures: ["x64"] }],
    ["a PE program", windows(0xaa64, 0), { architectures: ["arm64"], isLibrary: false }],
  ])("reads %s", (_, bytes, facts) => {
    expect(readHeader(bytes)).toMatchObject(facts);
  });

  it("knows nothing of text, of a Java class, or of a file that ends early", () => {
    const java = Buffer.alloc(128);
    java.writeUInt32BE(0xcafebabe, 0);
    java.writeUInt32BE(0x41, 4);
    expect(readHeader(Buffer.from("MZ".repeat(100)))).toBeNull();
    expect(readHeader(java)).toBeNull();
    expect(readHeader(makeLibrary().subarray(0, 20))).toBeNull();
    expect(readHeader(new Uint8Array())).toBeNull();
  });
});

describe("libraryFault", () => {
  it("has nothing against a library for this machine that speaks the C API", () => {
    expect(libraryFault(makeLibrary(), HERE)).toBeNull();
  });

  it.each([
    [makeLibrary({ machine: 183 }), HERE, "is for arm64, and this machine is x64"],
    [makeLibrary({ machine: 9_999 }), HERE, "is for processor 9999, and this machine is x64"],
    [makeLibrary({ type: 2 }), HERE, "is a program or an object file (ELF), no shared library"],
    [windows(0x8664), HERE, "is a library for Windows (PE), and this machine runs Linux"],
    [
      makeLibrary(),
      { platform: "darwin", arch: "x64" },
      "is a library for Linux (ELF), and this machine runs macOS",
    ],
    [Buffer.from("not a library".repeat(20)), HERE, "is no shared library"],
    [
      makeLibrary({ symbols: ["wasm_config_new", "wasm_engine_new_with_config"] }),
      HERE,
      "has no wasm_engine_delete, no wasm_byte_vec_new: it does not speak the C API of WebAssembly engines (wasm.h)",
    ],
    [
      makeLibrary({ symbols: SYMBOLS.filter((name) => name.startsWith("wasm_")) }),
      HERE,
      "has no wasmtime_trap_code, no wasmtime_trap_new: it is of another engine than Wasmtime, or without wasmtime.h",
    ],
    [
      without("wasmtime_engine_clone"),
      HERE,
      "has no function `wasmtime_engine_clone`, which Wasmtime has since 24: name a library of Wasmtime 24 or newer, built with its whole C API",
    ],
    [
      without("wasmtime_module_new", "wasmtime_linker_instantiate_pre"),
      HERE,
      "has no function `wasmtime_linker_instantiate_pre`, which Wasmtime has since 14: name a library of Wasmtime 24 or newer, built with its whole C API",
    ],
    [
      without("wasmtime_module_new"),
      HERE,
      "has no function `wasmtime_module_new`: name a library of Wasmtime 24 or newer, built with its whole C API",
    ],
  ])("tells what cannot be loaded (%#)", (bytes, machine, fault) => {
    expect(libraryFault(bytes, machine)).toBe(fault);
  });
});
