import { createNativeProgram } from "./native/native-engine-program.ts";
import type { NativeErrors, NativeProgram } from "./suites/native-program.ts";

/**
 * Prepares native engines for this process.
 *
 * @param errors - make errors that the program around this one knows by their classes
 * @returns the program; nothing is loaded before the first engine is made
 */
export function openNative(errors: NativeErrors): NativeProgram {
  return createNativeProgram({
    places: { shipped: import.meta.dirname, project: process.cwd() },
    errors,
  });
}
