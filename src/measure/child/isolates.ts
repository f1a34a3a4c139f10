import { Worker } from "node:worker_threads";
import type { Clock } from "../../model/clock.ts";
import { clockOf } from "../../model/clock-of.ts";
import { metricEntries } from "../../model/metric.ts";
import type { Series, Side, Warning } from "../../model/sample.ts";
import { type Random, shuffle } from "../../stats/random.ts";
import { clockNs } from "../../suites/clocks.ts";
import { GuestExit, HostError } from "../../suites/errors.ts";
import type { Payload } from "../../suites/payload.ts";
import { isRenewing, RENEWALS_PER_ISOLATE } from "../../suites/procedures/renewals.ts";
import type { VisitOrder, VisitReport } from "../protocol.ts";
import { SideFailure } from "./copies.ts";
import { DescribedFailure } from "./failure.ts";
import {
  ISOLATE_WORKER,
  type IsolateAnswer,
  type IsolateRequest,
  type IsolateValues,
  type IsolateWork,
} from "./isolate-worker.ts";
import { procedureOf } from "./procedure-of.ts";
import { SeriesCollection } from "./series-collection.ts";

/** Isolates a side that a visit starts however long they take: one would be no spread. */
const LEAST_ISOLATES = 2;

/** Isolates of this process so far: compiled code is shared by all of them, so their modules are told apart by it. */
let lastIsolate = 0;

/**
 * Observations in fresh isolates, the sides alternating in random order within each pair.
 *
 * Where they take longer than both sides are allowed, they give up together, between pairs: both sides have made as many.
 *
 * @param order - sides, number of observations a side, and the time allowed for one side
 * @param random - decides which side goes first
 * @returns one observation per value; of a cold start also its phases and `isolate_start`. Starting the isolates counts
 *   as warm-up
 * @throws SideFailure naming the side whose guest failed
 */
export async function observeInIsolates(
  order: VisitOrder,
  random: Random,
): Promise<Omit<VisitReport, "wallNs" | "failure">> {
  const { sideBudgetMs } = order.settings;
  const wanted = isolatesOf(order);
  const collected = new Observations(order);
  const end = clockNs() + order.payloads.length * sideBudgetMs * 1e6;
  let made = 0;
  while (made < wanted && (made < LEAST_ISOLATES || clockNs() < end)) {
    made += 1;
    for (const payload of shuffle(order.payloads, random))
      collected.add(payload.side, await observe(requestOf(order, payload)));
  }
  const { measuredNs, warmupNs } = collected;
  const warnings = warningsOf(order, made, wanted);
  return { iterations: 1, measuredNs, warmupNs, series: collected.series(), warnings };
}

function isolatesOf({ benchmark, settings }: VisitOrder): number {
  const { procedure } = benchmark;
  const each = isRenewing(procedure) ? RENEWALS_PER_ISOLATE[procedure.kind] : 1;
  return Math.max(LEAST_ISOLATES, Math.ceil(settings.observations / each));
}

function requestOf(order: VisitOrder, payload: Payload): IsolateRequest {
  const procedure = procedureOf(order, payload.side);
  lastIsolate += 1;
  if (isRenewing(procedure)) return { kind: "renewals", payload, procedure, nonce: lastIsolate };
  const call = procedure.kind === "cold_start" ? procedure.call : null;
  return { kind: "cold", payload, call, nonce: lastIsolate };
}

/** What an isolate gave, and how long it took beside that, in ns. */
interface Observed {
  readonly values: readonly IsolateValues[];
  readonly startNs: number;
}

/** Observations by metric and side, in the order they began. */
class Observations {
  measuredNs = 0;
  warmupNs = 0;
  readonly #isCold: boolean;
  readonly #keepsCpu: boolean;
  readonly #clock: Clock;
  readonly #series = new SeriesCollection();
  constructor({ benchmark, settings }: VisitOrder) {
    this.#isCold = benchmark.procedure.kind === "cold_start";
    this.#keepsCpu = settings.clock === "cpu";
    this.#clock = this.#keepsCpu ? clockOf(benchmark.procedure) : "wall";
  }

  add(side: Side, { values, startNs }: Observed): void {
    this.warmupNs += startNs;
    if (this.#isCold) this.#series.add({ metric: "isolate_start", side, copy: 0 }, startNs);
    for (const one of values) {
      this.measuredNs += one.time;
      this.#addOne(side, one);
    }
  }

  #addOne(side: Side, { time, cpu, ...rest }: IsolateValues): void {
    const byClock = this.#clock === "cpu" ? { time: cpu, wall: time } : { time, cpu };
    for (const [metric, value] of metricEntries({ ...byClock, ...rest })) {
      if (metric === "cpu" && !this.#keepsCpu) continue;
      // A phase that nothing was seen of: glue may compile no module at all.
      if (value === 0) continue;
      this.#series.add({ metric, side, copy: 0 }, value);
    }
  }

  series(): Series[] {
    return this.#series.all();
  }
}

function warningsOf({ benchmark }: VisitOrder, made: number, wanted: number): Warning[] {
  if (made >= wanted) return [];
  const what = benchmark.procedure.kind === "cold_start" ? "cold starts" : "isolates";
  const message = `${made} of ${wanted} ${what} fit the time allowed for one side`;
  return [{ code: "fewer-rounds", message }];
}

async function observe(request: IsolateRequest): Promise<Observed> {
  const start = clockNs();
  try {
    const token = String(start);
    const answer = await askFreshIsolate({ task: ISOLATE_WORKER, request, token });
    if (answer?.token !== token || (answer.ok && !areObservations(answer.observed)))
      throw new HostError("host code sent a message in place of the measurement");
    if (!answer.ok) throw new DescribedFailure(answer.failure);
    const measuredNs = answer.observed.reduce((sum, { time }) => sum + time, 0);
    // The clocks of an observation may begin before and end after what it holds of itself.
    return {
      values: answer.observed,
      startNs: Math.max(1, clockNs() - start - measuredNs),
    };
  } catch (error) {
    throw new SideFailure(request.payload.side, { cause: error });
  }
}

/** The worker runs the same file as this process. */
const entry: string = process.argv[1] ?? "";

/** Host code of the guest shares the isolate, and may have sent anything. */
function areObservations(observed: readonly IsolateValues[]): boolean {
  return observed.length > 0 && observed.every(isObservation);
}

/** Bytes may have become fewer; no time is below zero. One of zero is a coarse clock's, and left out. */
function isObservation(values: IsolateValues): boolean {
  return (
    values.time >= 0 &&
    values.cpu >= 0 &&
    metricEntries<number>(values).every(
      ([metric, value]) => Number.isFinite(value) && (value >= 0 || metric === "growth_bytes"),
    )
  );
}

function askFreshIsolate(workerData: IsolateWork): Promise<IsolateAnswer | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData, stdout: false, stderr: false });
    worker.once("message", (message: IsolateAnswer | null) => {
      resolve(message);
      void worker.terminate();
    });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new GuestExit(code)));
  });
}
