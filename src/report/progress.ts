import stringWidth from "string-width";
import type { Stage } from "../model/sample.ts";
import { formatQuantity } from "../wording/number.ts";
import { formatTime } from "../wording/value.ts";
import { logText, NAME_LIMIT } from "./clean-text.ts";
import { appendFitting } from "./wrap-text.ts";

/** A stage of a run, as it begins. */
export interface StageStart {
  readonly stage: Stage;
  readonly benchmarks: number;
  /** Fresh processes every one of them is measured in. */
  readonly processes: number;
  /** Whether the run had such a stage before: this one adds to it. */
  readonly isFurther: boolean;
}

/** How far a stage is. */
export interface ProgressFacts {
  readonly start: StageStart;
  /** Visits that are over, and how many the stage has; a visit is one benchmark in one process. */
  readonly done: number;
  readonly total: number;
  /** Estimated time left in ms; null before there is a basis for it. */
  readonly remainingMs: number | null;
  /** The benchmark visited last. */
  readonly benchmark: string;
  readonly isFailed: boolean;
  /** First impression of it in ns; null when it has none. */
  readonly timeNs: number | null;
}

const SEPARATOR = " · ";

/**
 * What a stage does, in one line for a log.
 *
 * @param start - the stage
 * @returns for example `measuring 31 benchmarks in 6 fresh processes`, `confirming 3 benchmarks in 4 fresh processes`
 */
export function stageSentence(start: StageStart): string {
  const kind = start.isFurther || start.stage === "extend" ? "further process" : "fresh process";
  return `${stageWords(start)} in ${formatQuantity(start.processes, kind)}`;
}

function stageWords({ stage, benchmarks }: StageStart): string {
  const count = formatQuantity(benchmarks, "benchmark");
  switch (stage) {
    case "screen":
      return `measuring ${count}`;
    case "confirm":
      return `confirming ${count}`;
    case "extend":
      return `deciding ${count}`;
    case "target":
      return `measuring ${count} for targets`;
  }
}

/**
 * How far a run is, in one line. What does not fit is left out as a whole: first the benchmark, by and by, then the time left.
 *
 * @param facts - stage, counts and the benchmark visited last; its name may be hostile
 * @param width - columns there are
 * @returns one line without a line break, no wider than `width` where that is 40 or more; safe to print on a runner
 * @example "measuring 31 benchmarks: 45 of 186 · about 25 s left · execution/compute_heavy/fib_20 22.9 µs"
 */
export function renderProgressLine(facts: ProgressFacts, width: number): string {
  const { start, done, total, remainingMs } = facts;
  const count = `${done} of ${total}`;
  const whole = `${stageWords(start)}: ${count}`;
  const heading = stringWidth(whole) <= width ? whole : count;
  const left = remainingMs === null ? [] : [`about ${roughDuration(remainingMs)} left`];
  const room = { width, separator: SEPARATOR };
  return appendFitting(appendFitting(heading, left, room), nameOptions(facts), room);
}

/** The benchmark with its time; then without what its id begins with, part by part. */
function nameOptions({ benchmark, isFailed, timeNs }: ProgressFacts): readonly string[] {
  const impression = timeNs === null ? "" : ` ${formatTime(timeNs)}`;
  const tail = isFailed ? " failed" : impression;
  const parts = logText(benchmark, NAME_LIMIT).split("/");
  return parts.map((_, from) => `${parts.slice(from).join("/")}${tail}`);
}

const MINUTE_MS = 60_000;
/** Steps in which time left is told: by 5 s below a minute, by half a minute below ten, by a minute beyond. */
const STEPS: readonly { readonly below: number; readonly step: number }[] = [
  { below: MINUTE_MS, step: 5_000 },
  { below: 10 * MINUTE_MS, step: MINUTE_MS / 2 },
  { below: Number.POSITIVE_INFINITY, step: MINUTE_MS },
];

/** An estimate tells no more digits than it knows. */
function roughDuration(ms: number): string {
  const step = STEPS.find(({ below }) => ms < below)?.step ?? MINUTE_MS;
  const rounded = Math.max(step, Math.ceil(ms / step) * step);
  if (rounded < MINUTE_MS) return `${rounded / 1000} s`;
  const minutes = Math.floor(rounded / MINUTE_MS);
  const seconds = (rounded % MINUTE_MS) / 1000;
  return seconds === 0 ? `${minutes} min` : `${minutes} min ${seconds} s`;
}

/** What is known of the work of a stage. */
export interface WorkSoFar {
  readonly elapsedMs: number;
  /** Visits that are over and that the stage has. */
  readonly done: number;
  readonly total: number;
  /** Time of the visits made, summed and counted, by id of the benchmark; any unit. */
  readonly costs: ReadonlyMap<string, { readonly sum: number; readonly count: number }>;
  /** Visits still to come, by id. */
  readonly open: ReadonlyMap<string, number>;
}

/** Of the visits of a stage this share must be over before the time left is told. */
const LEAST_SHARE = 0.1;

/**
 * Estimates the time left by what visits of the same benchmarks have cost; those not visited yet cost what others do.
 *
 * @param work - what is over, what it cost and what is to come
 * @returns time left in ms; null before a tenth of the visits are over
 */
export function estimateRemaining({
  elapsedMs,
  done,
  total,
  costs,
  open,
}: WorkSoFar): number | null {
  const known = [...costs.values()].filter(({ count }) => count > 0);
  const spent = known.reduce((sum, one) => sum + one.sum, 0);
  if (done < LEAST_SHARE * total || spent <= 0) return null;
  const usual = known.reduce((sum, one) => sum + one.sum / one.count, 0) / known.length;
  const toCome = [...open].reduce((sum, [id, visits]) => {
    const cost = costs.get(id);
    return sum + visits * (cost === undefined ? usual : cost.sum / cost.count);
  }, 0);
  return (elapsedMs * toCome) / spent;
}
