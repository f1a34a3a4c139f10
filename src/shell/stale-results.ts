import { ActionError } from "../errors.ts";
import type { Imported } from "../model/imported.ts";
import type { Warning } from "../model/sample.ts";
import { formatQuantity } from "../wording/number.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Old files named; the rest are counted. */
const NAMED = 3;

/** Results of one side, and when their files were written. */
export interface DatedResults {
  readonly results: readonly Imported[];
  /** By path, in ms. */
  readonly writtenAt: ReadonlyMap<string, number>;
}

/** A file and when it was measured, in ms. */
interface Dated {
  readonly path: string;
  readonly at: number;
}

/** A tool's own date is better than the file's: a checkout writes all files anew. */
function datesOf({ results, writtenAt }: DatedResults): readonly Dated[] {
  const dates = new Map<string, number>();
  for (const { recordedAt, source } of results) {
    const recorded = recordedAt === undefined ? Number.NaN : Date.parse(recordedAt);
    const at = Number.isFinite(recorded) ? recorded : writtenAt.get(source.path);
    if (at !== undefined) dates.set(source.path, Math.max(at, dates.get(source.path) ?? at));
  }
  return [...dates].map(([path, at]) => ({ path, at }));
}

function newestOf(dates: readonly Dated[]): Dated | null {
  return dates.toSorted((left, right) => right.at - left.at)[0] ?? null;
}

/** Files of one side that are older than the newest by more than a day, the oldest first. */
function olderThan(newest: Dated | null, dates: readonly Dated[]): string[] {
  if (newest === null) return [];
  return dates
    .filter(({ at }) => newest.at - at > DAY_MS)
    .toSorted((left, right) => left.at - right.at)
    .map(({ path, at }) => {
      const days = Math.floor((newest.at - at) / DAY_MS);
      return `${path} is ${formatQuantity(days, "day")} older than ${newest.path}`;
    });
}

/**
 * Finds results that an earlier run left: a benchmark that no longer runs keeps its file.
 *
 * @param candidate - results under judgement: none may be older than the newest of both sides by more than a day
 * @param baseline - results compared with, or null: none may be older than their own newest by more than a day
 * @param isAllowed - whether they are taken all the same
 * @returns a warning that names them where they are allowed; empty where there is none
 * @throws ActionError (`import`) naming them where they are not
 */
export function checkStale(
  candidate: DatedResults,
  baseline: DatedResults | null,
  isAllowed: boolean,
): Warning[] {
  const mine = datesOf(candidate);
  const theirs = baseline === null ? [] : datesOf(baseline);
  const stale = [
    ...olderThan(newestOf([...mine, ...theirs]), mine),
    ...olderThan(newestOf(theirs), theirs),
  ];
  if (stale.length === 0) return [];
  const more = stale.length > NAMED ? `; and ${stale.length - NAMED} more` : "";
  const message = `${stale.slice(0, NAMED).join("; ")}${more}: an earlier run left it`;
  if (isAllowed) return [{ code: "stale-results", message }];
  throw new ActionError({
    code: "import",
    message,
    hint: "Remove old results and run all benchmarks again, or compare them all the same: --allow-stale, or the input allow-stale.",
  });
}
