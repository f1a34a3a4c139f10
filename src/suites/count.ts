import type { Call } from "../model/benchmark.ts";
import type { FuelConfig } from "../model/config.ts";
import type { InstrumentedModule } from "../wasm/fuel.ts";
import { UNLIMITED_FUEL } from "../wasm/fuel.ts";
import { type FuelMeter, instantiateMetered, type MeteredInstance } from "../wasm/fuel-meter.ts";
import type { FuelMeters } from "../wasm/fuel-meters.ts";
import { FUEL_EXHAUSTED } from "../wasm/traps.ts";
import { checkAnswer } from "./check-answer.ts";
import { HostError, Uncounted } from "./errors.ts";
import { installFileFetch } from "./file-fetch.ts";
import { type GuestFunction, importGlue } from "./glue.ts";
import {
  callTimed,
  callUnchecked,
  checkAll,
  describeCall,
  findExport,
  type Guest,
  isPromise,
} from "./guest.ts";
import { createSessionFactory } from "./host.ts";
import { linkFault } from "./link-fault.ts";
import { checkWorkloadResult, openWorkload } from "./open-workload.ts";
import type { Payload } from "./payload.ts";
import { createPins, type Pins, pinGlobals } from "./pinned.ts";
import { argumentsOf } from "./placed-arguments.ts";
import { loadComponentHost, loadCopy } from "./transpiled/load-transpiled.ts";
import { compileParts, type MeteredPart, meterTranspiled } from "./transpiled/meter-transpiled.ts";
import { meterModules } from "./wrapped/metered-modules.ts";
import { wrapEngine } from "./wrapped/wrap-engine.ts";

/** A call to be counted. */
export interface CountedCall {
  /** The component with its host; its bytes are not used. */
  readonly payload: Payload;
  /** The instrumented module, its start function deferred; null for a component and for glue. */
  readonly module: InstrumentedModule | null;
  /** The instrumented core modules of a component; empty for everything else. */
  readonly parts: readonly MeteredPart[];
  /** How the modules are instrumented that glue compiles; absent for everything else. */
  readonly rules?: FuelConfig;
  readonly call: Call;
  /** The benchmark of the payload's workload that is counted in place of the call; absent for a call. */
  readonly workload?: { readonly name: string; readonly isFree: boolean };
  /** Most fuel the call, or the start function, may use; null without a limit. */
  readonly limit: number | null;
}

/** What one call consumed. */
export interface CallCount {
  readonly fuel: number;
  /** Pages of all memories it exports or imports, after the call; null when it has none. */
  readonly pages: number | null;
}

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

interface PinnedCall extends CountedCall {
  readonly pins: Pins;
  readonly onFailure: (fuel: number) => void;
}

/** A budget is exhausted when nothing remains of it: one more than may be used. */
function budgetOf({ limit }: CountedCall): bigint {
  return limit === null ? UNLIMITED_FUEL : BigInt(limit) + 1n;
}

