import { decodeText } from "./decode-text.ts";
import { type ReadRules, readRegularFile } from "./regular-file.ts";

/**
 * Reads a regular file of text, as {@link readRegularFile} does.
 *
 * @param path - path to read
 * @param rules - most bytes, whether links are followed, and the folder it must lie in
 * @returns its text, decoded as UTF-8
 * @throws FileFault as {@link readRegularFile}, and when the text is written in another encoding
 */
export async function readRegularText(path: string, rules: ReadRules): Promise<string> {
  return decodeText(await readRegularFile(path, rules));
}
