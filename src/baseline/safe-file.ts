import { constants } from "node:fs";
import { lstat, open } from "node:fs/promises";

/** What a {@link FileFault} is made of. */
export interface FileFaultDetails {
  readonly kind: "missing" | "unreadable";
  /** What is wrong, to be read after the file's name. */
  readonly message: string;
  readonly cause?: unknown;
}

/** Why a file cannot be read as wanted; `missing` and `unreadable` are different things. */
export class FileFault extends Error {
  readonly kind: FileFaultDetails["kind"];

  constructor(details: FileFaultDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "FileFault";
    this.kind = details.kind;
  }
}

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
 * Reads a regular file that is not a link and not too large.
 *
 * @param path - path to read
 * @param maxBytes - most bytes to accept
 * @returns its bytes
 * @throws FileFault when it is missing, a link, no regular file, or too large
 */
export async function readRegularFile(path: string, maxBytes: number): Promise<Buffer> {
  try {
    // Both flags are missing on Windows. Without the second, opening a pipe would wait for somebody to write into it.
    const flags = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    const file = await open(path, constants.O_RDONLY | flags);
    try {
      const facts = await file.stat();
      if (!facts.isFile())
        throw new FileFault({ kind: "unreadable", message: "is not a regular file" });
      if (facts.size > maxBytes) {
        throw new FileFault({
          kind: "unreadable",
          message: `has ${facts.size} bytes, at most ${maxBytes} are accepted`,
        });
      }
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (thrown) {
    throw faultOf(thrown);
  }
}

function faultOf(thrown: unknown): unknown {
  if (!isSystemError(thrown)) return thrown;
  if (thrown.code === "ENOENT")
    return new FileFault({ kind: "missing", message: "is missing", cause: thrown });
  const text = thrown.code === "ELOOP" ? "is a symbolic link" : `cannot be read (${thrown.code})`;
  return new FileFault({ kind: "unreadable", message: text, cause: thrown });
}
