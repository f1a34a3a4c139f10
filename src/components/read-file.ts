import { readRegularFile } from "../files/regular-file.ts";

/** Largest file of a component, in bytes: no engine takes a larger module. */
const MAX_FILE_BYTES = 1024 ** 3;

/**
 * Reads a file of a component; a link to one is as good.
 *
 * @param path - module, text, glue or host code
 * @returns its bytes
 * @throws FileFault when it is missing, too large or no regular file
 */
export function readComponentFile(path: string): Promise<Buffer> {
  return readRegularFile(path, { maxBytes: MAX_FILE_BYTES, links: "follow" });
}
