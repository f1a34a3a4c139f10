import type { Call, Procedure } from "../../model/benchmark.ts";
import type { ByMetric } from "../../model/metric.ts";
import { type Elapsed, LEAST_CPU_NS, readCpu, startClocks, stopClocks } from "../clocks.ts";
import { HostError } from "../errors.ts";
import { type GlueCopies, openGlue, requireInstance, requireWrapped } from "../glue-copies.ts";
import { createGuestFactory, type Guest } from "../guest.ts";
import type { GuestMemory } from "../native-program.ts";
import type { Payload } from "../payload.ts";
import type { Probe } from "../procedure.ts";
import { settleCall, settleTrap } from "../settle-call.ts";
import { type ModuleUse, recordCopies } from "../wrapped/copy-records.ts";
import type { MeteredModules } from "../wrapped/metered-modules.ts";
import {
  beginSerials,
  type EngineTimes,
  makeUnique,
  timeEngine,
  UNIQUE_MODULES,
} from "../wrapped/unique-modules.ts";
import { requireCategory } from "./crash.ts";
import { BEYOND_ANY_LIMIT, growOnce, timeGrowths, verifyGrowth } from "./memory-limit.ts";

/** Procedures that take another guest every time: of glue they are observed in isolates, for what it imports stays. */
const RENEWING = ["warm_start", "load", "sequence", "grow", "recover", "exhaust_fuel"] as const;

type RenewalKind = (typeof RENEWING)[number];

/** A procedure that takes another guest every time. */
export type Renewing = Extract<Procedure, { kind: RenewalKind }>;

/**
 * Whether a procedure takes another guest every time.
 *
 * @param procedure - what is done for a benchmark
 * @returns true for such a procedure
 */
export function isRenewing(procedure: Procedure): procedure is Renewing {
  return RENEWING.some((kind) => kind === procedure.kind);
}

/** How many observations one isolate makes, after one that is not kept. */
export const RENEWALS_PER_ISOLATE: Readonly<Record<RenewalKind, number>> = {
  warm_start: 5,
  load: 3,
  sequence: 1,
  grow: 3,
  recover: 5,
  exhaust_fuel: 5,
};

/** Modules that one isolate may compile, each with a serial of its own. */
export const SERIALS_PER_ISOLATE = 1_000_000;

/** One observation: `time` by the wall clock and `cpu` by CPU time, both in ns and above zero, and what stands beside them. */
export type RenewalValues = ByMetric<number> & { readonly time: number; readonly cpu: number };

/** What is observed in a fresh isolate. */
export interface RenewalRequest {
  readonly payload: Payload;
  readonly procedure: Renewing;
  /** Different for every isolate of the process. */
  readonly nonce: number;
}

/**
 * Loads a component once and makes further guests of it, timing what the procedure asks for.
 *
 * @param request - component, procedure and number of the isolate
 * @param probe - collector, memory and clock
 * @returns observations, after one that is not kept
 * @throws HostError when further copies have no instance of their own; whatever the guest throws
 */
export async function observeRenewals(
  request: RenewalRequest,
  probe: Probe,
): Promise<RenewalValues[]> {
  const { procedure, nonce } = request;
  beginSerials(nonce * SERIALS_PER_ISOLATE);
  const guests = await openGuests(request, probe);
  try {
    const observe = await observerOf(procedure, guests, probe);
    const observed: RenewalValues[] = [];
    for (let time = 0; time <= RENEWALS_PER_ISOLATE[procedure.kind]; time += 1)
      observed.push(await observe());
    requireWrapped(guests);
    return observed.slice(1);
  } finally {
    guests.release();
  }
}

interface Guests extends Pick<GlueCopies, "replaced" | "release"> {
  readonly renew: () => Promise<Guest>;
  /** What the engine did for the guests so far. */
  readonly times: () => EngineTimes;
  /** Bytes of what they are made of. */
  readonly moduleBytes: () => number;
  /** Null where nothing is counted. */
  readonly metered: MeteredModules | null;
}

async function openGuests(request: RenewalRequest, { now }: Probe): Promise<Guests> {
  const { payload, procedure, nonce } = request;
  if (payload.glue === null) return openOthers(request);
  const metered = procedure.kind === "exhaust_fuel" ? await meterCopies() : null;
  const use: ModuleUse = procedure.kind === "load" ? "compiled-anew" : "kept";
  const inner = metered === null ? UNIQUE_MODULES : makeUnique(metered.hooks);
  const records = recordCopies(inner, use);
  const { hooks, times } = timeEngine(records.hooks, { now, cpu: readCpu });
  const copies = await openGlue(payload, nonce, { records, hooks });
  return { ...copies, times, moduleBytes: records.moduleBytes, metered };
}

/** What instruments modules is evaluated when it is asked for: every isolate would wait for it else. */
async function meterCopies(): Promise<MeteredModules> {
  const { meterModules } = await import(/* webpackMode: "eager" */ "../wrapped/metered-modules.ts");
  const { EXHAUSTION_RULES } = await import(/* webpackMode: "eager" */ "./fuel.ts");
  return meterModules(EXHAUSTION_RULES, false);
}

const NO_TIMES: EngineTimes = { compile: 0, instantiate: 0, overhead: 0, overheadCpu: 0 };

