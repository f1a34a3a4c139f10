import { judge } from "./gate/judge.ts";
import type { BaselineSide } from "./job/baseline-side.ts";
import { componentValues } from "./job/component-values.ts";
import { engineWarnings } from "./job/engine-warnings.ts";
import { countedValues, countRequests } from "./job/exact.ts";
import { type FunctionDifferences, movedCalls, withFunctions } from "./job/functions.ts";
import { hostCodeWarnings } from "./job/host-code-warnings.ts";
import { type Planned, planRun } from "./job/plan.ts";
import { resultsOf } from "./job/results.ts";
import { runnerFacts } from "./job/runner.ts";
import { measureStages, type VisitNote } from "./job/stages.ts";
import type { Benchmark } from "./model/benchmark.ts";
import type { Component } from "./model/component.ts";
import type { FuelConfig } from "./model/config.ts";
import type { Count, CountRequest } from "./model/count.ts";
import type { Policy, Sampling } from "./model/policy.ts";
import {
  type Measurements,
  RESULT_VERSION,
  type ResultDocument,
  type RunInfo,
} from "./model/result.ts";
import type { ExactValue, Stage, Visit, Warning } from "./model/sample.ts";
import type { Sides } from "./model/sides.ts";
import type { Policies } from "./model/stored-policy.ts";
import type { Workload } from "./model/workload.ts";
import type { Measurer } from "./ports.ts";
import { worldObstacle } from "./wasm/component/world-obstacle.ts";
import { runObstacle } from "./wasm/run-obstacle.ts";

/** Everything one run needs, handed in by an entry. */
export interface RunRequest {
  readonly tool: string;
  readonly run: RunInfo;
  /** Seed of every random order: the commit and the attempt. */
  readonly seed: string;
  readonly sampling: Sampling;
  readonly policy: Policy;
  /** This run's policy and the base's; absent where modules are compared directly. */
  readonly policies?: Policies;
  /** How fuel is counted; null counts nothing. */
  readonly fuel: FuelConfig | null;
  readonly workload: Workload;
  readonly baseline: BaselineSide | null;
  /** Why there is no baseline although one was wanted; null otherwise. */
  readonly noBaseline: string | null;
  /** Why a store of baselines could not be asked; null when all answered. */
  readonly storeFault: string | null;
  /** Whether benchmarks whose code did not change are measured too, for their own numbers. */
  readonly measureIdentical: boolean;
  /** True when no benchmark may be cleared by its first processes: another machine is asked about it. */
  readonly wholeScreen?: boolean;
  /** Which of the baseline's benchmarks this run is about. */
  readonly wants: (id: string) => boolean;
  readonly warnings: readonly Warning[];
}

/** The outside of a run. */
export interface RunPorts {
  readonly measurer: Measurer;
  /** Counts what needs a guest to run (fuel, pages); requests it had no time for are missing. */
  readonly countExact: (
    requests: readonly CountRequest[],
    fuel: FuelConfig,
  ) => Promise<ReadonlyMap<CountRequest, Count>>;
  /** Compares calls by function; those it could not count come with the reason. */
  readonly compareFunctions: (
    calls: readonly Sides<CountRequest>[],
    fuel: FuelConfig,
  ) => Promise<FunctionDifferences>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly onPlan: (planned: readonly Planned[]) => void;
  readonly onStage: (stage: Stage, benchmarks: number, processes: number) => void;
  readonly onVisit: (note: VisitNote) => void;
}

/**
 * The whole job: plan, measure, judge.
 *
 * @param request - workload, baseline, policy
 * @param ports - measurer, clock and watchers
 * @returns the judged result with all raw rounds
 */
