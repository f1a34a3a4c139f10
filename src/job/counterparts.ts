import type { Component } from "../model/component.ts";
import type { BaselineSide } from "./baseline-side.ts";

/** Finds the baseline's component a component of this run is compared with; null without one. */
export type Counterparts = (
  component: Pick<Component, "name" | "path" | "sha256">,
) => string | null;

/**
 * Pairs components with those of a baseline: by name, else a renamed one by its path, else by its bytes.
 *
 * @param baseline - the side compared with
 * @param names - names of all components that are configured: what one of them is called is not free for another
 * @returns gives the name of the baseline's component
 */
export function createCounterparts(
  { hashes, components }: Pick<BaselineSide, "hashes" | "components">,
  names: readonly string[],
): Counterparts {
  const free = [...hashes].filter(([name]) => !names.includes(name));
  return ({ name, path, sha256 }: Pick<Component, "name" | "path" | "sha256">): string | null => {
    if (hashes.has(name)) return name;
    const byPath = free.find(([other]) => {
      const stored = components.get(other);
      return stored !== undefined && plain(stored.path) === plain(path);
    });
    const byBytes = free.find(([, hash]) => hash === sha256);
    return (byPath ?? byBytes)?.[0] ?? null;
  };
}

function plain(path: string): string {
  return path.replaceAll("\\", "/").replace(/^(?:\.\/+)+/, "");
}
