import type * as v from "valibot";
import { BASELINE_VERSION, type BaselineDocument } from "../model/baseline.ts";
import { baselineSchema } from "./baseline-schema.ts";
import { type DocumentFormat, readDocument, writeDocument } from "./document.ts";
import type { Frozen } from "./frozen.ts";
import { baselineTo2 } from "./migrations.ts";

/** Longest baseline document accepted: 16 Mi characters; the binaries lie beside it. */
const MAX_CHARACTERS = 16 * 1024 * 1024;

const FORMAT: DocumentFormat<typeof baselineSchema> = {
  kind: "wasm-bench/baseline",
  version: BASELINE_VERSION,
  migrations: new Map([[1, baselineTo2]]),
  schema: baselineSchema,
  code: "baseline",
  maxCharacters: MAX_CHARACTERS,
};

/**
 * Reads a stored baseline. Every field is checked: a cache entry may have been tampered with. Sizes and hashes of the
 * binaries are checked by whoever reads those.
 *
 * @param text - the document
 * @param name - its cache key or file, for messages
 * @returns the baseline, migrated to the current version
 * @throws ActionError `baseline` naming document and field when it is damaged, too long, or newer than this release
 */
export function parseBaseline(text: string, name: string): BaselineDocument {
  return readDocument(text, name, FORMAT);
}

/**
 * Writes a baseline; equal baselines give equal text.
 *
 * @param baseline - the baseline; not modified
 * @returns one line of JSON that {@link parseBaseline} reads back
 * @throws RangeError naming the field when it holds what cannot be stored, such as NaN or a path that leaves its folder
 */
export function serializeBaseline(baseline: BaselineDocument): string {
  const document: Frozen<v.InferOutput<typeof baselineSchema>> = baseline;
  return writeDocument(document, baselineSchema);
}
