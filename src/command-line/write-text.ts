import { writeFile } from "node:fs/promises";
import { ActionError, messageOf } from "../errors.ts";

/**
 * Writes a file a user asked for.
 *
 * @param path - where to
 * @param text - what
 * @throws ActionError (`usage`) when it cannot be written
 */
export async function writeText(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

function unwritable(path: string, cause: unknown): ActionError {
  return new ActionError({
    code: "usage",
    message: `${path} cannot be written: ${messageOf(cause)}`,
    hint: "Name a file in a folder that exists.",
    cause,
  });
}
