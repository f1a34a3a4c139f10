import type { Call, Procedure } from "../../model/benchmark.ts";
import { median } from "../../stats/descriptive.ts";
import { HostError } from "../errors.ts";
import { callOnce, callTimed, createGuestFactory, type Guest, type GuestMaker } from "../guest.ts";
import { dropAfter, type Leave, leavingOperation } from "../leaving-operation.ts";
import type { Copy, CopyRequest, Probe } from "../procedure.ts";
import { createTrampoline } from "../trampoline.ts";

type Warm = Extract<Procedure, { kind: "warm_start" }>;
type Load = Extract<Procedure, { kind: "load" }>;
type Sequence = Extract<Procedure, { kind: "sequence" }>;

/** Loads behind the time per KiB, which is for information: fewer where they take longer than this together. */
const LOADS_FOR_SLOPE = 5;
const SLOPE_NS = 50e6;

/**
 * A new instance of a module that is compiled already, and its first call.
 *
 * @param procedure - the call, or null to instantiate only
 * @param request - component, nonce and probe
 * @returns the copy
 * @throws HostError for glue, whose copies start in isolates
 */
export async function prepareWarmStart(procedure: Warm, request: CopyRequest): Promise<Copy> {
  const { create, recompile } = await createGuestFactory(request.payload, request.nonce);
  if (recompile === null) throw new HostError("copies of glue are started in isolates");
  return {
    operations: [
      leavingOperation({
        metric: "time",
        operations: 1,
        run: (leave: Leave): unknown =>
          startOnce(create, procedure.call, { make: callTimed, leave }),
        copy: request,
      }),
    ],
    isVerifiedByRun: true,
    verify: () => {
      dropAfter((leave) => startOnce(create, procedure.call, { make: callOnce, leave }));
    },
  };
}

/**
 * Compile, instantiate and first call of bytes made unique for every observation, so that V8 cannot reuse code.
 *
 * @param procedure - the call, or null
 * @param request - component, nonce and probe
 * @returns the copy; `compile` is an extra metric, `slope_per_kib` the time of a few loads over the size
 * @throws HostError for glue, whose copies start in isolates
 */
export async function prepareLoad(procedure: Load, request: CopyRequest): Promise<Copy> {
  const { recompile } = await createGuestFactory(request.payload, request.nonce);
  if (recompile === null) throw new HostError("copies of glue are loaded in isolates");
  let serial = request.nonce * 1_000_000;
  const compile = (leave: Leave): GuestMaker => {
    serial += 1;
    const made = recompile(serial);
    leave(made);
    return made;
  };
  const load = (leave: Leave): unknown =>
    startOnce(compile(leave), procedure.call, { make: callTimed, leave });
  const shared = { operations: 1, copy: request };
  return {
    operations: [
      leavingOperation({ ...shared, metric: "time", run: load }),
      leavingOperation({ ...shared, metric: "compile", run: compile }),
    ],
    isVerifiedByRun: true,
    verify: () => {
      dropAfter((leave) => startOnce(compile(leave), procedure.call, { make: callOnce, leave }));
    },
    finish: () => {
      const loadNs = timeLoads(load, request.probe);
      return { slope_per_kib: loadNs / (request.payload.bytes.length / 1024) };
    },
  };
}

/** Median time of a few loads, in ns. */
function timeLoads(load: (leave: Leave) => unknown, { now }: Probe): number {
  const times: number[] = [];
  const from = now();
  do {
    times.push(
      dropAfter((leave) => {
        const start = now();
        load(leave);
        return now() - start;
      }),
    );
  } while (times.length < LOADS_FOR_SLOPE && now() - from < SLOPE_NS);
  return median(times);
}

/**
 * A number of instances created, called and dropped one after the other.
 *
 * @param procedure - how many, and the call
 * @param request - component, nonce and probe
 * @returns the copy; `growth_bytes` is what stays resident after a collection
 * @throws HostError for glue, whose copies start in isolates
 */
export async function prepareSequence(procedure: Sequence, request: CopyRequest): Promise<Copy> {
  const { create, recompile } = await createGuestFactory(request.payload, request.nonce);
  if (recompile === null) throw new HostError("copies of glue are made in isolates");
  const { probe, nonce } = request;
  const runBy = (make: typeof callOnce): void => {
    for (let i = 0; i < procedure.instances; i += 1)
      dropAfter((leave) => startOnce(create, procedure.call, { make, leave }));
  };
  const run = (): void => runBy(callTimed);
  return {
    operations: [
      {
        kind: "timed",
        metric: "time",
        operations: procedure.instances,
        run: createTrampoline("return last = run();", { run }, nonce),
      },
    ],
    verify: () => runBy(callOnce),
    finish: () => {
      const before = probe.privateBytes();
      run();
      return { growth_bytes: probe.privateBytes() - before };
    },
  };
}

/** How an instance is started. */
interface Starting {
  readonly make: typeof callOnce;
  readonly leave: Leave;
}

/** What a call must leave in memory is looked at where it is verified, and not where it is timed. */
function startOnce(create: () => Guest, call: Call | null, { make, leave }: Starting): unknown {
  const guest = create();
  leave(guest);
  return call === null ? guest : make(guest, call);
}
