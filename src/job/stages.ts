import {
  openAfterHalf,
  openAfterLook,
  screenedIds,
  suspectsAfterScreen,
  undecidedAfterConfirm,
} from "../gate/planner.ts";
import { targetsNeedingMoreData } from "../gate/targets.ts";
import type { Policy, Sampling } from "../model/policy.ts";
import type { BenchmarkResult } from "../model/result.ts";
import type { Stage, Visit } from "../model/sample.ts";
import type { MeasureOutcome, Pair } from "../model/workload.ts";
import type { Measurer } from "../ports.ts";
import type { Planned } from "./plan.ts";

/** Processes of the screen's first look, and as many again for what that one did not clear. @see docs/statistics.md */
const SCREEN_PROCESSES = 2;
/** Processes of half a confirmation. */
const HALF_PROCESSES = 4;
/** Processes of an extension. */
const EXTEND_PROCESSES = 8;
/** A target wants 6 processes, of which the screen has 2 or 4, then at most 20, in steps. */
const TARGET_STEPS = [2, 2, 7, 7];

/** What is told of every visit as it ends. */
export interface VisitNote {
  readonly id: string;
  readonly visit: Visit;
  readonly stage: Stage;
  /** Visits of this stage that are over, those that a failure made needless among them; never fewer than before. */
  readonly done: number;
  /** Visits the stage has; `done` ends there unless the time budget ends before. */
  readonly total: number;
  /** Visits still to come of every benchmark of the stage, by id. */
  readonly open: ReadonlyMap<string, number>;
}

/** What the stages need. */
export interface StagesDeps {
  readonly measurer: Measurer;
  readonly sampling: Sampling;
  readonly policy: Policy;
  readonly seed: string;
  /** True when no benchmark may be cleared by the first processes of its screen or its confirmation. */
  readonly wholeScreen: boolean;
  /** Turns the data so far into results that can be judged. */
  readonly resultsOf: (visits: ReadonlyMap<string, readonly Visit[]>) => BenchmarkResult[];
  readonly onStage: (stage: Stage, benchmarks: number, processes: number) => void;
  readonly onVisit: (note: VisitNote) => void;
}

/** Everything that was measured. */
export interface Measured {
  readonly visits: ReadonlyMap<string, readonly Visit[]>;
  readonly spent: MeasureOutcome["spent"];
  /** Start of every measuring process, in ms. */
  readonly startsMs: readonly number[];
}

/**
 * Screens everything, then measures again on fresh data what the gate or a target asks for.
 *
 * @param planned - benchmarks of the run
 * @param deps - measurer, policy and watchers
 * @returns all visits by benchmark id, and where the time went
 * @see docs/statistics.md#the-three-stages
 */
export async function measureStages(
  planned: readonly Planned[],
  deps: StagesDeps,
): Promise<Measured> {
  const state: State = {
    visits: new Map(),
    next: 0,
    spent: { startMs: 0, warmupMs: 0, measuredMs: 0, processes: 0 },
    startsMs: [],
  };
  const pairs = planned.flatMap(({ pair }) => (pair === null ? [] : [pair]));
  const compared = pairs.filter(({ baseline }) => baseline !== null);
  const single = pairs.filter(({ baseline }) => baseline === null);
  const run = (stage: Stage, chosen: readonly Pair[], processes: number): Promise<void> =>
    runStage({ stage, chosen, processes }, state, deps);
  const among = (ids: readonly string[], from: readonly Pair[]): Pair[] =>
    from.filter(({ benchmark }) => ids.includes(benchmark.id));
  await run("screen", compared, SCREEN_PROCESSES);
  await run("screen", among(screenedOn(state, deps), compared), SCREEN_PROCESSES);
  await run("screen", [...single, ...withoutBaseline(compared, state)], deps.sampling.processes);
  const suspects = suspectsAfterScreen(deps.resultsOf(state.visits), deps.policy);
  await run("confirm", among(suspects, compared), HALF_PROCESSES);
  await run("confirm", among(openHalf(suspects, state, deps), compared), HALF_PROCESSES);
  await run(
    "extend",
    among(undecidedAfterConfirm(deps.resultsOf(state.visits), deps.policy), compared),
    EXTEND_PROCESSES,
  );
  const alone = pairs.map((pair): Pair => ({ ...pair, baseline: null, alternated: false }));
  for (const processes of TARGET_STEPS) {
    await run(
      "target",
      among(targetsNeedingMoreData(deps.resultsOf(state.visits), deps.policy), alone),
      processes,
    );
  }
  return { visits: state.visits, spent: state.spent, startsMs: state.startsMs };
}

