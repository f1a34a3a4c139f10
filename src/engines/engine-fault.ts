import { ActionError } from "../errors.ts";
import { LIBRARY_VARIABLE } from "../model/engine.ts";

/** The three ways to a library, for whoever has named none or a wrong one. */
export const THREE_WAYS = `Name the library as engine: { name: wasmtime, library: PATH }, or a release as engine: { name: wasmtime, version: 24.0.5, sha256: HEX }, which is downloaded, or set ${LIBRARY_VARIABLE} to the path of a library; on the command line --engine wasmtime=PATH or --engine wasmtime@24.0.5.`;

/**
 * The error for an engine that cannot be had.
 *
 * @param message - what is wrong, naming the library, archive or address
 * @param hint - what to do about it
 * @param cause - what was caught; undefined where nothing was
 * @returns the error, to be thrown
 */
export function engineFault(message: string, hint: string, cause?: unknown): ActionError {
  return new ActionError({
    code: "engine",
    message,
    hint,
    ...(cause === undefined ? {} : { cause }),
  });
}
