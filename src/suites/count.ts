import type { Call } from "../model/benchmark.ts";
import type { FuelConfig } from "../model/config.ts";
import type { FunctionProfile } from "../model/function-profile.ts";
import type { InstrumentedModule } from "../wasm/fuel.ts";
import { UNLIMITED_FUEL } from "../wasm/fuel.ts";
import { instantiateMetered } from "../wasm/fuel-meter.ts";
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
import type { Payload } from "./payload.ts";
import { createPins, type Pins, pinGlobals } from "./pinned.ts";
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
  /** Whether the modules count by function: those given, and those that glue compiles; absent for no. */
  readonly byFunction?: boolean;
}

/** What one call consumed. */
export interface CallCount {
  readonly fuel: number;
  /** Pages of all exported memories after the call; null when none is exported. */
  readonly pages: number | null;
  /** What each function consumed; absent unless the modules count by function. */
  readonly profile?: FunctionProfile;
}

const PAGE_BYTES = 65_536;

/**
 * Runs a call once in a fresh instance under a pinned host and reads what it consumed.
 *
 * @param counted - instrumented module, host, call and limit
 * @param nonce - different for every count: a user's imports module is imported anew, so that its state starts anew
 * @returns fuel of the call alone, and the memory pages afterwards
 * @throws whatever the guest, its host or the check of the result throws; RuntimeError `fuel exhausted` beyond the limit
 */
export async function countCall(counted: CountedCall, nonce: number): Promise<CallCount> {
  const pins = createPins();
  const release = pinGlobals(pins);
  try {
    const payload = { ...counted.payload, host: freshHost(counted.payload.host, nonce) };
    const own = { ...counted, payload, pins };
    if (counted.rules !== undefined) return await countGlue(own, counted.rules, nonce);
    return await (counted.module === null ? countComponent(own, nonce) : countModule(own));
  } finally {
    release();
  }
}

interface PinnedCall extends CountedCall {
  readonly pins: Pins;
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
  const { meter, start } = instantiateMetered(module, session.imports, budget);
  if (start.error !== null) throw start.error;
  const instance = visibleInstance(meter.exports);
  meter.guard(() => session.attach(instance));
  const find = (name: string): GuestFunction => findExport(meter.exports, name);
  const guest: Guest = { instance, session, find };
  const { fuel, error } = meter.count(() => callOnce(guest, call), budget);
  if (error !== null) throw error;
  const pages = pagesOf(meter.exports);
  return { fuel: Number(fuel), pages, ...profileOf(counted, instanceTree(meter)) };
}

async function countComponent(counted: PinnedCall, nonce: number): Promise<CallCount> {
  const { payload, parts, pins } = counted;
  const instantiate = await loadCopy(await loadComponentHost(payload, pins), nonce);
  const { session, find, memories, meters } = meterTranspiled(
    compileParts(parts, nonce),
    instantiate,
  );
  const fuel = countTogether(counted, meters, { instance: null, session, find, memories });
  return { fuel, pages: pagesIn(memories), ...profileOf(counted, meters.trees()) };
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
    const find = await importGlue(payload, nonce);
    const fuel = countTogether(counted, meters, { instance: null, session: null, find });
    const name = engine.replaced();
    if (name !== null)
      throw new Uncounted(`host code replaced ${name}, by which modules are counted`);
    requireAll();
    return { fuel, pages: pagesIn([...memories]), ...profileOf(counted, meters.trees()) };
  } finally {
    engine.release();
  }
}

function profileOf(
  { byFunction = false }: CountedCall,
  trees: readonly InstanceTree[],
): Pick<CallCount, "profile"> {
  return byFunction ? { profile: collectProfile(trees) } : {};
}

/** Every instance has the whole budget; what all of them spent is held against the limit. */
function countTogether(counted: CountedCall, meters: FuelMeters, guest: Guest): number {
  const budget = budgetOf(counted);
  meters.refill(budget);
  meters.guard(() => callOnce(guest, counted.call));
  const spent = meters.spent();
  if (spent >= budget) throw new WebAssembly.RuntimeError(FUEL_EXHAUSTED);
  return Number(spent);
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

function pagesOf(exports: WebAssembly.Exports): number | null {
  return pagesIn([
    ...new Set(Object.values(exports).filter((value) => value instanceof WebAssembly.Memory)),
  ]);
}

function pagesIn(memories: readonly WebAssembly.Memory[]): number | null {
  if (memories.length === 0) return null;
  return memories.reduce((sum, { buffer }) => sum + buffer.byteLength / PAGE_BYTES, 0);
}
