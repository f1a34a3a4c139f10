import type { Call, ExtraCall, Procedure } from "../../model/benchmark.ts";
import type { MetricName } from "../../model/metric.ts";
import { findWitExport, isCommand } from "../../wasm/component/names.ts";
import { type Batches, createBatches } from "../batches.ts";
import { type Elapsed, startClocks, stopClocks } from "../clocks.ts";
import { HostError } from "../errors.ts";
import {
  callOnce,
  checkResult,
  createGuestFactory,
  type Guest,
  type GuestFactory,
  verifyCall,
} from "../guest.ts";
import { dropAfter, type Leave, leavingOperation } from "../leaving-operation.ts";
import { createGuestCaller, repeatedCall } from "../native-call.ts";
import { measureCrossing } from "../native-crossing.ts";
import { createNative } from "../natives.ts";
import type { Payload } from "../payload.ts";
import { argumentsOf } from "../placed-arguments.ts";
import type { Copy, CopyRequest, Operation } from "../procedure.ts";
import { settleCall } from "../settle-call.ts";
import { createCaller } from "../trampoline.ts";
import { measureBoundary } from "../transpiled/boundary-share.ts";

type CallProcedure = Extract<Procedure, { kind: "call" }>;
type NativeProcedure = Extract<Procedure, { kind: "native_call" }>;
type AsyncProcedure = Extract<Procedure, { kind: "async_call" }>;

/**
 * One export called again and again on one live instance; a WASI command gets a new instance for every run.
 *
 * @param procedure - the call, its extras and how many guest operations a call makes
 * @param request - component, nonce and probe
 * @returns the copy
 */
export async function prepareCall(procedure: CallProcedure, request: CopyRequest): Promise<Copy> {
  const factory = await createGuestFactory(request.payload, request.nonce);
  if (procedure.call.export === "_start") return prepareCommand(procedure, factory, request);
  if (runsOnce(request.payload, procedure.call)) return prepareRun(procedure, factory, request);
  const guest = factory.create();
  // Whether glue's call must be awaited, only its first answer tells; that is checked here.
  const isGlue = request.payload.glue !== null;
  if (isGlue && (await settleCall(guest, procedure.call)).isAwaited)
    return prepareAwaited(procedure, guest, request.nonce);
  let isFirst = isGlue;
  const { nonce, payload, batches = createBatches() } = request;
  const copy: Timing = { nonce, side: payload.side, batches };
  const primary = timedCall(
    { metric: "time", call: procedure.call, operations: procedure.operations },
    guest,
    copy,
  );
  const extras = procedure.extras.map((extra, index) =>
    timedCall(extra, guest, { ...copy, nonce: request.nonce * 100 + index }),
  );
  return {
    operations: [primary, ...extras],
    verify: () => {
      if (!isFirst) verifyCall(guest, procedure.call);
      isFirst = false;
      for (const extra of procedure.extras) verifyCall(guest, extra.call);
    },
    ...boundaryOf(procedure.call, guest, request),
  };
}

function prepareAwaited({ call, operations }: CallProcedure, guest: Guest, nonce: number): Copy {
  const begin = createCaller(guest.find(call.export), call.args, nonce);
  return {
    operations: [
      {
        kind: "awaited",
        metric: "time",
        operations,
        begin: begin as () => PromiseLike<unknown>,
      },
    ],
    verify: async () => {
      await settleCall(guest, call);
    },
  };
}

/** Of a component, after everything that is timed; its copy has a number that none of the others has. */
function boundaryOf(call: Call, guest: Guest, request: CopyRequest): Pick<Copy, "finish"> {
  if (request.payload.transpiled === undefined) return {};
  if (request.payload.engine !== undefined)
    return { finish: async () => ({ boundary_cost: await measureCrossing(request) }) };
  const nonce = request.nonce + NONCES_OF_COPIES;
  const plain = createCaller(guest.find(call.export), call.args, nonce);
  return {
    finish: async () => {
      try {
        return { boundary_share: await measureBoundary({ ...request, nonce }, call, plain) };
      } catch {
        // It stands beside what was measured: a guest that takes no more calls has none.
        return {};
      }
    },
  };
}

/** What crossing into the guest costs: never looped inside of it. */
const BOUNDARY: MetricName = "boundary_cost";

/** More copies than a process ever makes. */
const NONCES_OF_COPIES = 1_000_000_000;

/**
 * The host-language reference alone, without any guest.
 *
 * @param procedure - the function and its arguments
 * @param request - only the nonce is used
 * @returns the copy
 */
