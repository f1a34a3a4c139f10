import type { ComponentFacts } from "../model/component.ts";
import { DEFAULT_TARGETS } from "../model/default-targets.ts";
import { idOnV8 } from "../model/engine.ts";
import { type MetricName, metricOf } from "../model/metric.ts";
import type { Policy } from "../model/policy.ts";
import type { BenchmarkResult } from "../model/result.ts";
import { NOT_REACHED, type Warning } from "../model/sample.ts";
import type { Target, TargetVerdict } from "../model/target.ts";
import type { TargetJudgement } from "../model/verdict.ts";
import { formatQuantity } from "../wording/number.ts";
import { isComponentMetric } from "./component-metrics.ts";
import { assessComponent, assessTarget, type TargetAssessment } from "./judge-target.ts";
import { matchesBenchmark } from "./match.ts";
import { processEstimates } from "./process-values.ts";
import { isSlopeMetric } from "./slope.ts";
import { ofTargetEngine } from "./target-engine.ts";
import { unmatchedWords } from "./unmatched-words.ts";

/** Verdicts of all targets, and what is wrong with the targets themselves. */
export interface TargetsOutcome {
  readonly judgements: readonly TargetJudgement[];
  readonly warnings: readonly Warning[];
}

function carries(result: BenchmarkResult, metric: MetricName): boolean {
  return (
    result.exact.some((value) => value.metric === metric) ||
    processEstimates(result.visits, metric).candidate.length > 0
  );
}

/** A benchmark that was measured, does not have the metric, and stands beside others that do. */
function isBystander(
  result: BenchmarkResult,
  target: Target,
  matched: readonly BenchmarkResult[],
): boolean {
  const measured = result.visits.some(({ failure }) => failure === null);
  const elsewhere = matched.some((other) => carries(other, target.metric));
  return measured && elsewhere && !carries(result, target.metric);
}

function benchmarksOf(target: Target, results: readonly BenchmarkResult[]): BenchmarkResult[] {
  const matched = results.filter(
    ({ benchmark, pairing }) =>
      pairing !== "missing" && matchesBenchmark(target.benchmark, benchmark.id),
  );
  const own = ofTargetEngine(target, matched);
  return own.filter((result) => !isBystander(result, target, own));
}

/**
 * Unchanged code was judged when its baseline was measured: it costs no process to say so again, unless this run was to
 * measure it and had no time. A shipped target asks nothing of a benchmark that cannot run; a user's own stays open and
 * says why.
 */
function isDue({ pairing, visits, benchmark, warnings }: BenchmarkResult, target: Target): boolean {
  const wasCut = warnings.some(({ code }) => code === NOT_REACHED);
  const rests = pairing === "identical" && visits.length === 0 && !wasCut;
  return !rests && (benchmark.unsupported === null || !isShipped(target));
}

function isShipped(target: Target): boolean {
  return DEFAULT_TARGETS.some(
    ({ benchmark, metric, source }) =>
      benchmark === target.benchmark && metric === target.metric && source === target.source,
  );
}

/** Unless it is a user's own, a target on a count asks nothing of a benchmark that has no such count. */
function isCounted(result: BenchmarkResult, target: Target): boolean {
  const isExact = metricOf(target.metric).assumption === "exact";
  return !isExact || !isShipped(target) || carries(result, target.metric);
}

function assessAll(
  results: readonly BenchmarkResult[],
  policy: Policy,
  components: readonly ComponentFacts[],
): TargetAssessment[] {
  return policy.targets.flatMap((target) => {
    if (isComponentMetric(target.metric)) return assessComponents(target, results, components);
    const asked = benchmarksOf(
      target,
      results.filter((result) => isDue(result, target) && isCounted(result, target)),
    );
    const assess = (result: BenchmarkResult): TargetAssessment =>
      assessTarget(target, result, policy.confidenceLevel);
    if (!isSlopeMetric(target.metric)) return asked.map(assess);
    const calls = oncePerCall(asked, target.metric);
    const names = [...new Set(calls.map(({ benchmark }) => benchmark.component))];
    return names.flatMap((name) =>
      worstOf(calls.filter(({ benchmark }) => benchmark.component === name).map(assess)),
    );
  });
}

