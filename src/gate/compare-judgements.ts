import type { PolicyChange } from "../model/policy-change.ts";
import type { Judgement } from "../model/verdict.ts";

/** How a stored judgement stands to one made again from the same data. */
export type Agreement = "same" | "other-words" | "other-verdicts";

/** Fields that say in a sentence what the fields beside them hold as data. */
const SENTENCES: readonly string[] = ["because", "message", "notCompared"];
/** Fields that are lists of such sentences. */
const LISTS: readonly string[] = ["reasons", "explanation"];

/**
 * Compares a stored judgement with one made again from the same data.
 *
 * @param stored - judgement as it was stored
 * @param again - judgement made now
 * @returns `same` when nothing differs; `other-words` when the verdicts, their numbers, the codes of their warnings and
 *   what changed in the policy are the same and only sentences differ, as between versions; else `other-verdicts`
 */
export function compareJudgements(stored: Judgement, again: Judgement): Agreement {
  if (textOf(stored) === textOf(again)) return "same";
  return textOf(withoutWords(stored)) === textOf(withoutWords(again))
    ? "other-words"
    : "other-verdicts";
}

/** One text for equal data, whatever the order of the fields. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (isRecord(part) ? sorted(part) : part));
}

function sorted(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(record).toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function withoutWords({ policyChanges, ...judgement }: Judgement): unknown {
  const bare = JSON.parse(
    JSON.stringify(judgement, (key, value: unknown) => {
      if (SENTENCES.includes(key)) return "";
      return LISTS.includes(key) ? [] : value;
    }),
  );
  const names = (changes: readonly PolicyChange[] = []): unknown[] =>
    changes.map(({ what, of }) => [what, of]);
  return {
    ...bare,
    weaker: names(policyChanges?.weaker),
    other: names(policyChanges?.other),
  };
}
