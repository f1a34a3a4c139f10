import { createHash } from "node:crypto";
import { join } from "node:path";
import { parseBaseline } from "../config/baseline-document.ts";
import { ActionError } from "../errors.ts";
import { FileFault, readRegularFile, requireFolder } from "../files/regular-file.ts";
import type { BaselineBundle } from "../ports.ts";
import { identityFault } from "./check-identity.ts";
import { MAX_OBJECTS, type ObjectReference, referencesOf } from "./manifest.ts";

/** Name of the document inside a bundle. */
export const DOCUMENT_NAME = "baseline.json";
/** Folder of the binaries inside a bundle; each file is named by its SHA-256. */
export const OBJECTS_NAME = "objects";

/** Largest document accepted, in bytes; a thousand benchmarks with twenty runs need a tenth of it. */
const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;
/** Largest total of binaries accepted, in bytes. */
const MAX_OBJECTS_BYTES = 512 * 1024 * 1024;

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Reads a bundle nobody vouches for: schema, names, sizes and hashes are checked, what components are is computed anew,
 * links are refused.
 *
 * @param directory - folder of the bundle
 * @param name - how messages call it
 * @returns document and binaries
 * @throws ActionError (`baseline`) naming file and field when anything is damaged or missing
 */
export async function readBundle(directory: string, name: string): Promise<BaselineBundle> {
  const documentName = `${name}/${DOCUMENT_NAME}`;
  const text = await guard(documentName, async () => {
    await requireFolder(directory);
    return decode(
      await readRegularFile(join(directory, DOCUMENT_NAME), { maxBytes: MAX_DOCUMENT_BYTES }),
    );
  });
  const document = parseBaseline(text, documentName);
  const wanted = referencesOf(document);
  checkReferences(documentName, wanted);
  if (wanted.length > 0)
    await guard(`${name}/${OBJECTS_NAME}`, () => requireFolder(join(directory, OBJECTS_NAME)));
  const objects = new Map<string, Uint8Array>();
  for (const reference of wanted) {
    if (objects.has(reference.sha256)) continue;
    const file = `${OBJECTS_NAME}/${reference.sha256}`;
    const bytes = await guard(`${name}/${file} (${reference.field})`, () =>
      readRegularFile(join(directory, file), { maxBytes: reference.sizeBytes }),
    );
    checkBytes(`${name}/${file}`, bytes, reference);
    objects.set(reference.sha256, bytes);
  }
  const fault = identityFault({ document, objects });
  if (fault !== null) throw damaged(`${documentName}: ${fault}`);
  return { document, objects };
}

/**
 * A baseline's fault as people read it.
 *
 * @param message - file, field and fault
 * @param cause - what was caught, if anything
 * @returns the error to throw
 */
export function damaged(message: string, cause?: unknown): ActionError {
  return new ActionError({
    code: "baseline",
    message: `damaged baseline: ${message}`,
    hint: "Delete this baseline (cache entry or folder) and let the baseline branch save a new one.",
    ...(cause === undefined ? {} : { cause }),
  });
}

async function guard<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof FileFault) throw damaged(`${file} ${thrown.message}`, thrown);
    throw thrown;
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (thrown) {
    throw notText(thrown);
  }
}

function notText(cause: unknown): FileFault {
  return new FileFault({ kind: "unreadable", message: "is not UTF-8 text", cause });
}

function checkReferences(file: string, references: readonly ObjectReference[]): void {
  if (references.length > MAX_OBJECTS)
    throw damaged(
      `${file} names ${references.length} binaries, at most ${MAX_OBJECTS} are accepted`,
    );
  let total = 0;
  for (const { field, sha256, sizeBytes } of references) {
    if (!SHA256.test(sha256)) throw damaged(`${file}: ${field} is not a SHA-256 in lower-case hex`);
    if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0)
      throw damaged(`${file}: ${field} has no valid size`);
    total += sizeBytes;
  }
  if (total > MAX_OBJECTS_BYTES)
    throw damaged(
      `${file} names ${total} bytes of binaries, at most ${MAX_OBJECTS_BYTES} are accepted`,
    );
}

function checkBytes(
  file: string,
  bytes: Uint8Array,
  { field, sha256, sizeBytes }: ObjectReference,
): void {
  if (bytes.length !== sizeBytes)
    throw damaged(`${file} has ${bytes.length} bytes, ${field} says ${sizeBytes}`);
  const actual = createHash("sha256").update(bytes).digest("hex");
  if (actual !== sha256) throw damaged(`${file} does not match ${field}: its SHA-256 is ${actual}`);
}
