import {
  cameWith,
  lacksFunction,
  MARK_OF_OLDEST,
  NEEDED_FUNCTIONS,
} from "../model/wasmtime-api.ts";
import type { Machine } from "./release-asset.ts";

/** What the head of a file says of it. */
export interface LibraryHeader {
  /** Systems that load such files, as `process.platform`, and how they are called. */
  readonly platform: string;
  readonly format: string;
  /** Processors it is for, as `process.arch`; one that is not known by number. */
  readonly architectures: readonly string[];
  /** False for a program, an object file or an archive. */
  readonly isLibrary: boolean;
}

const SYSTEMS: Readonly<Record<string, string>> = {
  linux: "Linux",
  darwin: "macOS",
  win32: "Windows",
};

const ELF_MACHINES: Readonly<Record<number, string>> = {
  3: "ia32",
  22: "s390x",
  40: "arm",
  62: "x64",
  183: "arm64",
  243: "riscv64",
  258: "loong64",
};
const MACH_PROCESSORS: Readonly<Record<number, string>> = {
  16777223: "x64",
  16777228: "arm64",
};
const PE_MACHINES: Readonly<Record<number, string>> = {
  332: "ia32",
  34404: "x64",
  43620: "arm64",
};

const ELF_SHARED = 3;
const MACH_LIBRARY = 6;
const PE_LIBRARY = 0x2000;
/** Bytes that a header and what it points to are looked for in. */
const HEAD_BYTES = 4096;
/** More processors than this in one file are none of a library. */
const MOST_PROCESSORS = 16;

/**
 * Reads what a file is from its first bytes.
 *
 * @param bytes - a whole file, or its beginning
 * @returns what it is; null for what no system loads
 */
export function readHeader(bytes: Uint8Array): LibraryHeader | null {
  const head = new DataView(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_BYTES));
  if (head.byteLength < 64) return null;
  return readElf(head) ?? readMach(head) ?? readWindows(head);
}

function named(numbers: Readonly<Record<number, string>>, number: number): string {
  return numbers[number] ?? `processor ${number}`;
}

function readElf(head: DataView): LibraryHeader | null {
  if (head.getUint32(0) !== 0x7f45_4c46) return null;
  const isLittle = head.getUint8(5) === 1;
  const machine = head.getUint16(18, isLittle);
  return {
    platform: "linux",
    format: "ELF",
    architectures: [named(ELF_MACHINES, machine)],
    isLibrary: head.getUint16(16, isLittle) === ELF_SHARED,
  };
}

function readMach(head: DataView): LibraryHeader | null {
  const magic = head.getUint32(0, true);
  const mach = { platform: "darwin", format: "Mach-O" };
  if (magic === 0xfeed_facf || magic === 0xfeed_face)
    return {
      ...mach,
      architectures: [named(MACH_PROCESSORS, head.getUint32(4, true))],
      isLibrary: head.getUint32(12, true) === MACH_LIBRARY,
    };
  // One file for several processors: a list of them, from which the system chooses.
  const count = head.getUint32(4);
  const isFat = head.getUint32(0) === 0xcafe_babe && count <= MOST_PROCESSORS;
  if (!isFat || head.byteLength < 8 + count * 20) return null;
  const architectures = Array.from({ length: count }, (_, index) =>
    named(MACH_PROCESSORS, head.getUint32(8 + index * 20)),
  );
  return { ...mach, architectures, isLibrary: true };
}

function readWindows(head: DataView): LibraryHeader | null {
  if (head.getUint16(0) !== 0x4d5a) return null;
  const at = head.getUint32(60, true);
  if (at + 24 > head.byteLength || head.getUint32(at) !== 0x5045_0000) return null;
  return {
    platform: "win32",
    format: "PE",
    architectures: [named(PE_MACHINES, head.getUint16(at + 4, true))],
    isLibrary: (head.getUint16(at + 22, true) & PE_LIBRARY) !== 0,
  };
}

/**
 * Why a file cannot be loaded as an engine on a machine, as far as its bytes show.
 *
 * @param bytes - the whole file
 * @param machine - system and processor
 * @returns the end of a sentence that begins with the file; null when nothing speaks against loading it
 */
export function libraryFault(
  bytes: Uint8Array,
  { platform, arch }: Pick<Machine, "platform" | "arch">,
): string | null {
  const header = readHeader(bytes);
  if (header === null) return "is no shared library";
  const { format, architectures, isLibrary } = header;
  const system = SYSTEMS[platform] ?? platform;
  if (header.platform !== platform && SYSTEMS[platform] !== undefined)
    return `is a library for ${SYSTEMS[header.platform]} (${format}), and this machine runs ${system}`;
  if (!architectures.includes(arch))
    return `is for ${architectures.join(", ")}, and this machine is ${arch}`;
  if (!isLibrary) return `is a program or an object file (${format}), no shared library`;
  return functionsFault(bytes);
}

/** Names of functions end with a zero in libraries of every system. */
function functionsFault(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const absent = [...NEEDED_FUNCTIONS, MARK_OF_OLDEST].filter(
    (name) => text.indexOf(`${name}\0`, 0, "latin1") === -1,
  );
  const common = absent.filter((name) => name.startsWith("wasm_"));
  if (common.length > 0)
    return `has no ${common.slice(0, 2).join(", no ")}: it does not speak the C API of WebAssembly engines (wasm.h)`;
  if (absent.length > NEEDED_FUNCTIONS.length / 2)
    return `has no ${absent.slice(0, 2).join(", no ")}: it is of another engine than Wasmtime, or without wasmtime.h`;
  const [youngest] = absent.sort((one, other) => cameWith(other) - cameWith(one));
  return youngest === undefined ? null : lacksFunction(youngest);
}
