import type * as v from "valibot";
import { RESULT_VERSION, type ResultDocument } from "../model/result.ts";
import { type DocumentFormat, readDocument, writeDocument } from "./document.ts";
import type { Frozen } from "./frozen.ts";
import { resultTo2 } from "./migrations.ts";
import { resultSchema } from "./result-schema.ts";

/** Longest result accepted: 64 Mi characters, some hundred times a full run of the built-in suites. */
const MAX_CHARACTERS = 64 * 1024 * 1024;

const FORMAT: DocumentFormat<typeof resultSchema> = {
  kind: "wasm-bench/result",
  version: RESULT_VERSION,
  migrations: new Map([[1, resultTo2]]),
  schema: resultSchema,
  code: "result",
  maxCharacters: MAX_CHARACTERS,
};

/**
 * Reads a stored result. Every field is checked: the text may come from a stranger's artifact.
 *
 * @param text - the document
 * @param name - its file, for messages
 * @returns the result, migrated to the current version
 * @throws ActionError `result` naming file and field when it is damaged, too long, or newer than this release
 */
export function parseResult(text: string, name: string): ResultDocument {
  return readDocument(text, name, FORMAT);
}

/**
 * Writes a result; equal results give equal text.
 *
 * @param result - the result; not modified
 * @returns one line of JSON that {@link parseResult} reads back
 * @throws RangeError naming the field when it holds what cannot be stored, such as NaN
 */
export function serializeResult(result: ResultDocument): string {
  const document: Frozen<v.InferOutput<typeof resultSchema>> = result;
  return writeDocument(document, resultSchema);
}
