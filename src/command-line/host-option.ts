import { relative, resolve } from "node:path";

/** Hosts that are no file. */
const WORDS = ["none", "wasi"];

/**
 * The host of an option as a configuration would name it.
 *
 * @param host - `none`, `wasi`, or the path of an imports module, relative to this folder
 * @param root - folder of the configuration
 * @returns the word, or the path relative to the configuration
 */
export function hostFrom(host: string, root: string): string {
  return WORDS.includes(host) ? host : relative(root, resolve(host));
}
