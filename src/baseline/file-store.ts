import { lstat, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { ActionError } from "../errors.ts";
import { FileFault, isSystemError, requireFolder } from "../files/regular-file.ts";
import type { BaselineDocument } from "../model/baseline.ts";
import type { BaselineBundle, BaselineStore, RestoreOutcome, SaveOutcome } from "../ports.ts";
import { readBundle } from "./read-bundle.ts";
import { recoverFolder, replaceFolder } from "./replace-folder.ts";
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
 * A named baseline in a folder that can be committed. It remembers what it restored: where another run has saved since,
 * it saves nothing.
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
  let seen: Seen = { kind: "anything" };
  return {
    restore: async (): Promise<RestoreOutcome> => {
      const outcome = await restore(deps);
      seen = outcome.restored
        ? { kind: "one", identity: identityOf(outcome.bundle.document) }
        : { kind: "none" };
      return outcome;
    },
    save: (bundle: BaselineBundle) => save(deps, bundle, seen),
  };
}

/** What may be replaced. */
type Seen =
  | { readonly kind: "anything" | "none" }
  | { readonly kind: "one"; readonly identity: string };

/** Tells one run's baseline from another's. */
function identityOf({ run, createdAt }: BaselineDocument): string {
  return `${run.sha} ${createdAt}`;
}

async function mayReplace(old: string | null, seen: Seen): Promise<boolean> {
  if (seen.kind === "anything") return true;
  if (old === null) return seen.kind === "none";
  try {
    const { document } = await readBundle(old, old);
    return seen.kind === "one" && identityOf(document) === seen.identity;
  } catch (thrown) {
    if (thrown instanceof ActionError) return false;
    throw thrown;
  }
}

/**
 * Lists the named baselines of a folder.
 *
 * @param root - folder that holds them
 * @returns their names in order; none when there is no such folder
 * @throws ActionError (`baseline`) when something else stands in its place, or it cannot be read
 */
export async function listBaselines(root: string): Promise<readonly string[]> {
  if (!(await isThere(root))) return [];
  try {
    const entries = await readdir(root, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && NAME.test(entry.name))
      .map(({ name }) => name)
      .sort();
  } catch (thrown) {
    throw isSystemError(thrown)
      ? unusable(root, `cannot be read (${thrown.code})`, thrown)
      : thrown;
  }
}

async function restore({ root, name }: FileStoreDeps): Promise<RestoreOutcome> {
  const directory = join(root, name);
  if (!(await isThere(root)) || !(await exists(directory))) {
    return {
      restored: false,
      reason: "absent",
      message: `there is no baseline ${name} in ${root}`,
    };
  }
  const bundle = await readBundle(directory, directory);
  return { restored: true, source: "file", key: name, bundle };
}

/** Whether the folder of baselines exists. */
async function isThere(root: string): Promise<boolean> {
  try {
    if ((await lstat(root)).isSymbolicLink()) return true;
    await requireFolder(root);
    return true;
  } catch (thrown) {
    const fault = isSystemError(thrown) && thrown.code === "ENOENT" ? null : thrown;
    if (fault === null) return false;
    if (fault instanceof FileFault) throw unusable(root, fault.message, fault);
    throw isSystemError(fault) ? unusable(root, `cannot be read (${fault.code})`, fault) : fault;
  }
}

function unusable(root: string, fault: string, cause: unknown): ActionError {
  return new ActionError({
    code: "baseline",
    message: `the folder of baselines, ${root}, ${fault}`,
    hint: `Move away what is called ${root}: it must be a folder with one folder per baseline.`,
    cause,
  });
}

async function exists(path: string): Promise<boolean> {
  await recoverFolder(path);
  try {
    await lstat(path);
    return true;
  } catch (thrown) {
    if (isSystemError(thrown) && thrown.code === "ENOENT") return false;
    throw thrown;
  }
}

async function save(
  { root, name, capBytes }: FileStoreDeps,
  bundle: BaselineBundle,
  seen: Seen,
): Promise<SaveOutcome> {
  const directory = join(root, name);
  try {
    await mkdir(root, { recursive: true });
    let written = { sizeBytes: 0, leftOut: [] as readonly string[] };
    const isDone = await replaceFolder(directory, {
      write: async (aside: string): Promise<void> => {
        written = await writeBundle(aside, bundle, capBytes);
      },
      mayReplace: (old: string | null) => mayReplace(old, seen),
    });
    if (isDone) return { saved: true, key: name, ...written };
    const message = `another run saved ${directory} meanwhile, and that baseline stays`;
    return { saved: false, reason: "refused", message };
  } catch (thrown) {
    if (!isSystemError(thrown)) throw thrown;
    return {
      saved: false,
      reason: "failed",
      message: `${directory} cannot be written (${thrown.code})`,
    };
  }
}