async function countModule(counted: PinnedCall, nonce: number): Promise<CallCount> {
  const { payload, module, call, pins } = counted;
  if (module === null) throw new HostError("there is no module to count");
  const session = (await createSessionFactory(payload, pins))();
  const budget = budgetOf(counted);
  const { meter, start } = linkMetered(module, session.imports, budget);
  if (start.error !== null) throw failed(counted, start.error, start.fuel);
  const instance = visibleInstance(meter.exports);
  meter.guard(() => session.attach(instance));
  const find = (name: string): GuestFunction => findExport(meter.exports, name);
  const guest: Guest = { instance, session, find };
  if (counted.workload !== undefined) {
    const fuel = await countWorkload({ ...counted, nonce }, meter, guest);
    return { fuel, pages: pagesOf(meter.exports, session.memories) };
  }
  if (call.place !== undefined) placeUnmetered(meter, guest, call);
  const { fuel, error, result } = meter.count(() => callTimed(guest, call), budget);
  if (error !== null) throw failed(counted, error, fuel);
  checkAnswer(guest, call, { name: describeCall(call), result });
  return { fuel: Number(fuel), pages: pagesOf(meter.exports, session.memories) };
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

/** Taking memory for data and writing it is none of the call's. */
function placeUnmetered(meter: FuelMeter, guest: Guest, call: Call): void {
  meter.refill(UNLIMITED_FUEL);
  meter.guard(() => argumentsOf(guest, call));
}

async function countComponent(counted: PinnedCall, nonce: number): Promise<CallCount> {
  const { payload, parts, pins } = counted;
  const instantiate = await loadCopy(await loadComponentHost(payload, pins), nonce);
  const { meters, ...live } = meterTranspiled(compileParts(parts, nonce), instantiate);
  const fuel = await countTogether({ ...counted, nonce }, meters, { instance: null, ...live });
  return { fuel, pages: pagesIn(live.memories) };
}

/** Loading consumes fuel too, and is none of the call's. */
async function countGlue(
  counted: PinnedCall,
  rules: FuelConfig,
  nonce: number,
): Promise<CallCount> {
  const { payload } = counted;
  const { hooks, meters, memories, requireAll } = meterModules(rules);
  installFileFetch(payload.glue?.url ?? "");
  const engine = wrapEngine(hooks);
  try {
    const { scope } = await importGlue(payload, { nonce, module: nonce });
    const guest = { instance: null, session: null, ...scope };
    const own = { ...counted, nonce, onFailure: ifWhole(requireAll, counted.onFailure) };
    const fuel = await countTogether(own, meters(), guest);
    const name = engine.replaced();
    if (name !== null)
      throw new Uncounted(`host code replaced ${name}, by which modules are counted`);
    requireAll();
    return { fuel, pages: pagesIn([...memories]) };
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

interface Numbered extends PinnedCall {
  readonly nonce: number;
}

/** Every instance has the whole budget; what all of them spent is held against the limit. */
async function countTogether(counted: Numbered, meters: FuelMeters, guest: Guest): Promise<number> {
  const budget = budgetOf(counted);
  const budgets: Budgets = {
    ...meters,
    remaining: (): bigint => budget - meters.spent(),
  };
  if (counted.workload !== undefined) return countWorkload(counted, budgets, guest);
  const { call } = counted;
  const { fuel, result } = await countAwaited(counted, budgets, () => callUnchecked(guest, call));
  checkAll(guest, call, result);
  return fuel;
}

/** What both kinds of meters have. */
type Budgets = Pick<FuelMeter, "refill" | "remaining"> & Pick<FuelMeters, "guard">;

interface Spent {
  readonly fuel: number;
  readonly result: unknown;
}

/** What is awaited is counted until it is settled. */
async function countAwaited(
  counted: PinnedCall,
  { refill, remaining, guard }: Budgets,
  run: () => unknown,
): Promise<Spent> {
  const budget = budgetOf(counted);
  refill(budget);
  let result: unknown;
  try {
    const made = run();
    result = isPromise(made) ? await made : made;
  } catch (error) {
    const fuel = budget - remaining();
    try {
      guard(() => {
        throw error;
      });
    } catch (told) {
      throw failed(counted, told, fuel);
    }
  }
  const spent = budget - remaining();
  if (spent >= budget) throw failed(counted, new WebAssembly.RuntimeError(FUEL_EXHAUSTED), spent);
  return { fuel: Number(spent), result };
}

/** Set-up consumes fuel too, and is none of the benchmark's. */
async function countWorkload(counted: Numbered, budgets: Budgets, guest: Guest): Promise<number> {
  const { payload, workload, nonce } = counted;
  const { name, isFree } = workload ?? { name: "", isFree: true };
  budgets.refill(UNLIMITED_FUEL);
  const opened = await openWorkload(guest, payload, nonce);
  const benchmark = opened.find(name);
  const { fuel, result } = await countAwaited(counted, budgets, () =>
    benchmark.run(opened.view, opened.state),
  );
  checkWorkloadResult(benchmark, result, isFree);
  budgets.refill(UNLIMITED_FUEL);
  await opened.teardown();
  return fuel;
}

/** The error a call ended with, its fuel told. */
function failed({ onFailure }: PinnedCall, error: unknown, fuel: bigint): unknown {
  onFailure(Number(fuel));
  return error;
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
