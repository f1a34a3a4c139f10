import type { Benchmark } from "../../model/benchmark.ts";
import type { Failure, Stage, Visit } from "../../model/sample.ts";
import type { Payload } from "../../suites/payload.ts";
import type { VisitReport, VisitSettings } from "../protocol.ts";
import { askCandidate, type Inquiry, nameSide } from "./blame.ts";
import type { MeasuringProcess, Outcome } from "./measuring-process.ts";
import { emptyReport, mergeReports, toVisit, withStart } from "./visits.ts";

/** One benchmark with its sides, to be visited. */
export interface Assignment {
  readonly benchmark: Benchmark;
  readonly payloads: readonly Payload[];
  /** `shared`: with others in one process; `own`: a process per visit and side. */
  readonly room: "shared" | "own";
}

/** The visits of one logical process. */
export interface Batch {
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
  readonly start: () => Promise<MeasuringProcess>;
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
      open ??= await startCounted(context);
      let outcome: Outcome = await order(open, here);
      if (outcome.death !== null) open = null;
      if (!isFresh && mayBeAnothers(outcome.death)) outcome = await orderAlone(here);
      const done = await completed(here, outcome);
      const isCold = assignment.benchmark.procedure.kind === "cold_start";
      settle(here, isCold ? { ...done, report: withStart(done.report, open?.startNs) } : done);
    }
  } finally {
    open?.close();
  }
}

/** A process that ends by itself may have been broken by an earlier guest; one that had to be stopped was not. */
function mayBeAnothers(death: Failure | null): boolean {
  return death !== null && (death.kind === "exit" || death.kind === "crash");
}

/** Every side in a fresh process of its own; their series become one visit. */
async function visitAlone(assignment: Assignment, batch: Batch, context: Context): Promise<void> {
  if (isDone(assignment, context)) return;
  const reports: VisitReport[] = [];
  let output = "";
  for (const payload of assignment.payloads) {
    const here: Case = { assignment: { ...assignment, payloads: [payload] }, batch, context };
    const outcome = await orderAlone(here);
    output += outcome.output;
    reports.push(outcome.report ?? emptyReport(await nameSide(outcome.death, inquiryOf(here))));
  }
  const report = mergeReports(reports);
  settle({ assignment, batch, context }, { report, output });
}

function isDone({ benchmark }: Assignment, { deps, failed }: Context): boolean {
  return failed.has(benchmark.id) || deps.isOver();
}

async function startCounted({ deps, spent }: Context): Promise<MeasuringProcess> {
  const started = await deps.start();
  spent.startNs += started.startNs;
  spent.starts.push(started.startNs);
  spent.processes += 1;
  return started;
}

function order(open: MeasuringProcess, { assignment, batch, context }: Case): Promise<Outcome> {
  const { benchmark, payloads } = assignment;
  const { settings } = batch;
  return open.measure({ type: "visit", benchmark, payloads, settings }, context.deps.timeoutMs);
}

async function orderAlone(here: Case): Promise<Outcome> {
  const open = await startCounted(here.context);
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
  return { report: { ...report, failure: await askCandidate(report.failure, inquiry) }, output };
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

/** How the sides of a visit are run alone, to name the one that failed. */
function inquiryOf(here: Case): Inquiry {
  const { assignment, context } = here;
  return {
    payloads: assignment.payloads,
    isOver: context.deps.isOver,
    runAlone: async (payload: Payload): Promise<Failure | null> => {
      const alone = { ...here, assignment: { ...assignment, payloads: [payload] } };
      const { death, report } = await orderAlone(alone);
      return death ?? report?.failure ?? null;
    },
  };
}
