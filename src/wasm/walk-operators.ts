import type { FunctionBody } from "../model/module-facts.ts";
import { readOperator, skipImmediates } from "./instructions.ts";
import { ByteReader } from "./reader.ts";
import { skipValueType } from "./value-types.ts";

/** Told of one operator; the reader stands at its immediates, which end at `end`, and may be moved. */
export type VisitOperator = (place: number, reader: ByteReader, end: number) => void;

/**
 * Goes over the operators of a function body.
 *
 * @param bytes - the module
 * @param body - where the body is in it
 * @param visit - told of every operator in order
 * @returns offset of the first operator
 * @throws WasmFormatError naming opcode and offset when an operator is unknown
 */
export function walkOperators(bytes: Uint8Array, body: FunctionBody, visit: VisitOperator): number {
  const reader = new ByteReader(bytes, body.start, body.end);
  for (let groups = reader.u32(); groups > 0; groups -= 1) {
    reader.u32();
    skipValueType(reader);
  }
  const first = reader.position;
  while (!reader.done) {
    const place = readOperator(reader);
    const start = reader.position;
    skipImmediates(reader, place);
    const end = reader.position;
    reader.position = start;
    visit(place, reader, end);
    reader.position = end;
  }
  return first;
}
