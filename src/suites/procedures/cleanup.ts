import type { Procedure } from "../../model/benchmark.ts";
import type { ByMetric } from "../../model/metric.ts";
import { type Elapsed, startClocks, stopClocks } from "../clocks.ts";
import {
  callOnce,
  catchTrap,
  createGuestFactory,
  type Guest,
  type GuestFactory,
} from "../guest.ts";
import type { Copy, CopyRequest } from "../procedure.ts";
import { settleCall, settleTrap } from "../settle-call.ts";
import { createTrampoline } from "../trampoline.ts";

type Cleanup = Extract<Procedure, { kind: "cleanup" }>;

/** Instances dropped at once to see what a collection takes and gives back. */
const RECLAIMED_INSTANCES = 20;

/** What a host keeps of a running instance. */
interface Handle {
  guest: Guest | null;
  /** Outcome of the last call: its result, or the trap it ended with. */
  outcome: unknown;
}

/**
 * The synchronous part a host pays to let go of an instance: it is entered into the host's table and let go again.
 *
 * V8 has no store to drop; what frees the memory is a later collection, reported beside it as `reclaim` and `returned_bytes`.
 *
 * @param procedure - what happened before: a call that succeeded, or one that trapped
 * @param request - component, nonce and probe
 * @returns the copy
 */
export async function prepareCleanup(procedure: Cleanup, request: CopyRequest): Promise<Copy> {
  const factory = await createGuestFactory(request.payload, request.nonce);
  const { after, call } = procedure;
  const outcomeOf = async (called: Guest): Promise<unknown> =>
    (await (after === "trap" ? settleTrap : settleCall)(called, call)).outcome;
  if (request.payload.engine !== undefined) {
    const outcomeNow = (called: Guest): unknown =>
      after === "trap" ? catchTrap(called, call) : callOnce(called, call);
    return dropCopy(factory, outcomeNow, request);
  }
  const guest = factory.create();
  const outcome = await outcomeOf(guest);
  const table = new Map<number, Handle>();
  const enter = (key: number): void => {
    table.set(key, { guest, outcome });
  };
  const letGo = (key: number): void => {
    const handle = table.get(key);
    if (handle === undefined) return;
    handle.guest = null;
    handle.outcome = null;
    table.delete(key);
  };
  const body = "last = (last + 1) | 0; enter(last); letGo(last); return last;";
  return {
    operations: [
      {
        kind: "timed",
        metric: "time",
        operations: 1,
        run: createTrampoline(body, { enter, letGo }, request.nonce),
      },
    ],
    verify: async () => {
      await outcomeOf(factory.create());
    },
    finish: () =>
      measureReclaim(async () => {
        const created = factory.create();
        return { guest: created, outcome: await outcomeOf(created) };
      }, request),
  };
}

/** On a native engine a host deletes the store: some are made first, and their deletion alone is timed. */
function dropCopy(
  { create }: GuestFactory,
  outcomeOf: (guest: Guest) => unknown,
  { probe }: CopyRequest,
): Copy {
  const makeOne = (): Guest => {
    const guest = create();
    outcomeOf(guest);
    return guest;
  };
  const makeAll = (): Guest[] => Array.from({ length: RECLAIMED_INSTANCES }, makeOne);
  const observe = (): Elapsed => {
    const guests = makeAll();
    const start = startClocks();
    for (const guest of guests) guest.drop?.();
    return stopClocks(start);
  };
  return {
    operations: [{ kind: "observed", metric: "time", operations: RECLAIMED_INSTANCES, observe }],
    verify: () => {
      for (const guest of makeAll()) guest.drop?.();
    },
    finish: () => {
      const guests = makeAll();
      const before = probe.privateBytes();
      for (const guest of guests) guest.drop?.();
      return { returned_bytes: before - probe.privateBytes() };
    },
  };
}

async function measureReclaim(
  create: () => Promise<Handle>,
  { probe }: CopyRequest,
): Promise<ByMetric<number>> {
  let live: Handle[] | null = [];
  for (let made = 0; made < RECLAIMED_INSTANCES; made += 1) live.push(await create());
  const before = probe.privateBytes();
  for (const handle of live) handle.guest = null;
  live = null;
  const reclaim = probe.collect();
  return { reclaim, returned_bytes: before - probe.privateBytes() };
}
