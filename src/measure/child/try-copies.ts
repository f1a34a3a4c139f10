import { messageOf } from "../../errors.ts";
import type { Call } from "../../model/benchmark.ts";
import type { CopyFacts } from "../../model/load-record.ts";
import { clockNs } from "../../suites/clocks.ts";
import { type GlueGuest, NO_COPY, openGlue } from "../../suites/glue-copies.ts";
import type { Payload } from "../../suites/payload.ts";
import { growOnce } from "../../suites/procedures/memory-limit.ts";
import { settleCall } from "../../suites/settle-call.ts";
import { recordCopies } from "../../suites/wrapped/copy-records.ts";
import { UNIQUE_MODULES } from "../../suites/wrapped/unique-modules.ts";

/** How long copies are waited for: what never ends loading is no reason to wait for ever. */
const LONGEST_MS = 15_000;
/** A call that took longer is not made again. */
const LONGEST_CALL_MS = 1_000;

// Taken before any guest runs here.
const wait: typeof setTimeout = globalThis.setTimeout;
const stopWaiting: typeof clearTimeout = globalThis.clearTimeout;

/** What this Node lacks, where copies have no instance of their own for that reason. */
const SHARED = "; before Node 22.15 copies share the ES modules that their entry imports";

/**
 * Makes two further copies of glue and tells what there is to measure of them. Never throws.
 *
 * @param payload - a component with glue
 * @param call - made where a copy has no instance without it; null where none is configured
 * @param nonce - of the first copy; the next ones have the numbers after it
 * @returns why further copies cannot be measured, or what of them cannot
 */
export async function tryCopies(
  payload: Payload,
  call: Call | null,
  nonce: number,
): Promise<CopyFacts> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<CopyFacts>((resolve) => {
    const fault = `another copy of this glue was not loaded within ${LONGEST_MS / 1000} s`;
    timer = wait(() => resolve(faulty(fault)), LONGEST_MS);
  });
  try {
    return await Promise.race([compareCopies(payload, call, nonce), late]);
  } catch (error) {
    return faulty(`another copy of this glue cannot be loaded: ${messageOf(error)}`);
  } finally {
    stopWaiting(timer);
  }
}

async function compareCopies(
  payload: Payload,
  call: Call | null,
  nonce: number,
): Promise<CopyFacts> {
  const records = recordCopies(UNIQUE_MODULES, "kept");
  const copies = await openGlue(payload, nonce, { records, hooks: records.hooks });
  try {
    const one = await copies.renew();
    const isLate = one.instances() === 0;
    const isLong = isLate && (await attempt(one, call)) > LONGEST_CALL_MS;
    if (one.instances() === 0) return faulty(`${NO_COPY}${sharing()}`);
    const other = await copies.renew();
    if (isLate && !isLong) await attempt(other, call);
    if (other.instances() === 0 && !isLong) return faulty(`${NO_COPY}${sharing()}`);
    return { fault: null, isLate, growth: growthObstacle(one, other) };
  } finally {
    copies.release();
  }
}

function faulty(fault: string): CopyFacts {
  return { fault, isLate: false, growth: null };
}

function sharing(): string {
  const { registerHooks } = process.getBuiltinModule("node:module") as { registerHooks?: unknown };
  return typeof registerHooks === "function" ? "" : SHARED;
}

/** A call that fails is measuring's to tell: what it made until then counts. Returns how long it took, in ms. */
async function attempt(guest: GlueGuest, call: Call | null): Promise<number> {
  const start = clockNs();
  try {
    if (call !== null) await settleCall(guest, { export: call.export, args: call.args });
  } catch {}
  return (clockNs() - start) / 1e6;
}

function growthObstacle(one: GlueGuest, other: GlueGuest): string | null {
  const [memory, ...rest] = one.memories;
  if (memory === undefined) return "no memory of it is exported or imported";
  if (rest.length > 0) return `it has ${rest.length + 1} memories, and one is grown`;
  if (other.memories.includes(memory))
    return "its copies share a memory: what one grew stays grown";
  try {
    return growOnce(memory, 1) === -1 ? "its memory cannot grow" : null;
  } catch {
    return "its memory is 64-bit: no growth that must be refused is known";
  }
}
