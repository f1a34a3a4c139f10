import { messageOf } from "../errors.ts";

/**
 * Why this engine refuses a module.
 *
 * @param bytes - a core module
 * @returns the engine's words; null when it takes it
 */
export function engineFault(bytes: Uint8Array): string | null {
  if (WebAssembly.validate(bytes as BufferSource)) return null;
  try {
    new WebAssembly.Module(bytes as BufferSource);
    return "unknown fault";
  } catch (error) {
    return messageOf(error);
  }
}
