import { createNativeProgram } from "./native/native-engine-program.ts";
import type { NativeProgram } from "./suites/native-program.ts";

/**
 * Prepares native engines for this process.
 *
 * @param exit - makes the error of a guest that ended itself, from its exit code
 * @returns the program; nothing is loaded before the first engine is made
 */
export function openNative(exit: (code: number) => Error): NativeProgram {
  return createNativeProgram({
    places: { shipped: import.meta.dirname, project: process.cwd() },
    exit,
  });
}
