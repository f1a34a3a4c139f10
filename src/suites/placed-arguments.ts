import type { Call } from "../model/benchmark.ts";
import type { DataPlace } from "../model/data-place.ts";
import { HostError } from "./errors.ts";
import type { GuestMemory, NativeInstance } from "./native-program.ts";

/** What of a live guest data is placed in. */
export interface PlacedIn {
  /** Null for what keeps its memory to itself. */
  readonly instance: WebAssembly.Instance | null;
  readonly find: (name: string) => (...args: unknown[]) => unknown;
  /** The instance on a native engine; absent on V8. */
  readonly native?: Pick<NativeInstance, "exports">;
}

/** Arguments of a call as the guest takes them. */
export interface PlacedArguments {
  /** Numbers; of data, pointer and length. */
  readonly args: readonly unknown[];
  /** Address of the data of each configured argument; null for an argument that is none. */
  readonly addresses: readonly (number | null)[];
  /** Gives back what was taken for the data. */
  readonly release: () => void;
}

/** Data that is written one behind another begins at a multiple of this, in bytes. */
const ALIGNMENT = 16;

const nothing = (): void => {};

/** What was placed in live guests: data is written once, and a call that is repeated finds it there. */
const placed = new WeakMap<PlacedIn, Map<Call, PlacedArguments>>();

/**
 * The arguments of a call, its data written into the guest's memory the first time they are asked for.
 *
 * @param guest - live instance
 * @param call - the call
 * @returns the arguments
 * @throws HostError when the data finds no place, with what to do
 */
export function argumentsOf(guest: PlacedIn, call: Call): PlacedArguments {
  if (call.place === undefined) return { args: call.args, addresses: [], release: nothing };
  const calls = placed.get(guest) ?? new Map<Call, PlacedArguments>();
  placed.set(guest, calls);
  const known = calls.get(call) ?? placeArguments(guest, call, call.place);
  calls.set(call, known);
  return known;
}

/**
 * Writes the data of a call into the guest's memory.
 *
 * @param guest - live instance
 * @param call - the call
 * @param place - where data goes
 * @returns the arguments
 * @throws HostError when the data finds no place, with what to do
 */
export function placeArguments(guest: PlacedIn, call: Call, place: DataPlace): PlacedArguments {
  const taken: (readonly [pointer: unknown, length: unknown])[] = [];
  const args: unknown[] = [];
  const addresses: (number | null)[] = [];
  let next = place.at ?? 0;
  for (const value of call.args as readonly unknown[]) {
    if (!(value instanceof Uint8Array)) {
      args.push(value);
      addresses.push(null);
      continue;
    }
    const address = place.alloc === null ? next : allocate(guest, place, value.length);
    next = Math.ceil((address + value.length) / ALIGNMENT) * ALIGNMENT;
    write(guest, value, address);
    const range = [sized(address, place), sized(value.length, place)] as const;
    taken.push(range);
    args.push(...range);
    addresses.push(address);
  }
  const { free } = place;
  const release = (): void => {
    if (free === null) return;
    for (const range of taken) guest.find(free)(...range);
  };
  return { args, addresses, release };
}

/** Pointers are signed to JavaScript, and data may lie in the upper half of a memory. */
function allocate(guest: PlacedIn, place: DataPlace, length: number): number {
  const name = place.alloc ?? "";
  let pointer: unknown;
  try {
    // Memory for nothing may be no memory.
    pointer = guest.find(name)(sized(Math.max(1, length), place));
  } catch (cause) {
    throw new HostError(
      `alloc: ${name} failed for data of ${length} bytes: ${cause instanceof Error ? cause.message : String(cause)}; name another export under \`alloc\`, or smaller data`,
      { cause },
    );
  }
  const address = addressOf(pointer);
  if (address === null || address === 0)
    throw new HostError(
      `alloc: ${name} returned ${String(pointer)} for data of ${length} bytes, which is no place for it; name an export that takes a length and returns a pointer`,
    );
  return address;
}

/**
 * A pointer or a length as a number.
 *
 * @param value - what a guest returned
 * @returns whole number from 0; null for anything else
 */
export function addressOf(value: unknown): number | null {
  if (typeof value === "bigint") return Number(BigInt.asUintN(64, value));
  return typeof value === "number" && Number.isInteger(value) ? value >>> 0 : null;
}

function sized(value: number, { isWide = false }: DataPlace): unknown {
  return isWide ? BigInt(value) : value;
}

function write(guest: PlacedIn, bytes: Uint8Array, address: number): void {
  memoryRange(guest, address, bytes.length).set(bytes);
}

/**
 * The memories that a guest exports.
 *
 * @param guest - live instance
 * @returns memories with their names; none for what keeps its memory to itself
 */
export function exportedMemories({
  instance,
  native,
}: Pick<PlacedIn, "instance" | "native">): { readonly name: string; readonly item: GuestMemory }[] {
  return Object.entries(native?.exports ?? instance?.exports ?? {}).flatMap(([name, item]) =>
    isMemory(item) ? [{ name, item }] : [],
  );
}

/** What a native engine exports is a function or a memory; tables of V8's grow as well. */
function isMemory(item: WebAssembly.ExportValue | GuestMemory): item is GuestMemory {
  return item instanceof WebAssembly.Memory || (typeof item === "object" && "buffer" in item);
}

/**
 * A part of the memory a guest exports.
 *
 * @param guest - live instance
 * @param address - where it begins
 * @param length - how many bytes it has
 * @returns a view; it holds until the memory grows
 * @throws HostError when there is no such part, with what to do
 */
export function memoryRange(guest: PlacedIn, address: number, length: number): Uint8Array {
  const memories = exportedMemories(guest);
  const memory = (memories.find(({ name }) => name === "memory") ?? memories[0])?.item;
  if (memory === undefined)
    throw new HostError("data needs a memory to lie in, and the module exports none; export it");
  const { byteLength } = memory.buffer;
  if (address + length > byteLength)
    throw new HostError(
      `data of ${length} bytes at ${address} does not fit into the memory of ${byteLength} bytes; choose a lower address under \`at\`, or let the module \`alloc\` it`,
    );
  return new Uint8Array(memory.buffer, address, length);
}
