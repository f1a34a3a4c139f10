import type { Imported } from "../model/imported.ts";
import { isMeasurable } from "../model/measurable.ts";
import { importError } from "./fields.ts";

/** Longest benchmark id a result may hold. */
const LONGEST_ID = 512;

/**
 * Checks that an import found something, and every id once.
 *
 * @param found - what was imported
 * @param from - files or folder, for messages
 * @returns the same, in the order of their ids
 * @throws ActionError `import` when nothing was found, an id stands twice or is too long, or a value is none that can be measured
 */
export function uniqueById(found: readonly Imported[], from: string): readonly Imported[] {
  if (found.length === 0) {
    throw importError(from, "holds no benchmark");
  }
  const seen = new Map<string, string>();
  for (const { id, source, samples, before = 0 } of found) {
    if (id.length > LONGEST_ID) {
      throw importError(
        source.path,
        `benchmark ${JSON.stringify(`${id.slice(0, 40)}…`)} has a name of ${id.length} characters, at most ${LONGEST_ID} are accepted`,
      );
    }
    const wild = [...samples, before].find((value) => !isMeasurable(value));
    if (wild !== undefined) {
      throw importError(
        source.path,
        `benchmark ${JSON.stringify(id)} has the value ${wild}, which is more or less than can be measured`,
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
