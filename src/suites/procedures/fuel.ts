import { messageOf } from "../../errors.ts";
import type { Procedure } from "../../model/benchmark.ts";
import { withoutExpectation } from "../../model/procedure-calls.ts";
import { type InstrumentedModule, instrumentFuel } from "../../wasm/fuel.ts";
import { createFuelMeter } from "../../wasm/fuel-meter.ts";
import { categorizeTrap } from "../../wasm/traps.ts";
import { HostError, MissingTrap } from "../errors.ts";
import {
  callOnce,
  callTimed,
  callUnchecked,
  createGuestFactory,
  type Guest,
  isPromise,
} from "../guest.ts";
import { dropAfter, type Leave, leavingOperation } from "../leaving-operation.ts";
import { meteredError } from "../metered-error.ts";
import { createNativeFactory } from "../native-guest.ts";
import { argumentsOf } from "../placed-arguments.ts";
import type { Copy, CopyRequest } from "../procedure.ts";
import { loadComponentHost, loadCopy } from "../transpiled/load-transpiled.ts";
import { compileParts, meterTranspiled } from "../transpiled/meter-transpiled.ts";

type ExhaustFuel = Extract<Procedure, { kind: "exhaust_fuel" }>;

/** The rules of Wasmtime up to 45, with nothing changed: the budget is part of the definition, not of a configuration. */
export const EXHAUSTION_RULES = { profile: "wasmtime-24", mode: "wasmtime", cost: {} } as const;

/** A guest that counts, as it is called. */
export interface Exhaustible {
  readonly guest: Guest;
  readonly guard: (call: () => unknown) => unknown;
}

interface MeteredGuest extends Exhaustible {
  readonly refill: (budget: bigint) => void;
}

/** Calls a guest whose engine consumes fuel by itself. */
const unguarded = (call: () => unknown): unknown => call();

/**
 * Budget set, exhausted, caught and categorised; new instance of the compiled module; first good call.
 *
 * @param procedure - the call, and a budget in fuel that is too small for it
 * @param request - component, nonce and probe
 * @returns the copy
 * @see observeRenewals for glue
 */
export async function prepareExhaustFuel(
  procedure: ExhaustFuel,
  request: CopyRequest,
): Promise<Copy> {
  const create = await createMetered(request);
  const budget = BigInt(procedure.fuel);
  let current = create();
  const call = withoutExpectation(procedure.call);
  const exhaustBy = (callAgain: typeof callOnce, leave: Leave): unknown => {
    argumentsOf(current.guest, call);
    current.refill(budget);
    exhaust(current, { ...procedure, call });
    leave(current.guest);
    current = create();
    return callAgain(current.guest, procedure.call);
  };
  return {
    operations: [
      leavingOperation({
        metric: "time",
        operations: 1,
        run: (leave: Leave): unknown => exhaustBy(callTimed, leave),
        copy: request,
      }),
    ],
    isVerifiedByRun: true,
    verify: () => {
      dropAfter((leave) => exhaustBy(callOnce, leave));
    },
  };
}

function createMetered(request: CopyRequest): Promise<() => MeteredGuest> {
  const { engine, transpiled } = request.payload;
  if (engine !== undefined) return nativeModules(request);
  return transpiled === undefined ? meteredModules(request) : meteredComponents(request);
}

/** The engine's own fuel. */
async function nativeModules({ payload }: CopyRequest): Promise<() => MeteredGuest> {
  const { create } = await createNativeFactory(payload, { fuel: true });
  return () => {
    const guest = create();
    const refill = (budget: bigint): void => guest.native.setFuel(budget);
    return { guest, refill, guard: unguarded };
  };
}

function instrument(bytes: Uint8Array): InstrumentedModule {
  const validate = (rewritten: Uint8Array<ArrayBuffer>): boolean => WebAssembly.validate(rewritten);
  return instrumentFuel(new Uint8Array(bytes), { ...EXHAUSTION_RULES, validate });
}

async function meteredModules({ payload, nonce }: CopyRequest): Promise<() => MeteredGuest> {
  const module = instrument(payload.bytes);
  const factory = await createGuestFactory({ ...payload, bytes: module.bytes }, nonce);
  return () => {
    const guest = factory.create();
    if (guest.instance === null) throw new HostError("there is no instance to meter");
    const { refill, guard } = createFuelMeter(guest.instance, module);
    return { guest, refill, guard };
  };
}

/** Each core instance has the whole budget: it is so small that the first function entered exhausts it. */
async function meteredComponents({ payload, nonce }: CopyRequest): Promise<() => MeteredGuest> {
  const host = await loadComponentHost(payload);
  const instantiate = await loadCopy(host, nonce);
  const engine = compileParts(
    host.transpiled.modules.map(({ name, bytes }) => ({ name, module: instrument(bytes) })),
    nonce,
  );
  return () => {
    const { session, find, memories, meters } = meterTranspiled(engine, instantiate);
    return {
      guest: { instance: null, session, find, memories },
      refill: meters.refill,
      guard: meters.guard,
    };
  };
}

/**
 * Makes the call of a guest whose budget is too small for it.
 *
 * @param metered - the guest, its budget set
 * @param procedure - call and budget
 * @throws MissingTrap when it returns; HostError when it fails for another reason than its budget
 */
export function exhaust({ guest, guard }: Exhaustible, procedure: ExhaustFuel): void {
  const { call, fuel } = procedure;
  try {
    guard(() => callTimed(guest, call));
  } catch (error) {
    requireExhausted(error, procedure);
    return;
  }
  throw new MissingTrap(`${call.export} with a budget of ${fuel} fuel`);
}

/**
 * As {@link exhaust}, for glue: the budget may be exhausted while its promise is awaited.
 *
 * @param metered - the guest, its budget set
 * @param procedure - call and budget
 * @throws MissingTrap when it returns; HostError when it fails for another reason than its budget
 */
export async function exhaustAwaited(
  { guest, guard }: Exhaustible,
  procedure: ExhaustFuel,
): Promise<void> {
  const { call, fuel } = procedure;
  try {
    const made = guard(() => callUnchecked(guest, call));
    if (isPromise(made)) await made;
  } catch (error) {
    requireExhausted(meteredError(guard, error), procedure);
    return;
  }
  throw new MissingTrap(`${call.export} with a budget of ${fuel} fuel`);
}

function requireExhausted(error: unknown, { call }: ExhaustFuel): void {
  if (categorizeTrap(error) === "fuel exhausted") return;
  const message = `${call.export} failed for another reason than its budget: ${messageOf(error)}`;
  throw new HostError(message, { cause: error });
}
