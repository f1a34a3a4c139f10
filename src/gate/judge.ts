import type { ComponentFacts } from "../model/component.ts";
import type { BenchmarkResult, Measurements } from "../model/result.ts";
import type { Sides } from "../model/sides.ts";
import type { Judgement } from "../model/verdict.ts";
import { idleAcceptances } from "./idle-acceptances.ts";
import { judgeBenchmark } from "./judge-benchmark.ts";
import { nothingMeasured } from "./nothing-measured.ts";
import { noiseContextOf } from "./planner.ts";
import { reviewPolicies } from "./policy-changes/review-policies.ts";
import { reasonsFor } from "./reasons.ts";
import { countTargets, countVerdicts, runVerdict } from "./run-verdict.ts";
import { runWarnings } from "./run-warnings.ts";
import { judgeSuites } from "./suite-test.ts";
import { judgeTargets } from "./targets.ts";

function factsOf(
  { components, baselineComponents }: Measurements,
  { benchmark, baseComponent = benchmark.component }: BenchmarkResult,
): Sides<ComponentFacts | null> {
  return {
    baseline: baselineComponents.find(({ name }) => name === baseComponent) ?? null,
    candidate: components.find(({ name }) => name === benchmark.component) ?? null,
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
    judgeBenchmark(result, context, factsOf(measurements, result)),
  );
  const targets = judgeTargets(results, policy, measurements.components);
  const suites = judgeSuites(results, policy.confidenceLevel);
  const review = reviewPolicies(measurements);
  const facts = {
    benchmarks,
    targets: targets.judgements,
    suites,
    noBaseline: measurements.noBaseline,
    storeFault: measurements.storeFault ?? null,
    nothingMeasured: nothingMeasured(results),
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
    warnings: [
      ...review.warnings,
      ...runWarnings(measurements),
      ...idleAcceptances(benchmarks, policy, measurements.baseline !== null),
      ...targets.warnings,
    ],
    ...(review.changes === null ? {} : { policyChanges: review.changes }),
  };
}
