import { formatDuration } from "../wording/duration.ts";
import { formatTime } from "../wording/value.ts";
import { logText, NAME_LIMIT } from "./clean-text.ts";

/** What happens while a run measures. */
export interface ProgressEvent {
  readonly kind: "started" | "finished" | "failed";
  readonly benchmark: string;
  /** Process within the job, from 1, and how many there will be as far as is known. */
  readonly process: number;
  readonly processes: number;
  /** Benchmark within the process, from 1, and how many it has. */
  readonly index: number;
  readonly total: number;
  readonly elapsedMs: number;
  /** Estimated time left; null before anything is known. */
  readonly remainingMs: number | null;
  /** First impression of a finished benchmark in ns; null when it has none. */
  readonly timeNs: number | null;
}

const WORDS: Readonly<Record<ProgressEvent["kind"], string>> = {
  started: "…",
  finished: "ok",
  failed: "failed",
};

/**
 * One line about the progress of a run, for a log or a live line.
 *
 * @param event - what happened
 * @returns one line without a line break; safe to print on a runner
 * @example "[2/12] 5/27 ok execution/compute_heavy/fib_20 22.9 µs · 8.1 s, about 23.0 s left"
 */
export function renderProgressLine(event: ProgressEvent): string {
  const width = String(event.total).length;
  const place = `[${event.process}/${event.processes}] ${String(event.index).padStart(width)}/${event.total}`;
  const time = event.timeNs === null ? "" : ` ${formatTime(event.timeNs)}`;
  const left =
    event.remainingMs === null ? "" : `, about ${formatDuration(event.remainingMs)} left`;
  const name = logText(event.benchmark, NAME_LIMIT);
  return `${place} ${WORDS[event.kind]} ${name}${time} · ${formatDuration(event.elapsedMs)}${left}`;
}

/**
 * Estimates the time left from the share of visits done.
 *
 * @param elapsedMs - time since the first visit began
 * @param done - visits finished
 * @param total - visits planned, at least `done`
 * @returns time left in ms; null before the first visit is finished
 */
export function estimateRemaining(elapsedMs: number, done: number, total: number): number | null {
  return done <= 0 ? null : (elapsedMs / done) * Math.max(0, total - done);
}
