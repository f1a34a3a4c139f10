import type { BenchmarkResult } from "../model/result.ts";
import type { Failure } from "../model/sample.ts";

/** Failures of a benchmark, told apart by whom they are charged to. */
export interface Failures {
  /** The first one charged to the candidate (or to the host-language reference); null without. */
  readonly candidate: Failure | null;
  /** The first one both sides share; null without, or when the candidate failed in another way too. */
  readonly both: Failure | null;
  /** The first one of the baseline alone; null without, or when the candidate failed too. */
  readonly baseline: Failure | null;
}

/**
 * Finds who failed. A failure without a known side is the candidate's, unless the baseline is known to fail.
 *
 * @param result - benchmark with its visits
 * @returns the failures that count
 */
export function failuresOf(result: BenchmarkResult): Failures {
  const failures = result.visits
    .toSorted((a, b) => a.process - b.process)
    .map(({ failure }) => failure)
    .filter((failure) => failure !== null);
  const both = failures.find(({ alike }) => alike === true) ?? null;
  const baseline = failures.find(({ side }) => side === "baseline") ?? null;
  const own = failures.find(({ side }) => side === "candidate" || side === "native");
  const unnamed =
    baseline === null
      ? failures.find(({ side, alike }) => side === null && alike !== true)
      : undefined;
  const candidate = own ?? unnamed ?? null;
  return candidate === null
    ? { candidate, both, baseline: both === null ? baseline : null }
    : { candidate, both: null, baseline: null };
}
