import type { FunctionBody } from "../model/module-facts.ts";
import { readOperator, skipImmediates } from "./instructions.ts";
import { ByteReader } from "./reader.ts";
import { skipValueType } from "./value-types.ts";

/** Told of one operator; the reader stands at its immediates and may be moved. */
export type VisitOperator = (place: number, reader: ByteReader) => void;

/**
 * Goes over the operators of a function body.
 *
 * @param bytes - the module
 * @param body - where the body is in it
 * @param visit - told of every operator in order
 * @returns nothing
 * @throws WasmFormatError naming opcode and offset when an operator is unknown
 */
export function walkOperators(bytes: Uint8Array, body: FunctionBody, visit: VisitOperator): void {
  const reader = new ByteReader(bytes, body.start, body.end);
  for (let groups = reader.u32(); groups > 0; groups -= 1) {
    reader.u32();
    skipValueType(reader);
  }
  while (!reader.done) {
    const place = readOperator(reader);
    const at = reader.position;
    visit(place, reader);
    reader.position = at;
    skipImmediates(reader, place);
  }
}
