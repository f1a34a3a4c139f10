import { FAILURE_KINDS, type FailureKind, type Policy } from "../model/policy.ts";
import type {
  BenchmarkJudgement,
  Judgement,
  RunVerdict,
  TargetJudgement,
  Verdict,
  VerdictCounts,
} from "../model/verdict.ts";
import { isOpenRegression } from "./judge-benchmark.ts";
import { isOpenMissing } from "./removals.ts";

/** What a run's verdict rests on. */
export interface RunFacts {
  readonly benchmarks: readonly BenchmarkJudgement[];
  readonly targets: readonly TargetJudgement[];
  readonly suites: Judgement["suites"];
  /** Why there is no baseline although one was wanted; null otherwise. */
  readonly noBaseline: string | null;
  /** Why a store of baselines could not be asked; null when all answered. */
  readonly storeFault: string | null;
  /** One sentence when nothing at all was measured; null otherwise. */
  readonly nothingMeasured: string | null;
  /** True when the policy itself wants a look: it weakens the base's, or the base's was to judge and is not known. */
  readonly policyDoubt: boolean;
}

/**
 * Counts the verdicts of benchmarks.
 *
 * @param benchmarks - judged benchmarks
 * @returns a count for every verdict, zero included
 */
export function countVerdicts(benchmarks: readonly BenchmarkJudgement[]): VerdictCounts {
  const count = (verdict: Verdict): number =>
    benchmarks.filter((benchmark) => benchmark.verdict === verdict).length;
  return {
    regression: count("regression"),
    improvement: count("improvement"),
    unchanged: count("unchanged"),
    identical: count("identical"),
    inconclusive: count("inconclusive"),
    new: count("new"),
    missing: count("missing"),
    failed: count("failed"),
    unsupported: count("unsupported"),
  };
}

/**
 * Counts the verdicts of targets.
 *
 * @param targets - judged targets
 * @returns a count for every verdict, zero included
 */
export function countTargets(targets: readonly TargetJudgement[]): Judgement["targetCounts"] {
  const count = (verdict: TargetJudgement["verdict"]): number =>
    targets.filter((target) => target.verdict === verdict).length;
  return { met: count("met"), missed: count("missed"), inconclusive: count("inconclusive") };
}

function hasOpenTarget(targets: readonly TargetJudgement[]): boolean {
  return targets.some(
    ({ verdict, target }) => verdict === "inconclusive" && target.severity === "fail",
  );
}

/**
 * What of the things that may fail a run has happened.
 *
 * @param facts - judged benchmarks and targets
 * @returns kinds, whether or not the policy lets them fail the run
 */
export function occurredKinds(facts: RunFacts): FailureKind[] {
  const some = (verdict: Verdict): boolean =>
    facts.benchmarks.some((benchmark) => benchmark.verdict === verdict);
  const happened: Readonly<Record<FailureKind, boolean>> = {
    regression: facts.benchmarks.some(isOpenRegression),
    exact: facts.benchmarks.some((one) => isOpenRegression(one) && hasExactRegression(one)),
    target: facts.targets.some(
      ({ verdict, target }) => verdict === "missed" && target.severity === "fail",
    ),
    error: some("failed"),
    missing: facts.benchmarks.some(isOpenMissing),
    inconclusive: some("inconclusive") || hasOpenTarget(facts.targets),
    "not-compared": facts.benchmarks.some(({ notCompared }) => notCompared !== undefined),
    "no-baseline": facts.noBaseline !== null,
    store: facts.storeFault !== null,
  };
  return FAILURE_KINDS.filter((kind) => happened[kind]);
}

/**
 * Whether a metric regressed that is compared to the last digit: no stage of measuring decided about it.
 *
 * @param judgement - judged benchmark
 * @returns true for one regressed metric of that kind
 */
export function hasExactRegression({ metrics }: BenchmarkJudgement): boolean {
  return metrics.some(({ verdict, stage }) => verdict === "regression" && stage === null);
}

function deservesWarning(facts: RunFacts, policy: Policy): boolean {
  const kinds = occurredKinds(facts).filter(
    (kind) => kind !== "no-baseline" && (kind !== "inconclusive" || policy.inconclusive === "warn"),
  );
  const softMissed = facts.targets.some(
    ({ verdict, target }) => verdict === "missed" && target.severity === "warn",
  );
  return (
    facts.policyDoubt ||
    kinds.length > 0 ||
    softMissed ||
    facts.suites.some(({ suspicious }) => suspicious)
  );
}

/**
 * The verdict of a run.
 *
 * @param facts - judged benchmarks, targets and suites
 * @param policy - policy of the run; `failOn` says what fails it
 * @returns `fail` when nothing was measured, or something of `failOn` happened; else `no-baseline` when one was wanted and absent; else `warn`
 *   when something deserves a look; else `pass`
 * @see docs/statistics.md#the-run
 */
export function runVerdict(facts: RunFacts, policy: Policy): RunVerdict {
  if (facts.nothingMeasured !== null) {
    return "fail";
  }
  if (occurredKinds(facts).some((kind) => policy.failOn.includes(kind))) {
    return "fail";
  }
  if (facts.noBaseline !== null) {
    return "no-baseline";
  }
  return deservesWarning(facts, policy) ? "warn" : "pass";
}
