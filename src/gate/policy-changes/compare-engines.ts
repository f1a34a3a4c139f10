import type { StoredPolicy } from "../../model/stored-policy.ts";
import { changeOf, type FoundChange } from "./found-change.ts";

/** Engines of policies that were stored before there was a choice. */
const BEFORE_ENGINES = ["v8"];

/**
 * Compares which engines run the modules, and where their libraries come from.
 *
 * @param base - the base's policy
 * @param now - the candidate's
 * @returns an engine that is gone weakens, and so do another file as its library, a hash that is not pinned any more and one that
 *   is pinned beside or in place of another for the same version; another engine, or another version that is pinned as well as the
 *   old one, does not
 */
export function compareEngines(
  { engines: before = BEFORE_ENGINES }: StoredPolicy,
  { engines: now = BEFORE_ENGINES }: StoredPolicy,
): FoundChange[] {
  return changeOf({
    what: "engine",
    before,
    now,
    isWeaker: !before.every((one) => now.some((other) => covers(other, one))),
    say: (engines: readonly string[]): string => engines.join(", "),
  });
}

interface Said {
  readonly name: string;
  /** `@` before a version, `=` before a path; empty for a library that whoever starts the run names. */
  readonly mark: string;
  /** All but the hashes. */
  readonly choice: string;
  /** Hashes that are accepted; empty where any is. */
  readonly pins: readonly string[];
}

/** Whether nothing runs by a choice that might not have run by another one: another version is no other file of the same. */
function covers(one: string, other: string): boolean {
  if (one === other) return true;
  const [now, before] = [read(one), read(other)];
  if (now.name !== before.name || now.mark !== "@" || before.mark !== "@") return false;
  if (before.pins.length === 0) return true;
  const isSameVersion = now.choice === before.choice;
  return (
    now.pins.length > 0 && (!isSameVersion || now.pins.every((pin) => before.pins.includes(pin)))
  );
}

/** A path writes the mark of its hashes otherwise. */
function read(text: string): Said {
  const [choice = "", pins = ""] = text.split("#", 2);
  const [name = ""] = choice.split(/[@=]/, 1);
  return {
    name,
    choice,
    mark: choice.charAt(name.length),
    pins: pins.split("|").filter((pin) => pin !== ""),
  };
}
