import { placeNamed } from "./opcodes.ts";
import type { ByteReader } from "./reader.ts";
import { skipValueType } from "./value-types.ts";

const BR_TABLE = placeNamed("br_table");
const TRY_TABLE = placeNamed("try_table");
const CASTS: ReadonlySet<number> = new Set([
  placeNamed("br_on_cast"),
  placeNamed("br_on_cast_fail"),
]);
/** Catch clauses below this kind name a tag before their label. */
const CATCH_ALL = 2;
const EMPTY_BLOCK = 0x40;

/**
 * Tells whether a branching operator has a label among its targets. The reader is left where it was.
 *
 * @param reader - positioned at the operator's immediates
 * @param place - place of a branching operator or `try_table`
 * @param label - the label asked for, as seen by the operator
 * @returns true when one of its branches goes there
 */
export function reachesLabel(reader: ByteReader, place: number, label: number): boolean {
  return branchTargets(reader, place).includes(label);
}

/**
 * Lists the labels a branching operator may go to. The reader is left where it was.
 *
 * @param reader - positioned at the operator's immediates
 * @param place - place of a branching operator or `try_table`
 * @returns labels as seen by the operator; of `try_table` those of its handlers, in order
 */
export function branchTargets(reader: ByteReader, place: number): readonly number[] {
  const at = reader.position;
  const targets = readTargets(reader, place);
  reader.position = at;
  return targets;
}

function readTargets(reader: ByteReader, place: number): number[] {
  if (place === BR_TABLE) return [...reader.vector(() => reader.u32()), reader.u32()];
  if (place === TRY_TABLE) return readCatches(reader);
  if (CASTS.has(place)) reader.u8();
  return [reader.u32()];
}

function readCatches(reader: ByteReader): number[] {
  const byte = reader.peek();
  if (byte === EMPTY_BLOCK) reader.u8();
  else if (byte < EMPTY_BLOCK || byte > 0x7f) reader.skipLeb();
  else skipValueType(reader);
  return reader.vector(() => {
    if (reader.u8() < CATCH_ALL) reader.u32();
    return reader.u32();
  });
}
