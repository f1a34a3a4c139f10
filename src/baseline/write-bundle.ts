import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { serializeBaseline } from "../config/baseline-document.ts";
import type { BaselineBundle } from "../ports.ts";
import { chooseObjects, DEFAULT_CAP_BYTES } from "./choose-objects.ts";
import { leaveOut, referencesOf } from "./manifest.ts";
import { DOCUMENT_NAME, OBJECTS_NAME } from "./read-bundle.ts";

/** What was written. */
export interface WrittenBundle {
  /** Bytes of document and binaries. */
  readonly sizeBytes: number;
  /** Components whose binaries did not fit, largest first. */
  readonly leftOut: readonly string[];
}

/**
 * Writes a bundle into a folder of its own; whatever was in that folder is removed.
 *
 * @param directory - folder to write
 * @param bundle - document and every binary it names as stored
 * @param capBytes - largest total of binaries, in bytes; 64 MiB when absent
 * @returns size, and the components left out
 * @throws RangeError when the bundle lacks a binary its document names
 */
export async function writeBundle(
  directory: string,
  bundle: BaselineBundle,
  capBytes: number = DEFAULT_CAP_BYTES,
): Promise<WrittenBundle> {
  const { kept, sizeBytes, leftOut } = chooseObjects(referencesOf(bundle.document), capBytes);
  const document = leftOut.length === 0 ? bundle.document : leaveOut(bundle.document, leftOut);
  const text = serializeBaseline(document);
  await rm(directory, { recursive: true, force: true });
  await mkdir(join(directory, OBJECTS_NAME), { recursive: true });
  for (const sha256 of kept) {
    const bytes = bundle.objects.get(sha256);
    if (bytes === undefined) throw new RangeError(`the bundle lacks the binary ${sha256}`);
    await writeFile(join(directory, OBJECTS_NAME, sha256), bytes);
  }
  await writeFile(join(directory, DOCUMENT_NAME), text);
  return { sizeBytes: sizeBytes + Buffer.byteLength(text), leftOut };
}
