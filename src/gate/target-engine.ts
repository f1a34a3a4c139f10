import { ENGINE_TITLES, ENGINES, type EngineName, idOnV8 } from "../model/engine.ts";
import type { BenchmarkResult } from "../model/result.ts";
import type { Target } from "../model/target.ts";

/**
 * The engine a limit was written for, where it is one that can be measured here.
 *
 * @param target - target with the name of an engine, or without
 * @returns the engine whose name begins the text; null for any other, and for limits that name none
 */
export function writtenFor({ writtenFor: text }: Pick<Target, "writtenFor">): EngineName | null {
  const words = text?.toLowerCase() ?? "";
  return ENGINES.find((engine) => words.startsWith(ENGINE_TITLES[engine].toLowerCase())) ?? null;
}

/**
 * Leaves a target the benchmarks of its engine.
 *
 * @param target - target; one that names an engine is judged there alone, one that was written for an engine there where it was
 *   measured, and else on V8
 * @param matched - benchmarks it applies to by name, on all engines
 * @returns those it is judged on, in the same order
 */
export function ofTargetEngine(
  target: Target,
  matched: readonly BenchmarkResult[],
): BenchmarkResult[] {
  const { engine } = target;
  if (engine !== undefined) return matched.filter((one) => engineOf(one) === engine);
  const preferred = writtenFor(target);
  if (preferred === null) return [...matched];
  const measured = new Set(
    matched
      .filter((one) => engineOf(one) === preferred && one.benchmark.unsupported === null)
      .map(({ benchmark }) => idOnV8(benchmark.id)),
  );
  return matched.filter(
    (one) =>
      measured.has(idOnV8(one.benchmark.id)) === (engineOf(one) === preferred) &&
      [preferred, "v8"].includes(engineOf(one)),
  );
}

function engineOf({ benchmark }: BenchmarkResult): EngineName {
  return benchmark.engine ?? "v8";
}
