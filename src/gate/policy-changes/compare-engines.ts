import type { StoredPolicy } from "../../model/stored-policy.ts";
import { changeOf, type FoundChange } from "./found-change.ts";

/** Engines of policies that were stored before there was a choice. */
const BEFORE_ENGINES = ["v8"];

/**
 * Compares which engines run the modules, and where their libraries come from.
 *
 * @param base - the base's policy
 * @param now - the candidate's
 * @returns an engine that is gone weakens, and so do another file as its library and a hash that is not pinned any more; another
 *   engine, or another version that is pinned as well as the old one, does not
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
  readonly isPinned: boolean;
}

function covers(one: string, other: string): boolean {
  if (one === other) return true;
  const [now, before] = [read(one), read(other)];
  const isVersion = now.mark === "@" && before.mark === "@";
  return now.name === before.name && isVersion && (now.isPinned || !before.isPinned);
}

function read(text: string): Said {
  const [, name = "", mark = "", rest = ""] = /^([^@=#]*)([@=]?)(.*)$/s.exec(text) ?? [];
  return { name, mark, isPinned: mark === "@" && rest.includes("#") };
}
