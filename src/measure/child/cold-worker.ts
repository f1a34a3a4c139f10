import type { Failure } from "../../model/sample.ts";
import { clockNs } from "../../suites/clocks.ts";
import {
  type ColdObservation,
  type ColdRequest,
  observeColdStart,
} from "../../suites/procedures/cold-start.ts";
import { describeFailure } from "./failure.ts";

/** What a fresh isolate answers. Errors lose their class on the way between threads, so a failure is named there. */
export type ColdAnswer =
  | { readonly ok: true; readonly token: string; readonly observation: ColdObservation }
  | { readonly ok: false; readonly token: string; readonly failure: Failure };

/** Tells the workers that make cold starts from those a guest's host may start. */
export const COLD_WORKER = "wasm-bench cold start";

/** What a fresh isolate is given. */
export interface ColdWork {
  readonly task: typeof COLD_WORKER;
  readonly request: ColdRequest;
  /** Word the answer must carry; taken away before the guest is loaded. */
  token: string;
}

/**
 * Makes one cold start in this isolate. Never throws: a guest's failure is part of the answer.
 *
 * @param work - component, call and nonce, and the word of the answer, which is taken out of it
 * @returns the phases in ns, or the failure
 */
export async function answerColdStart(work: ColdWork): Promise<ColdAnswer> {
  const { request, token } = work;
  // A guest's host finds the same data under `workerData`.
  work.token = "";
  try {
    return { ok: true, token, observation: await observeColdStart(request, clockNs) };
  } catch (error) {
    return { ok: false, token, failure: describeFailure(error, request.payload.side) };
  }
}