/** Benchmarks that are screened to the end: those the first look leaves open, or all of them where another machine asks. */
function screenedOn(
  { visits }: State,
  { resultsOf, policy, wholeScreen }: StagesDeps,
): readonly string[] {
  const results = resultsOf(visits);
  return wholeScreen ? screenedIds(results, policy) : openAfterLook(results, policy);
}

/** Suspects that the first half of their confirmation did not clear. */
function openHalf(
  suspects: readonly string[],
  { visits }: State,
  { resultsOf, policy, wholeScreen }: StagesDeps,
): readonly string[] {
  return wholeScreen ? suspects : openAfterHalf(resultsOf(visits), policy);
}

/** Benchmarks that only the baseline's module cannot run: their own numbers are wanted all the same. */
function withoutBaseline(compared: readonly Pair[], { visits }: State): Pair[] {
  return compared
    .filter(({ benchmark }) =>
      visits.get(benchmark.id)?.some(({ failure }) => failure?.side === "baseline"),
    )
    .map((pair) => ({ ...pair, baseline: null, alternated: false }));
}

interface State {
  readonly visits: Map<string, Visit[]>;
  next: number;
  spent: MeasureOutcome["spent"];
  readonly startsMs: number[];
}

interface StagePlan {
  readonly stage: Stage;
  readonly chosen: readonly Pair[];
  readonly processes: number;
}

async function runStage(
  { stage, chosen, processes }: StagePlan,
  state: State,
  deps: StagesDeps,
): Promise<void> {
  if (chosen.length === 0) return;
  deps.onStage(stage, chosen.length, processes);
  const { measurer, sampling, seed } = deps;
  const outcome = await measurer.measure(
    { stage, firstProcess: state.next, processes, pairs: chosen, sampling, seed },
    tellVisits({ stage, chosen, processes }, deps.onVisit),
  );
  state.next += processes;
  for (const [id, visits] of outcome.visits)
    state.visits.set(id, [...(state.visits.get(id) ?? []), ...visits]);
  state.startsMs.push(...outcome.startsMs);
  state.spent = {
    startMs: state.spent.startMs + outcome.spent.startMs,
    warmupMs: state.spent.warmupMs + outcome.spent.warmupMs,
    measuredMs: state.spent.measuredMs + outcome.spent.measuredMs,
    processes: state.spent.processes + outcome.spent.processes,
  };
}

/** Tells each visit with what is over of its stage. A benchmark that failed is not visited again. */
function tellVisits(
  { stage, chosen, processes }: StagePlan,
  onVisit: StagesDeps["onVisit"],
): (id: string, visit: Visit) => void {
  const open = new Map(
    chosen.map((pair) => [pair.benchmark.id, processes * visitsOf(pair)] as const),
  );
  const left = (): number => [...open.values()].reduce((sum, visits) => sum + visits, 0);
  const total = left();
  return (id: string, visit: Visit): void => {
    const before = open.get(id) ?? 0;
    open.set(id, visit.failure === null ? Math.max(0, before - 1) : 0);
    onVisit({ id, visit, stage, done: total - left(), total, open });
  };
}

/** Visits of a pair in one process: sides that cannot share a process have one each. */
function visitsOf({ alternated, baseline, candidate }: Pair): number {
  return alternated && baseline !== null && candidate !== null ? 2 : 1;
}
