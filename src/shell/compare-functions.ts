import type { FunctionDifferences } from "../job/functions.ts";
import { canCountByFunction } from "../measure/parent/can-count-by-function.ts";
import { type CounterDeps, countCalls } from "../measure/parent/counter.ts";
import type { Count, CountRequest } from "../model/count.ts";
import type { FunctionDifference } from "../model/function-difference.ts";
import type { Sides } from "../model/sides.ts";
import { FOLLOWS_CALLS_SINCE } from "../wasm/functions/can-follow-calls.ts";
import { compareProfiles } from "../wasm/functions/compare-profiles.ts";
import type { Demangle } from "../wasm/functions/tidy-name.ts";
import { tidyProfile } from "../wasm/functions/tidy-profile.ts";

/** What comparing by function needs besides what counting does. */
export interface CompareFunctionsDeps extends Omit<CounterDeps, "byFunction"> {
  readonly demangle: Demangle;
}

/**
 * Counts calls of both sides once more, by function, and compares them.
 *
 * @param calls - calls that moved, each counted before as a whole
 * @param deps - entry, environment, fuel accounting, limits and who demangles names
 * @returns what differs by benchmark id, or why it is not known; those the time budget left out are missing
 */
export async function compareFunctions(
  calls: readonly Sides<CountRequest>[],
  deps: CompareFunctionsDeps,
): Promise<FunctionDifferences> {
  const told = new Map<string, FunctionDifference | { readonly why: string }>();
  const isCountable = ({ baseline, candidate }: Sides<CountRequest>): boolean =>
    canCountByFunction(baseline.component) && canCountByFunction(candidate.component);
  const why = `Node ${FOLLOWS_CALLS_SINCE} and newer can count by function, Node ${deps.environment.node} cannot`;
  for (const { candidate } of calls.filter((one) => !isCountable(one)))
    told.set(candidate.id, { why });
  const countable = calls.filter(isCountable);
  if (countable.length === 0) return told;
  const requests = countable.flatMap(({ baseline, candidate }) => [baseline, candidate]);
  const counts = await countCalls(requests, { ...deps, byFunction: true });
  for (const { baseline, candidate } of countable) {
    const sides = { baseline: counts.get(baseline), candidate: counts.get(candidate) };
    if (sides.baseline === undefined || sides.candidate === undefined) continue;
    const { baseline: before, candidate: after } = sides;
    told.set(
      candidate.id,
      await compareCounts({ baseline: before, candidate: after }, deps.demangle),
    );
  }
  return told;
}

async function compareCounts(
  { baseline, candidate }: Sides<Count>,
  demangle: Demangle,
): Promise<FunctionDifference | { readonly why: string }> {
  const failure = baseline.failure ?? candidate.failure;
  if (failure !== null) return { why: `${failure.kind}, ${failure.message}` };
  if (baseline.profile === undefined || candidate.profile === undefined)
    return { why: "the measuring process told nothing" };
  return compareProfiles({
    baseline: await tidyProfile(baseline.profile, demangle),
    candidate: await tidyProfile(candidate.profile, demangle),
  });
}
