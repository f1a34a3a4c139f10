import { readFile } from "node:fs/promises";
import { parseResult } from "../config/result-document.ts";
import { ActionError, messageOf } from "../errors.ts";
import type { ResultDocument } from "../model/result.ts";

/**
 * Reads a stored result.
 *
 * @param path - file
 * @returns the result, checked
 * @throws ActionError (`result`) naming file and fault
 */
export async function readResult(path: string): Promise<ResultDocument> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    throw unreadable(path, cause);
  }
  return parseResult(text, path);
}

function unreadable(path: string, cause: unknown): ActionError {
  return new ActionError({
    code: "result",
    message: `${path} cannot be read: ${messageOf(cause)}`,
    hint: "Name a file written by `--json`.",
    cause,
  });
}
