import type { Call } from "../../model/benchmark.ts";
import { prepareUnique, rewriteNonce } from "../../wasm/unique.ts";
import { type Elapsed, LEAST_CPU_NS, readCpu } from "../clocks.ts";
import { HostError } from "../errors.ts";
import {
  callUnchecked,
  checkAll,
  createGuestFactory,
  type Guest,
  instantiate,
  isPromise,
} from "../guest.ts";
import { createSessionFactory } from "../host.ts";
import {
  engineOf,
  instantiateNative,
  type NativeHosts,
  prepareNativeHosts,
} from "../native-guest.ts";
import type { NativeLibrary } from "../native-program.ts";
import { openNativeLibrary, releaseNative } from "../open-native.ts";
import type { Payload } from "../payload.ts";
import { argumentsOf } from "../placed-arguments.ts";
import { compileTranspiled } from "../transpiled/compile-transpiled.ts";
import { loadComponentHost } from "../transpiled/load-transpiled.ts";
import { beginSerials, timeEngine, UNIQUE_MODULES } from "../wrapped/unique-modules.ts";
import { wrapEngine } from "../wrapped/wrap-engine.ts";
import { SERIALS_PER_ISOLATE } from "./renewals.ts";

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
 * @returns the phases; `time` is their sum. For a component `compile` holds the JavaScript between its core modules too;
 *   for glue the phases are what the engine did, and the rest of `time` is JavaScript
 * @throws HostError when glue replaced what its phases are told by; whatever the guest throws
 */
export async function observeColdStart(
  request: ColdRequest,
  now: () => number,
): Promise<ColdObservation> {
  if (request.payload.engine !== undefined) return observeNative(request, now);
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
  const placing = placeData(guest, call, now);
  const result = callFirst(guest, call);
  const end = now();
  const cpu = cpuSince(cpuStart + placing.cpuNs);
  checkFirst(guest, call, result);
  return { ...phases([start, compiled, instantiated, end - placing.wallNs]), cpu };
}

/** Engine, code and store are all made anew; the library is loaded. What the engine has by then is let go untimed. */
async function observeNative(
  { payload, call }: ColdRequest,
  now: () => number,
): Promise<ColdObservation> {
  const hosts = await prepareNativeHosts(payload);
  const library = await openNativeLibrary(engineOf(payload));
  library.prepare(payload.bytes, payload.transpiled?.world);
  try {
    return startNative({ payload, call }, { hosts, library, now });
  } finally {
    releaseNative();
  }
}

interface NativeStart {
  readonly hosts: NativeHosts;
  readonly library: NativeLibrary;
  readonly now: () => number;
}

function startNative(
  { payload, call }: Pick<ColdRequest, "payload" | "call">,
  { hosts, library, now }: NativeStart,
): ColdObservation {
  const cpuStart = readCpu();
  const start = now();
  const world = payload.transpiled?.world;
  const module = library.makeEngine({ fuel: false }).compile(payload.bytes, world);
  const compiled = now();
  const guest = instantiateNative(module, hosts);
  const instantiated = now();
  const placing = placeData(guest, call, now);
  const result = callFirst(guest, call);
  const end = now();
  const cpu = cpuSince(cpuStart + placing.cpuNs);
  checkFirst(guest, call, result);
  return { ...phases([start, compiled, instantiated, end - placing.wallNs]), cpu };
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
  const result = callFirst(guest, call);
  const end = now();
  const cpu = cpuSince(cpuStart);
  checkFirst(guest, call, result);
  return { ...phases([start, compiled, instantiated, end]), cpu };
}

async function observeGlue(
  { payload, call, nonce }: ColdRequest,
  now: () => number,
): Promise<ColdObservation> {
  beginSerials(nonce * SERIALS_PER_ISOLATE);
  const { hooks, times } = timeEngine(UNIQUE_MODULES, { now, cpu: readCpu });
  const engine = wrapEngine(hooks);
  const cpuStart = readCpu();
  const start = now();
  const guest = (await createGuestFactory(payload, nonce)).create();
  const loaded = now();
  const before = times();
  const made = callFirst(guest, call);
  const result = isPromise(made) ? await made : made;
  const end = now();
  const cpuEnd = readCpu();
  checkFirst(guest, call, result);
  const { compile, instantiate: instantiating, overhead, overheadCpu } = times();
  const name = engine.replaced();
  if (name !== null)
    throw new HostError(`host code replaced ${name}, by which the phases of a cold start are told`);
  // What is compiled late is in its own phase.
  const late = compile + instantiating + overhead;
  const early = before.compile + before.instantiate + before.overhead;
  return {
    time: Math.max(1, end - start - overhead),
    compile,
    instantiate: instantiating,
    first_call: Math.max(0, end - loaded - (late - early)),
    cpu: Math.max(LEAST_CPU_NS, cpuEnd - cpuStart - overheadCpu),
  };
}

/** Its data is written first: that is none of a start. */
function placeData(guest: Guest, call: Call | null, now: () => number): Elapsed {
  if (call?.place === undefined) return { wallNs: 0, cpuNs: 0 };
  const cpuNs = readCpu();
  const start = now();
  argumentsOf(guest, call);
  const wallNs = now() - start;
  return { wallNs, cpuNs: readCpu() - cpuNs };
}

function callFirst(guest: Guest, call: Call | null): unknown {
  return call === null ? undefined : callUnchecked(guest, call);
}

/** What it gave is looked at when the clock has been read. */
function checkFirst(guest: Guest, call: Call | null, result: unknown): void {
  if (call !== null) checkAll(guest, call, result);
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
