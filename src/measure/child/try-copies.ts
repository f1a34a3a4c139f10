import { messageOf } from "../../errors.ts";
import type { Call } from "../../model/benchmark.ts";
import type { CopyFacts } from "../../model/load-record.ts";
import { type GlueGuest, NO_COPY, openGlue } from "../../suites/glue-copies.ts";
import { callOnce } from "../../suites/guest.ts";
import type { Payload } from "../../suites/payload.ts";
import { growOnce } from "../../suites/procedures/memory-limit.ts";
import { recordCopies } from "../../suites/wrapped/copy-records.ts";
import { UNIQUE_MODULES } from "../../suites/wrapped/unique-modules.ts";

/** What this Node lacks, where copies have no instance of their own for that reason. */
const SHARED = "; before Node 22.15 copies share the ES modules that their entry imports";

/**
 * Makes two further copies of glue and tells what there is to measure of them. Never throws.
 *
 * @param payload - a component with glue
 * @param call - made once in each; null where none is configured
 * @param nonce - of the first copy; the next ones have the numbers after it
 * @returns why further copies cannot be measured, or what of them cannot
 */
export async function tryCopies(
  payload: Payload,
  call: Call | null,
  nonce: number,
): Promise<CopyFacts> {
  try {
    return await compareCopies(payload, call, nonce);
  } catch (error) {
    return faulty(`another copy of this glue cannot be loaded: ${messageOf(error)}`);
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
    const atOnce = one.instances();
    attempt(one, call);
    if (one.instances() === 0) return faulty(`${NO_COPY}${sharing()}`);
    const other = await copies.renew();
    attempt(other, call);
    if (other.instances() === 0) return faulty(`${NO_COPY}${sharing()}`);
    return { fault: null, isLate: atOnce === 0, growth: growthObstacle(one, other) };
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

/** A call that fails is measuring's to tell. */
function attempt(guest: GlueGuest, call: Call | null): void {
  try {
    if (call !== null) callOnce(guest, { export: call.export, args: call.args });
  } catch {
    // What it made until then counts.
  }
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
