import type { Acceptance, Policy, Removal } from "../model/policy.ts";
import type { Warning } from "../model/sample.ts";
import type { BenchmarkJudgement, Verdict } from "../model/verdict.ts";
import { isExpired } from "./accept.ts";
import { matchesBenchmark } from "./match.ts";
import { isRemovalExpired } from "./removals.ts";

/** Verdicts that show that nothing is left to accept; any other leaves it open. */
const SETTLED: readonly Verdict[] = ["improvement", "unchanged", "identical"];

/**
 * Entries of `accept:` that accept nothing in this run: left in place, they would let the next slowdown of the same benchmark through.
 *
 * @param benchmarks - judged benchmarks
 * @param policy - policy of the run; entries that have expired are told elsewhere
 * @param isCompared - false in a run without a baseline, which cannot know
 * @returns a warning for each such entry; none for a slowdown whose benchmark is gone, which is told as unmatched
 */
export function idleAcceptances(
  benchmarks: readonly BenchmarkJudgement[],
  { accept, removals = [], today }: Policy,
  isCompared: boolean,
): Warning[] {
  if (!isCompared) return [];
  const slowdowns = accept.filter(
    (entry) => !isExpired(entry, today) && isSettled(entry, benchmarks),
  );
  const gone = removals.filter(
    (entry) => !isRemovalExpired(entry, today) && !isUsed(entry, benchmarks),
  );
  return [
    ...slowdowns.map(({ benchmark, metric, reason }) =>
      idle(`the acceptance of ${metric} of "${benchmark}" ("${reason}")`, "nothing regressed"),
    ),
    ...gone.map(({ benchmark, reason }) =>
      idle(
        `the acceptance of the removal of "${benchmark}" ("${reason}")`,
        "no missing benchmark matches",
      ),
    ),
  ];
}

function idle(entry: string, why: string): Warning {
  const message = `${entry} accepts nothing in this run: ${why}; once that is so on the baseline branch, remove the entry`;
  return { code: "acceptance-idle", message };
}

function matched(pattern: string, benchmarks: readonly BenchmarkJudgement[]): BenchmarkJudgement[] {
  return benchmarks.filter(({ id }) => matchesBenchmark(pattern, id));
}

function isSettled(
  { benchmark, metric }: Acceptance,
  benchmarks: readonly BenchmarkJudgement[],
): boolean {
  const found = matched(benchmark, benchmarks);
  const isOpen = (one: BenchmarkJudgement): boolean => {
    const own = one.metrics.find((judged) => judged.metric === metric);
    return !SETTLED.includes(own?.verdict ?? one.verdict);
  };
  return found.length > 0 && !found.some(isOpen);
}

function isUsed({ benchmark }: Removal, benchmarks: readonly BenchmarkJudgement[]): boolean {
  return matched(benchmark, benchmarks).some(({ verdict }) => verdict === "missing");
}
