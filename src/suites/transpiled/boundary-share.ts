import type { Call } from "../../model/benchmark.ts";
import { prepareUnique, rewriteNonce } from "../../wasm/unique.ts";
import type { GuestFunction } from "../glue.ts";
import type { CopyRequest } from "../procedure.ts";
import { type CoreClock, createCoreClock } from "./core-clock.ts";
import { type CoreEngine, loadComponentHost, loadCopy, requireModule } from "./load-transpiled.ts";

/** Pairs of blocks, the call as it is and with its core modules timed: the fastest of each count, as the least disturbed. */
const PAIRS = 9;
/** Fewest pairs, of calls that take long. */
const LEAST_PAIRS = 2;
/** How long a block is, in ns; a longer call is made once a block. */
const BLOCK_NS = 1e6;
/** How long all blocks of one kind may take, in ns. */
const BUDGET_NS = 50e6;
/** Calls before the first block, so that both ways are compiled, within the time of some blocks. */
const WARM_CALLS = 2_000;
const WARM_NS = 10e6;

/**
 * Measures how much of a call's time a component spends outside its core modules: lowering arguments, lifting results,
 * and in its host. A second instance, whose core modules are timed from within, is called in turn with the measured one;
 * reading the clock is taken off.
 *
 * @param request - component and probe; its nonce must be no other copy's
 * @param call - the call
 * @param plain - the same call of an instance nothing is added to
 * @returns a share from 0 to 1
 * @throws whatever the guest throws
 */
export async function measureBoundary(
  { payload, nonce, probe: { now } }: CopyRequest,
  call: Call,
  plain: () => unknown,
): Promise<number> {
  const clock = createCoreClock(now);
  const host = await loadComponentHost(payload);
  const modules = new Map(
    host.transpiled.modules.map(({ name, bytes }) => [
      name,
      new WebAssembly.Module(rewriteNonce(prepareUnique(bytes), nonce)),
    ]),
  );
  const instantiate = await loadCopy(host, nonce);
  const target = instantiate(timedEngine(modules, clock)).find(call.export);
  const timed = (): unknown => target(...call.args);
  const pass = (run: () => unknown, times: number): number => {
    const start = now();
    for (let made = 0; made < times; made += 1) run();
    return (now() - start) / times;
  };
  for (const run of [plain, timed]) {
    const end = now() + WARM_NS;
    for (let made = 0; made < WARM_CALLS && now() < end; made += 1) run();
  }
  const reading = readingNs(now);
  const callNs = Math.max(1, pass(plain, 1));
  const calls = Math.max(1, Math.floor(BLOCK_NS / callNs));
  const pairs = Math.min(PAIRS, Math.max(LEAST_PAIRS, Math.floor(BUDGET_NS / callNs)));
  let whole = Number.POSITIVE_INFINITY;
  let inside = Number.POSITIVE_INFINITY;
  for (let pair = 0; pair < pairs; pair += 1) {
    whole = Math.min(whole, pass(plain, calls));
    const before = clock.read();
    pass(timed, calls);
    const { ns, stretches } = clock.read();
    inside = Math.min(inside, (ns - before.ns - (stretches - before.stretches) * reading) / calls);
  }
  return Math.min(1, Math.max(0, 1 - inside / whole));
}

/** What a stretch of nothing takes. */
function readingNs(now: () => number): number {
  const clock = createCoreClock(now);
  const nothing = clock.entering(() => 0);
  const readings = Array.from({ length: PAIRS }, () => {
    const before = clock.read();
    for (let made = 0; made < WARM_CALLS; made += 1) nothing();
    return (clock.read().ns - before.ns) / WARM_CALLS;
  });
  return Math.min(...readings);
}

/** Core modules call one another as they do elsewhere: only what JavaScript sees of them is timed. */
function timedEngine(
  modules: ReadonlyMap<string, WebAssembly.Module>,
  clock: CoreClock,
): CoreEngine {
  const own = new Map<unknown, WebAssembly.ExportValue>();
  const entering = (item: WebAssembly.ExportValue): WebAssembly.ExportValue => {
    if (typeof item !== "function") return item;
    const timed = clock.entering(item as GuestFunction);
    own.set(timed, item);
    return timed;
  };
  const given = (item: WebAssembly.ImportValue): WebAssembly.ImportValue => {
    const inside = own.get(item);
    if (inside !== undefined) return inside;
    return typeof item === "function" ? clock.leaving(item as GuestFunction) : item;
  };
  return {
    moduleOf: (name: string): WebAssembly.Module => requireModule(modules, name),
    instantiate: (module: WebAssembly.Module, imports: WebAssembly.Imports) => {
      const scopes = Object.entries(imports).map(([name, scope]) => [
        name,
        mapValues(scope, given),
      ]);
      const { exports } = new WebAssembly.Instance(
        module,
        Object.fromEntries(scopes) as WebAssembly.Imports,
      );
      return { exports: mapValues(exports, entering) };
    },
  };
}

function mapValues<In, Out>(
  scope: Readonly<Record<string, In>>,
  change: (item: In) => Out,
): Record<string, Out> {
  return Object.fromEntries(Object.entries(scope).map(([name, item]) => [name, change(item)]));
}
