import type { VisitNote } from "../job/stages.ts";
import type { Stage, Visit } from "../model/sample.ts";
import type { Log } from "../ports.ts";
import { estimateRemaining, type ProgressEvent, renderProgressLine } from "../report/progress.ts";
import { formatQuantity } from "../wording/number.ts";
import type { Console } from "./terminal.ts";

/** Where progress goes. */
export interface ProgressDeps {
  readonly write: (text: string) => void;
  /** Rewrites one line on a terminal; a line per benchmark elsewhere. */
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

const WORDS: Readonly<Record<Stage, string>> = {
  screen: "measuring",
  confirm: "confirming on fresh data",
  extend: "confirming on more fresh data",
  target: "measuring for targets",
};

/** A log that shows nothing for longer than this looks dead. */
const HEARTBEAT_MS = 5_000;
/** Width of a line where nothing tells one. */
const LOG_WIDTH = 120;

/**
 * Progress on the error output of a command.
 *
 * @param console - rewritten in place where it is a terminal
 * @returns watcher for the stages and visits
 */
export function consoleProgress({ err, isTerminal, width }: Console): Progress {
  return createProgress({ write: err, live: isTerminal, width, now: Date.now });
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

/**
 * Creates the progress of a run.
 *
 * @param deps - writer, kind of output and clock
 * @returns watcher for the stages and visits
 */
export function createProgress(deps: ProgressDeps): Progress {
  let plan = { benchmarks: 0, processes: 0 };
  let start = deps.now();
  let seen = new Map<string, number>();
  let finished = new Set<string>();
  let said = start;
  const clear = (): void => {
    if (deps.live) deps.write("\r\u001b[K");
  };
  return {
    onStage: (stage: Stage, benchmarks: number, processes: number): void => {
      plan = { benchmarks, processes };
      start = deps.now();
      seen = new Map();
      finished = new Set();
      said = start;
      clear();
      deps.write(
        `${WORDS[stage]}: ${formatQuantity(benchmarks, "benchmark")} in ${formatQuantity(processes, "fresh process")}\n`,
      );
    },
    onVisit: (note: VisitNote): void => {
      const visits = (seen.get(note.id) ?? 0) + 1;
      seen.set(note.id, visits);
      const isLast = visits >= plan.processes || note.visit.failure !== null;
      const isNew = isLast && !finished.has(note.id);
      if (isLast) finished.add(note.id);
      const now = deps.now();
      if (!deps.live && !isNew && now - said < HEARTBEAT_MS) return;
      said = now;
      const line = renderProgressLine(
        eventOf(note, { visits, finished: finished.size, plan, elapsedMs: now - start }),
      );
      deps.write(
        deps.live ? `\r\u001b[K${line.slice(0, Math.max(20, deps.width - 1))}` : `${line}\n`,
      );
    },
    end: clear,
  };
}

interface Place {
  readonly visits: number;
  readonly finished: number;
  readonly plan: { readonly benchmarks: number; readonly processes: number };
  readonly elapsedMs: number;
}

function eventOf(
  { id, visit, done, total }: VisitNote,
  { visits, finished, plan, elapsedMs }: Place,
): ProgressEvent {
  return {
    kind: visit.failure === null ? "finished" : "failed",
    benchmark: id,
    process: Math.min(visits, plan.processes),
    processes: plan.processes,
    index: finished,
    total: plan.benchmarks,
    elapsedMs,
    remainingMs: estimateRemaining(elapsedMs, done, total),
    timeNs: firstImpression(visit),
  };
}

/** The fastest quarter's edge of the first candidate copy; enough for a line that passes by. */
function firstImpression(visit: Visit): number | null {
  const series = visit.series.find(({ metric, side }) => metric === "time" && side === "candidate");
  const sorted = [...(series?.values ?? [])].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 4)] ?? null;
}
