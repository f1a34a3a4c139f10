import type { Call } from "../model/benchmark.ts";
import type { FuelConfig } from "../model/config.ts";
import { withoutExpectation } from "../model/procedure-calls.ts";
import { type InstrumentedModule, UNLIMITED_FUEL } from "../wasm/fuel.ts";
import { type FuelMeter, instantiateMetered, type MeteredInstance } from "../wasm/fuel-meter.ts";
import { type InstanceTree, instanceTree } from "../wasm/functions/collect-profile.ts";
import { checkAnswer } from "./check-answer.ts";
import { countTogether, countWorkload } from "./count-awaited.ts";
import {
  budgetOf,
  type CallCount,
  type CountedCall,
  failed,
  type PinnedCall,
  profileOf,
} from "./counted-call.ts";
import { describeCall } from "./describe-call.ts";
import { HostError, Uncounted } from "./errors.ts";
import { installFileFetch } from "./file-fetch.ts";
import { type GuestFunction, importGlue } from "./glue.ts";
import { callTimed, findExport, type Guest } from "./guest.ts";
import { createSessionFactory } from "./host.ts";
import { linkFault } from "./link-fault.ts";
import type { Payload } from "./payload.ts";
import { createPins, pinGlobals } from "./pinned.ts";
import { argumentsOf } from "./placed-arguments.ts";
import { repeat, repeatTogether } from "./repeat-counted.ts";
import { INITIALISING, INSTANTIATING, startFault } from "./start-fault.ts";
import { loadComponentHost, loadCopy } from "./transpiled/load-transpiled.ts";
import { compileParts, meterTranspiled } from "./transpiled/meter-transpiled.ts";
import { meterModules } from "./wrapped/metered-modules.ts";
import { wrapEngine } from "./wrapped/wrap-engine.ts";

const PAGE_BYTES = 65_536;

/**
 * Runs a call once in a fresh instance under a pinned host and reads what it consumed.
 *
 * @param counted - instrumented module, host, call and limit
 * @param nonce - different for every count: a user's imports module is imported anew, so that its state starts anew
 * @param onFailure - told what a call that fails has consumed until then, before its error is thrown; not where that is unknown
 * @returns fuel of the call alone, and the memory pages afterwards
 * @throws whatever the guest, its host or the check of the result throws; RuntimeError `fuel exhausted` beyond the limit
 */
export async function countCall(
  counted: CountedCall,
  nonce: number,
  onFailure: (fuel: number) => void = () => {},
): Promise<CallCount> {
  const pins = createPins();
  const release = pinGlobals(pins);
  try {
    const payload = { ...counted.payload, host: freshHost(counted.payload.host, nonce) };
    const own = { ...counted, payload, pins, onFailure };
    if (counted.rules !== undefined) return await countGlue(own, counted.rules, nonce);
    return await (counted.module === null ? countComponent(own, nonce) : countModule(own, nonce));
  } finally {
    release();
  }
}

async function countModule(counted: PinnedCall, nonce: number): Promise<CallCount> {
  const { payload, module, call, pins } = counted;
  if (module === null) throw new HostError("there is no module to count");
  const session = (await createSessionFactory(payload, pins))();
  const budget = budgetOf(counted);
  const { meter, start } = linkMetered(module, session.imports, budget);
  if (start.error !== null)
    throw failed(counted, startFault(INSTANTIATING, start.error), start.fuel);
  const instance = visibleInstance(meter.exports);
  try {
    meter.guard(() => session.attach(instance));
  } catch (fault) {
    throw startFault(INITIALISING, fault);
  }
  const find = (name: string): GuestFunction => findExport(meter.exports, name);
  const guest: Guest = { instance, session, find };
  if (counted.workload !== undefined) {
    const trees = (): readonly InstanceTree[] => instanceTree(meter);
    const budgets = { ...meter, refill: refillAnew(meter), trees };
    const driven = await countWorkload({ ...counted, nonce }, budgets, guest);
    return { ...driven, pages: pagesOf(meter.exports, session.memories) };
  }
  if (call.place !== undefined) placeUnmetered(meter, guest, call);
  const { fuel, error, result } = meter.count(() => callTimed(guest, call), budget);
  if (error !== null) throw failed(counted, error, fuel);
  checkAnswer(guest, call, { name: describeCall(call), result });
  const again = (most: bigint): bigint => {
    const next = meter.count(() => callTimed(guest, withoutExpectation(call)), most);
    if (next.error !== null) throw next.error;
    return next.fuel;
  };
  const pages = pagesOf(meter.exports, session.memories);
  return {
    fuel: Number(fuel),
    pages,
    ...profileOf(counted, instanceTree(meter)),
    ...repeat(counted, Number(fuel), again, () => meter.storage),
  };
}

