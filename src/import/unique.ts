import type { Imported } from "../model/imported.ts";
import { importError } from "./fields.ts";

/**
 * Checks that an import found something, and every id once.
 *
 * @param found - what was imported
 * @param from - files or folder, for messages
 * @returns the same, in the order of their ids
 * @throws ActionError `import` when nothing was found or an id stands twice
 */
export function uniqueById(found: readonly Imported[], from: string): readonly Imported[] {
  if (found.length === 0) {
    throw importError(from, "holds no benchmark");
  }
  const seen = new Map<string, string>();
  for (const { id, source } of found) {
    const first = seen.get(id);
    if (first !== undefined) {
      throw importError(
        source.path,
        `duplicate benchmark ${JSON.stringify(id)}, already in ${first}`,
      );
    }
    seen.set(id, source.path);
  }
  return found.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}
