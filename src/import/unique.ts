import type { Imported } from "../model/imported.ts";
import { importError } from "./fields.ts";

/** Longest benchmark id a result may hold. */
const LONGEST_ID = 512;

/**
 * Checks that an import found something, and every id once.
 *
 * @param found - what was imported
 * @param from - files or folder, for messages
 * @returns the same, in the order of their ids
 * @throws ActionError `import` when nothing was found, an id stands twice or is too long, or a value is not finite
 */
export function uniqueById(found: readonly Imported[], from: string): readonly Imported[] {
  if (found.length === 0) {
    throw importError(from, "holds no benchmark");
  }
  const seen = new Map<string, string>();
  for (const { id, source, samples } of found) {
    if (id.length > LONGEST_ID) {
      throw importError(
        source.path,
        `benchmark ${JSON.stringify(`${id.slice(0, 40)}…`)} has a name of ${id.length} characters, at most ${LONGEST_ID} are accepted`,
      );
    }
    if (!samples.every(Number.isFinite)) {
      throw importError(
        source.path,
        `benchmark ${JSON.stringify(id)} has a value that is too large`,
      );
    }
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
