import { Worker } from "node:worker_threads";
import type { Call } from "../../model/benchmark.ts";
import { metricEntries } from "../../model/metric.ts";
import type { Series, Side, Warning } from "../../model/sample.ts";
import { type Random, shuffle } from "../../stats/random.ts";
import { clockNs } from "../../suites/clocks.ts";
import { GuestExit, HostError } from "../../suites/errors.ts";
import type { ColdObservation, ColdRequest } from "../../suites/procedures/cold-start.ts";
import type { VisitOrder, VisitReport } from "../protocol.ts";
import { COLD_WORKER, type ColdAnswer, type ColdWork } from "./cold-worker.ts";
import { SideFailure } from "./copies.ts";
import { DescribedFailure } from "./failure.ts";
import { procedureOf } from "./procedure-of.ts";
import { SeriesCollection } from "./series-collection.ts";

/** Cold starts a side that a visit makes however long they take: one would be no spread. */
const LEAST_OBSERVATIONS = 2;

/**
 * Cold starts, each in a fresh isolate, the sides alternating in random order within each pair.
 *
 * Where they take longer than both sides are allowed, they give up together, between pairs: both sides have made as many.
 *
 * @param order - sides, number of observations a side, and the time allowed for one side
 * @param random - decides which side goes first
 * @returns one observation per value; `time` and its phases, and `isolate_start`. Starting the isolates counts as warm-up
 * @throws SideFailure naming the side whose guest failed
 */
export async function observeColdStarts(
  order: VisitOrder,
  random: Random,
): Promise<Omit<VisitReport, "wallNs" | "failure">> {
  const { observations, sideBudgetMs, clock } = order.settings;
  const collected = new ColdStarts(clock === "cpu");
  const end = clockNs() + order.payloads.length * sideBudgetMs * 1e6;
  let made = 0;
  while (made < observations && (made < LEAST_OBSERVATIONS || clockNs() < end)) {
    made += 1;
    for (const payload of shuffle(order.payloads, random)) {
      const { side } = payload;
      collected.add(side, await observe({ payload, call: firstCall(order, side), nonce: made }));
    }
  }
  const { measuredNs, warmupNs } = collected;
  const warnings = warningsOf(made, observations);
  return { iterations: 1, measuredNs, warmupNs, series: collected.series(), warnings };
}

/** Observations by metric and side, in the order they began. */
class ColdStarts {
  measuredNs = 0;
  warmupNs = 0;
  readonly #keepsCpu: boolean;
  readonly #series = new SeriesCollection();
  constructor(keepsCpu: boolean) {
    this.#keepsCpu = keepsCpu;
  }

  add(side: Side, values: ColdValues): void {
    this.measuredNs += values.time;
    this.warmupNs += values.isolate_start;
    for (const [metric, value] of metricEntries(values)) {
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

function warningsOf(made: number, wanted: number): Warning[] {
  if (made >= wanted) return [];
  const message = `${made} of ${wanted} cold starts fit the time allowed for one side`;
  return [{ code: "fewer-rounds", message }];
}

function firstCall(order: VisitOrder, side: Side): Call | null {
  const procedure = procedureOf(order, side);
  return procedure.kind === "cold_start" ? procedure.call : null;
}

/** Metrics of one cold start, in ns. */
type ColdValues = Extract<ColdAnswer, { ok: true }>["observation"] & {
  readonly isolate_start: number;
};

async function observe(request: ColdRequest): Promise<ColdValues> {
  const start = clockNs();
  try {
    const token = String(start);
    const answer = await askFreshIsolate({ task: COLD_WORKER, request, token });
    if (answer?.token !== token || (answer.ok && !isObservation(answer.observation)))
      throw new HostError("host code sent a message in place of the measurement");
    if (!answer.ok) throw new DescribedFailure(answer.failure);
    const elapsedNs = clockNs() - start;
    return { ...answer.observation, isolate_start: elapsedNs - answer.observation.time };
  } catch (error) {
    throw new SideFailure(request.payload.side, { cause: error });
  }
}

/** The worker runs the same file as this process. */
const entry: string = process.argv[1] ?? "";

/** Host code of the guest shares the isolate, and may have sent anything. */
function isObservation(observation: ColdObservation): boolean {
  const { time, cpu, compile, instantiate, first_call } = observation;
  const phases = [time, cpu, compile, instantiate, first_call];
  return time > 0 && cpu > 0 && phases.every((value) => Number.isFinite(value) && value >= 0);
}

function askFreshIsolate(workerData: ColdWork): Promise<ColdAnswer | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData, stdout: false, stderr: false });
    worker.once("message", (message: ColdAnswer | null) => {
      resolve(message);
      void worker.terminate();
    });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new GuestExit(code)));
  });
}
