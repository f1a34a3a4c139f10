import { OPERATOR_IMMEDIATES, placeOf } from "./opcodes.ts";
import type { Immediate } from "./opcodes-core.ts";
import type { ByteReader } from "./reader.ts";
import { readHeapType, skipValueType } from "./value-types.ts";

const MEMARG_HAS_INDEX = 0x40;

type Skip = (reader: ByteReader) => unknown;

const SKIP: Readonly<Record<Immediate, Skip>> = {
  none: (): void => undefined,
  block: skipBlockType,
  index: (reader: ByteReader): void => {
    reader.u32();
  },
  index2: (reader: ByteReader): void => {
    reader.u32();
    reader.u32();
  },
  byte: (reader: ByteReader): void => {
    reader.u8();
  },
  memarg: skipMemarg,
  "memarg-lane": (reader: ByteReader): void => {
    skipMemarg(reader);
    reader.u8();
  },
  bytes16: (reader: ByteReader): void => reader.skip(16),
  leb: (reader: ByteReader): void => reader.skipLeb(),
  bytes4: (reader: ByteReader): void => reader.skip(4),
  bytes8: (reader: ByteReader): void => reader.skip(8),
  "br-table": (reader: ByteReader): void => {
    for (let count = reader.u32() + 1; count > 0; count -= 1) reader.u32();
  },
  heap: readHeapType,
  select: (reader: ByteReader): void => {
    for (let count = reader.u32(); count > 0; count -= 1) skipValueType(reader);
  },
  "cast-branch": (reader: ByteReader): void => {
    reader.u8();
    reader.u32();
    readHeapType(reader);
    readHeapType(reader);
  },
  "try-table": (reader: ByteReader): void => {
    skipBlockType(reader);
    for (let count = reader.u32(); count > 0; count -= 1) skipCatch(reader);
  },
};

const SKIP_BY_PLACE: readonly (Skip | undefined)[] = OPERATOR_IMMEDIATES.map((kind) =>
  kind === undefined ? undefined : SKIP[kind],
);

/**
 * Reads an opcode and leaves the reader at its immediates.
 *
 * @param reader - positioned at an opcode
 * @returns the operator's place in the tables of opcodes.ts
 * @throws WasmFormatError naming opcode and offset when the operator is unknown
 */
export function readOperator(reader: ByteReader): number {
  const at = reader.position;
  const byte = reader.u8();
  if (byte < 0xfb) {
    if (SKIP_BY_PLACE[byte] !== undefined) return byte;
    throw unknownOpcode(reader, at, byte.toString(16));
  }
  const code = reader.u32();
  const place = placeOf(byte, code);
  if (place >= 0 && SKIP_BY_PLACE[place] !== undefined) return place;
  throw unknownOpcode(reader, at, `${byte.toString(16)} 0x${code.toString(16)}`);
}

/**
 * Steps over the immediates of an operator.
 *
 * @param reader - positioned after the opcode
 * @param place - what {@link readOperator} returned
 * @returns nothing; the reader stands at the next opcode
 * @throws WasmFormatError when the immediates are malformed
 */
export function skipImmediates(reader: ByteReader, place: number): void {
  SKIP_BY_PLACE[place]?.(reader);
}

/**
 * Steps over a constant expression, its `end` included.
 *
 * @param reader - positioned at the expression
 * @returns nothing; the reader stands after the expression
 * @throws WasmFormatError when an operator is unknown
 */
export function skipExpression(reader: ByteReader): void {
  for (;;) {
    const place = readOperator(reader);
    if (place === END) return;
    skipImmediates(reader, place);
  }
}

const END = 0x0b;

function skipBlockType(reader: ByteReader): void {
  const byte = reader.peek();
  if (byte === 0x40) reader.u8();
  else if (byte < 0x40 || byte > 0x7f) reader.skipLeb();
  else skipValueType(reader);
}

function skipMemarg(reader: ByteReader): void {
  if (reader.u32() & MEMARG_HAS_INDEX) reader.u32();
  reader.skipLeb();
}

function skipCatch(reader: ByteReader): void {
  const kind = reader.u8();
  if (kind > 3) throw reader.fail(`unknown catch clause ${kind}`);
  if (kind < 2) reader.u32();
  reader.u32();
}

function unknownOpcode(reader: ByteReader, at: number, code: string): Error {
  reader.position = at;
  return reader.fail(`unknown opcode 0x${code}`);
}
