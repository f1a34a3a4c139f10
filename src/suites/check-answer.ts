import type { Call } from "../model/benchmark.ts";
import type { DataAt, ExpectedData } from "../model/data-place.ts";
import { WrongResult } from "./errors.ts";
import {
  addressOf,
  argumentsOf,
  memoryRange,
  type PlacedArguments,
  type PlacedIn,
} from "./placed-arguments.ts";

/** Taken when the process starts. What hashes is loaded where a hash is asked for: every process would wait for it else. */
const builtin = process.getBuiltinModule.bind(process);

/** A call that was made, for messages. */
export interface Answered {
  /** The call as people read it. */
  readonly name: string;
  readonly result: unknown;
}

/**
 * Compares data that a call left in memory, or returned, with what it must be.
 *
 * @param guest - live instance; null for JavaScript, which returns its data
 * @param call - the call, with what is expected under `answer`
 * @param answered - what it returned
 * @param given - its arguments; those that are written once when absent
 * @throws WrongResult when they differ; HostError when the place is none
 */
export function checkAnswer(
  guest: PlacedIn | null,
  call: Call,
  answered: Answered,
  given?: PlacedArguments,
): void {
  const { answer } = call;
  if (answer === undefined) return;
  const found =
    guest === null || answer.at === null
      ? returnedBytes(answered.result)
      : leftBytes(guest, answered, answer, given ?? argumentsOf(guest, call));
  if (found !== null && isSame(found, answer)) return;
  throw new WrongResult(
    answered.name,
    shown(answer),
    found === null ? answered.result : seen(found, answer),
  );
}

function isSame(found: Uint8Array, { bytes, sha256 }: ExpectedData): boolean {
  return bytes === null ? hashOf(found) === sha256 : Buffer.compare(found, bytes) === 0;
}

/** What differs is told by its hash where that is what is expected. */
function shown({ bytes, sha256 }: ExpectedData): unknown {
  return bytes ?? `sha256 ${sha256}`;
}

function seen(found: Uint8Array, { bytes }: ExpectedData): unknown {
  return bytes === null ? `sha256 ${hashOf(found)} (${found.length} bytes)` : found;
}

function hashOf(bytes: Uint8Array): string {
  return builtin("node:crypto").createHash("sha256").update(bytes).digest("hex");
}

function returnedBytes(result: unknown): Uint8Array | null {
  if (typeof result === "string") return new TextEncoder().encode(result);
  if (result instanceof ArrayBuffer) return new Uint8Array(result);
  if (Array.isArray(result)) return Uint8Array.from(result as number[]);
  return ArrayBuffer.isView(result)
    ? new Uint8Array(result.buffer, result.byteOffset, result.byteLength)
    : null;
}

function leftBytes(
  guest: PlacedIn,
  { name, result }: Answered,
  { at, length, bytes }: ExpectedData,
  { addresses }: PlacedArguments,
): Uint8Array {
  const results: readonly unknown[] = Array.isArray(result) ? (result as unknown[]) : [result];
  const address = addressIn(at ?? "result", results, addresses);
  if (address === null) throw new WrongResult(name, "a pointer", result);
  const given = length === "result" ? addressOf(results.at(-1)) : (length ?? bytes?.length ?? 0);
  if (given === null) throw new WrongResult(name, "a length", result);
  return memoryRange(guest, address, given);
}

function addressIn(
  at: DataAt,
  results: readonly unknown[],
  addresses: readonly (number | null)[],
): number | null {
  if (typeof at === "number") return at;
  return at === "result" ? addressOf(results[0]) : (addresses[at.argument] ?? null);
}
