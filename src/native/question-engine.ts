import { messageOf } from "../errors.ts";
import { NEWEST_WASMTIME, OLDEST_WASMTIME } from "../model/wasmtime-api.ts";
import type { NativeInstance, NativeLibrary } from "../suites/native-program.ts";

/**
 * A module of one page that begins with `wasm`; `ask` hands its i32, i64, f32 and f64 to the host's `probe.tell` and returns
 * the i64 that is answered, `stop` is `unreachable`.
 */
const MODULE = new Uint8Array(
  Buffer.from(
    "AGFzbQEAAAABDAJgBH9+fXwBfmAAAAIOAQVwcm9iZQR0ZWxsAAADAwIAAQUDAQABBxcDBm1lbW9yeQIAA2FzawABBHN0b3AAAgoSAgwAIAAgASACIAMQAAsDAAALCwoBAEEACwR3YXNt",
    "base64",
  ),
);

const ARGUMENTS = [-7, 2n ** 62n + 5n, 1.5, -(2 ** -40)];
const ANSWER = -(2n ** 61n) - 3n;

/**
 * Puts questions with known answers to an engine, so that a library whose functions take or give something else than is known
 * here is found before anything is measured with it.
 *
 * @param library - the loaded library
 * @throws Error naming what it did otherwise
 */
export function questionEngine(library: Pick<NativeLibrary, "makeEngine">): void {
  const told: unknown[] = [];
  const tell = (...values: unknown[]): bigint => {
    told.push(...values);
    return ANSWER;
  };
  const engine = library.makeEngine({ fuel: false });
  let instance: NativeInstance;
  try {
    instance = engine.compile(MODULE).instantiate({ imports: { probe: { tell } }, wasi: null });
  } catch (cause) {
    throw otherwise(`a module cannot be run (${messageOf(cause)})`, cause);
  }
  requireSame("returns from a call", ask(instance), String(ANSWER));
  requireSame("gives to the host", told.join(" "), ARGUMENTS.join(" "));
  requireSame("has in memory", beginningOf(instance), "65536 wasm");
  requireSame("tells of a trap", stop(instance), "unreachable");
  instance.drop();
}

function ask(instance: NativeInstance): string {
  try {
    return String(instance.find("ask")(...ARGUMENTS));
  } catch (error) {
    return messageOf(error);
  }
}

function beginningOf({ memories: [memory] }: NativeInstance): string {
  if (memory === undefined) return "nothing";
  const { byteLength } = memory.buffer;
  const words = new Uint8Array(memory.buffer, 0, Math.min(byteLength, 4));
  return `${byteLength} ${String.fromCharCode(...words)}`;
}

function stop(instance: NativeInstance): string {
  const held = instance.catchTrap("stop", []);
  if (held === null) return "nothing";
  const category = held.categorize();
  held.release();
  return category;
}

function requireSame(what: string, found: string, expected: string): void {
  if (found !== expected) throw otherwise(`it ${what}: ${found}, not ${expected}`);
}

function otherwise(what: string, cause?: unknown): Error {
  return new Error(
    `${what}: its C API is another one than that of Wasmtime ${OLDEST_WASMTIME} to ${NEWEST_WASMTIME}`,
    { cause },
  );
}
