import { judge } from "./gate/judge.ts";
import type { BaselineSide } from "./job/baseline-side.ts";
import { countedValues, countRequests } from "./job/exact.ts";
import { type Planned, planRun } from "./job/plan.ts";
import { resultsOf, sizeValues } from "./job/results.ts";
import { runnerFacts } from "./job/runner.ts";
import { measureStages, type VisitNote } from "./job/stages.ts";
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
import type { Workload } from "./model/workload.ts";
import type { Measurer } from "./ports.ts";

/** Everything one run needs, handed in by an entry. */
export interface RunRequest {
  readonly tool: string;
  readonly run: RunInfo;
  /** Seed of every random order: the commit and the attempt. */
  readonly seed: string;
  readonly sampling: Sampling;
  readonly policy: Policy;
  /** How fuel is counted; null counts nothing. */
  readonly fuel: FuelConfig | null;
  readonly workload: Workload;
  readonly baseline: BaselineSide | null;
  /** Why there is no baseline although one was wanted; null otherwise. */
  readonly noBaseline: string | null;
  /** Whether benchmarks whose code did not change are measured too, for their own numbers. */
  readonly measureIdentical: boolean;
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
  });
  ports.onPlan(planned);
  const counts = fuel === null ? null : await ports.countExact(countRequests(planned), fuel);
  const counted = countedValues({ planned, baseline, fuel, counts: counts ?? new Map() });
  const sizes = sizeValues(planned, workload.facts, baseline?.facts ?? []);
  const exact = joinExact(sizes, counted.values);
  const toResults = (visits: VisitsById): ReturnType<typeof resultsOf> =>
    resultsOf({ planned, baseline, exact }, joinVisits(visits, counted.failures));
  const runnable = planned.filter(({ benchmark }) => !counted.failures.has(benchmark.id));
  const measured = await measureStages(runnable, {
    measurer,
    sampling,
    policy,
    seed: request.seed,
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
    baseline: baseline?.info ?? null,
    noBaseline: request.noBaseline,
    components: workload.facts,
    baselineComponents: baseline?.facts ?? [],
    benchmarks: toResults(measured.visits),
    warnings: request.warnings,
    time: { totalMs: ports.now() - start, ...measured.spent },
    ...runnerFacts([...measured.visits.values()].flat(), measured.startsMs),
    ...(fuel === null ? {} : { fuel }),
  };
  return { ...measurements, judgement: judge(measurements) };
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
  sizes: ReadonlyMap<string, readonly ExactValue[]>,
  counted: ReadonlyMap<string, readonly ExactValue[]>,
): Map<string, readonly ExactValue[]> {
  const ids = new Set([...sizes.keys(), ...counted.keys()]);
  return new Map(
    [...ids].map((id) => [id, [...(counted.get(id) ?? []), ...(sizes.get(id) ?? [])]]),
  );
}