/** What is counted of a call is one fact, whichever engines it runs on: the first that has it tells it. */
function oncePerCall(results: readonly BenchmarkResult[], metric: MetricName): BenchmarkResult[] {
  const byCall = new Map<string, BenchmarkResult>();
  for (const one of results) {
    const id = idOnV8(one.benchmark.id);
    const known = byCall.get(id);
    if (known === undefined || (!carries(known, metric) && carries(one, metric)))
      byCall.set(id, one);
  }
  return [...byCall.values()];
}

const RANKS: Readonly<Record<TargetVerdict, number>> = { met: 0, inconclusive: 1, missed: 2 };

/** What a component keeps from call to call is told once, at the call that keeps most. */
function worstOf(assessments: readonly TargetAssessment[]): TargetAssessment[] {
  const rank = (one: TargetAssessment): number => RANKS[one.judgement.verdict];
  const value = (one: TargetAssessment): number => one.judgement.estimate?.center ?? 0;
  const [worst, ...others] = assessments.toSorted(
    (left, right) => rank(right) - rank(left) || value(right) - value(left),
  );
  if (worst === undefined) return [];
  const { judgement } = worst;
  const alike = others.filter((one) => rank(one) === rank(worst)).length;
  if (alike === 0) return [worst];
  const because = `${judgement.because}; ${formatQuantity(alike, "other call")} of the component too`;
  return [{ ...worst, judgement: { ...judgement, because } }];
}

/**
 * A limit on a fact of a component is judged once for each whose benchmarks it names, also where the code did not change, was not
 * run or failed: the fact is known all the same.
 */
function assessComponents(
  target: Target,
  results: readonly BenchmarkResult[],
  components: readonly ComponentFacts[],
): TargetAssessment[] {
  const matched = benchmarksOf(target, results);
  const run = matched.filter(({ benchmark }) => benchmark.component !== "");
  const asked = run.length === 0 ? matched : run;
  const names = [...new Set(asked.map(({ benchmark }) => benchmark.component))];
  return names.flatMap((name) => {
    const own = asked.filter(({ benchmark }) => benchmark.component === name);
    const facts = components.find((one) => one.name === name) ?? null;
    const first = own.find(({ benchmark }) => benchmark.procedure.kind === "size") ?? own[0];
    return first === undefined ? [] : [assessComponent(target, [first, ...own], facts)];
  });
}

/**
 * Judges every target for every benchmark it applies to.
 *
 * @param results - benchmarks with their data
 * @param policy - policy with the targets
 * @param components - facts of the candidate's components, for limits on their sizes
 * @returns judgements in the order of the targets, then of the benchmarks, of what grows from call to call one a component; a warning for each target of a user
 *   that matches no benchmark (a shipped one may: not every run measures every suite)
 * @see docs/statistics.md#targets
 */
export function judgeTargets(
  results: readonly BenchmarkResult[],
  policy: Policy,
  components: readonly ComponentFacts[] = [],
): TargetsOutcome {
  const present = results
    .filter(({ pairing }) => pairing !== "missing")
    .map(({ benchmark }) => benchmark.id);
  const warnings = policy.targets
    .filter((target) => !isShipped(target) && benchmarksOf(target, results).length === 0)
    .map(({ title, benchmark, engine }) => ({
      code: "target-unmatched",
      message: `target "${title}" applies to no benchmark: "${benchmark}" matches none${unmatchedWords(benchmark, present, engine)}`,
    }));
  const judged = assessAll(results, policy, components);
  return { judgements: judged.map(({ judgement }) => judgement), warnings };
}

/**
 * Benchmarks whose targets more processes could decide.
 *
 * @param results - benchmarks with the data so far
 * @param policy - policy with the targets
 * @returns ids in the order of the benchmarks: a target is open, with fewer than 20 processes
 */
export function targetsNeedingMoreData(
  results: readonly BenchmarkResult[],
  policy: Policy,
): string[] {
  const wanting = assessAll(results, policy, [])
    .filter(({ wantsData }) => wantsData)
    .map(({ judgement }) => judgement.id);
  return results.map(({ benchmark }) => benchmark.id).filter((id) => wanting.includes(id));
}
