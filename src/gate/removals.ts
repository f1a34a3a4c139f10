import type { Policy, Removal } from "../model/policy.ts";
import type { Warning } from "../model/sample.ts";
import type { BenchmarkJudgement } from "../model/verdict.ts";
import { matchesBenchmark } from "./match.ts";

/** Whether a benchmark is meant to be gone, and what to say about it. */
export interface RemovalOutcome {
  readonly removal: Pick<Removal, "reason" | "until"> | null;
  readonly warnings: readonly Warning[];
}

/**
 * Whether an accepted removal no longer holds.
 *
 * @param removal - removal with its last day, or none
 * @param today - day of the run, YYYY-MM-DD (UTC)
 * @returns true from the day after `until`; never without one
 */
export function isRemovalExpired({ until }: Removal, today: string): boolean {
  return until !== null && until < today;
}

/**
 * Holds a missing benchmark against the accepted removals.
 *
 * @param id - id of the missing benchmark
 * @param policy - policy of the run with the removals and the day
 * @returns the first removal that names it and still holds, else null with a warning for each that has expired
 * @see docs/statistics.md#accepted-removals
 */
export function acceptRemoval(id: string, { removals = [], today }: Policy): RemovalOutcome {
  const named = removals.filter(({ benchmark }) => matchesBenchmark(benchmark, id));
  const held = named.find((one) => !isRemovalExpired(one, today));
  if (held !== undefined)
    return { removal: { reason: held.reason, until: held.until }, warnings: [] };
  return {
    removal: null,
    warnings: named.map(({ reason, until }) => ({
      code: "acceptance-expired",
      message: `the acceptance of its removal ("${reason}") expired on ${until}: it stays missing`,
    })),
  };
}

/**
 * Whether a missing benchmark counts against a run.
 *
 * @param judgement - judged benchmark
 * @returns true for a missing one that nobody lets go
 */
export function isOpenMissing({ verdict, removal }: BenchmarkJudgement): boolean {
  return verdict === "missing" && removal === undefined;
}
