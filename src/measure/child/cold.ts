import { Worker } from "node:worker_threads";
import type { Call } from "../../model/benchmark.ts";
import type { Series } from "../../model/sample.ts";
import { type Random, shuffle } from "../../stats/random.ts";
import type { ColdObservation, ColdRequest } from "../../suites/procedures/cold-start.ts";
import type { VisitOrder, VisitReport } from "../protocol.ts";
import { SideFailure } from "./copies.ts";

/** What a fresh isolate answers. */
export type ColdAnswer =
  | { readonly ok: true; readonly observation: ColdObservation }
  | { readonly ok: false; readonly name: string; readonly message: string };

/** What the parent thread hands to a fresh isolate. */
export const COLD_WORKER = "wasm-bench cold start";

/**
 * Cold starts, each in a fresh isolate, the sides alternating in random order within each pair.
 *
 * @param order - sides and number of observations a side
 * @param call - first call, or null
 * @param random - decides which side goes first
 * @returns one observation per value; `time` and its phases, and `isolate_start`
 * @throws SideFailure naming the side whose guest failed
 */
export async function observeColdStarts(
  order: VisitOrder,
  call: Call | null,
  random: Random,
): Promise<Omit<VisitReport, "wallNs" | "failure">> {
  const series = new Map<string, Series & { values: number[] }>();
  let measuredNs = 0;
  for (let nonce = 1; nonce <= order.settings.observations; nonce += 1) {
    for (const payload of shuffle(order.payloads, random)) {
      const start = process.hrtime.bigint();
      const answer = await askFreshIsolate({ payload, call, nonce });
      const elapsedNs = Number(process.hrtime.bigint() - start);
      if (!answer.ok) throw new SideFailure(payload.side, rebuildError(answer));
      measuredNs += elapsedNs;
      const values = { ...answer.observation, isolate_start: elapsedNs - answer.observation.time };
      for (const [metric, value] of Object.entries(values)) {
        const key = `${metric}/${payload.side}`;
        const known = series.get(key) ?? { metric, side: payload.side, copy: 0, values: [] };
        series.set(key, known);
        known.values.push(value);
      }
    }
  }
  return { iterations: 1, measuredNs, warmupNs: 0, series: [...series.values()], warnings: [] };
}

/** The worker runs the same file as this process. */
const entry = process.argv[1] ?? "";

function askFreshIsolate(request: ColdRequest): Promise<ColdAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, {
      workerData: { task: COLD_WORKER, request },
      stdout: false,
      stderr: false,
    });
    let answer: ColdAnswer | undefined;
    worker.once("message", (message: ColdAnswer) => {
      answer = message;
      resolve(message);
      void worker.terminate();
    });
    worker.once("error", reject);
    worker.once("exit", (code) => {
      if (answer === undefined)
        reject(new Error(`the isolate ended with code ${code} before it answered`));
    });
  });
}

/** Errors lose their class on the way between threads; the class decides the kind of failure. */
function rebuildError({ name, message }: { name: string; message: string }): Error {
  const classes: Record<string, new (text: string) => Error> = {
    CompileError: WebAssembly.CompileError,
    LinkError: WebAssembly.LinkError,
    RuntimeError: WebAssembly.RuntimeError,
    RangeError,
  };
  const Class = classes[name] ?? Error;
  const error = new Class(message);
  error.name = name;
  return error;
}
