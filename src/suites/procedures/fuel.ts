import { messageOf } from "../../errors.ts";
import type { Procedure } from "../../model/benchmark.ts";
import { withoutExpectation } from "../../model/procedure-calls.ts";
import { type InstrumentedModule, instrumentFuel } from "../../wasm/fuel.ts";
import { createFuelMeter } from "../../wasm/fuel-meter.ts";
import { categorizeTrap } from "../../wasm/traps.ts";
import { HostError, MissingTrap } from "../errors.ts";
import { callOnce, callTimed, createGuestFactory, type Guest } from "../guest.ts";
import { argumentsOf } from "../placed-arguments.ts";
import type { Copy, CopyRequest } from "../procedure.ts";
import { createTrampoline } from "../trampoline.ts";
import { loadComponentHost, loadCopy } from "../transpiled/load-transpiled.ts";
import { compileParts, meterTranspiled } from "../transpiled/meter-transpiled.ts";

type ExhaustFuel = Extract<Procedure, { kind: "exhaust_fuel" }>;

/** The rules of Wasmtime up to 45, with nothing changed: the budget is part of the definition, not of a configuration. */
const RULES = { profile: "wasmtime-24", mode: "wasmtime", cost: {} } as const;

interface MeteredGuest {
  readonly guest: Guest;
  readonly refill: (budget: bigint) => void;
  readonly guard: (call: () => unknown) => unknown;
}

/**
 * Budget set, exhausted, caught and categorised; new instance of the compiled module; first good call.
 *
 * @param procedure - the call, and a budget in fuel that is too small for it
 * @param request - component, nonce and probe
 * @returns the copy
 * @throws HostError for glue, which keeps its instance to itself
 */
export async function prepareExhaustFuel(
  procedure: ExhaustFuel,
  request: CopyRequest,
): Promise<Copy> {
  const { payload, nonce } = request;
  if (payload.glue !== null)
    throw new HostError("glue makes its instance itself: it cannot be replaced");
  const create = await (payload.transpiled === undefined
    ? meteredModules(request)
    : meteredComponents(request));
  const budget = BigInt(procedure.fuel);
  let current = create();
  const call = withoutExpectation(procedure.call);
  const exhaustBy = (callAgain: typeof callOnce): unknown => {
    argumentsOf(current.guest, call);
    current.refill(budget);
    requireExhausted(catchExhaustion(current, { ...procedure, call }), procedure);
    current = create();
    return callAgain(current.guest, procedure.call);
  };
  const exhaust = (): unknown => exhaustBy(callTimed);
  const run = createTrampoline("return last = exhaust();", { exhaust }, nonce);
  return {
    operations: [{ kind: "timed", metric: "time", operations: 1, run }],
    verify: () => {
      exhaustBy(callOnce);
    },
  };
}

function instrument(bytes: Uint8Array): InstrumentedModule {
  const validate = (rewritten: Uint8Array<ArrayBuffer>): boolean => WebAssembly.validate(rewritten);
  return instrumentFuel(new Uint8Array(bytes), { ...RULES, validate });
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

function catchExhaustion({ guest, guard }: MeteredGuest, { call, fuel }: ExhaustFuel): unknown {
  try {
    guard(() => callTimed(guest, call));
  } catch (error) {
    return error;
  }
  throw new MissingTrap(`${call.export} with a budget of ${fuel} fuel`);
}

function requireExhausted(error: unknown, { call }: ExhaustFuel): void {
  if (categorizeTrap(error) === "fuel exhausted") return;
  const message = `${call.export} failed for another reason than its budget: ${messageOf(error)}`;
  throw new HostError(message, { cause: error });
}
