import type { Policy } from "../model/policy.ts";
import type { BenchmarkResult, Measurements } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import type { Judgement } from "../model/verdict.ts";
import { isExpired } from "./accept.ts";
import type { FactsPair } from "./explain.ts";
import { judgeBenchmark } from "./judge-benchmark.ts";
import { matchesBenchmark } from "./match.ts";
import { noiseContextOf } from "./planner.ts";
import { reasonsFor } from "./reasons.ts";
import { countTargets, countVerdicts, runVerdict } from "./run-verdict.ts";
import { judgeSuites } from "./suite-test.ts";
import { judgeTargets } from "./targets.ts";

function factsOf(measurements: Measurements, name: string): FactsPair {
  const named = (one: { readonly name: string }): boolean => one.name === name;
  return {
    baseline: measurements.baselineComponents.find(named) ?? null,
    candidate: measurements.components.find(named) ?? null,
  };
}

function duplicateWarnings(ids: readonly string[]): Warning[] {
  const repeated = ids.filter((id, index) => ids.indexOf(id) < index);
  return [...new Set(repeated)].map((id) => ({
    code: "duplicate-id",
    message: `several benchmarks are called ${id}: each is judged by itself`,
  }));
}

function expiryWarnings(policy: Policy): Warning[] {
  return policy.accept
    .filter((one) => isExpired(one, policy.today))
    .map(({ benchmark, metric, until, reason }) => ({
      code: "acceptance-expired",
      message: `the acceptance of ${metric} of "${benchmark}" ("${reason}") expired on ${until} and is refused`,
    }));
}

function unmatchedWarnings(policy: Policy, ids: readonly string[]): Warning[] {
  const unmatched = (pattern: string): boolean => !ids.some((id) => matchesBenchmark(pattern, id));
  const overrides = policy.overrides
    .filter(({ benchmark }) => unmatched(benchmark))
    .map(({ benchmark }) => ({
      code: "override-unmatched",
      message: `the override of "${benchmark}" matches no benchmark`,
    }));
  const accepted = policy.accept
    .filter(({ benchmark }) => unmatched(benchmark))
    .map(({ benchmark }) => ({
      code: "acceptance-unmatched",
      message: `the acceptance of "${benchmark}" matches no benchmark`,
    }));
  return [...overrides, ...accepted];
}

function idsOf(results: readonly BenchmarkResult[]): string[] {
  return results.map(({ benchmark }) => benchmark.id);
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
  const facts = {
    benchmarks,
    targets: targets.judgements,
    suites,
    noBaseline: measurements.noBaseline,
  };
  const verdict = runVerdict(facts, policy);
  const ids = idsOf(results);
  return {
    verdict,
    reasons: reasonsFor(facts, verdict, policy),
    counts: countVerdicts(benchmarks),
    targetCounts: countTargets(targets.judgements),
    benchmarks,
    targets: targets.judgements,
    suites,
    warnings: [
      ...duplicateWarnings(ids),
      ...expiryWarnings(policy),
      ...unmatchedWarnings(policy, ids),
      ...targets.warnings,
    ],
  };
}
