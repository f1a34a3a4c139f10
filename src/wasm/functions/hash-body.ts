import type { FunctionBody } from "../../model/module-facts.ts";
import { OPERATOR_IMMEDIATES, OPERATOR_NAMES } from "../opcodes.ts";
import { walkOperators } from "../walk-operators.ts";

/** What a function does, without what moves when something else of its module changes. */
export interface BodyHashes {
  /** Of all but the indices of functions, types, globals, tables, memories, segments and tags. */
  readonly body: string;
  /** Without constants and memory offsets too, which move with the data. */
  readonly shape: string;
}

/** How much of an operator's immediates is its own. */
const PART = { all: 0, none: 1, last: 2, constant: 3, block: 4 } as const;

/** Indices that belong to the function itself. */
const LOCAL = /^(local\.|br|delegate$|rethrow$)/;
/** Operators whose second index, the last byte of their immediates at least, counts fields or elements. */
const COUNTS = /^(struct\.[gs]et|array\.new_fixed)/;

const PARTS: Uint8Array = Uint8Array.from(OPERATOR_IMMEDIATES, (kind, place) => {
  const name = OPERATOR_NAMES[place] ?? "";
  if (kind === "index") return LOCAL.test(name) ? PART.all : PART.none;
  if (kind === "index2") return COUNTS.test(name) ? PART.last : PART.none;
  if (kind === "heap") return PART.none;
  if (kind === "block" || kind === "try-table") return PART.block;
  const isConstant = kind === "leb" || kind === "memarg" || kind === "bytes4" || kind === "bytes8";
  return isConstant ? PART.constant : PART.all;
});

const FNV_PRIME = 0x01000193;
const SEEDS = [0x811c9dc5, 0x5bd1e995] as const;
const HEX = 16;
const HEX_DIGITS = 8;
/** Block types from here on are value types; below, or with a leading bit, they are indices. */
const EMPTY_BLOCK = 0x40;
const LARGEST_BYTE_TYPE = 0x7f;

/** A hash of 64 bits, which many thousand functions of a module do not share by chance. */
class Hash {
  private high: number = SEEDS[0];
  private low: number = SEEDS[1];

  add(value: number): void {
    this.high = Math.imul(this.high ^ value, FNV_PRIME);
    this.low = Math.imul(this.low ^ value ^ (this.high >>> HEX_DIGITS), FNV_PRIME);
  }

  range(bytes: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end; at += 1) this.add(bytes[at] ?? 0);
  }

  text(): string {
    return [this.high, this.low]
      .map((part) => (part >>> 0).toString(HEX).padStart(HEX_DIGITS, "0"))
      .join("");
  }
}

/**
 * Hashes what a function does.
 *
 * @param bytes - the module
 * @param body - where the function's body is in it
 * @returns hashes that are equal in two builds where only other things have moved
 * @throws WasmFormatError naming opcode and offset when an operator is unknown
 */
export function hashBody(bytes: Uint8Array, body: FunctionBody): BodyHashes {
  const [exact, loose] = [new Hash(), new Hash()];
  const first = walkOperators(bytes, body, (place, { position }, end) => {
    exact.add(place);
    loose.add(place);
    const part = PARTS[place] ?? PART.all;
    const from = ownStart(part, bytes, { start: position, end });
    exact.range(bytes, from, end);
    if (part !== PART.constant) loose.range(bytes, from, end);
  });
  exact.range(bytes, body.start, first);
  loose.range(bytes, body.start, first);
  return { body: exact.text(), shape: loose.text() };
}

/** Where the part of immediates begins that is the function's own. */
function ownStart(
  part: number,
  bytes: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
): number {
  if (part === PART.none) return end;
  if (part === PART.last) return end - 1;
  if (part !== PART.block) return start;
  const type = bytes[start] ?? 0;
  return type >= EMPTY_BLOCK && type <= LARGEST_BYTE_TYPE ? start : end;
}
