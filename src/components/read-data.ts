import { resolve } from "node:path";
import type { ActionError } from "../errors.ts";
import { faultWords, readRegularFile, requireRegularFile } from "../files/regular-file.ts";
import type { ComponentEntry } from "../model/config.ts";
import { type DataFiles, dataFilesOf } from "../model/data.ts";
import { componentFault } from "./component-fault.ts";

/** Largest file that may be an argument, in bytes. */
const MAX_DATA_BYTES = 256 * 1024 * 1024;

/** A file that an argument names, with the place to name in messages. */
interface NamedFile {
  readonly place: string;
  readonly path: string;
}

/**
 * Checks, before any of it is read, that the files a component's arguments name are regular files of the checkout.
 *
 * @param entry - the component as configured
 * @param root - folder its paths are relative to
 * @param checkout - folder they must lie in once every link is followed; null where they may lie anywhere
 * @throws ActionError (`component`) naming component, call and file
 */
export async function requireDataFiles(
  entry: ComponentEntry,
  root: string,
  checkout: string | null,
): Promise<void> {
  for (const file of namedFiles(entry)) {
    try {
      await requireRegularFile(resolve(root, file.path), { links: "follow", within: checkout });
    } catch (cause) {
      throw unreadable(entry, file, cause);
    }
  }
}

/**
 * Reads the files that a component's arguments and expected results name.
 *
 * @param entry - the component as configured
 * @param root - folder its paths are relative to
 * @returns contents by the path as it is written
 * @throws ActionError (`component`) naming component, call and file
 */
export async function readDataFiles(entry: ComponentEntry, root: string): Promise<DataFiles> {
  const files = new Map<string, Uint8Array>();
  for (const file of namedFiles(entry)) {
    if (files.has(file.path)) continue;
    try {
      const rules = { maxBytes: MAX_DATA_BYTES, links: "follow" } as const;
      files.set(file.path, new Uint8Array(await readRegularFile(resolve(root, file.path), rules)));
    } catch (cause) {
      throw unreadable(entry, file, cause);
    }
  }
  return files;
}

function namedFiles({ execution, trap }: ComponentEntry): NamedFile[] {
  const calls = execution.map(({ name, args, expect }) => ({
    place: `execution "${name}"`,
    values: expect === undefined ? args : [...args, expect],
  }));
  const all = trap === null ? calls : [...calls, { place: "trap", values: trap.args }];
  return all.flatMap(({ place, values }) =>
    values.flatMap(dataFilesOf).map((path): NamedFile => ({ place, path })),
  );
}

function unreadable(
  entry: ComponentEntry,
  { place, path }: NamedFile,
  cause: unknown,
): ActionError {
  return componentFault(entry, {
    place,
    message: `the file ${path} cannot be read: ${faultWords(cause)}`,
    hint: "Name a regular file below the configuration's folder; in the action, one of the checkout.",
    cause,
  });
}
