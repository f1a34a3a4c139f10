import type { ComponentFacts } from "../model/component.ts";
import type { Sides } from "../model/sides.ts";

/** Longest version in a sentence, in characters. */
const MAX_VERSION = 40;

/**
 * Says which tools made the two sides where they differ.
 *
 * @param facts - facts of a component on both sides; null where a side has none
 * @returns for example `rustc 1.94.0 → 1.95.0`, by tool; empty when they are the same or one side tells none. Hostile
 *   until escaped
 */
export function toolchainChanges({ baseline, candidate }: Sides<ComponentFacts | null>): string[] {
  const before = new Map(baseline?.producers?.map(({ name, version }) => [name, version]));
  const after = new Map(candidate?.producers?.map(({ name, version }) => [name, version]));
  if (before.size === 0 || after.size === 0) return [];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    if (old === now) return [];
    if (old === undefined) return [`${name} ${shortened(now ?? "")} added`.replace(/ {2}/, " ")];
    if (now === undefined) return [`${name} ${shortened(old)} gone`.replace(/ {2}/, " ")];
    return [`${name} ${shortened(old)} → ${shortened(now)}`];
  });
}

/** Versions end in a commit and a date. */
function shortened(version: string): string {
  const short = version.replace(/ \([^)]*\)$/, "");
  return short.length <= MAX_VERSION ? short : `${short.slice(0, MAX_VERSION - 1)}…`;
}

/**
 * Adds to what explains a move that another toolchain made the candidate.
 *
 * @param explanation - what else is known; nothing is added where that is nothing
 * @param facts - facts of the component on both sides
 * @returns the sentences
 */
export function withToolchain(
  explanation: readonly string[],
  facts: Sides<ComponentFacts | null>,
): string[] {
  const changes = explanation.length === 0 ? [] : toolchainChanges(facts);
  return changes.length === 0
    ? [...explanation]
    : [...explanation, `made by ${changes.join(", ")}`];
}
