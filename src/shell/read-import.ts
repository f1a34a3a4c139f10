import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { ActionError } from "../errors.ts";
import { decodeForeignText, hintOf } from "../files/decode-text.ts";
import { boundaryOf } from "../files/inside.ts";
import { faultWords, readRegularFile } from "../files/regular-file.ts";
import { importCriterion } from "../import/criterion.ts";
import { gungraunBefore } from "../import/gungraun.ts";
import { formatOf, importResults } from "../import/import-results.ts";
import {
  type Imported,
  type ImportFile,
  type ImportFormat,
  type ImportFormatChoice,
  RECOGNISE,
} from "../model/imported.ts";

/** What lies at a path: its results, and where the tool keeps one, the measurement before. */
export interface ReadImport {
  readonly format: ImportFormat;
  readonly results: readonly Imported[];
  readonly before: Before | null;
  /** When each file was written, by its path, in ms. */
  readonly writtenAt: ReadonlyMap<string, number>;
}

/** A measurement that a tool keeps beside the newest one. */
export interface Before {
  /** Name of it: of Criterion's folders, or what the report calls it. */
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

/** What the run before is called where the tool gives it no name. */
const OLD = "the run before";

/** Ends of the names of files of a folder that are read: JSON, and what people call the output of `go test`. */
const JSON_FILES = /\.json$/;
const TEXT_FILES = /\.(?:txt|out|bench|log)$/;

/**
 * Reads another tool's results from a file, or from the files of a folder.
 *
 * @param choice - the tool, or `auto` to recognise it
 * @param place - file or folder, for Criterion `target/criterion`, and the checkout it may not leave
 * @param saved - name of a saved baseline of Criterion, `none`, or null for what the tool kept itself
 * @returns the results; for Criterion also those it kept beside them, unless they are the same (a run leaves itself as `base`),
 * for Gungraun the counts of the run before
 * @throws ActionError (`import`) naming file and fault
 */
export async function readImport(
  choice: ImportFormatChoice,
  place: ImportPlace,
  saved: string | null,
): Promise<ReadImport> {
  const { files, writtenAt } = await readFiles(choice, place);
  const format = formatOf(choice, files);
  if (saved !== null && saved !== "none" && format !== "criterion") throw noSaved(saved, format);
  const results = importResults(format, files);
  return { format, results, writtenAt, before: beforeOf(format, { results, files }, saved) };
}

function noSaved(saved: string, format: ImportFormat): ActionError {
  return new ActionError({
    code: "import",
    message: `${format} keeps no baseline by the name ${JSON.stringify(saved)}: only Criterion does`,
    hint: "Name the file or folder of the results to compare with.",
  });
}

function beforeOf(
  format: ImportFormat,
  { results, files }: { readonly results: readonly Imported[]; readonly files: ImportFile[] },
  saved: string | null,
): Before | null {
  if (saved === "none") return null;
  if (format === "gungraun") {
    const before = gungraunBefore(results);
    return before.length === 0 ? null : { name: OLD, results: before };
  }
  const name = saved ?? BASE;
  const isKept = files.some((file) => file.path.split("/").at(-2) === name);
  if (format !== "criterion" || (saved === null && !isKept)) return null;
  const before = importCriterion(files, name);
  return saved === null && isSame(results, before) ? null : { name, results: before };
}

function isSame(left: readonly Imported[], right: readonly Imported[]): boolean {
  const numbers = (all: readonly Imported[]): string =>
    JSON.stringify(all.map(({ id, samples }) => [id, samples]));
  return numbers(left) === numbers(right);
}

interface ReadFiles {
  readonly files: ImportFile[];
  readonly writtenAt: ReadonlyMap<string, number>;
}

async function readFiles(
  choice: ImportFormatChoice,
  { path, checkout }: ImportPlace,
): Promise<ReadFiles> {
  try {
    const names = (await stat(path)).isDirectory() ? await filesOf(path, choice) : [path];
    const read = await Promise.all(names.map((name) => readOne(name, checkout)));
    return {
      files: read.map(({ file }) => file),
      writtenAt: new Map(read.map(({ file, writtenAt }) => [file.path, writtenAt])),
    };
  } catch (cause) {
    throw cause instanceof ActionError ? cause : unreadable(path, cause);
  }
}

async function readOne(
  name: string,
  checkout: string | null,
): Promise<{ readonly file: ImportFile; readonly writtenAt: number }> {
  const bytes = await readRegularFile(name, {
    maxBytes: MAX_IMPORT_BYTES,
    links: "follow",
    within: boundaryOf(name, checkout),
  });
  const { mtimeMs } = await stat(name);
  const file = { path: name.replaceAll("\\", "/"), text: decodeForeignText(bytes) };
  return { file, writtenAt: mtimeMs };
}

/** Of a folder the JSON files, or what `go test` printed where there is none. */
async function filesOf(folder: string, choice: ImportFormatChoice): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const ending = (pattern: RegExp): string[] => names.filter((name) => pattern.test(name));
  const [json, texts] = [ending(JSON_FILES), ending(TEXT_FILES)];
  const isText = choice === "go" || (choice === RECOGNISE && json.length === 0);
  const taken = isText ? [...json, ...texts] : json;
  if (taken.length === 0) throw nothingIn(folder, isText);
  return taken.sort().map((name) => join(folder, name));
}

function nothingIn(folder: string, isText: boolean): ActionError {
  return new ActionError({
    code: "import",
    message: `${folder} holds no file of results (${isText ? ".json, .txt, .out, .bench or .log" : ".json"})`,
    hint: "Name the file the tool wrote, or for Criterion the folder target/criterion.",
  });
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
