import { messageOf } from "../../errors.ts";
import type { Call, Procedure } from "../../model/benchmark.ts";
import { categorizeTrap, type TrapCategory } from "../../wasm/traps.ts";
import { type Elapsed, startClocks, stopClocks } from "../clocks.ts";
import { describeCall } from "../describe-call.ts";
import { HostError, MissingTrap } from "../errors.ts";
import {
  callOnce,
  callTimed,
  catchTrap,
  createGuestFactory,
  type Guest,
  type GuestFactory,
  verifyCall,
} from "../guest.ts";
import { dropAfter, type Leave, leavingOperation } from "../leaving-operation.ts";
import { createGuestCaller } from "../native-call.ts";
import type { HeldTrap } from "../native-program.ts";
import { argumentsOf } from "../placed-arguments.ts";
import type { Copy, CopyRequest, Operation } from "../procedure.ts";
import { settleCall, settleTrap } from "../settle-call.ts";
import { createTrampoline } from "../trampoline.ts";

/** Guests that end by one trap each, in one observation. */
const GUESTS_AT_ONCE = 20;

type Guarded = Extract<Procedure, { kind: "guarded_call" }>;
type Categorize = Extract<Procedure, { kind: "categorize" }>;
type Recover = Extract<Procedure, { kind: "recover" }>;

/**
 * A call that does not trap, inside the try/catch every host needs.
 *
 * @param procedure - the call
 * @param request - component, nonce and probe
 * @returns the copy
 */
export async function prepareGuardedCall(procedure: Guarded, request: CopyRequest): Promise<Copy> {
  const guest = (await createGuestFactory(request.payload, request.nonce)).create();
  const call = createGuestCaller(guest, procedure.call, request.nonce);
  // Whether glue's call must be awaited, only its first answer tells.
  if (request.payload.glue !== null && (await settleCall(guest, procedure.call)).isAwaited)
    return guardAwaited(procedure, guest, { call, nonce: request.nonce });
  const body = "try { return last = call(); } catch (error) { return last = error; }";
  return {
    operations: [
      {
        kind: "timed",
        metric: "time",
        operations: 1,
        run: createTrampoline(body, { call }, request.nonce),
      },
    ],
    verify: () => {
      verifyCall(guest, procedure.call);
    },
  };
}

function guardAwaited(
  procedure: Guarded,
  guest: Guest,
  { call, nonce }: { readonly call: () => unknown; readonly nonce: number },
): Copy {
  const begin = awaiting("return last = await call();", "return last = error;", { call }, nonce);
  return {
    operations: [{ kind: "awaited", metric: "time", operations: 1, begin }],
    verify: async () => {
      await settleCall(guest, procedure.call);
    },
  };
}

/** A closure that awaits inside of a try/catch. */
function awaiting(
  body: string,
  caught: string,
  bindings: Readonly<Record<string, unknown>>,
  nonce: number,
): () => PromiseLike<unknown> {
  const source = `return (async () => { try { ${body} } catch (error) { ${caught} } })();`;
  return createTrampoline(source, bindings, nonce) as () => PromiseLike<unknown>;
}

/**
 * From a caught error to its category; raising and catching are the extra metrics `roundtrip_<export>`.
 *
 * @param procedure - calls that must trap, each for another reason
 * @param request - component, nonce and probe
 * @returns the copy
 */
export async function prepareCategorize(
  procedure: Categorize,
  request: CopyRequest,
): Promise<Copy> {
  const factory = await createGuestFactory(request.payload, request.nonce);
  const shared = factory.create();
  const isNative = shared.native !== undefined;
  const endsByTrap = shared.native?.endsByTrap === true;
  const guestFor = (): Guest => (endsByTrap ? factory.create() : shared);
  const caught: { readonly outcome: unknown; readonly isAwaited: boolean }[] = [];
  for (const call of procedure.traps)
    caught.push(
      isNative
        ? { outcome: holdTrap(guestFor(), call), isAwaited: false }
        : await settleTrap(shared, call),
    );
  const errors = caught.map(({ outcome }) => outcome);
  const run = createTrampoline(
    "let found = 0; for (const error of errors) if (categorize(error) !== null) found += 1; return last = found;",
    { errors, categorize: isNative ? categorizeHeld : categorizeTrap },
    request.nonce,
  );
  const roundtrips = procedure.traps.map((call, index) => {
    const nonce = request.nonce * 100 + index;
    return endsByTrap
      ? roundtripOfFresh(factory, call, nonce)
      : roundtrip(shared, call, { nonce, isAwaited: caught[index]?.isAwaited === true });
  });
  return {
    operations: [{ kind: "timed", metric: "time", operations: errors.length, run }, ...roundtrips],
    verify: async () => {
      for (const call of procedure.traps) {
        const guest = guestFor();
        requireCategory((await settleTrap(guest, call)).outcome, call);
        if (endsByTrap) guest.drop?.();
      }
    },
  };
}

