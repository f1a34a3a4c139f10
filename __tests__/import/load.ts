import { importResults } from "../../src/import/import-results.ts";
import type { Imported, ImportFormat } from "../../src/model/imported.ts";

/** Imports one file of a format; what is no text is written as JSON. */
export function load(format: ImportFormat, content: unknown): readonly Imported[] {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return importResults(format, [{ path: "out", text }]);
}
