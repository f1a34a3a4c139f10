import { EXACT_METRICS, type ExactMetricName, metricOf } from "../model/metric.ts";
import type { Policy } from "../model/policy.ts";
import type { BenchmarkResult } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import { matchesBenchmark } from "./match.ts";

/** More places than this are not told. */
const MOST_PLACES = 3;

/** Benchmarks that have a value of an exact metric. */
function carriersOf(name: ExactMetricName, results: readonly BenchmarkResult[]): string[] {
  return results
    .filter(({ exact }) => exact.some(({ metric }) => metric === name))
    .map(({ benchmark }) => benchmark.id);
}

function unmet(what: string, name: ExactMetricName, carriers: readonly string[]): Warning {
  const places = carriers.slice(0, MOST_PLACES).join(", ");
  const more = carriers.length > MOST_PLACES ? ", …" : "";
  const where = carriers.length === 0 ? "no benchmark has it" : `it stands at ${places}${more}`;
  return {
    code: "allowance-unmatched",
    message: `the allowance of ${name} ${what} gates nothing: ${where}`,
  };
}

/**
 * Allowances that somebody wrote and that no value meets: the size of a module stands at one benchmark of each component, and not
 * every benchmark has fuel.
 *
 * @param results - benchmarks of the run
 * @param policy - policy of the run; an allowance of a metric that the table does not gate was written by somebody
 * @returns one warning each, first those of the gate, then those of overrides that match a benchmark
 */
export function allowanceWarnings(results: readonly BenchmarkResult[], policy: Policy): Warning[] {
  if (results.length === 0) return [];
  const ofGate = EXACT_METRICS.filter(
    (name) => policy.allowances[name] !== undefined && metricOf(name).role === "informational",
  )
    .filter((name) => carriersOf(name, results).length === 0)
    .map((name) => unmet("in gate.exact", name, []));
  const ofOverrides = policy.overrides.flatMap(({ benchmark, allowances }) => {
    const own = results.filter((result) => matchesBenchmark(benchmark, result.benchmark.id));
    if (own.length === 0) return [];
    return EXACT_METRICS.filter((name) => allowances[name] !== undefined)
      .filter((name) => carriersOf(name, own).length === 0)
      .map((name) => unmet(`for "${benchmark}"`, name, carriersOf(name, results)));
  });
  return [...ofGate, ...ofOverrides];
}