/** A native engine tells the cause when it is asked for the code of a trap. */
function holdTrap(guest: Guest, call: Call): HeldTrap {
  const held = guest.native?.catchTrap(call.export, argumentsOf(guest, call).args) ?? null;
  if (held === null) throw new MissingTrap(describeCall(call));
  return held;
}

function categorizeHeld(held: HeldTrap): TrapCategory {
  return held.categorize();
}

/**
 * Trap, new instance of the compiled module, first good call.
 *
 * @param procedure - the call that traps and the call that must work afterwards
 * @param request - component, nonce and probe
 * @returns the copy
 * @throws HostError for glue, whose copies start in isolates
 */
export async function prepareRecover(procedure: Recover, request: CopyRequest): Promise<Copy> {
  const factory = await createGuestFactory(request.payload, request.nonce);
  if (factory.recompile === null) throw new HostError("copies of glue recover in isolates");
  let guest = factory.create();
  const recoverBy = (call: typeof callOnce, leave: Leave): unknown => {
    requireCategory(catchTrap(guest, procedure.trap), procedure.trap);
    leave(guest);
    guest = factory.create();
    return call(guest, procedure.call);
  };
  return {
    operations: [
      leavingOperation({
        metric: "time",
        operations: 1,
        run: (leave: Leave): unknown => recoverBy(callTimed, leave),
        copy: request,
      }),
    ],
    isVerifiedByRun: true,
    verify: () => {
      dropAfter((leave) => recoverBy(callOnce, leave));
    },
  };
}

function roundtrip(
  guest: Guest,
  call: Call,
  { nonce, isAwaited }: { readonly nonce: number; readonly isAwaited: boolean },
): Operation {
  const target = createGuestCaller(guest, call, nonce);
  const bindings = { target, categorize: categorizeTrap };
  const caught = "return last = categorize(error);";
  const common = { metric: `roundtrip_${call.export}`, operations: 1 } as const;
  if (isAwaited)
    return {
      kind: "awaited",
      ...common,
      begin: awaiting("await target();", caught, bindings, nonce),
    };
  const body = `try { target(); } catch (error) { ${caught} }`;
  return { kind: "timed", ...common, run: createTrampoline(body, bindings, nonce) };
}

/** A trap ends the guest it is raised in: some are made first, and raising and catching alone is timed. */
function roundtripOfFresh({ create }: GuestFactory, call: Call, nonce: number): Operation {
  const target = (leave: Leave): (() => unknown) => {
    const guest = create();
    leave(guest);
    return createGuestCaller(guest, call, nonce);
  };
  const observe = (): Elapsed =>
    dropAfter((leave) => {
      const targets = Array.from({ length: GUESTS_AT_ONCE }, () => target(leave));
      const start = startClocks();
      for (const raise of targets)
        try {
          raise();
        } catch (error) {
          categorizeTrap(error);
        }
      return stopClocks(start);
    });
  const metric = `roundtrip_${call.export}` as const;
  return { kind: "observed", metric, operations: GUESTS_AT_ONCE, observe };
}

/**
 * Requires that what a call threw is a trap.
 *
 * @param error - what it threw
 * @param call - the call
 * @throws HostError when it is none
 */
export function requireCategory(error: unknown, call: Call): void {
  if (categorizeTrap(error) === null) {
    throw new HostError(`${call.export} threw something that is no trap: ${messageOf(error)}`, {
      cause: error,
    });
  }
}
