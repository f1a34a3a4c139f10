import { lstat, open, rename, rm, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { uniqueAside } from "./aside-name.ts";
import { FileFault, isSystemError, otherKind } from "./regular-file.ts";
import { holdScratch } from "./scratch.ts";

/** Access rights of a new file, before the process's mask. */
const NEW_MODE = 0o666;
const MODE_BITS = 0o777;

/**
 * Checks that a file can be written: its folder is there, and no link, pipe, device or folder stands in its place.
 *
 * @param path - file to be written later
 * @returns access rights of the file that is there, or those of a new one
 * @throws FileFault saying what stands there, or that the folder is missing
 */
export async function requirePlace(path: string): Promise<number> {
  const folder = await stat(dirname(resolve(path))).catch(systemFault);
  if (folder === null)
    throw new FileFault({ kind: "missing", message: "lies in a folder that does not exist" });
  if (!folder.isDirectory())
    throw new FileFault({ kind: "unreadable", message: "lies in what is no folder" });
  const there = await lstat(path).catch(systemFault);
  if (there === null) return NEW_MODE;
  const other = otherKind(there);
  if (other === null) return there.mode & MODE_BITS;
  throw new FileFault({ kind: "unreadable", message: `${other}, not a regular file` });
}

/**
 * Writes a file aside and renames it: whoever reads the path finds the old text or the new one, whole. A link is never
 * written through.
 *
 * @param path - file to write or replace
 * @param text - its new text
 * @throws FileFault when something else stands there, or the system refuses
 */
export async function writeAside(path: string, text: string): Promise<void> {
  const mode = await requirePlace(path);
  const aside = uniqueAside(resolve(path), "partial");
  const release = holdScratch(aside);
  try {
    const file = await open(aside, "wx", mode);
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (thrown) {
    await rm(aside, { force: true });
    if (!isSystemError(thrown)) throw thrown;
    throw unwritable(thrown);
  } finally {
    release();
  }
}

function systemFault(thrown: unknown): null {
  if (!isSystemError(thrown)) throw thrown;
  if (thrown.code === "ENOENT") return null;
  throw unwritable(thrown);
}

function unwritable(thrown: NodeJS.ErrnoException): FileFault {
  const message = `cannot be written (${thrown.code})`;
  return new FileFault({ kind: "unreadable", message, cause: thrown });
}
