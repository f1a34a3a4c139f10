import type { Call } from "../../model/benchmark.ts";
import { prepareUnique, rewriteNonce } from "../../wasm/unique.ts";
import { LEAST_CPU_NS, readCpu } from "../clocks.ts";
import { callOnce, createGuestFactory, instantiate } from "../guest.ts";
import { createSessionFactory } from "../host.ts";
import type { Payload } from "../payload.ts";
import { compileTranspiled } from "../transpiled/compile-transpiled.ts";
import { loadComponentHost } from "../transpiled/load-transpiled.ts";

/** What one fresh isolate observed, in ns. */
export type ColdObservation = Readonly<
  Record<"time" | "compile" | "instantiate" | "first_call", number>
> & {
  /** CPU time of the whole process over the same stretch: the engine's own threads count, and so does all else that runs. */
  readonly cpu: number;
};

/** One cold start: run in an isolate that has compiled nothing yet. */
export interface ColdRequest {
  readonly payload: Payload;
  readonly call: Call | null;
  readonly nonce: number;
}

/**
 * Takes a component from bytes to its first answer, once, timing each phase. The host is loaded before the clock starts.
 *
 * @param request - component, call and a nonce that makes the bytes unique
 * @param now - monotonic clock in ns
 * @returns the phases; `time` is their sum. For glue, its own import is the `compile` phase; for a component it holds
 *   the JavaScript between its core modules too
 */
export async function observeColdStart(
  request: ColdRequest,
  now: () => number,
): Promise<ColdObservation> {
  if (request.payload.transpiled !== undefined) return observeTranspiled(request, now);
  return request.payload.glue === null ? observeModule(request, now) : observeGlue(request, now);
}

async function observeModule(
  { payload, call, nonce }: ColdRequest,
  now: () => number,
): Promise<ColdObservation> {
  const bytes = rewriteNonce(prepareUnique(payload.bytes), nonce);
  const sessions = await createSessionFactory(payload);
  const cpuStart = readCpu();
  const start = now();
  const module = new WebAssembly.Module(bytes);
  const compiled = now();
  const guest = instantiate(module, sessions);
  const instantiated = now();
  if (call !== null) callOnce(guest, call);
  const end = now();
  return { ...phases([start, compiled, instantiated, end]), cpu: cpuSince(cpuStart) };
}

async function observeTranspiled(
  { payload, call, nonce }: ColdRequest,
  now: () => number,
): Promise<ColdObservation> {
  const host = await loadComponentHost(payload);
  const cpuStart = readCpu();
  const start = now();
  const { create } = await compileTranspiled(host, nonce);
  const compiled = now();
  const guest = create();
  const instantiated = now();
  if (call !== null) callOnce(guest, call);
  const end = now();
  return { ...phases([start, compiled, instantiated, end]), cpu: cpuSince(cpuStart) };
}

async function observeGlue(
  { payload, call, nonce }: ColdRequest,
  now: () => number,
): Promise<ColdObservation> {
  const cpuStart = readCpu();
  const start = now();
  const factory = await createGuestFactory(payload, nonce);
  const loaded = now();
  const guest = factory.create();
  const instantiated = now();
  if (call !== null) callOnce(guest, call);
  const end = now();
  return { ...phases([start, loaded, instantiated, end]), cpu: cpuSince(cpuStart) };
}

function cpuSince(start: number): number {
  return Math.max(LEAST_CPU_NS, readCpu() - start);
}

function phases([start, compiled, instantiated, end]: readonly [
  number,
  number,
  number,
  number,
]): Omit<ColdObservation, "cpu"> {
  return {
    time: end - start,
    compile: compiled - start,
    instantiate: instantiated - compiled,
    first_call: end - instantiated,
  };
}
