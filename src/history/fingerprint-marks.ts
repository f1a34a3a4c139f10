import type { HistoryEntry } from "../model/baseline.ts";
import { engineOfEntry } from "./history-entry.ts";

const SEPARATOR = " | ";

/** A place in the history where machine or engine changed: values before and after are not comparable. */
export interface FingerprintMark {
  /** Last commit measured before the change. */
  readonly before: string;
  /** First commit measured after it. */
  readonly after: string;
  /** When that run was made. */
  readonly createdAt: string;
  /** What differs, for example `node 24.1.0 → node 24.2.0`. */
  readonly changed: readonly string[];
}

function orNothing(part: string | undefined): string {
  return part === undefined || part === "" ? "nothing" : part;
}

/** The parts of two fingerprints that differ, in words. */
function differences(from: string, to: string): string[] {
  const [left, right] = [from.split(SEPARATOR), to.split(SEPARATOR)];
  const count = Math.max(left.length, right.length);
  return Array.from(
    { length: count },
    (_, index) => [orNothing(left[index]), orNothing(right[index])] as const,
  )
    .filter(([before, after]) => before !== after)
    .map(([before, after]) => `${before} → ${after}`);
}

/**
 * Finds where machine or engine changed from one run to the next, among the runs of each engine.
 *
 * @param history - entries of all fingerprints, oldest first
 * @returns one mark per change, oldest first
 * @see docs/statistics.md#stored-numbers
 */
export function fingerprintMarks(history: readonly HistoryEntry[]): FingerprintMark[] {
  return history.flatMap((entry, index) => {
    const engine = engineOfEntry(entry);
    const previous = history.slice(0, index).findLast((one) => engineOfEntry(one) === engine);
    if (previous === undefined || previous.fingerprint === entry.fingerprint) {
      return [];
    }
    const changed = differences(previous.fingerprint, entry.fingerprint);
    return [{ before: previous.sha, after: entry.sha, createdAt: entry.createdAt, changed }];
  });
}
