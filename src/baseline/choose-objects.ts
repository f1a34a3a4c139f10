import { MAX_OBJECTS, type ObjectReference } from "./manifest.ts";

/** Largest total of references binaries, in bytes: 64 MiB, a small part of a repository's 10 GB cache. */
export const DEFAULT_CAP_BYTES = 64 * 1024 * 1024;

/** Which binaries are references. */
export interface ObjectChoice {
  /** Hashes to store. */
  readonly kept: ReadonlySet<string>;
  readonly sizeBytes: number;
  /** Components left out, largest first. */
  readonly leftOut: readonly string[];
}

/**
 * Chooses the binaries that fit, in bytes and in number: whole components, the largest left out first.
 *
 * @param references - every binary of a baseline
 * @param capBytes - largest total, in bytes
 * @returns hashes kept and names of the components left out
 */
export function chooseObjects(
  references: readonly ObjectReference[],
  capBytes: number,
): ObjectChoice {
  const bySize = [...new Set(references.map(({ component }) => component))].sort((a, b) => {
    const difference = totalBytes(references, [b]) - totalBytes(references, [a]);
    return difference === 0 ? compareText(a, b) : difference;
  });
  let first = 0;
  while (first < bySize.length && !fits(references, bySize.slice(first), capBytes)) first += 1;
  const kept = new Set(bySize.slice(first));
  return {
    kept: new Set(
      references.filter(({ component }) => kept.has(component)).map(({ sha256 }) => sha256),
    ),
    sizeBytes: totalBytes(references, [...kept]),
    leftOut: bySize.slice(0, first),
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function fits(
  references: readonly ObjectReference[],
  components: readonly string[],
  capBytes: number,
): boolean {
  const count = references.filter(({ component }) => components.includes(component)).length;
  return count <= MAX_OBJECTS && totalBytes(references, components) <= capBytes;
}

/** Equal binaries are references once and counted once. */
function totalBytes(references: readonly ObjectReference[], components: readonly string[]): number {
  const sizes = new Map(
    references
      .filter(({ component }) => components.includes(component))
      .map(({ sha256, sizeBytes }) => [sha256, sizeBytes]),
  );
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
