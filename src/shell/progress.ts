import type { VisitNote } from "../job/stages.ts";
import type { Stage, Visit } from "../model/sample.ts";
import type { Log } from "../ports.ts";
import {
  estimateRemaining,
  renderProgressLine,
  type StageStart,
  stageSentence,
} from "../report/progress.ts";
import { fitText } from "../report/wrap-text.ts";
import type { Console } from "./terminal.ts";

/** Where progress goes. */
export interface ProgressDeps {
  readonly write: (text: string) => void;
  /** Rewrites one line on a terminal; elsewhere a line per stage, and a sign of life in long ones. */
  readonly live: boolean;
  readonly width: number;
  /** Milliseconds on any clock. */
  readonly now: () => number;
}

/** Watches a run and tells how far it is. */
export interface Progress {
  readonly onStage: (stage: Stage, benchmarks: number, processes: number) => void;
  readonly onVisit: (note: VisitNote) => void;
  /** Removes the live line. */
  readonly end: () => void;
}

/** A log that shows nothing for longer than this looks dead. */
const HEARTBEAT_MS = 60_000;
/** Width of a line where nothing tells one. */
const LOG_WIDTH = 120;
/** Moves to the start of the line and clears it. */
const CLEAR_LINE = "\r\u001b[K";

/**
 * Progress on the error output of a command.
 *
 * @param console - rewritten in place where its error output is a terminal that can
 * @returns watcher for the stages and visits
 */
export function consoleProgress({ err, isLive, width }: Console): Progress {
  return createProgress({ write: err, live: isLive, width, now: Date.now });
}

/**
 * Progress as lines of the workflow's log.
 *
 * @param log - log of the action
 * @returns watcher for the stages and visits
 */
export function logProgress(log: Pick<Log, "info">): Progress {
  const write = (text: string): void => log.info(text.trimEnd());
  return createProgress({ write, live: false, width: LOG_WIDTH, now: Date.now });
}

/**
 * Progress nobody is told of.
 *
 * @returns watcher that prints nothing
 */
export function noProgress(): Progress {
  return logProgress({ info: (): void => {} });
}

/** What is known of the stage that runs. */
interface Running {
  readonly start: StageStart;
  readonly from: number;
  readonly costs: Map<string, { sum: number; count: number }>;
  said: number;
}

/**
 * Creates the progress of a run.
 *
 * @param deps - writer, kind of output and clock
 * @returns watcher for the stages and visits
 */
export function createProgress(deps: ProgressDeps): Progress {
  const before = new Set<Stage>();
  let running: Running | null = null;
  const clear = (): void => {
    if (deps.live) deps.write(CLEAR_LINE);
  };
  return {
    onStage: (stage: Stage, benchmarks: number, processes: number): void => {
      const from = deps.now();
      const start = { stage, benchmarks, processes, isFurther: before.has(stage) };
      before.add(stage);
      running = { start, from, costs: new Map(), said: from };
      const sentence = stageSentence(start);
      deps.write(deps.live ? `${CLEAR_LINE}${fitText(sentence, deps.width - 1)}` : `${sentence}\n`);
    },
    onVisit: (note: VisitNote): void => {
      if (running === null) return;
      count(running.costs, note);
      const now = deps.now();
      if (!deps.live && now - running.said < HEARTBEAT_MS) return;
      running.said = now;
      const line = lineOf(note, running, { now, width: deps.width });
      deps.write(deps.live ? `${CLEAR_LINE}${line}` : `${line}\n`);
    },
    end: clear,
  };
}

function count(costs: Running["costs"], { id, visit }: VisitNote): void {
  // A visit that failed says nothing about what others cost.
  if (visit.failure !== null) return;
  const known = costs.get(id) ?? { sum: 0, count: 0 };
  costs.set(id, { sum: known.sum + visit.wallNs, count: known.count + 1 });
}

function lineOf(
  { id, visit, done, total, open }: VisitNote,
  { start, from, costs }: Running,
  { now, width }: { readonly now: number; readonly width: number },
): string {
  const facts = {
    start,
    done,
    total,
    remainingMs: estimateRemaining({ elapsedMs: now - from, done, total, costs, open }),
    benchmark: id,
    isFailed: visit.failure !== null,
    timeNs: firstImpression(visit),
  };
  // The last column stays free: some terminals wrap a line that fills it.
  return renderProgressLine(facts, width - 1);
}

/** The fastest quarter's edge of the first candidate copy; enough for a line that passes by. */
function firstImpression(visit: Visit): number | null {
  const series = visit.series.find(({ metric, side }) => metric === "time" && side === "candidate");
  const sorted = [...(series?.values ?? [])].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 4)] ?? null;
}
