import { type PlannedBenchmark, planComparison, type SideFacts } from "../gate/plan.ts";
import { type Benchmark, SUITES } from "../model/benchmark.ts";
import { type Environment, fingerprintOf } from "../model/environment.ts";
import type { Pair, Workload } from "../model/workload.ts";
import type { BaselineSide } from "./baseline-side.ts";

/** A planned benchmark with the modules it runs on; no pair where nothing is measured for comparison. */
export interface Planned extends PlannedBenchmark {
  readonly definition: string;
  readonly pair: Pair | null;
}

/** What a plan depends on besides the two sides. */
export interface PlanOptions {
  readonly environment: Environment;
  /** Which of the baseline's benchmarks this run is about. */
  readonly wants: (id: string) => boolean;
  /** Whether benchmarks whose code did not change are measured too. */
  readonly measureIdentical: boolean;
}

/**
 * Plans a run: how every benchmark meets its baseline, and with which modules.
 *
 * @param workload - the candidate's components and the wanted benchmarks
 * @param baseline - the side compared with, or null
 * @param options - environment of this run, what is wanted of the baseline and of unchanged code
 * @returns the candidate's benchmarks in their order, then those missing from it
 */
export function planRun(
  workload: Workload,
  baseline: BaselineSide | null,
  options: PlanOptions,
): Planned[] {
  const components = new Map(workload.components.map((component) => [component.name, component]));
  const plan = planComparison({
    benchmarks: workload.benchmarks,
    candidate: new Map(
      workload.benchmarks.map((benchmark) => [benchmark.id, candidateFacts(benchmark, workload)]),
    ),
    baseline:
      baseline === null
        ? null
        : new Map(
            [...baseline.benchmarks].map(([id, known]) => [id, baselineFacts(known, baseline)]),
          ),
    baselineBenchmarks: baseline === null ? [] : missingFrom(baseline, options.wants),
    sameEngine:
      baseline !== null &&
      fingerprintOf(baseline.info.environment) === fingerprintOf(options.environment),
  });
  return plan.map((planned) => {
    const { benchmark, pairing } = planned;
    const definition =
      workload.definitions.get(benchmark.id) ??
      baseline?.benchmarks.get(benchmark.id)?.definition ??
      "";
    const rests = pairing === "missing" || (pairing === "identical" && !options.measureIdentical);
    if (rests || benchmark.unsupported !== null) return { ...planned, definition, pair: null };
    const compared = pairing === "paired" || pairing === "alternated";
    const pair: Pair = {
      benchmark,
      candidate: components.get(benchmark.component) ?? null,
      baseline: compared ? (baseline?.components.get(benchmark.component) ?? null) : null,
      alternated: pairing === "alternated",
      sameHost: isSameHost(benchmark.id, workload, baseline),
    };
    return { ...planned, definition, pair };
  });
}

function isSameHost(id: string, workload: Workload, baseline: BaselineSide | null): boolean {
  const before = baseline?.benchmarks.get(id)?.hostCode ?? null;
  return (workload.hostCodes.get(id) ?? null) === before;
}

function candidateFacts(benchmark: Benchmark, workload: Workload): SideFacts {
  const component = workload.components.find(({ name }) => name === benchmark.component);
  return {
    sha256: component?.sha256 ?? "",
    definition: workload.definitions.get(benchmark.id) ?? "",
    hostCode: workload.hostCodes.get(benchmark.id) ?? null,
    available: true,
    glue: component?.glue != null,
  };
}

type Known = BaselineSide["benchmarks"] extends ReadonlyMap<string, infer One> ? One : never;

function baselineFacts(
  { component, definition, hostCode }: Known,
  baseline: BaselineSide,
): SideFacts {
  const stored = baseline.components.get(component);
  return {
    sha256: baseline.hashes.get(component) ?? "",
    definition,
    hostCode,
    available: component === "" || stored !== undefined,
    glue: stored?.glue != null,
  };
}

/** A benchmark only the baseline knows: its id and component are all that is left of it. */
function missingFrom(baseline: BaselineSide, wants: (id: string) => boolean): Benchmark[] {
  return [...baseline.benchmarks]
    .filter(([id]) => wants(id))
    .map(([id, { component }]) => ({
      id,
      // A baseline of another version may know suites of its own.
      suite: SUITES.find((suite) => id.startsWith(`${suite}/`)) ?? "execution",
      component,
      procedure: { kind: "unknown" },
      primary: "time",
      unsupported: null,
    }));
}
