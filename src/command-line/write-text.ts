import { ActionError } from "../errors.ts";
import { faultWords } from "../files/regular-file.ts";
import { requirePlace, writeAside } from "../files/write-aside.ts";

const ELSEWHERE = "Name a regular file in a folder that exists, no link and no device.";

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

/**
 * The error for a file that cannot be written, whoever asked for it.
 *
 * @param path - where to
 * @param cause - what was thrown
 * @param hint - what to do about it; by default where else to write
 * @returns the error (`usage`)
 */
export function unwritable(path: string, cause: unknown, hint = ELSEWHERE): ActionError {
  return new ActionError({
    code: "usage",
    message: `${path} cannot be written: ${faultWords(cause)}`,
    hint,
    cause,
  });
}
