import type { Benchmark } from "../model/benchmark.ts";
import type { Workload } from "../model/workload.ts";
import type { FoundEngines } from "./find-engines.ts";

/**
 * Says of benchmarks on an engine that is found what its library cannot run: that shows when it is loaded.
 *
 * @param workload - what is to be measured
 * @param found - engines of the run
 * @returns the workload, its components of the Component Model `unsupported` where the library has no API for them
 */
export function limitEngines(
  workload: Workload,
  { componentObstacles }: Pick<FoundEngines, "componentObstacles">,
): Workload {
  if (componentObstacles.size === 0) return workload;
  const transpiled = new Set(
    workload.components.flatMap(({ name, format }) => (format === "component" ? [name] : [])),
  );
  const limited = (benchmark: Benchmark): Benchmark => {
    const { component, engine, unsupported } = benchmark;
    const obstacle = engine === undefined ? undefined : componentObstacles.get(engine);
    return obstacle === undefined || unsupported !== null || !transpiled.has(component)
      ? benchmark
      : { ...benchmark, unsupported: obstacle };
  };
  return {
    ...workload,
    benchmarks: workload.benchmarks.map(limited),
    known: workload.known.map(limited),
  };
}
