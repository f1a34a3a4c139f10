import type { Procedure } from "../../model/benchmark.ts";
import { type Elapsed, startClocks, stopClocks } from "../clocks.ts";
import { HostError, WrongResult } from "../errors.ts";
import { callOnce, createGuestFactory, type Guest } from "../guest.ts";
import { dropAfter } from "../leaving-operation.ts";
import type { GuestMemory } from "../native-program.ts";
import { exportedMemories } from "../placed-arguments.ts";
import type { Copy, CopyRequest } from "../procedure.ts";
import { createTrampoline } from "../trampoline.ts";

const PAGE_BYTES = 65_536;

type Grow = Extract<Procedure, { kind: "grow" }>;

/** A request no memory can grant: more pages than a 32-bit memory can have. */
export const BEYOND_ANY_LIMIT = 65_536;
/** Growths timed in a row on one memory, where its maximum allows as many. */
const GROWTHS = 63;
/**
 * Memory left behind after which a collection is made by hand. The engine starts its own, in the middle of a
 * measurement, at 64 MiB, and a memory cannot be made smaller again.
 */
const COLLECT_AFTER_BYTES = 32 * 2 ** 20;

/**
 * Growth by one page inside the declared maximum, and a growth beyond it that must be refused.
 *
 * Every observation grows the memory of a fresh instance page by page; making the instance and collecting those left
 * behind are outside the timed part.
 *
 * @param procedure - name of the exported memory and the call that proves the instance works
 * @param request - component, nonce and probe
 * @returns the copy; `refused` is an extra metric
 */
export async function prepareGrow(procedure: Grow, request: CopyRequest): Promise<Copy> {
  const factory = await createGuestFactory(request.payload, request.nonce);
  const { probe, nonce } = request;
  const limited = memoryOf(factory.create(), procedure.memory);
  let left = 0;
  const grow = (): Elapsed => {
    if (left > COLLECT_AFTER_BYTES) {
      probe.collect();
      left = 0;
    }
    const guest = factory.create();
    const memory = memoryOf(guest, procedure.memory);
    const elapsed = timeGrowths(memory);
    if (guest.drop === undefined) left += memory.buffer.byteLength;
    else guest.drop();
    return elapsed;
  };
  const refuse = (): number => growOnce(limited, BEYOND_ANY_LIMIT);
  return {
    operations: [
      { kind: "observed", metric: "time", operations: 1, observe: grow },
      {
        kind: "timed",
        metric: "refused",
        operations: 1,
        run: createTrampoline("return last = refuse();", { refuse }, nonce),
      },
    ],
    verify: () =>
      dropAfter((leave) => {
        const guest = factory.create();
        leave(guest);
        const memory = memoryOf(guest, procedure.memory);
        verifyGrowth(memory);
        if (procedure.call !== null) callOnce(guest, procedure.call);
      }),
  };
}

/**
 * Time per growth by one page, over as many as the memory allows.
 *
 * @param memory - grown by up to 63 pages
 * @returns ns a growth
 * @throws WrongResult when it does not grow at all
 */
export function timeGrowths(memory: GuestMemory): Elapsed {
  let growths = 0;
  const start = startClocks();
  while (growths < GROWTHS && growOnce(memory, 1) !== -1) growths += 1;
  const { wallNs, cpuNs } = stopClocks(start);
  if (growths === 0) throw new WrongResult("grow by one page within the limit", "a growth", -1);
  return { wallNs: wallNs / growths, cpuNs: cpuNs / growths };
}

/**
 * `memory.grow` as the guest sees it.
 *
 * @param memory - the memory
 * @param pages - how many more
 * @returns the previous size in pages, or -1 when refused
 * @throws TypeError for a 64-bit memory
 */
export function growOnce(memory: GuestMemory, pages: number): number {
  try {
    return memory.grow(pages);
  } catch (error) {
    if (error instanceof RangeError) return -1;
    throw error;
  }
}

function memoryOf(guest: Guest, name: string): GuestMemory {
  const memory = exportedMemories(guest).find((one) => one.name === name)?.item;
  if (memory === undefined) throw new HostError(`there is no exported memory "${name}"`);
  return memory;
}

/**
 * Grows a memory by one page, and beyond any limit.
 *
 * @param memory - one page larger afterwards
 * @throws WrongResult when the first is refused, the second granted, or the size is another than both say
 */
export function verifyGrowth(memory: GuestMemory): void {
  const pages = memory.buffer.byteLength / PAGE_BYTES;
  expectValue("grow by one page within the limit", pages, growOnce(memory, 1));
  expectValue("grow beyond the limit", -1, growOnce(memory, BEYOND_ANY_LIMIT));
  expectValue("size after both", pages + 1, memory.buffer.byteLength / PAGE_BYTES);
}

function expectValue(what: string, expected: number, actual: number): void {
  if (expected !== actual) throw new WrongResult(what, expected, actual);
}
