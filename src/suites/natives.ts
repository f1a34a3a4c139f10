import type { NativeCall } from "../model/benchmark.ts";
import { HostError } from "./errors.ts";
import { installFileFetch } from "./file-fetch.ts";
import type { GuestFunction } from "./glue.ts";
import { loadFault } from "./load-fault.ts";

/** Sources of the host-language counterparts of the reference components; compiled anew for every copy. */
const BUILTIN: Readonly<Record<string, string>> = {
  add_loop:
    "return function addLoop(n) { /*$*/ let acc = 0; do { acc = (acc + n) | 0; n = (n - 1) | 0; } while (n > 0); return acc; };",
  fib: "return function fib(n) { /*$*/ return n < 2 ? n : (fib((n - 1) | 0) + fib((n - 2) | 0)) | 0; };",
  fill_bytes:
    "return function fillBytes(n, value) { /*$*/ let at = 0; do { memory[at] = value; at = (at + 1) | 0; } while (at < n); return memory[(n - 1) | 0]; };",
};

/**
 * Makes the host-language counterpart of a guest function.
 *
 * @param native - `builtin:NAME`, or a file URL with the export behind `#`
 * @param nonce - distinguishes the copy
 * @returns the function, compiled from text of its own when built in
 * @throws HostError when the module cannot be loaded or has no such export
 */
export async function createNative(native: NativeCall, nonce: number): Promise<GuestFunction> {
  if (native.source.startsWith("builtin:"))
    return createBuiltin(native.source.slice("builtin:".length), nonce);
  const at = native.source.lastIndexOf("#");
  const url = native.source.slice(0, at);
  const name = native.source.slice(at + 1);
  let loaded: Record<string, unknown>;
  installFileFetch(url);
  try {
    loaded = (await import(/* webpackIgnore: true */ `${url}?copy=${nonce}`)) as Record<
      string,
      unknown
    >;
  } catch (cause) {
    throw new HostError(
      `the native module could not be loaded: ${loadFault(cause, url, "native")}`,
      {
        cause,
      },
    );
  }
  const found = loaded[name];
  if (typeof found !== "function")
    throw new HostError(`the native module exports no function "${name}"`);
  return found as GuestFunction;
}

function createBuiltin(name: string, nonce: number): GuestFunction {
  const body = BUILTIN[name];
  if (body === undefined) throw new HostError(`there is no built-in native function "${name}"`);
  const make = new Function("memory", `"use strict"; ${body.replace("$", String(nonce))}`);
  return (make as (memory: Uint8Array) => GuestFunction)(new Uint8Array(1 << 20));
}
