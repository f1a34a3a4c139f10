import type { Call } from "../model/benchmark.ts";
import type { FuelConfig } from "../model/config.ts";
import type { FunctionProfile } from "../model/function-profile.ts";
import { withoutExpectation } from "../model/procedure-calls.ts";
import { isCommand } from "../wasm/component/names.ts";
import type { InstrumentedModule } from "../wasm/fuel.ts";
import { UNLIMITED_FUEL } from "../wasm/fuel.ts";
import { instantiateMetered, type MeteredInstance } from "../wasm/fuel-meter.ts";
import type { FuelMeters } from "../wasm/fuel-meters.ts";
import {
  collectProfile,
  type InstanceTree,
  instanceTree,
} from "../wasm/functions/collect-profile.ts";
import { FUEL_EXHAUSTED } from "../wasm/traps.ts";
import { HostError, Uncounted } from "./errors.ts";
import { installFileFetch } from "./file-fetch.ts";
import { type GuestFunction, importGlue } from "./glue.ts";
import { callOnce, findExport, type Guest } from "./guest.ts";
import { createSessionFactory } from "./host.ts";
import { linkFault } from "./link-fault.ts";
import type { Payload } from "./payload.ts";
import { createPins, type Pins, pinGlobals } from "./pinned.ts";
import { type Repeated, repeatCall, type Seen } from "./repeat-call.ts";
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
  /** Most fuel the call, or the start function, may use; null without a limit. */
  readonly limit: number | null;
  /** Nanoseconds taken so far, to make the call again and again afterwards; absent to make it once. */
  readonly repeatBy?: () => number;
  /** Whether the modules count by function: those given, and those that glue compiles; absent for no. */
  readonly byFunction?: boolean;
}

/** What one call consumed. */
export interface CallCount {
  readonly fuel: number;
  /** Pages of all memories it exports or imports, after the call; null when it has none. */
  readonly pages: number | null;
  /** What making the call again and again showed; absent where it was made once. */
  readonly repeated?: Repeated;
  /** What each function consumed; absent unless the modules count by function. */
  readonly profile?: FunctionProfile;
}

type Storage = Iterable<WebAssembly.Memory | WebAssembly.Table>;

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
    return await (counted.module === null ? countComponent(own, nonce) : countModule(own));
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

async function countModule(counted: PinnedCall): Promise<CallCount> {
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
  const { fuel, error } = meter.count(() => callOnce(guest, call), budget);
  if (error !== null) throw failed(counted, error, fuel);
  const again = (most: bigint): bigint => {
    const next = meter.count(() => callOnce(guest, withoutExpectation(call)), most);
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

async function countComponent(counted: PinnedCall, nonce: number): Promise<CallCount> {
  const { payload, parts, pins } = counted;
  const instantiate = await loadCopy(await loadComponentHost(payload, pins), nonce);
  const { session, find, memories, meters } = meterTranspiled(
    compileParts(parts, nonce),
    instantiate,
  );
  const guest: Guest = { instance: null, session, find, memories };
  const fuel = countTogether(counted, meters, guest);
  return {
    fuel,
    pages: pagesIn(memories),
    ...profileOf(counted, meters.trees()),
    ...repeatTogether(counted, fuel, meters, guest),
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
    const { find } = await importGlue(payload, { nonce, module: nonce });
    const own = { ...counted, onFailure: ifWhole(requireAll, counted.onFailure) };
    const guest: Guest = { instance: null, session: null, find };
    const fuel = countTogether(own, meters(), guest);
    const name = engine.replaced();
    if (name !== null)
      throw new Uncounted(`host code replaced ${name}, by which modules are counted`);
    requireAll();
    return {
      fuel,
      pages: pagesIn([...memories]),
      ...profileOf(counted, meters().trees()),
      ...repeatTogether(counted, fuel, meters(), guest),
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

function profileOf(
  { byFunction = false }: CountedCall,
  trees: readonly InstanceTree[],
): Pick<CallCount, "profile"> {
  return byFunction ? { profile: collectProfile(trees) } : {};
}

/** Every instance has the whole budget; what all of them spent is held against the limit. */
function countTogether(counted: PinnedCall, meters: FuelMeters, guest: Guest): number {
  const budget = budgetOf(counted);
  meters.refill(budget);
  try {
    meters.guard(() => callOnce(guest, counted.call));
  } catch (error) {
    throw failed(counted, error, meters.spent());
  }
  const spent = meters.spent();
  if (spent >= budget) throw failed(counted, new WebAssembly.RuntimeError(FUEL_EXHAUSTED), spent);
  return Number(spent);
}

/** The error a call ended with, its fuel told. */
function failed({ onFailure }: PinnedCall, error: unknown, fuel: bigint): unknown {
  onFailure(Number(fuel));
  return error;
}

function repeatTogether(
  counted: CountedCall,
  first: number,
  meters: FuelMeters,
  guest: Guest,
): Pick<CallCount, "repeated"> {
  const again = (most: bigint): bigint => {
    meters.refill(most);
    meters.guard(() => callOnce(guest, withoutExpectation(counted.call)));
    return meters.spent();
  };
  return repeat(counted, first, again, () => meters.storage());
}

/** A command runs once per instance. */
function repeat(
  { call, repeatBy: now }: CountedCall,
  fuel: number,
  again: (most: bigint) => bigint,
  storage: () => Storage,
): Pick<CallCount, "repeated"> {
  const [scope = ""] = call.export.split("#");
  if (now === undefined || call.export === "_start" || isCommand(scope)) return {};
  const repeated = repeatCall({
    fuel,
    call: (budget: number): number => Number(again(BigInt(budget))),
    look: () => seenIn(storage()),
    now,
  });
  return { repeated };
}

function seenIn(storage: Storage): Seen {
  let [pages, elements]: (number | null)[] = [null, null];
  for (const one of storage) {
    if (one instanceof WebAssembly.Memory)
      pages = (pages ?? 0) + one.buffer.byteLength / PAGE_BYTES;
    else elements = (elements ?? 0) + Number(one.length);
  }
  return { pages: pages ?? null, elements: elements ?? null };
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
