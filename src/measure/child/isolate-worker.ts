import type { Failure } from "../../model/sample.ts";
import { clockNs } from "../../suites/clocks.ts";
import {
  type ColdObservation,
  type ColdRequest,
  observeColdStart,
} from "../../suites/procedures/cold-start.ts";
import {
  observeRenewals,
  type RenewalRequest,
  type RenewalValues,
} from "../../suites/procedures/renewals.ts";
import { describeFailure } from "./failure.ts";
import { createProbe } from "./probe.ts";

/** What a fresh isolate observes: one cold start, or further guests of one component. */
export type IsolateRequest =
  | ({ readonly kind: "cold" } & ColdRequest)
  | ({ readonly kind: "renewals" } & RenewalRequest);

/** One observation of an isolate, by metric. */
export type IsolateValues = ColdObservation | RenewalValues;

/** What a fresh isolate answers. Errors lose their class on the way between threads, so a failure is named there. */
export type IsolateAnswer =
  | { readonly ok: true; readonly token: string; readonly observed: readonly IsolateValues[] }
  | { readonly ok: false; readonly token: string; readonly failure: Failure };

/** Tells the workers that observe from those a guest's host may start. */
export const ISOLATE_WORKER = "wasm-bench isolate";

/** What a fresh isolate is given. */
export interface IsolateWork {
  readonly task: typeof ISOLATE_WORKER;
  readonly request: IsolateRequest;
  /** Word the answer must carry; taken away before the guest is loaded. */
  token: string;
}

/**
 * Observes in this isolate. Never throws: a guest's failure is part of the answer.
 *
 * @param work - what is observed, and the word of the answer, which is taken out of it
 * @returns the observations, or the failure
 */
export async function answerFromIsolate(work: IsolateWork): Promise<IsolateAnswer> {
  const { request, token } = work;
  // A guest's host finds the same data under `workerData`.
  work.token = "";
  try {
    const observed =
      request.kind === "cold"
        ? [await observeColdStart(request, clockNs)]
        : await observeRenewals(request, createProbe());
    return { ok: true, token, observed };
  } catch (error) {
    return { ok: false, token, failure: describeFailure(error, request.payload.side) };
  }
}
