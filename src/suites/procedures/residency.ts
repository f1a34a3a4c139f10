import type { Call, Procedure } from "../../model/benchmark.ts";
import { median } from "../../stats/descriptive.ts";
import { fitLine, type LineFit } from "../../stats/least-squares.ts";
import { HostError } from "../errors.ts";
import { openGlue, requireInstance, requireWrapped } from "../glue-copies.ts";
import { createGuestFactory, type Guest } from "../guest.ts";
import { createNativeFactory } from "../native-guest.ts";
import type { GuestMemory } from "../native-program.ts";
import type { CopyRequest, Observations } from "../procedure.ts";
import { settleCall, settleTimed } from "../settle-call.ts";
import { recordCopies } from "../wrapped/copy-records.ts";
import { UNIQUE_MODULES } from "../wrapped/unique-modules.ts";

type Footprint = Extract<Procedure, { kind: "footprint" }>;
type Scaling = Extract<Procedure, { kind: "scaling" }>;

const PAGE_BYTES = 65_536;
/** Smallest page of the operating systems this runs on. */
const OS_PAGE_BYTES = 4096;
/** An instance made and dropped before the first reading, so that one-time costs are paid. */
const WARM_INSTANCES = 3;

/**
 * Private bytes per live instance: untouched, with every page written, and with a module of its own.
 *
 * Run in a process that does nothing else. Each value is the least-squares slope over the live-instance counts.
 *
 * @param procedure - counts of live instances, ascending
 * @param request - component, nonce and probe
 * @returns slopes in bytes per instance, their r², declared pages
 */
export async function observeFootprint(
  procedure: Footprint,
  request: CopyRequest,
): Promise<Observations> {
  return withMaker(request, (create) => measureFootprint(procedure, request, create));
}

async function measureFootprint(
  procedure: Footprint,
  request: CopyRequest,
  create: CreateGuest,
): Promise<Observations> {
  await warm(create, null);
  const live: Guest[] = [];
  const untouched = await fitOver(procedure.instances, request, async (count) => {
    while (live.length < count) live.push(await create());
  });
  let touched = 0;
  const touching = await fitOver(procedure.instances, request, async (count) => {
    for (; touched < count; touched += 1) touch(live[touched]);
  });
  const declared = declaredBytes(live[0]);
  const resident = untouched.slope + touching.slope;
  const modules = await measureOwnModules(request);
  return {
    resident_bytes: [resident],
    untouched_bytes: [untouched.slope],
    overhead_bytes: [resident - declared],
    module_bytes: [modules],
    pages: [declared / PAGE_BYTES],
    fit_r2: [touching.r2],
    live: [live.length],
  };
}

/** Readings whose fit says anything. */
const LEAST_FIT = 3;

/** Batches of live instances behind one reading: a single instance is smaller than the noise of the heap. */
const BATCHES: readonly (readonly [atMost: number, batches: number])[] = [
  [1, 10],
  [10, 3],
  [50, 1],
];

/**
 * Private bytes and creation time of a number of live instances, every page written and one call made in each.
 *
 * Small numbers are made several times over, all kept alive: the value is the median of the batches.
 *
 * @param procedure - counts of live instances, ascending; the last one is the case's
 * @param request - component, nonce and probe
 * @returns bytes per instance, r² over the readings, and the creation time of each instance in ns
 */
export async function observeScaling(
  procedure: Scaling,
  request: CopyRequest,
): Promise<Observations> {
  return withMaker(request, (create) => measureScaling(procedure, request, create));
}

