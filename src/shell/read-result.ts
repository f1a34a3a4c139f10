import { parseResult } from "../config/result-document.ts";
import { ActionError } from "../errors.ts";
import { hintOf } from "../files/decode-text.ts";
import { boundaryOf } from "../files/inside.ts";
import { faultWords } from "../files/regular-file.ts";
import { readRegularText } from "../files/regular-text.ts";
import type { ResultDocument } from "../model/result.ts";

/** Largest result that is read at all, in bytes: as many characters as the parser accepts, each of four bytes. */
const MAX_RESULT_BYTES = 256 * 1024 * 1024;

/**
 * Reads a stored result.
 *
 * @param path - file
 * @param checkout - folder that no link of its own may lead out of; links may lead anywhere when absent or null
 * @returns the result, checked
 * @throws ActionError (`result`) naming file and fault
 */
export async function readResult(
  path: string,
  checkout: string | null = null,
): Promise<ResultDocument> {
  const within = boundaryOf(path, checkout);
  let text: string;
  try {
    text = await readRegularText(path, { maxBytes: MAX_RESULT_BYTES, links: "follow", within });
  } catch (cause) {
    throw unreadable(path, cause);
  }
  return parseResult(text, path);
}

function unreadable(path: string, cause: unknown): ActionError {
  return new ActionError({
    code: "result",
    message: `${path} cannot be read: ${faultWords(cause)}`,
    hint: hintOf(cause, "Name a file written by `--json`."),
    cause,
  });
}
