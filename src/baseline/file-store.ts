import { lstat, mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { ActionError } from "../errors.ts";
import { isSystemError } from "../files/regular-file.ts";
import type { BaselineBundle, BaselineStore, RestoreOutcome, SaveOutcome } from "../ports.ts";
import { readBundle } from "./read-bundle.ts";
import { writeBundle } from "./write-bundle.ts";

/** What the file store is made of. */
export interface FileStoreDeps {
  /** Folder that holds one folder per named baseline, usually `baselines`. */
  readonly root: string;
  /** Name of the baseline. */
  readonly name: string;
  /** Largest total of binaries, in bytes. */
  readonly capBytes?: number;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/**
 * A named baseline in a folder that can be committed.
 *
 * @param deps - folder, name and size
 * @returns the store
 * @throws ActionError (`usage`) when the name is not a plain folder name
 */
export function createFileStore(deps: FileStoreDeps): BaselineStore {
  if (!NAME.test(deps.name)) {
    throw new ActionError({
      code: "usage",
      message: `${JSON.stringify(deps.name)} cannot name a baseline`,
      hint: "Use 1 to 64 letters, digits, dots, dashes and underscores, beginning with a letter or digit.",
    });
  }
  return {
    restore: () => restore(deps),
    save: (bundle: BaselineBundle) => save(deps, bundle),
  };
}

/**
 * Lists the named baselines of a folder.
 *
 * @param root - folder that holds them
 * @returns their names in order; none when there is no such folder
 * @throws the system error when the folder cannot be read
 */
export async function listBaselines(root: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(root, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && NAME.test(entry.name))
      .map(({ name }) => name)
      .sort();
  } catch (thrown) {
    if (isSystemError(thrown) && thrown.code === "ENOENT") return [];
    throw thrown;
  }
}

async function restore({ root, name }: FileStoreDeps): Promise<RestoreOutcome> {
  const directory = join(root, name);
  if (!(await exists(directory))) {
    return {
      restored: false,
      reason: "absent",
      message: `there is no baseline ${name} in ${root}`,
    };
  }
  const bundle = await readBundle(directory, directory);
  return { restored: true, source: "file", key: name, bundle };
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (thrown) {
    if (isSystemError(thrown) && thrown.code === "ENOENT") return false;
    throw thrown;
  }
}

async function save(deps: FileStoreDeps, bundle: BaselineBundle): Promise<SaveOutcome> {
  const { root, name } = deps;
  // Written aside first: an interrupted save leaves the old baseline whole.
  const aside = join(root, `.${name}.partial`);
  try {
    await mkdir(root, { recursive: true });
    const written = await writeBundle(aside, bundle, deps.capBytes);
    await rm(join(root, name), { recursive: true, force: true });
    await rename(aside, join(root, name));
    return { saved: true, key: name, ...written };
  } catch (thrown) {
    if (!isSystemError(thrown)) throw thrown;
    await rm(aside, { recursive: true, force: true }).catch(() => undefined);
    return {
      saved: false,
      reason: "failed",
      message: `${join(root, name)} cannot be written (${thrown.code})`,
    };
  }
}