export async function prepareNative(
  procedure: NativeProcedure,
  request: CopyRequest,
): Promise<Copy> {
  const { native, operations } = procedure;
  const target = await createNative(native, request.nonce);
  return {
    operations: [
      {
        kind: "timed",
        metric: "time",
        operations,
        run: createCaller(target, native.args, request.nonce),
      },
    ],
    verify: () => {},
  };
}

/**
 * A call whose import suspends the guest; the loop is inside the guest, so one observation is one awaited call.
 *
 * @param procedure - the call and how many suspensions it makes
 * @param request - component, nonce and probe
 * @returns the copy
 * @throws HostError when the engine has no JavaScript Promise Integration
 */
export async function prepareAsyncCall(
  procedure: AsyncProcedure,
  request: CopyRequest,
): Promise<Copy> {
  const promising = (
    WebAssembly as { promising?: (f: unknown) => (...args: unknown[]) => Promise<unknown> }
  ).promising;
  if (promising === undefined)
    throw new HostError("this engine has no JavaScript Promise Integration");
  const { call, operations } = procedure;
  const guest = (await createGuestFactory(request.payload, request.nonce)).create();
  const suspended = promising(guest.instance?.exports[call.export]);
  const observe = async (): Promise<Elapsed> => {
    const start = startClocks();
    const result = await suspended(...call.args);
    const elapsed = stopClocks(start);
    checkResult(call, result);
    return elapsed;
  };
  return {
    operations: [{ kind: "observed", metric: "time", operations, observe }],
    verify: async () => {
      await observe();
    },
  };
}

function timedCall({ metric, call, operations }: ExtraCall, guest: Guest, copy: Timing): Operation {
  const { native } = guest;
  if (native === undefined || metric === BOUNDARY)
    return { kind: "timed", metric, operations, run: createGuestCaller(guest, call, copy.nonce) };
  const { args } = argumentsOf(guest, call);
  const { run, times } = repeatedCall(
    { native, name: call.export, args, metric, side: copy.side },
    copy.batches,
  );
  return {
    kind: "timed",
    metric,
    get operations(): number {
      return operations * times();
    },
    run,
  };
}

/** Whose copy makes a timed call. */
interface Timing {
  readonly nonce: number;
  readonly side: Payload["side"];
  readonly batches: Batches;
}

/** `wasi:cli/run` is called once in the life of an instance, like `_start`. */
function runsOnce({ transpiled }: Payload, call: Call): boolean {
  const found = transpiled === undefined ? null : findWitExport(transpiled.world, call.export);
  return found !== null && "item" in found && isCommand(found.item.name);
}

/** A component's command, timed with its instantiation. */
function prepareRun(
  { call, operations }: CallProcedure,
  { create }: GuestFactory,
  copy: CopyRequest,
): Copy {
  if (copy.payload.engine !== undefined) {
    const runLeft = (leave: Leave): unknown => {
      const guest = create();
      leave(guest);
      return callOnce(guest, call);
    };
    const work = { metric: "time", operations, run: runLeft, copy } as const;
    return {
      operations: [leavingOperation(work)],
      verify: () => {
        dropAfter(runLeft);
      },
    };
  }
  const run = (): unknown => callOnce(create(), call);
  return {
    operations: [{ kind: "timed", metric: "time", operations, run }],
    verify: () => {
      run();
    },
  };
}

/** A command that marks its own measured part is observed; any other is timed with its instantiation. */
function prepareCommand(
  { call, operations }: CallProcedure,
  factory: GuestFactory,
  copy: CopyRequest,
): Copy {
  const runCommand = (leave: Leave): Guest => {
    const guest = factory.create();
    leave(guest);
    if (guest.session?.start) callOnce(guest, call);
    else guest.find(call.export)();
    return guest;
  };
  const operation: Operation = importsOf(factory).has("bench")
    ? {
        kind: "observed",
        metric: "time",
        operations,
        observe: () => dropAfter((leave) => markedTime(runCommand(leave))),
      }
    : leavingOperation({
        metric: "time",
        operations,
        run: runCommand,
        copy,
      });
  return {
    operations: [operation],
    isVerifiedByRun: true,
    verify: () => {
      dropAfter(runCommand);
    },
  };
}

function importsOf({ module, importsFrom }: GuestFactory): ReadonlySet<string> {
  if (importsFrom !== undefined) return importsFrom;
  if (module === null) throw new HostError("a glue module has no `_start`");
  return new Set(WebAssembly.Module.imports(module).map(({ module: name }) => name));
}

function markedTime({ session }: Guest): Elapsed {
  const elapsed = session?.marked() ?? null;
  if (elapsed === null)
    throw new HostError("the guest did not call bench.start and then bench.end");
  return elapsed;
}
