import { readdir, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { CONFIG_NAMES, isNearConfigName } from "../config/config-name.ts";
import { ActionError, messageOf } from "../errors.ts";

/**
 * Finds the configuration of a folder.
 *
 * @param folder - folder it lies in when none is named
 * @returns path of `wasm-bench.yml` or `wasm-bench.yaml`; null when there is neither, and none that could be meant
 * @throws ActionError (`config`) when there are both, or a file of a similar name instead
 */
export async function findConfig(folder: string): Promise<string | null> {
  const names = await namesIn(folder);
  const [found, second] = CONFIG_NAMES.filter((name) => names.includes(name));
  if (second !== undefined) {
    throw new ActionError({
      code: "config",
      message: `there are two configurations in ${shown(folder)}: ${found} and ${second}`,
      hint: "Keep one of them, or name one with the input config (--config on the command line).",
    });
  }
  if (found !== undefined) return join(folder, found);
  for (const name of names.filter(isNearConfigName)) {
    if (await isFile(join(folder, name))) throw misnamed(folder, name);
  }
  return null;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (cause) {
    throw unsearchable(folder, cause);
  }
}

function unsearchable(folder: string, cause: unknown): ActionError {
  const isMissing = (cause as NodeJS.ErrnoException).code === "ENOENT";
  const fault = isMissing ? "there is no such folder" : messageOf(cause);
  return new ActionError({
    code: "config",
    message: `the folder ${shown(folder)} cannot be searched for a configuration: ${fault}`,
    hint: "Correct working-directory, or check out the repository before this step.",
    cause,
  });
}

/** A folder as messages name it: without the machine's own folders. */
function shown(folder: string): string {
  return relative(process.cwd(), resolve(folder)) || ".";
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    // A link that leads nowhere is meant as well.
    () => true,
  );
}

function misnamed(folder: string, name: string): ActionError {
  return new ActionError({
    code: "config",
    message: `there is no ${CONFIG_NAMES.join(" and no ")} in ${shown(folder)}, but ${name}, which is not read`,
    hint: `Rename it to ${CONFIG_NAMES[0]}, or name it with the input config (--config on the command line).`,
  });
}
