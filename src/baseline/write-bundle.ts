import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BaselineBundle } from "../ports.ts";
import { chooseObjects, DEFAULT_CAP_BYTES } from "./choose-objects.ts";
import type { BaselineCodec } from "./codec.ts";
import { DOCUMENT_NAME, OBJECTS_NAME } from "./read-bundle.ts";

/** How a bundle is written. */
export interface WriteOptions<Document> {
  readonly codec: BaselineCodec<Document>;
  /** Largest total of binaries, in bytes; 64 MiB when absent. */
  readonly capBytes?: number;
}

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
 * @param options - how the document is written, and how large it may become
 * @returns size, and the components left out
 * @throws RangeError when the bundle lacks a binary its document names
 */
export async function writeBundle<Document>(
  directory: string,
  bundle: BaselineBundle<Document>,
  options: WriteOptions<Document>,
): Promise<WrittenBundle> {
  const { codec, capBytes = DEFAULT_CAP_BYTES } = options;
  const { kept, sizeBytes, leftOut } = chooseObjects(codec.references(bundle.document), capBytes);
  const document =
    leftOut.length === 0 ? bundle.document : codec.leaveOut(bundle.document, leftOut);
  const text = codec.serialize(document);
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
