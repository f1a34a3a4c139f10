import type { Failure } from "../../model/sample.ts";
import {
  type ColdObservation,
  type ColdRequest,
  observeColdStart,
} from "../../suites/procedures/cold-start.ts";
import { describeFailure } from "./failure.ts";

/** What a fresh isolate answers. Errors lose their class on the way between threads, so a failure is named there. */
export type ColdAnswer =
  | { readonly ok: true; readonly observation: ColdObservation }
  | { readonly ok: false; readonly failure: Failure };

/** Tells the workers that make cold starts from those a guest's host may start. */
export const COLD_WORKER = "wasm-bench cold start";

/** What a fresh isolate is given. */
export interface ColdWork {
  readonly task: typeof COLD_WORKER;
  readonly request: ColdRequest;
}

/**
 * Makes one cold start in this isolate. Never throws: a guest's failure is part of the answer.
 *
 * @param request - component, call and nonce
 * @returns the phases in ns, or the failure
 */
export async function answerColdStart(request: ColdRequest): Promise<ColdAnswer> {
  const now = (): number => Number(process.hrtime.bigint());
  try {
    return { ok: true, observation: await observeColdStart(request, now) };
  } catch (error) {
    return { ok: false, failure: describeFailure(error, request.payload.side) };
  }
}
