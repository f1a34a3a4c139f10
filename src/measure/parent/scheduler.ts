import type { Benchmark, Procedure } from "../../model/benchmark.ts";
import type { EngineName } from "../../model/engine.ts";
import type { Failure, Stage, Visit } from "../../model/sample.ts";
import type { Payload } from "../../suites/payload.ts";
import type { VisitReport, VisitSettings } from "../protocol.ts";
import { askOther, mayBeAnothers, nameSide, UNKNOWN_DEATH } from "./blame.ts";
import type { Inquiry, Tried } from "./inquiry.ts";
import { isSpent, type MeasuringProcess, type Outcome } from "./measuring-process.ts";
import { tellSlow } from "./tell-slow.ts";
import { emptyReport, explainBoth, mergeReports, toVisit, withStart } from "./visits.ts";

/** One benchmark with its sides, to be visited. */
export interface Assignment {
  readonly benchmark: Benchmark;
  /** What the baseline's side does where it owes no expected result; absent when both do the same. */
  readonly baselineProcedure?: Procedure;
  readonly payloads: readonly Payload[];
  /** The sides that are visited in processes of their own: asked when one of these fails. */
  readonly others: readonly Payload[];
  /** `shared`: with others in one process; `own`: a process per visit and side. */
  readonly room: "shared" | "own";
  /** Whether both sides run with the same host code. */
  readonly sameHost: boolean;
}

/** The visits of one logical process. */
export interface Batch {
  /** Engine that its guests run on. */
  readonly engine: EngineName;
  /** Index of the process within the job. */
  readonly process: number;
  readonly stage: Stage;
  readonly assignments: readonly Assignment[];
  readonly settings: VisitSettings;
}

/** What a visit gave, as it is told to whoever watches. */
export interface VisitEvent {
  readonly id: string;
  readonly visit: Visit;
}

/** What the scheduler needs of the outside. */
export interface SchedulerDeps {
  readonly start: (engine: EngineName) => Promise<MeasuringProcess>;
  readonly timeoutMs: number;
  readonly onVisit: (event: VisitEvent) => void;
  /** True once the time budget is spent: no further visit is begun. */
  readonly isOver: () => boolean;
}

/** Where the time of measuring processes went, in ns. */
export interface Spent {
  startNs: number;
  warmupNs: number;
  measuredNs: number;
  wallNs: number;
  processes: number;
  /** Fork to ready of each process, in ns. */
  readonly starts: number[];
}

/**
 * Runs batches in fresh processes, a number at a time.
 *
 * A benchmark that fails is not visited again. When it took its process along, the others of its batch go on in a new one.
 *
 * @param batches - logical processes in the order they are begun
 * @param concurrency - processes at once, at least 1
 * @param deps - how processes are started, timeout, watcher and time budget
 * @returns where the time went; visits are handed to `onVisit` as they end
 */
export async function runBatches(
  batches: readonly Batch[],
  concurrency: number,
  deps: SchedulerDeps,
): Promise<Spent> {
  const spent: Spent = {
    startNs: 0,
    warmupNs: 0,
    measuredNs: 0,
    wallNs: 0,
    processes: 0,
    starts: [],
  };
  const failed = new Set<string>();
  const waiting = batches.flatMap(splitRooms);
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [first] = next.assignments;
      if (first?.room === "own") await visitAlone(first, next, { deps, spent, failed });
      else await visitTogether(next, { deps, spent, failed });
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return spent;
}

interface Context {
  readonly deps: SchedulerDeps;
  readonly spent: Spent;
  readonly failed: Set<string>;
}

/** A benchmark in its batch. */
interface Case {
  readonly assignment: Assignment;
  readonly batch: Batch;
  readonly context: Context;
}

/** A visit whose failure, if it has one, is somebody's. */
type Finished = { readonly report: VisitReport } & Pick<Outcome, "output">;

/** A batch's shared visits stay together; every visit that needs its own process becomes a batch of its own. */
function splitRooms(batch: Batch): Batch[] {
  const shared = batch.assignments.filter(({ room }) => room === "shared");
  const own = batch.assignments.filter(({ room }) => room === "own");
  const alone = own.map((assignment) => ({ ...batch, assignments: [assignment] }));
  return shared.length === 0 ? alone : [{ ...batch, assignments: shared }, ...alone];
}

async function visitTogether(batch: Batch, context: Context): Promise<void> {
  let open: MeasuringProcess | null = null;
  try {
    for (const assignment of batch.assignments) {
      if (isDone(assignment, context)) continue;
      const here: Case = { assignment, batch, context };
      const isFresh: boolean = open === null;
      open ??= await startCounted(context, batch);
      let outcome: Outcome = await order(open, here);
      if (isSpent(outcome)) open = null;
      if (!isFresh && mayBeAnothers(outcome.death)) outcome = await orderAlone(here);
      const done = await completed(here, outcome);
      const isCold = assignment.benchmark.procedure.kind === "cold_start";
      settle(here, isCold ? { ...done, report: withStart(done.report, open?.startNs) } : done);
    }
  } finally {
    open?.close();
  }
}

