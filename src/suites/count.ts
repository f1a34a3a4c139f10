import type { Call } from "../model/benchmark.ts";
import type { InstrumentedModule } from "../wasm/fuel.ts";
import { UNLIMITED_FUEL } from "../wasm/fuel.ts";
import { instantiateMetered } from "../wasm/fuel-meter.ts";
import type { GuestFunction } from "./glue.ts";
import { callOnce, findExport, type Guest } from "./guest.ts";
import { createSessionFactory } from "./host.ts";
import type { Payload } from "./payload.ts";
import { createPins, pinGlobals } from "./pinned.ts";

/** A call to be counted. */
export interface CountedCall {
  /** The component with its host; its bytes are not used. */
  readonly payload: Payload;
  /** The instrumented module, its start function deferred. */
  readonly module: InstrumentedModule;
  readonly call: Call;
  /** Most fuel the call, or the start function, may use; null without a limit. */
  readonly limit: number | null;
}

/** What one call consumed. */
export interface CallCount {
  readonly fuel: number;
  /** Pages of all exported memories after the call; null when none is exported. */
  readonly pages: number | null;
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
  const { payload, module, call, limit } = counted;
  const pins = createPins();
  const release = pinGlobals(pins);
  try {
    const host = freshHost(payload.host, nonce);
    const session = (await createSessionFactory({ ...payload, host }, pins))();
    // A budget is exhausted when nothing remains of it: one more than may be used.
    const budget = limit === null ? UNLIMITED_FUEL : BigInt(limit) + 1n;
    const { meter, start } = instantiateMetered(module, session.imports, budget);
    if (start.error !== null) throw start.error;
    const instance = visibleInstance(meter.exports);
    meter.guard(() => session.attach(instance));
    const find = (name: string): GuestFunction => findExport(meter.exports, name);
    const guest: Guest = { instance, session, find };
    const { fuel, error } = meter.count(() => callOnce(guest, call), budget);
    if (error !== null) throw error;
    return { fuel: Number(fuel), pages: pagesOf(meter.exports) };
  } finally {
    release();
  }
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
  const memories = new Set(
    Object.values(exports).filter((value) => value instanceof WebAssembly.Memory),
  );
  if (memories.size === 0) return null;
  return [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength / PAGE_BYTES, 0);
}
