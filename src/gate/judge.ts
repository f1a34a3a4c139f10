import type { Measurements } from "../model/result.ts";
import type { Judgement } from "../model/verdict.ts";
import type { FactsPair } from "./explain.ts";
import { judgeBenchmark } from "./judge-benchmark.ts";
import { noiseContextOf } from "./planner.ts";
import { reviewPolicies } from "./policy-changes/review-policies.ts";
import { reasonsFor } from "./reasons.ts";
import { countTargets, countVerdicts, runVerdict } from "./run-verdict.ts";
import { runWarnings } from "./run-warnings.ts";
import { judgeSuites } from "./suite-test.ts";
import { judgeTargets } from "./targets.ts";

function factsOf(measurements: Measurements, name: string): FactsPair {
  const named = (one: { readonly name: string }): boolean => one.name === name;
  return {
    baseline: measurements.baselineComponents.find(named) ?? null,
    candidate: measurements.components.find(named) ?? null,
  };
}

/**
 * Judges a run: every benchmark, target and suite, and the run itself.
 *
 * Pure and deterministic: a stored result gives the same judgement, byte for byte, wherever it is judged again.
 *
 * @param measurements - everything measured, with the policy it is judged by
 * @returns judgement; benchmarks in the order they were measured in
 * @see docs/statistics.md
 */
export function judge(measurements: Measurements): Judgement {
  const { policy } = measurements;
  const results = measurements.benchmarks;
  const context = noiseContextOf(results, policy);
  const benchmarks = results.map((result) =>
    judgeBenchmark(result, context, factsOf(measurements, result.benchmark.component)),
  );
  const targets = judgeTargets(results, policy);
  const suites = judgeSuites(results, policy.confidenceLevel);
  const review = reviewPolicies(measurements);
  const facts = {
    benchmarks,
    targets: targets.judgements,
    suites,
    noBaseline: measurements.noBaseline,
    policyDoubt: review.isDoubtful,
  };
  const verdict = runVerdict(facts, policy);
  return {
    verdict,
    reasons: reasonsFor(facts, verdict, policy),
    counts: countVerdicts(benchmarks),
    targetCounts: countTargets(targets.judgements),
    benchmarks,
    targets: targets.judgements,
    suites,
    warnings: [...review.warnings, ...runWarnings(measurements), ...targets.warnings],
    ...(review.changes === null ? {} : { policyChanges: review.changes }),
  };
}
