import { mkdir, readdir } from "node:fs/promises";
import { join, sep } from "node:path";
import { ActionError } from "../errors.ts";
import { FileFault, faultWords, requireFolder } from "../files/regular-file.ts";
import { requirePlace, writeAside } from "../files/write-aside.ts";

/** Folder of everything the action leaves in the checkout. */
export const RESULT_FOLDER = ".wasm-bench";

/** Folder in it for the history of the baseline branch. */
export const HISTORY_FOLDER = "history";

/** Names of results and reports. */
const RESULT_FILE = /\.(?:json|html)$/;

/** The files of one run. */
export interface ResultFiles {
  readonly json: string;
  readonly html: string;
}

/**
 * Looks at the folder of results before anything is measured: a checkout may bring along a file or a link in its place,
 * or in the place of a result, which would lead what is written there elsewhere.
 *
 * @param workspace - folder of the checkout
 * @throws ActionError (`environment`) naming what stands in the way
 */
export async function requireResultFolder(workspace: string): Promise<void> {
  const folder = join(workspace, RESULT_FOLDER);
  let name = RESULT_FOLDER;
  try {
    await requireFolder(folder);
    for (const file of await readdir(folder, { recursive: true })) {
      const isPage = file.startsWith(`${HISTORY_FOLDER}${sep}`);
      if (file !== HISTORY_FOLDER && !isPage && (file.includes(sep) || !RESULT_FILE.test(file)))
        continue;
      name = `${RESULT_FOLDER}/${file}`;
      await (file === HISTORY_FOLDER ? requireFolder : requirePlace)(join(folder, file));
    }
  } catch (cause) {
    if (cause instanceof FileFault && cause.kind === "missing") return;
    throw unusable(name, cause);
  }
}

/**
 * Writes what a run leaves: the old files stay until the new ones are complete, and no link is written through.
 *
 * @param workspace - folder of the checkout
 * @param fileName - name of the files, without folder and ending
 * @param texts - the result document and the report
 * @returns absolute paths of both
 * @throws ActionError (`environment`) when something else stands in their place
 */
export async function writeResultFiles(
  workspace: string,
  fileName: string,
  texts: ResultFiles,
): Promise<ResultFiles> {
  const folder = await makeFolder(workspace);
  const paths = { json: join(folder, `${fileName}.json`), html: join(folder, `${fileName}.html`) };
  for (const kind of ["json", "html"] as const) {
    try {
      await writeAside(paths[kind], texts[kind]);
    } catch (cause) {
      throw unusable(`${RESULT_FOLDER}/${fileName}.${kind}`, cause);
    }
  }
  return paths;
}

/**
 * Makes the folder of everything the action leaves.
 *
 * @param workspace - folder of the checkout
 * @returns its absolute path
 * @throws ActionError (`environment`) when something else stands in its place
 */
export async function makeFolder(workspace: string): Promise<string> {
  const folder = join(workspace, RESULT_FOLDER);
  try {
    await mkdir(folder, { recursive: true });
    await requireFolder(folder);
    return folder;
  } catch (cause) {
    throw unusable(RESULT_FOLDER, cause);
  }
}

/**
 * What to throw when a file or folder of results cannot be written.
 *
 * @param name - the file or folder, for the message
 * @param cause - what was thrown
 * @returns an ActionError (`environment`) where something stands in the way; the cause itself where it is anything else
 */
export function unusable(name: string, cause: unknown): unknown {
  const isRefusal = cause instanceof FileFault || (cause instanceof Error && "syscall" in cause);
  if (!isRefusal) return cause;
  return new ActionError({
    code: "environment",
    message: `${name} cannot hold the results: ${faultWords(cause)}`,
    hint: `Remove ${RESULT_FOLDER} from the repository, and keep it out with .gitignore: the action makes it anew.`,
    cause,
  });
}
