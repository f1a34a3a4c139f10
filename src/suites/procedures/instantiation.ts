import type { Call, Procedure } from "../../model/benchmark.ts";
import { median } from "../../stats/descriptive.ts";
import { HostError } from "../errors.ts";
import { callOnce, callTimed, createGuestFactory, type Guest } from "../guest.ts";
import type { Copy, CopyRequest } from "../procedure.ts";
import { createTrampoline } from "../trampoline.ts";

type Warm = Extract<Procedure, { kind: "warm_start" }>;
type Load = Extract<Procedure, { kind: "load" }>;
type Sequence = Extract<Procedure, { kind: "sequence" }>;

/** Loads behind the time per KiB, which is for information. */
const LOADS_FOR_SLOPE = 5;

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
  const start = (): unknown => startOnce(create, procedure.call, callTimed);
  return {
    operations: [
      {
        kind: "timed",
        metric: "time",
        operations: 1,
        run: createTrampoline("return last = start();", { start }, request.nonce),
      },
    ],
    verify: () => {
      startOnce(create, procedure.call, callOnce);
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
  const compile = (): (() => Guest) => {
    serial += 1;
    return recompile(serial);
  };
  const load = (): unknown => startOnce(compile(), procedure.call, callTimed);
  return {
    operations: [
      {
        kind: "timed",
        metric: "time",
        operations: 1,
        run: createTrampoline("return last = load();", { load }, request.nonce),
      },
      { kind: "timed", metric: "compile", operations: 1, run: compile },
    ],
    verify: () => {
      startOnce(compile(), procedure.call, callOnce);
    },
    finish: () => {
      const times = Array.from({ length: LOADS_FOR_SLOPE }, () => {
        const start = request.probe.now();
        load();
        return request.probe.now() - start;
      });
      return { slope_per_kib: median(times) / (request.payload.bytes.length / 1024) };
    },
  };
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
  const runBy = (call: typeof callOnce): void => {
    for (let i = 0; i < procedure.instances; i += 1) startOnce(create, procedure.call, call);
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

/** What a call must leave in memory is looked at where it is verified, and not where it is timed. */
function startOnce(create: () => Guest, call: Call | null, make: typeof callOnce): unknown {
  const guest = create();
  return call === null ? guest : make(guest, call);
}
