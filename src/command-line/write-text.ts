import { ActionError } from "../errors.ts";
import { faultWords } from "../files/regular-file.ts";
import { requirePlace, writeAside } from "../files/write-aside.ts";

/**
 * Checks, before anything is measured, that the files a user asked for can be written.
 *
 * @param paths - where to; null for a file nobody asked for
 * @throws ActionError (`usage`) naming the path and what stands in its place
 */
export async function requirePlaces(paths: readonly (string | null)[]): Promise<void> {
  for (const path of paths) {
    if (path === null) continue;
    try {
      await requirePlace(path);
    } catch (cause) {
      throw unwritable(path, cause);
    }
  }
}

/**
 * Writes a file a user asked for: the old one stays until the new one is complete, and no link is written through.
 *
 * @param path - where to
 * @param text - what
 * @throws ActionError (`usage`) when it cannot be written
 */
export async function writeText(path: string, text: string): Promise<void> {
  try {
    await writeAside(path, text);
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

function unwritable(path: string, cause: unknown): ActionError {
  return new ActionError({
    code: "usage",
    message: `${path} cannot be written: ${faultWords(cause)}`,
    hint: "Name a regular file in a folder that exists, no link and no device.",
    cause,
  });
}