/** The other side of a component that became glue. */
async function openOthers({ payload, procedure, nonce }: RenewalRequest): Promise<Guests> {
  if (procedure.kind === "exhaust_fuel" || procedure.kind === "grow")
    throw new HostError("the other side is glue, and this one is none: they cannot be compared");
  const { create, recompile } = await createGuestFactory(payload, nonce);
  let serial = nonce * SERIALS_PER_ISOLATE;
  const compileAnew = (): Guest => {
    serial += 1;
    return (recompile?.(serial) ?? create)();
  };
  return {
    renew: async () => (procedure.kind === "load" ? compileAnew() : create()),
    times: () => NO_TIMES,
    moduleBytes: () => payload.bytes.length,
    metered: null,
    replaced: () => null,
    release: () => {},
  };
}

type Observe = () => Promise<RenewalValues>;

async function observerOf(procedure: Renewing, guests: Guests, probe: Probe): Promise<Observe> {
  switch (procedure.kind) {
    case "warm_start":
    case "load":
      return () => start(procedure, guests);
    case "sequence":
      return () => sequence(procedure, guests, probe);
    case "grow":
      return () => grow(procedure.call, guests);
    case "recover":
      return recoverer(procedure, guests);
    case "exhaust_fuel":
      return exhauster(procedure, guests);
  }
}

/** A copy from its JavaScript to its first answer. */
async function start(
  { kind, call }: Extract<Renewing, { kind: "warm_start" | "load" }>,
  guests: Guests,
): Promise<RenewalValues> {
  const before = guests.times();
  const from = startClocks();
  const guest = await guests.renew();
  const made = stopClocks(from);
  const loaded = guests.times();
  if (call !== null) await settleCall(guest, call);
  const elapsed = stopClocks(from);
  const after = guests.times();
  requireInstance(guest);
  const whole = workBetween(before, after);
  const late = workBetween(loaded, after);
  const values = {
    ...withoutOverhead(elapsed, whole),
    instantiate: whole.instantiate,
    first_call: Math.max(
      0,
      elapsed.wallNs - made.wallNs - late.compile - late.instantiate - late.overhead,
    ),
  };
  if (kind === "warm_start") return values;
  const slope = values.time / (guests.moduleBytes() / 1024);
  return { ...values, compile: whole.compile, slope_per_kib: slope };
}

/** A number of copies made, called and let go one after the other. */
async function sequence(
  { instances, call }: Extract<Renewing, { kind: "sequence" }>,
  guests: Guests,
  { privateBytes }: Probe,
): Promise<RenewalValues> {
  const bytes = privateBytes();
  const { time, cpu } = await timed(guests, async () => {
    for (let made = 0; made < instances; made += 1) await renewCalled(guests, call);
  });
  const growth = privateBytes() - bytes;
  return { time: time / instances, cpu: cpu / instances, growth_bytes: growth };
}

/** Growth of a fresh copy's memory, and one that must be refused. Its own JavaScript is not told, so it is called before. */
async function grow(call: Call | null, guests: Guests): Promise<RenewalValues> {
  verifyGrowth(onlyMemory(await renewCalled(guests, call)));
  const memory = onlyMemory(await renewCalled(guests, call));
  const { wallNs, cpuNs } = timeGrowths(memory);
  const from = startClocks();
  growOnce(memory, BEYOND_ANY_LIMIT);
  return { time: wallNs, cpu: Math.max(LEAST_CPU_NS, cpuNs), refused: stopClocks(from).wallNs };
}

async function recoverer(
  { trap, call }: Extract<Renewing, { kind: "recover" }>,
  guests: Guests,
): Promise<Observe> {
  let guest = await guests.renew();
  return () =>
    timed(guests, async () => {
      requireCategory((await settleTrap(guest, trap)).outcome, trap);
      guest = await renewCalled(guests, call);
    });
}

async function exhauster(
  procedure: Extract<Renewing, { kind: "exhaust_fuel" }>,
  guests: Guests,
): Promise<Observe> {
  const { metered } = guests;
  if (metered === null) throw new HostError("nothing of it is counted");
  const { exhaustAwaited } = await import(/* webpackMode: "eager" */ "./fuel.ts");
  metered.restart();
  let guest = await guests.renew();
  return () =>
    timed(guests, async () => {
      const { refill, guard } = metered.meters();
      refill(BigInt(procedure.fuel));
      await exhaustAwaited({ guest, guard }, procedure);
      metered.restart();
      guest = await renewCalled(guests, procedure.call);
      metered.requireAll();
    });
}

async function renewCalled(guests: Guests, call: Call | null): Promise<Guest> {
  const guest = await guests.renew();
  if (call !== null) await settleCall(guest, call);
  requireInstance(guest);
  return guest;
}

async function timed(
  guests: Guests,
  work: () => Promise<void>,
): Promise<{ readonly time: number; readonly cpu: number }> {
  const before = guests.times();
  const from = startClocks();
  await work();
  const elapsed = stopClocks(from);
  return withoutOverhead(elapsed, workBetween(before, guests.times()));
}

function workBetween(before: EngineTimes, after: EngineTimes): EngineTimes {
  return {
    compile: after.compile - before.compile,
    instantiate: after.instantiate - before.instantiate,
    overhead: after.overhead - before.overhead,
    overheadCpu: after.overheadCpu - before.overheadCpu,
  };
}

/** Making modules unique, or finding those that are kept, is the measuring's. */
function withoutOverhead(
  { wallNs, cpuNs }: Elapsed,
  { overhead, overheadCpu }: EngineTimes,
): { readonly time: number; readonly cpu: number } {
  return {
    time: Math.max(1, wallNs - overhead),
    cpu: Math.max(LEAST_CPU_NS, cpuNs - overheadCpu),
  };
}

function onlyMemory({ memories = [] }: Guest): GuestMemory {
  const [memory, ...others] = memories;
  if (memory === undefined || others.length > 0)
    throw new HostError(`the copy has ${memories.length} memories, and one is grown`);
  return memory;
}
