import type { Benchmark } from "../../model/benchmark.ts";
import type { Failure, Stage, Visit } from "../../model/sample.ts";
import type { Payload } from "../../suites/payload.ts";
import type { VisitOrder, VisitReport, VisitSettings } from "../protocol.ts";
import type { MeasuringProcess, Outcome } from "./measuring-process.ts";

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
}

/**
 * Runs batches in fresh processes, a number at a time.
 *
 * A benchmark that kills its process is not visited again; the others of its batch go on in a new process.
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
  const spent: Spent = { startNs: 0, warmupNs: 0, measuredNs: 0, wallNs: 0, processes: 0 };
  const dead = new Set<string>();
  const waiting = batches.flatMap(splitRooms);
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await runBatch(next, { deps, spent, dead });
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return spent;
}

interface Context {
  readonly deps: SchedulerDeps;
  readonly spent: Spent;
  readonly dead: Set<string>;
}

/** A batch's shared visits stay together; every visit that needs its own process becomes a batch of its own. */
function splitRooms(batch: Batch): Batch[] {
  const shared = batch.assignments.filter(({ room }) => room === "shared");
  const own = batch.assignments.filter(({ room }) => room === "own");
  const alone = own.map((assignment) => ({ ...batch, assignments: [assignment] }));
  return shared.length === 0 ? alone : [{ ...batch, assignments: shared }, ...alone];
}

async function runBatch(batch: Batch, context: Context): Promise<void> {
  const [first] = batch.assignments;
  if (first?.room === "own") return visitAlone(first, batch, context);
  let open: MeasuringProcess | null = null;
  for (const assignment of batch.assignments) {
    if (context.dead.has(assignment.benchmark.id) || context.deps.isOver()) continue;
    open ??= await startCounted(context);
    const outcome = await visitOnce(open, assignment, batch, context);
    if (outcome.death === null) continue;
    open = null;
    context.dead.add(assignment.benchmark.id);
    await reportDeath({ assignment, batch, context }, outcome);
  }
  open?.close();
}

async function startCounted({ deps, spent }: Context): Promise<MeasuringProcess> {
  const started = await deps.start();
  spent.startNs += started.startNs;
  spent.processes += 1;
  return started;
}

async function visitOnce(
  open: MeasuringProcess,
  assignment: Assignment,
  batch: Batch,
  context: Context,
): Promise<Outcome> {
  const outcome = await open.measure(orderOf(assignment, batch.settings), context.deps.timeoutMs);
  if (outcome.report !== null) {
    count(outcome.report, context.spent);
    announce(assignment, toVisit(outcome.report, batch, outcome.output), context);
  }
  return outcome;
}

interface Case {
  readonly assignment: Assignment;
  readonly batch: Batch;
  readonly context: Context;
}

/** When a process that held both sides died, each side is run alone to name the one that did it. */
async function reportDeath({ assignment, batch, context }: Case, outcome: Outcome): Promise<void> {
  const death = outcome.death ?? unknownDeath();
  const [only, second] = assignment.payloads;
  const failure =
    second === undefined
      ? { ...death, side: only?.side ?? null }
      : await findCulprit({ assignment, batch, context }, death);
  const empty: VisitReport = {
    iterations: 0,
    wallNs: 0,
    measuredNs: 0,
    warmupNs: 0,
    series: [],
    failure,
    warnings: [],
  };
  announce(assignment, toVisit(empty, batch, outcome.output), context);
}

async function findCulprit({ assignment, batch, context }: Case, death: Failure): Promise<Failure> {
  for (const payload of assignment.payloads) {
    const open = await startCounted(context);
    const { report, death: again } = await open.measure(
      orderOf({ ...assignment, payloads: [payload] }, batch.settings),
      context.deps.timeoutMs,
    );
    open.close();
    const failure = again ?? report?.failure ?? null;
    if (failure !== null) return { ...failure, side: payload.side };
  }
  return { ...death, message: `${death.message}; neither side did it alone` };
}

/** Every side in a fresh process of its own; their series become one visit. */
async function visitAlone(assignment: Assignment, batch: Batch, context: Context): Promise<void> {
  if (context.dead.has(assignment.benchmark.id) || context.deps.isOver()) return;
  const reports: VisitReport[] = [];
  let output = "";
  for (const payload of assignment.payloads) {
    const open = await startCounted(context);
    const outcome = await open.measure(
      orderOf({ ...assignment, payloads: [payload] }, batch.settings),
      context.deps.timeoutMs,
    );
    open.close();
    output += outcome.output;
    if (outcome.death !== null) {
      context.dead.add(assignment.benchmark.id);
      return reportDeath(
        { assignment: { ...assignment, payloads: [payload] }, batch, context },
        outcome,
      );
    }
    if (outcome.report !== null) reports.push(outcome.report);
  }
  for (const report of reports) count(report, context.spent);
  announce(assignment, toVisit(mergeReports(reports), batch, output), context);
}

function mergeReports(reports: readonly VisitReport[]): VisitReport {
  const sum = (pick: (report: VisitReport) => number): number =>
    reports.reduce((total, report) => total + pick(report), 0);
  return {
    iterations: reports[0]?.iterations ?? 0,
    wallNs: sum(({ wallNs }) => wallNs),
    measuredNs: sum(({ measuredNs }) => measuredNs),
    warmupNs: sum(({ warmupNs }) => warmupNs),
    series: reports.flatMap(({ series }) => series),
    failure: reports.find(({ failure }) => failure !== null)?.failure ?? null,
    warnings: reports.flatMap(({ warnings }) => warnings),
  };
}

function orderOf({ benchmark, payloads }: Assignment, settings: VisitSettings): VisitOrder {
  return { type: "visit", benchmark, payloads, settings };
}

function toVisit(report: VisitReport, { process, stage }: Batch, output: string): Visit {
  const { iterations, wallNs, measuredNs, series, failure, warnings } = report;
  return { process, stage, iterations, wallNs, measuredNs, series, failure, warnings, output };
}

function announce({ benchmark }: Assignment, visit: Visit, { deps }: Context): void {
  deps.onVisit({ id: benchmark.id, visit });
}

function count(report: VisitReport, spent: Spent): void {
  spent.warmupNs += report.warmupNs;
  spent.measuredNs += report.measuredNs;
  spent.wallNs += report.wallNs;
}

function unknownDeath(): Failure {
  return { kind: "crash", category: null, message: "the measuring process ended", side: null };
}