async function measureScaling(
  procedure: Scaling,
  request: CopyRequest,
  createGuest: CreateGuest,
): Promise<Observations> {
  await warm(createGuest, procedure.call);
  const { now, privateBytes } = request.probe;
  const size = procedure.instances.at(-1) ?? 1;
  const batches = BATCHES.find(([atMost]) => size <= atMost)?.[1] ?? 1;
  const live: Guest[] = [];
  const create: number[] = [];
  const readings: [number, number][] = [[0, privateBytes()]];
  for (let batch = 1; batch <= batches; batch += 1) {
    while (live.length < size * batch) {
      const start = now();
      const guest = await createGuest();
      if (procedure.call !== null) await settleTimed(guest, procedure.call);
      create.push(now() - start);
      touch(guest);
      live.push(guest);
    }
    readings.push([live.length, privateBytes()]);
  }
  const steps = readings
    .slice(1)
    .map(([, bytes], index) => (bytes - (readings[index]?.[1] ?? 0)) / size);
  const pages = declaredBytes(live[0]) / PAGE_BYTES;
  return {
    resident_bytes: [median(steps)],
    // Two points lie on a line in any case.
    ...(readings.length < LEAST_FIT ? {} : { fit_r2: [lineThrough(readings).r2] }),
    create,
    pages: [pages],
    live: [size],
  };
}

/** Makes a guest that stays for as long as it is held; of glue, and nothing else, it has to be awaited. */
type CreateGuest = () => Guest | Promise<Guest>;

/** Glue runs modules that its first copy has compiled, like the instances of one module. */
async function withMaker(
  { payload, nonce }: CopyRequest,
  observe: (create: CreateGuest) => Promise<Observations>,
): Promise<Observations> {
  if (payload.engine !== undefined)
    return observe((await createNativeFactory(payload, { fuel: false, isProbed: true })).create);
  if (payload.glue === null) return observe((await createGuestFactory(payload, nonce)).create);
  const records = recordCopies(UNIQUE_MODULES, "kept");
  const copies = await openGlue(payload, nonce, { records, hooks: records.hooks });
  try {
    const observed = await observe(copies.renew);
    requireWrapped(copies);
    return observed;
  } finally {
    copies.release();
  }
}

async function warm(create: CreateGuest, call: Call | null): Promise<void> {
  for (let i = 0; i < WARM_INSTANCES; i += 1) {
    const guest = await create();
    if (call !== null) {
      await settleCall(guest, call);
      requireInstance(guest);
    }
    touch(guest);
  }
}

async function measureOwnModules(request: CopyRequest): Promise<number> {
  if (request.payload.glue !== null) return Number.NaN;
  const guests: Guest[] = [];
  const before = request.probe.privateBytes();
  const count = 10;
  for (let i = 0; i < count; i += 1) {
    guests.push((await createGuestFactory(request.payload, request.nonce + 1 + i)).create());
  }
  const bytes = (request.probe.privateBytes() - before) / guests.length;
  for (const guest of guests) guest.drop?.();
  return bytes;
}

/** Reads private bytes at 0 and at every count, and fits a line. */
async function fitOver(
  counts: readonly number[],
  request: CopyRequest,
  reach: (count: number) => Promise<void>,
): Promise<{ slope: number; r2: number }> {
  const points: [number, number][] = [[0, request.probe.privateBytes()]];
  for (const count of counts) {
    await reach(count);
    points.push([count, request.probe.privateBytes()]);
  }
  return lineThrough(points);
}

function lineThrough(points: readonly (readonly [number, number])[]): LineFit {
  return fitLine(
    points.map(([x]) => x),
    points.map(([, y]) => y),
  );
}

/** Writes to every page of the operating system and leaves the contents as they were. */
function touch(guest: Guest | undefined): void {
  guest?.residence?.touch();
  for (const memory of memoriesOf(guest)) {
    const bytes = new Uint8Array(memory.buffer);
    for (let at = 0; at < bytes.length; at += OS_PAGE_BYTES) {
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
    }
  }
}

function declaredBytes(guest: Guest | undefined): number {
  if (guest?.residence !== undefined) return guest.residence.pages() * PAGE_BYTES;
  return memoriesOf(guest).reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
}

function memoriesOf(guest: Guest | undefined): GuestMemory[] {
  if (guest === undefined) throw new HostError("no instance was created");
  if (guest.memories !== undefined) return [...guest.memories];
  const exported = Object.values(guest.instance?.exports ?? {});
  // A memory may be exported under several names, and imported as well.
  return [...new Set([...exported, ...(guest.session?.memories ?? [])])].filter(
    (item) => item instanceof WebAssembly.Memory,
  );
}
