import { renameSync } from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isAlive, readAsideName, uniqueAside } from "../files/aside-name.ts";
import { isSystemError } from "../files/regular-file.ts";
import { holdScratch } from "../files/scratch.ts";

/** How a folder is replaced. */
export interface Replacement {
  /** Writes the new folder at the path given, which does not exist yet. */
  readonly write: (aside: string) => Promise<void>;
  /** Whether what was there may go: its path, or null where nothing was. */
  readonly mayReplace: (old: string | null) => Promise<boolean>;
}

/**
 * Replaces a folder by one that was written beside it. The old one stays until the new one is complete; of several
 * processes that do so at once, one wins and the others are told.
 *
 * @param path - folder to replace or to make
 * @param replacement - how the new one is written, and which old one may go
 * @returns false when what is there now may not be replaced: it stays as it is
 * @throws the system error when the folder cannot be written; the old one is then there as before
 */
export async function replaceFolder(path: string, replacement: Replacement): Promise<boolean> {
  await recoverFolder(path);
  await sweep(path);
  const aside = uniqueAside(path, "partial");
  const release = holdScratch(aside);
  try {
    await replacement.write(aside);
    return await exchange(path, aside, replacement.mayReplace);
  } finally {
    await rm(aside, { recursive: true, force: true });
    release();
  }
}

/**
 * Puts back a folder whose replacement was killed between its last two steps.
 *
 * @param path - folder that may be missing although its old content is still beside it
 */
export async function recoverFolder(path: string): Promise<void> {
  const beside = await listBeside(path);
  if (beside.names.includes(basename(path))) return;
  const left = beside.asides.find(({ kind, pid }) => kind === "old" && !isAlive(pid));
  if (left !== undefined) await renameOrNot(join(dirname(path), left.name), path);
}

/** Two renames; what was moved away is looked at afterwards, and put back when it was another one than expected. */
async function exchange(
  path: string,
  aside: string,
  mayReplace: Replacement["mayReplace"],
): Promise<boolean> {
  const old = uniqueAside(path, "old");
  const putBack = (): void => {
    try {
      renameSync(old, path);
    } catch {
      // Nothing was moved away, or the new one is in place already.
    }
  };
  process.once("exit", putBack);
  try {
    const hadOld = await renameOrNot(path, old);
    if (!hadOld && !(await mayReplace(null))) return false;
    if (!(await renameOrNot(aside, path))) return false;
    if (!hadOld || (await mayReplace(old))) return true;
    await renameOrNot(path, aside);
    return false;
  } finally {
    putBack();
    process.off("exit", putBack);
    await rm(old, { recursive: true, force: true });
  }
}

/** Removes what processes left beside a folder that were killed while they wrote it. */
async function sweep(path: string): Promise<void> {
  const { asides } = await listBeside(path);
  for (const { name, pid } of asides) {
    if (!isAlive(pid)) await rm(join(dirname(path), name), { recursive: true, force: true });
  }
}

interface Beside {
  readonly names: readonly string[];
  readonly asides: readonly {
    readonly name: string;
    readonly pid: number;
    readonly kind: "partial" | "old";
  }[];
}

async function listBeside(path: string): Promise<Beside> {
  const names = await readdir(dirname(path)).catch((thrown: unknown) => {
    if (isSystemError(thrown) && thrown.code === "ENOENT") return [];
    throw thrown;
  });
  const asides = names.flatMap((name) => {
    const read = readAsideName(name);
    return read?.base === basename(path) ? [{ name, pid: read.pid, kind: read.kind }] : [];
  });
  return { names, asides };
}

/** What a rename says when another process was faster: the source is gone, or the target is there. */
const OVERTAKEN = new Set(["ENOENT", "ENOTEMPTY", "EEXIST"]);

async function renameOrNot(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (thrown) {
    if (isSystemError(thrown) && OVERTAKEN.has(thrown.code ?? "")) return false;
    throw thrown;
  }
}
