import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { ActionError } from "../errors.ts";
import { hintOf } from "../files/decode-text.ts";
import { boundaryOf } from "../files/inside.ts";
import { faultWords } from "../files/regular-file.ts";
import { readRegularText } from "../files/regular-text.ts";
import { importCriterion } from "../import/criterion.ts";
import { importResults } from "../import/import-results.ts";
import type { Imported, ImportFile, ImportFormat } from "../model/imported.ts";

/** What lies at a path: its results, and where the tool keeps one, the measurement before. */
export interface ReadImport {
  readonly results: readonly Imported[];
  readonly before: Before | null;
}

/** A measurement that Criterion keeps beside the newest one. */
export interface Before {
  /** Name of its folders. */
  readonly name: string;
  readonly results: readonly Imported[];
}

/** What results are read from. */
export interface ImportPlace {
  /** File or folder. */
  readonly path: string;
  /** Folder that no link of its own may lead out of; null where links may lead anywhere. */
  readonly checkout: string | null;
}

/** Largest file of results that is read, in bytes. */
const MAX_IMPORT_BYTES = 256 * 1024 * 1024;

/** Where Criterion keeps what it compares with when no baseline is named. */
const BASE = "base";

/**
 * Reads another tool's results from a file, or from the JSON files of a folder.
 *
 * @param format - the tool
 * @param place - file or folder, for Criterion `target/criterion`, and the checkout it may not leave
 * @param saved - name of a saved baseline of Criterion, `none`, or null for `base` where it has one
 * @returns the results; for Criterion also those it kept beside them, unless they are the same (a run leaves itself as `base`)
 * @throws ActionError (`import`) naming file and fault
 */
export async function readImport(
  format: ImportFormat,
  place: ImportPlace,
  saved: string | null,
): Promise<ReadImport> {
  const files = await readFiles(place);
  const results = importResults(format, files);
  const name = saved ?? BASE;
  const isKept = files.some((file) => file.path.split("/").at(-2) === name);
  if (format !== "criterion" || saved === "none" || (saved === null && !isKept)) {
    return { results, before: null };
  }
  const before = importCriterion(files, name);
  return {
    results,
    before: saved === null && isSame(results, before) ? null : { name, results: before },
  };
}

function isSame(left: readonly Imported[], right: readonly Imported[]): boolean {
  const numbers = (all: readonly Imported[]): string =>
    JSON.stringify(all.map(({ id, samples }) => [id, samples]));
  return numbers(left) === numbers(right);
}

async function readFiles({ path, checkout }: ImportPlace): Promise<ImportFile[]> {
  try {
    const names = (await stat(path)).isDirectory() ? await jsonFilesOf(path) : [path];
    return await Promise.all(
      names.map(async (name) => ({
        path: name.replaceAll("\\", "/"),
        text: await readRegularText(name, {
          maxBytes: MAX_IMPORT_BYTES,
          links: "follow",
          within: boundaryOf(name, checkout),
        }),
      })),
    );
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

async function jsonFilesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(folder, name));
}

function unreadable(path: string, cause: unknown): ActionError {
  return new ActionError({
    code: "import",
    message: `${path} cannot be read: ${faultWords(cause)}`,
    hint: hintOf(
      cause,
      "Name the file the tool wrote, or for Criterion the folder target/criterion.",
    ),
    cause,
  });
}
