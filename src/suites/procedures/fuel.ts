import { messageOf } from "../../errors.ts";
import type { Procedure } from "../../model/benchmark.ts";
import { instrumentFuel } from "../../wasm/fuel.ts";
import { createFuelMeter, type FuelMeter } from "../../wasm/fuel-meter.ts";
import { categorizeTrap } from "../../wasm/traps.ts";
import { HostError, MissingTrap } from "../errors.ts";
import { callOnce, createGuestFactory, type Guest } from "../guest.ts";
import type { Copy, CopyRequest } from "../procedure.ts";
import { createTrampoline } from "../trampoline.ts";

type ExhaustFuel = Extract<Procedure, { kind: "exhaust_fuel" }>;

/** The rules of Wasmtime up to 45, with nothing changed: the budget is part of the definition, not of a configuration. */
const RULES = { profile: "wasmtime-24", mode: "wasmtime", cost: {} } as const;

interface MeteredGuest {
  readonly guest: Guest;
  readonly meter: FuelMeter;
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
  const validate = (bytes: Uint8Array<ArrayBuffer>): boolean => WebAssembly.validate(bytes);
  const module = instrumentFuel(new Uint8Array(payload.bytes), { ...RULES, validate });
  const factory = await createGuestFactory({ ...payload, bytes: module.bytes }, nonce);
  const create = (): MeteredGuest => {
    const guest = factory.create();
    if (guest.instance === null) throw new HostError("there is no instance to meter");
    return { guest, meter: createFuelMeter(guest.instance, module) };
  };
  const budget = BigInt(procedure.fuel);
  let current = create();
  const exhaust = (): unknown => {
    current.meter.refill(budget);
    requireExhausted(catchExhaustion(current, procedure), procedure);
    current = create();
    return callOnce(current.guest, procedure.call);
  };
  const run = createTrampoline("return last = exhaust();", { exhaust }, nonce);
  return {
    operations: [{ kind: "timed", metric: "time", operations: 1, run }],
    verify: () => {
      exhaust();
    },
  };
}

function catchExhaustion({ guest, meter }: MeteredGuest, { call, fuel }: ExhaustFuel): unknown {
  try {
    meter.guard(() => callOnce(guest, { export: call.export, args: call.args }));
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
