import type { EngineFaults } from "./engine-faults.ts";
import type { EngineLibrary } from "./engine-library.ts";
import type { MemoryBlock } from "./memory-block.ts";
import type { HeldBytes } from "./module-source.ts";

/** An engine as modules know it. */
export interface EngineAt {
  readonly address: number;
  /** Whether its code consumes fuel. */
  readonly fuel: boolean;
}

/** What code is made with. */
export interface CodeTools {
  readonly library: EngineLibrary;
  readonly faults: EngineFaults;
  /** Where a call leaves what it makes. */
  readonly made: MemoryBlock;
}

/** Gives code of its own to everyone who asks; the bytes are compiled once. */
export type PlaceCode = (engine: EngineAt, source: HeldBytes) => number;

/** Compiled code that is kept, all modules together; beyond it, what was not asked for longest is compiled anew. */
const KEPT_BYTES = 256 * 2 ** 20;

/** What a module was compiled to, as an engine of the same settings takes it. */
interface Kept {
  readonly fuel: boolean;
  readonly bytes: Uint8Array;
  readonly code: MemoryBlock;
  /** Bytes of the code, without what rounds the block. */
  readonly size: number;
}

/**
 * Compiles a module.
 *
 * @param tools - the library
 * @param engine - the engine
 * @param source - the module
 * @returns address of the compiled module
 * @throws WebAssembly.CompileError in the engine's words
 */
export function compileCode(
  { made, library, faults }: CodeTools,
  { address }: EngineAt,
  { block, size }: HeldBytes,
): number {
  const error = library.call.wasmtime_module_new(address, block.address, size, made.address);
  if (error !== 0) throw new WebAssembly.CompileError(faults.takeMessage(error));
  return made.word(0);
}

/**
 * Creates what gives out copies of compiled code for the life of a process. Each lies at a place of its own, as if it had
 * been compiled for whoever asks; a library without the functions for it compiles every time.
 *
 * @param tools - the library
 * @param keptBytes - code that is kept at most
 * @returns gives the address of a compiled module; throws as {@link compileCode}
 */
export function createCodeCopies(tools: CodeTools, keptBytes: number = KEPT_BYTES): PlaceCode {
  const kept: Kept[] = [];
  return (engine: EngineAt, source: HeldBytes): number => {
    const bytes = source.block.bytes.subarray(0, source.size);
    const at = kept.findIndex((one) => one.fuel === engine.fuel && isEqual(one.bytes, bytes));
    const [known] = at === -1 ? [] : kept.splice(at, 1);
    const copy = known === undefined ? null : copyCode(tools, engine, known);
    const module = copy ?? compileCode(tools, engine, source);
    const code = known ?? keepCode(tools, module, { fuel: engine.fuel, bytes });
    if (code !== null) kept.push(code);
    while (sizeOf(kept) > keptBytes) kept.shift();
    return module;
  };
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && Buffer.compare(one, other) === 0;
}

function sizeOf(kept: readonly Kept[]): number {
  return kept.reduce((sum, { size }) => sum + size, 0);
}

/** Null where the engine does not take it, as no engine of the same settings does. */
function copyCode(
  { library, made, faults }: CodeTools,
  { address }: EngineAt,
  { code, size }: Kept,
): number | null {
  const error = library.call.wasmtime_module_deserialize(address, code.address, size, made.address);
  if (error === 0) return made.word(0);
  faults.takeMessage(error);
  return null;
}

/** Null for a library that cannot. */
function keepCode(
  { library, made, faults }: CodeTools,
  module: number,
  of: Pick<Kept, "fuel" | "bytes">,
): Kept | null {
  const { call, has, viewAt, copy } = library;
  if (!has("wasmtime_module_serialize") || !has("wasmtime_module_deserialize")) return null;
  const error = call.wasmtime_module_serialize(module, made.address);
  if (error !== 0) {
    faults.takeMessage(error);
    return null;
  }
  const size = made.word(0);
  const code = copy(new Uint8Array(viewAt(made.word(1), size)));
  call.wasm_byte_vec_delete(made.address);
  return { ...of, code, size };
}
