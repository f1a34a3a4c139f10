import { constants, type Stats } from "node:fs";
import { type FileHandle, lstat, open, realpath, stat } from "node:fs/promises";
import { messageOf } from "../errors.ts";
import { isInside } from "./inside.ts";

/** What a {@link FileFault} is made of. */
export interface FileFaultDetails {
  readonly kind: "missing" | "unreadable" | "encoding";
  /** What is wrong, to be read after the file's name. */
  readonly message: string;
  readonly cause?: unknown;
}

/** Why a file cannot be read as wanted; `missing` and `unreadable` are different things, and so is text of another `encoding`. */
export class FileFault extends Error {
  readonly kind: FileFaultDetails["kind"];

  constructor(details: FileFaultDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "FileFault";
    this.kind = details.kind;
  }
}

/**
 * Why a file cannot be read, as the end of a sentence.
 *
 * @param thrown - whatever was caught
 * @returns for example "it is missing"; the message of anything that is no {@link FileFault}
 */
export function faultWords(thrown: unknown): string {
  return thrown instanceof FileFault ? `it ${thrown.message}` : messageOf(thrown);
}

/** How a file may be read. */
export interface ReadRules {
  /** Most bytes to accept. */
  readonly maxBytes: number;
  /** Whether a link to a regular file is as good as the file; the file itself must be there when absent. */
  readonly links?: "follow" | "refuse";
  /** Folder the file must lie in once every link is followed; anywhere when absent or null. */
  readonly within?: string | null;
}

/** Bytes read at a time. */
const CHUNK_BYTES = 1024 * 1024;

/**
 * Whether an error comes from the operating system.
 *
 * @param thrown - whatever was caught
 * @returns true when it has an error code
 */
export function isSystemError(thrown: unknown): thrown is NodeJS.ErrnoException {
  return thrown instanceof Error && typeof (thrown as NodeJS.ErrnoException).code === "string";
}

/**
 * Checks that a path is a folder itself, not a link to one.
 *
 * @param path - path to look at
 * @throws FileFault when it is missing or anything else
 */
export async function requireFolder(path: string): Promise<void> {
  const facts = await lstat(path).catch((thrown: unknown) => {
    throw faultOf(thrown);
  });
  if (!facts.isDirectory()) throw new FileFault({ kind: "unreadable", message: "is not a folder" });
}

/**
 * Checks that a path names a regular file, and where it lies, without reading it.
 *
 * @param path - path to look at
 * @param rules - whether links are followed, and the folder it must lie in
 * @throws FileFault when it is missing, anything else, or outside of that folder
 */
export async function requireRegularFile(
  path: string,
  { links = "refuse", within = null }: Omit<ReadRules, "maxBytes">,
): Promise<void> {
  try {
    refuseOther(await (links === "follow" ? stat(path) : lstat(path)));
    if (within === null || isInside(await realpath(path), await realpath(within))) return;
  } catch (thrown) {
    throw faultOf(thrown);
  }
  throw new FileFault({ kind: "unreadable", message: "lies outside of the checkout" });
}

/**
 * Reads a regular file that is not too large. A pipe, a device or a folder is refused at once, never waited for.
 *
 * @param path - path to read
 * @param rules - most bytes, whether links are followed, and the folder it must lie in
 * @returns its bytes
 * @throws FileFault when it is missing, no regular file, too large, or outside of that folder
 */
export async function readRegularFile(path: string, rules: ReadRules): Promise<Buffer> {
  await requireRegularFile(path, rules);
  try {
    // Both flags are missing on Windows. Without the second, opening a pipe would wait for somebody to write into it.
    const noLinks = rules.links === "follow" ? 0 : (constants.O_NOFOLLOW ?? 0);
    const flags = constants.O_RDONLY | noLinks | (constants.O_NONBLOCK ?? 0);
    const file = await open(path, flags);
    try {
      // What was looked at may have been replaced before it was opened.
      const facts = await file.stat();
      refuseOther(facts);
      refuseLarge(facts.size, rules.maxBytes);
      return await readAtMost(file, rules.maxBytes);
    } finally {
      await file.close();
    }
  } catch (thrown) {
    throw faultOf(thrown);
  }
}

/**
 * What a path names when it is no regular file.
 *
 * @param facts - what the system says of it
 * @returns words to read after its name; null for a regular file
 */
export function otherKind(facts: Stats): string | null {
  if (facts.isFile()) return null;
  if (facts.isSymbolicLink()) return "is a symbolic link";
  if (facts.isDirectory()) return "is a folder";
  if (facts.isFIFO()) return "is a named pipe";
  return facts.isSocket() ? "is a socket" : "is a device";
}

function refuseOther(facts: Stats): void {
  const other = otherKind(facts);
  if (other === null) return;
  throw new FileFault({ kind: "unreadable", message: `${other}, not a regular file` });
}

function refuseLarge(size: number, maxBytes: number): void {
  if (size <= maxBytes) return;
  const message = `has ${size} bytes, at most ${maxBytes} are accepted`;
  throw new FileFault({ kind: "unreadable", message });
}

/** Files of the kernel tell no size, and others may grow while they are read. */
async function readAtMost(file: FileHandle, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(CHUNK_BYTES) });
    if (bytesRead === 0) return Buffer.concat(chunks);
    total += bytesRead;
    refuseLarge(total, maxBytes);
    chunks.push(buffer.subarray(0, bytesRead));
  }
}

function faultOf(thrown: unknown): unknown {
  if (!isSystemError(thrown)) return thrown;
  if (thrown.code === "ENOENT")
    return new FileFault({ kind: "missing", message: "is missing", cause: thrown });
  const text =
    thrown.code === "ELOOP"
      ? "is a symbolic link, not a regular file"
      : `cannot be read (${thrown.code})`;
  return new FileFault({ kind: "unreadable", message: text, cause: thrown });
}
