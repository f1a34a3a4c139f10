import type { Limits } from "../model/module-facts.ts";
import type { ByteReader } from "./reader.ts";

const MEMARG_HAS_INDEX = 0x40;
/** Wasmtime adds larger offsets to the index while running, which traps there. */
const LARGEST_OFFSET = 2 ** 32 - 1;
const PAGE_BYTES = 65536;
const LARGEST_32_BIT = 2 ** 32;

/**
 * Gives the bytes a memory can never exceed.
 *
 * @param limits - its declared limits
 * @returns its maximum in bytes, or what its index type can address
 */
export function largestBytes({ max, is64 }: Limits): number {
  if (max !== null) return max * PAGE_BYTES;
  return is64 ? Number.POSITIVE_INFINITY : LARGEST_32_BIT;
}

/**
 * Tells whether an access is out of bounds whatever its address. The reader is left where it was.
 *
 * @param reader - positioned at the access's memory argument
 * @param size - bytes accessed; 0 for what is no plain access
 * @param memoryBytes - largest size in bytes of each memory
 * @returns true when Wasmtime knows it while it compiles, and compiles nothing behind it
 */
export function trapsForCertain(
  reader: ByteReader,
  size: number,
  memoryBytes: readonly number[],
): boolean {
  if (size === 0) return false;
  const at = reader.position;
  const memory = reader.u32() & MEMARG_HAS_INDEX ? reader.u32() : 0;
  const limit = memoryBytes[memory] ?? 0;
  const offset = reader.u64();
  reader.position = at;
  return offset <= LARGEST_OFFSET && offset + size > limit;
}
