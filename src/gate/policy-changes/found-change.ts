import type { PolicyChange } from "../../model/policy-change.ts";

/** A difference and which way it goes. */
export interface FoundChange extends PolicyChange {
  /** Whether it lets more pass, or changes what a number means. */
  readonly isWeaker: boolean;
}

/** One value of both policies, compared. */
export interface ComparedValue<Value> {
  readonly what: string;
  readonly before: Value;
  readonly now: Value;
  /** Benchmarks or components it holds for; empty for the whole run. */
  readonly of?: readonly string[];
  readonly isWeaker: boolean;
  readonly say: (value: Value) => string;
}

/**
 * Compares a value of both policies.
 *
 * @param compared - both values, how they are said, and whether a difference weakens
 * @returns the change; nothing when both are the same
 */
export function changeOf<Value>(compared: ComparedValue<Value>): FoundChange[] {
  const { what, before, now, of = [], isWeaker, say } = compared;
  if (isSame(before, now)) return [];
  const [old, fresh] = [say(before), say(now)];
  const isTold = old !== fresh;
  // What rounds to the same words differs in its digits.
  return [
    {
      what,
      of,
      before: isTold ? old : JSON.stringify(before),
      now: isTold ? fresh : JSON.stringify(now),
      isWeaker,
    },
  ];
}

function isSame(left: unknown, right: unknown): boolean {
  return Object.is(left, right) || JSON.stringify(left) === JSON.stringify(right);
}

/**
 * Tells equal changes of several benchmarks as one.
 *
 * @param changes - changes, each of some benchmarks
 * @param everything - names that together are the whole run
 * @returns one change for each what, before and now, in the order they were found; of the whole run when it holds for
 *   everything
 */
export function joinEqual(
  changes: readonly FoundChange[],
  everything: readonly string[] = [],
): FoundChange[] {
  const joined = new Map<string, FoundChange>();
  for (const change of changes) {
    const { what, before, now, isWeaker } = change;
    const key = JSON.stringify([what, before, now, isWeaker]);
    const known = joined.get(key);
    joined.set(key, known === undefined ? change : { ...known, of: [...known.of, ...change.of] });
  }
  return [...joined.values()].map((change) => {
    const of = [...new Set(change.of)];
    const isWhole = everything.length > 0 && everything.every((name) => of.includes(name));
    return { ...change, of: isWhole ? [] : of };
  });
}
