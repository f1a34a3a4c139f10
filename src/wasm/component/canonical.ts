import type { ByteReader } from "../reader.ts";

const ASYNCHRONOUS = "it uses the asynchronous part of the Component Model, which is not supported";

const LIFT = 0;
const LOWER = 1;

/** Functions about resources, each followed by a type. */
const ABOUT_RESOURCES: readonly number[] = [2, 3, 4, 7];

/** Options followed by an index: memory, realloc, post-return, core type. */
const INDEXED_OPTIONS: readonly number[] = [3, 4, 5, 8];

/** Options of functions that may suspend: `async`, and its callback. */
const ASYNC_OPTIONS: readonly number[] = [6, 7];

/**
 * Reads a canonical definition.
 *
 * @param reader - stands at the definition
 * @returns index of the function type of what it lifts; null for one that makes a core function
 * @throws WasmFormatError when it is cut off, or makes a function of the asynchronous part of the model
 */
export function readLift(reader: ByteReader): number | null {
  const code = reader.u8();
  if (ABOUT_RESOURCES.includes(code)) {
    reader.u32();
    return null;
  }
  if (code !== LIFT && code !== LOWER)
    throw reader.fail(`${ASYNCHRONOUS} (built-in function 0x${code.toString(16)})`);
  reader.u8();
  reader.u32();
  reader.vector(() => {
    const option = reader.u8();
    if (ASYNC_OPTIONS.includes(option)) throw reader.fail(`${ASYNCHRONOUS} (async functions)`);
    if (INDEXED_OPTIONS.includes(option)) reader.u32();
  });
  return code === LIFT ? reader.u32() : null;
}
