import type { Call, Procedure } from "./benchmark.ts";

/**
 * Every call of a guest that a procedure makes.
 *
 * @param procedure - what is done for a benchmark
 * @returns the calls in no particular order; none where only instances are made
 */
export function callsOf(procedure: Procedure): readonly Call[] {
  const found: Call[] = [];
  mapCalls(procedure, (call) => {
    found.push(call);
    return call;
  });
  return found;
}

/**
 * A procedure that accepts whatever its calls return: what the baseline's module owes is not what a new definition asks.
 *
 * @param procedure - what is done for a benchmark; not modified
 * @returns the same without expected results
 */
export function withoutExpectations(procedure: Procedure): Procedure {
  return procedure.kind === "workload"
    ? { ...procedure, isFree: true }
    : mapCalls(procedure, withoutExpectation);
}

/**
 * A call that accepts whatever it returns.
 *
 * @param call - call; not modified
 * @returns the same without an expected result
 */
export function withoutExpectation({ export: name, args, place }: Call): Call {
  return { export: name, args, ...(place === undefined ? {} : { place }) };
}

type Change = (call: Call) => Call;

/**
 * Changes every call a procedure makes of a guest.
 *
 * @param procedure - what is done for a benchmark; not modified
 * @param change - gives the call in place of one
 * @returns the procedure with its calls changed
 */
export function mapCalls(procedure: Procedure, change: Change): Procedure {
  switch (procedure.kind) {
    case "cold_start":
    case "warm_start":
    case "load":
    case "scaling":
    case "sequence":
    case "grow":
      return { ...procedure, call: procedure.call && change(procedure.call) };
    case "call": {
      const extras = procedure.extras.map((extra) => ({ ...extra, call: change(extra.call) }));
      return { ...procedure, call: change(procedure.call), extras };
    }
    case "async_call":
    case "guarded_call":
    case "cleanup":
    case "exhaust_fuel":
      return { ...procedure, call: change(procedure.call) };
    case "recover":
      return { ...procedure, trap: change(procedure.trap), call: change(procedure.call) };
    case "categorize":
      return { ...procedure, traps: procedure.traps.map(change) };
    case "workload":
    case "native_call":
    case "footprint":
    case "size":
    case "unknown":
      return procedure;
  }
}