export async function runJob(request: RunRequest, ports: RunPorts): Promise<ResultDocument> {
  const start = ports.now();
  const { measurer } = ports;
  const { workload, baseline, policy, sampling } = request;
  const { measureIdentical, wants, fuel } = request;
  const planned = planRun(workload, baseline, {
    environment: measurer.environment,
    wants,
    measureIdentical,
    obstacleOf,
  });
  ports.onPlan(planned);
  const counts = fuel === null ? null : await ports.countExact(countRequests(planned), fuel);
  const counted = countedValues({ planned, baseline, fuel, counts: counts ?? new Map() });
  const known = componentValues({ planned, facts: workload.facts, baseline, policy });
  const exact = joinExact(known, counted.values);
  const toResults = (visits: VisitsById): ReturnType<typeof resultsOf> =>
    resultsOf(
      { planned, baseline, exact, slopes: counted.slopes },
      joinVisits(visits, counted.failures),
    );
  const runnable = planned.filter(({ benchmark }) => !counted.failures.has(benchmark.id));
  const measured = await measureStages(runnable, {
    measurer,
    sampling,
    policy,
    seed: request.seed,
    wholeScreen: request.wholeScreen ?? false,
    resultsOf: toResults,
    onStage: ports.onStage,
    onVisit: ports.onVisit,
  });
  const measurements: Measurements = {
    kind: "wasm-bench/result",
    version: RESULT_VERSION,
    tool: request.tool,
    createdAt: new Date(start).toISOString(),
    seed: request.seed,
    run: request.run,
    environment: measurer.environment,
    sampling,
    policy,
    ...(request.policies === undefined ? {} : { policies: request.policies }),
    baseline: baseline?.info ?? null,
    noBaseline: request.noBaseline,
    ...(request.storeFault === null ? {} : { storeFault: request.storeFault }),
    components: workload.facts,
    baselineComponents: baseline?.facts ?? [],
    benchmarks: toResults(measured.visits),
    warnings: [
      ...request.warnings,
      ...engineWarnings(measurer.environment, baseline?.info.environment ?? null),
      ...hostCodeWarnings(planned, workload, baseline),
    ],
    time: { totalMs: ports.now() - start, ...measured.spent },
    ...runnerFacts([...measured.visits.values()].flat(), measured.startsMs),
    ...(fuel === null ? {} : { fuel }),
  };
  const judgement = judge(measurements);
  const moved = movedCalls(measurements.benchmarks, judgement, counts ?? new Map());
  if (fuel === null || moved.length === 0) return { ...measurements, judgement };
  const differences = await ports.compareFunctions(moved, fuel);
  const benchmarks = withFunctions(measurements.benchmarks, differences);
  const explained = { ...measurements, benchmarks };
  return { ...explained, judgement: judge(explained) };
}

/** Glue shows what it exports only when it runs. */
function obstacleOf(
  { procedure }: Benchmark,
  { baseline, candidate }: Sides<Component>,
): string | null {
  if (procedure.kind === "size") return null;
  if (baseline.glue !== null || candidate.glue !== null) return null;
  if (baseline.transpiled !== undefined || candidate.transpiled !== undefined)
    return worldObstacle(procedure, {
      baseline: baseline.transpiled?.world ?? null,
      candidate: candidate.transpiled?.world ?? null,
    });
  return runObstacle(procedure, { baseline: baseline.module, candidate: candidate.module });
}

type VisitsById = ReadonlyMap<string, readonly Visit[]>;

/** A benchmark that failed while it was counted is not measured: its failure is its only visit. */
function joinVisits(
  measured: VisitsById,
  failures: ReadonlyMap<string, Visit>,
): Map<string, readonly Visit[]> {
  return new Map([...measured, ...[...failures].map(([id, visit]) => [id, [visit]] as const)]);
}

function joinExact(
  known: ReadonlyMap<string, readonly ExactValue[]>,
  counted: ReadonlyMap<string, readonly ExactValue[]>,
): Map<string, readonly ExactValue[]> {
  const ids = new Set([...known.keys(), ...counted.keys()]);
  return new Map(
    [...ids].map((id) => [id, [...(counted.get(id) ?? []), ...(known.get(id) ?? [])]]),
  );
}
