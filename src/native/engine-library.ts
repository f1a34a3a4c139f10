import { messageOf } from "../errors.ts";
import type { NativeEngine } from "../model/engine.ts";
import { lacksFunction } from "../model/wasmtime-api.ts";
import {
  COMPONENT_SIGNATURES,
  COMPONENT_WASI_SIGNATURES,
} from "./component/component-signatures.ts";
import type { Koffi } from "./load-koffi.ts";
import { type Allocate, createAllocator, type MemoryBlock } from "./memory-block.ts";
import { type CFunction, type CFunctions, OPTIONAL_SIGNATURES, SIGNATURES } from "./signatures.ts";

/** JavaScript that C calls: it takes and returns words, pointers and sizes among them. */
export type Callback = (...words: number[]) => number;

/** A loaded library, with the memory that calls of it pass things through. */
export interface EngineLibrary {
  readonly engine: NativeEngine;
  readonly call: CFunctions;
  /** Whether it has a function that only some runs need. */
  readonly has: (name: keyof CFunctions) => boolean;
  readonly allocate: Allocate;
  /** Bytes in memory that stays where it is for as long as the block is held. */
  readonly copy: (bytes: Uint8Array) => MemoryBlock;
  /** Bytes at an address, as they are now. */
  readonly viewAt: (address: number, bytes: number) => ArrayBuffer;
  readonly textAt: (address: number, bytes: number) => string;
  /** Makes C call JavaScript with a number of words; returns the address to call. For the life of the process. */
  readonly register: (words: number, callback: Callback) => number;
  readonly readers: ValueReaders;
}

/** Reads and writes single values at an address. */
export interface ValueReaders {
  readonly read: Readonly<Record<"i32" | "i64" | "f32" | "f64", (at: number) => number | bigint>>;
  readonly write: Readonly<
    Record<"i32" | "i64" | "f32" | "f64", (at: number, value: number | bigint) => void>
  >;
}

/** What a function of C returns, and what it takes. */
type Signature = readonly [result: string, params: readonly string[]];

/**
 * Loads a library and binds what is called of it.
 *
 * @param koffi - the foreign function interface
 * @param engine - library with its name and version
 * @returns the library; functions that only some runs need are missed when they are called
 * @throws Error in one sentence naming the library, when it does not load or lacks a function
 */
export function openEngineLibrary(koffi: Koffi, engine: NativeEngine): EngineLibrary {
  const { library: path } = engine;
  const library = load(koffi, path);
  const bind = (name: string, signature: Signature): CFunction =>
    library.func(name, signature[0], [...signature[1]]) as CFunction;
  const needed = Object.entries(SIGNATURES).map(([name, signature]) => {
    try {
      return [name, bind(name, signature)] as const;
    } catch (cause) {
      throw missing(engine, name, cause);
    }
  });
  const lacking = new Set<string>();
  const bindIfThere = (name: string, signature: Signature): CFunction => {
    try {
      return bind(name, signature);
    } catch (cause) {
      lacking.add(name);
      return (): never => {
        throw missing(engine, name, cause);
      };
    }
  };
  const optional = Object.entries({
    ...OPTIONAL_SIGNATURES,
    ...COMPONENT_SIGNATURES,
    ...COMPONENT_WASI_SIGNATURES,
  }).map(([name, signature]) => [name, bindIfThere(name, signature)] as const);
  const addressOf = (bytes: ArrayBuffer): number => Number(koffi.address(bytes));
  const allocate = createAllocator(addressOf);
  return {
    engine,
    has: (name: keyof CFunctions): boolean => !lacking.has(name),
    call: Object.fromEntries([...needed, ...optional]) as CFunctions,
    allocate,
    copy: (bytes: Uint8Array): MemoryBlock => {
      const block = allocate(bytes.length);
      block.bytes.set(bytes);
      return block;
    },
    viewAt: (address: number, bytes: number): ArrayBuffer => koffi.view(address, bytes),
    textAt: (address: number, bytes: number): string => koffi.decode.string(address, bytes),
    register: (words: number, called: Callback): number => {
      const form = koffi.proto("uintptr_t", Array<string>(words).fill("uintptr_t"));
      return Number(koffi.register(called, koffi.pointer(form)));
    },
    readers: readersOf(koffi),
  };
}

function load(koffi: Koffi, path: string): ReturnType<Koffi["load"]> {
  try {
    return koffi.load(path);
  } catch (cause) {
    throw new Error(
      `${path} could not be loaded: ${messageOf(cause)}; name a library of Wasmtime's C API built for ${process.platform} on ${process.arch}`,
      { cause },
    );
  }
}

function missing({ library, version }: NativeEngine, name: string, cause: unknown): Error {
  return new Error(`${library} (${version}) ${lacksFunction(name)}`, { cause });
}

function readersOf(koffi: Koffi): ValueReaders {
  const { decode, encode } = koffi;
  const { int32, int64, float, double } = koffi.types;
  return {
    read: {
      i32: (at: number): number | bigint => decode.int32(at),
      i64: (at: number): bigint => BigInt(decode.int64(at)),
      f32: (at: number): number | bigint => decode.float(at),
      f64: (at: number): number | bigint => decode.double(at),
    },
    write: {
      i32: (at: number, value: number | bigint): void => encode(at, int32, value),
      i64: (at: number, value: number | bigint): void => encode(at, int64, value),
      f32: (at: number, value: number | bigint): void => encode(at, float, value),
      f64: (at: number, value: number | bigint): void => encode(at, double, value),
    },
  };
}