/** Every side in a fresh process of its own; their series become one visit. */
async function visitAlone(assignment: Assignment, batch: Batch, context: Context): Promise<void> {
  if (isDone(assignment, context)) return;
  const whole: Case = { assignment, batch, context };
  const reports: VisitReport[] = [];
  let output = "";
  for (const payload of assignment.payloads) {
    const outcome = await orderAlone({
      ...whole,
      assignment: { ...assignment, payloads: [payload] },
    });
    output += outcome.output;
    const death = outcome.death === null ? null : { ...outcome.death, side: payload.side };
    reports.push(outcome.report ?? emptyReport(death ?? { ...UNKNOWN_DEATH, side: payload.side }));
  }
  const failure = await explainAlone(reports, whole);
  settle(whole, { report: { ...mergeReports(reports), failure }, output });
}

/** Why a visit in processes of their own failed: both sides of it are known, or the other one is asked. */
async function explainAlone(reports: readonly VisitReport[], here: Case): Promise<Failure | null> {
  const failure = mergeReports(reports).failure;
  if (failure === null) return null;
  const inquiry = inquiryOf(here);
  if (here.assignment.others.length === 0) return explainBoth(failure, reports, inquiry);
  const slow = failure.kind === "timeout" ? await tellSlow(failure, inquiry) : null;
  return slow ?? askOther(failure, inquiry);
}

function isDone({ benchmark }: Assignment, { deps, failed }: Context): boolean {
  return failed.has(benchmark.id) || deps.isOver();
}

async function startCounted(
  { deps, spent }: Context,
  { engine }: Batch,
): Promise<MeasuringProcess> {
  const started = await deps.start(engine);
  spent.startNs += started.startNs;
  spent.starts.push(started.startNs);
  spent.processes += 1;
  return started;
}

function order(open: MeasuringProcess, { assignment, batch, context }: Case): Promise<Outcome> {
  const { room: _, ...sides } = assignment;
  const { settings } = batch;
  return open.measure({ type: "visit", ...sides, settings }, context.deps.timeoutMs);
}

async function orderAlone(here: Case): Promise<Outcome> {
  const open = await startCounted(here.context, here.batch);
  try {
    return await order(open, here);
  } finally {
    open.close();
  }
}

/** What came of a shared visit, with the side that failed named. */
async function completed(here: Case, { report, death, output }: Outcome): Promise<Finished> {
  const inquiry = inquiryOf(here);
  if (report === null) return { report: emptyReport(await nameSide(death, inquiry)), output };
  const failure = report.failure === null ? null : await askOther(report.failure, inquiry);
  return { report: { ...report, failure }, output };
}

/** Counts and announces what came of a visit. */
function settle(here: Case, { report: final, output }: Finished): void {
  const { assignment, batch, context } = here;
  const { id } = assignment.benchmark;
  if (final.failure !== null) context.failed.add(id);
  context.spent.warmupNs += final.warmupNs;
  context.spent.measuredNs += final.measuredNs;
  context.spent.wallNs += final.wallNs;
  context.deps.onVisit({ id, visit: toVisit(final, batch, output) });
}

/** A visit that makes one call of each side. */
const ONE_CALL = { copies: 1, rounds: 0, warmupMs: 0, observations: 1, extras: false } as const;

/** How the sides of a visit are run alone, to name the one that failed. */
function inquiryOf(here: Case): Inquiry {
  const { assignment, batch, context } = here;
  const alone = (payload: Payload, settings: VisitSettings): Promise<Outcome> =>
    orderAlone({
      assignment: { ...assignment, payloads: [payload] },
      batch: { ...batch, settings },
      context,
    });
  return {
    payloads: [...assignment.payloads, ...assignment.others],
    sameHost: assignment.sameHost,
    timeoutMs: context.deps.timeoutMs,
    isOver: context.deps.isOver,
    runAlone: async (payload: Payload): Promise<Failure | null> => {
      const { death, report } = await alone(payload, batch.settings);
      return death ?? report?.failure ?? null;
    },
    callAlone: async (payload: Payload): Promise<Tried> => {
      const { death, report } = await alone(payload, { ...batch.settings, ...ONE_CALL });
      const failure = death ?? report?.failure ?? null;
      const time = report?.series.find(({ metric }) => metric === "time");
      return { failure, ns: failure === null ? (time?.values[0] ?? null) : null };
    },
  };
}