function linkMetered(
  module: InstrumentedModule,
  imports: WebAssembly.Imports,
  budget: bigint,
): MeteredInstance {
  try {
    return instantiateMetered(module, imports, budget);
  } catch (error) {
    throw linkFault(error, new WebAssembly.Module(module.bytes), imports);
  }
}

/** What was done before is none of what is counted by function. */
function refillAnew({ refill, clearTree }: FuelMeter): (budget: bigint) => void {
  return (budget: bigint): void => {
    refill(budget);
    clearTree();
  };
}

/** Taking memory for data and writing it is none of the call's. */
function placeUnmetered(meter: FuelMeter, guest: Guest, call: Call): void {
  meter.refill(UNLIMITED_FUEL);
  meter.guard(() => argumentsOf(guest, call));
}

async function countComponent(counted: PinnedCall, nonce: number): Promise<CallCount> {
  const { payload, parts, pins } = counted;
  const instantiate = await loadCopy(await loadComponentHost(payload, pins), nonce);
  const { meters, ...live } = meterTranspiled(compileParts(parts, nonce), instantiate);
  const guest: Guest = { instance: null, ...live };
  const { isAwaited, ...spent } = await countTogether({ ...counted, nonce }, meters, guest);
  return {
    ...spent,
    pages: pagesIn(live.memories),
    ...(isAwaited ? {} : repeatTogether(counted, spent.fuel, meters, guest)),
  };
}

/** Loading consumes fuel too, and is none of the call's. */
async function countGlue(
  counted: PinnedCall,
  rules: FuelConfig,
  nonce: number,
): Promise<CallCount> {
  const { payload } = counted;
  const { hooks, meters, memories, requireAll } = meterModules(rules, counted.byFunction === true);
  installFileFetch(payload.glue?.url ?? "");
  const engine = wrapEngine(hooks);
  try {
    const { scope } = await importGlue(payload, { nonce, module: nonce });
    const guest: Guest = { instance: null, session: null, ...scope };
    const own = { ...counted, nonce, onFailure: ifWhole(requireAll, counted.onFailure) };
    const { isAwaited, ...spent } = await countTogether(own, meters(), guest);
    const name = engine.replaced();
    if (name !== null)
      throw new Uncounted(`host code replaced ${name}, by which modules are counted`);
    requireAll();
    return {
      ...spent,
      pages: pagesIn([...memories]),
      ...(isAwaited ? {} : repeatTogether(counted, spent.fuel, meters(), guest)),
    };
  } finally {
    engine.release();
  }
}

/** Tells fuel only where nothing ran that was not counted. */
function ifWhole(requireAll: () => void, tell: PinnedCall["onFailure"]): PinnedCall["onFailure"] {
  return (fuel: number): void => {
    try {
      requireAll();
    } catch {
      return;
    }
    tell(fuel);
  };
}

function freshHost(host: Payload["host"], nonce: number): Payload["host"] {
  return host.kind === "module" ? { ...host, url: `${host.url}?count=${nonce}` } : host;
}

/** What the host sees: an instance without the exports that hold the budget. */
function visibleInstance(exports: WebAssembly.Exports): WebAssembly.Instance {
  return Object.create(WebAssembly.Instance.prototype, {
    exports: { value: exports, enumerable: true },
  }) as WebAssembly.Instance;
}

/** A memory may be imported and exported, under several names. */
function pagesOf(
  exports: WebAssembly.Exports,
  imported: readonly WebAssembly.Memory[],
): number | null {
  const exported = Object.values(exports).filter((value) => value instanceof WebAssembly.Memory);
  return pagesIn([...new Set([...exported, ...imported])]);
}

function pagesIn(memories: readonly WebAssembly.Memory[]): number | null {
  if (memories.length === 0) return null;
  return memories.reduce((sum, { buffer }) => sum + buffer.byteLength / PAGE_BYTES, 0);
}
