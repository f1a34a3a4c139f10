import type { Procedure } from "../model/benchmark.ts";
import { whyNotNative } from "./catalog/native-support.ts";
import { HostError } from "./errors.ts";
import type { Copy, CopyRequest, Observations } from "./procedure.ts";
import { prepareAsyncCall, prepareCall, prepareNative } from "./procedures/call.ts";
import { prepareCleanup } from "./procedures/cleanup.ts";
import { prepareCategorize, prepareGuardedCall, prepareRecover } from "./procedures/crash.ts";
import { prepareLoad, prepareSequence, prepareWarmStart } from "./procedures/instantiation.ts";
import { prepareGrow } from "./procedures/memory-limit.ts";
import { observeFootprint, observeScaling } from "./procedures/residency.ts";
import { prepareWorkload } from "./procedures/workload.ts";

/**
 * Makes one copy for a procedure whose copies are measured in rounds.
 *
 * @param procedure - what to do
 * @param request - component, nonce and probe
 * @returns the copy
 * @throws HostError for procedures that take a fresh process or isolate per observation, and for those that the engine of
 *   the payload cannot do
 */
export async function prepareCopy(procedure: Procedure, request: CopyRequest): Promise<Copy> {
  const { engine } = request.payload;
  if (engine === undefined) return prepareFor(procedure, request);
  const obstacle = whyNotNative(procedure);
  if (obstacle !== null) throw new HostError(`on ${engine.name}: ${obstacle}`);
  return { ...(await prepareFor(procedure, request)), isCompiledAhead: true };
}

function prepareFor(procedure: Procedure, request: CopyRequest): Promise<Copy> {
  switch (procedure.kind) {
    case "call":
      return prepareCall(procedure, request);
    case "workload":
      return prepareWorkload(procedure, request);
    case "native_call":
      return prepareNative(procedure, request);
    case "async_call":
      return prepareAsyncCall(procedure, request);
    case "warm_start":
      return prepareWarmStart(procedure, request);
    case "load":
      return prepareLoad(procedure, request);
    case "sequence":
      return prepareSequence(procedure, request);
    case "grow":
      return prepareGrow(procedure, request);
    case "guarded_call":
      return prepareGuardedCall(procedure, request);
    case "categorize":
      return prepareCategorize(procedure, request);
    case "cleanup":
      return prepareCleanup(procedure, request);
    case "recover":
      return prepareRecover(procedure, request);
    case "exhaust_fuel":
      return prepareExhaustion(procedure, request);
    case "cold_start":
    case "footprint":
    case "scaling":
    case "size":
    case "unknown":
      throw new HostError(`${procedure.kind} is not measured in rounds`);
  }
}

/** What instruments modules is evaluated when it is asked for: every process would wait for it else. */
async function prepareExhaustion(
  procedure: Extract<Procedure, { kind: "exhaust_fuel" }>,
  request: CopyRequest,
): Promise<Copy> {
  const { prepareExhaustFuel } = await import(/* webpackMode: "eager" */ "./procedures/fuel.ts");
  return prepareExhaustFuel(procedure, request);
}

/**
 * Observes a procedure that needs a process of its own.
 *
 * @param procedure - `footprint` or `scaling`
 * @param request - component, nonce and probe
 * @returns observations by metric
 * @throws HostError for procedures that are measured in rounds
 */
export function observeAlone(procedure: Procedure, request: CopyRequest): Promise<Observations> {
  switch (procedure.kind) {
    case "footprint":
      return observeFootprint(procedure, request);
    case "scaling":
      return observeScaling(procedure, request);
    default:
      throw new HostError(`${procedure.kind} does not need a process of its own`);
  }
}
