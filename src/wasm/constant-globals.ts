import type { ModuleFacts } from "../model/module-facts.ts";
import { readOperator, skipExpression } from "./instructions.ts";
import { OP } from "./mnemonics.ts";
import { ByteReader } from "./reader.ts";
import { SECTION } from "./sections.ts";
import { skipValueType } from "./value-types.ts";

/**
 * Reads the numbers of immutable globals that are initialized with one constant and nothing else.
 *
 * @param facts - the module
 * @returns by global index: the number, unsigned; null for imported, mutable and computed globals and for other types
 * @throws WasmFormatError when the global section is malformed
 */
export function readConstantGlobals(facts: ModuleFacts): readonly (bigint | null)[] {
  const section = facts.sections.find(({ id }) => id === SECTION.global);
  if (section === undefined) return facts.globals.map(() => null);
  const reader = new ByteReader(facts.bytes, section.contentStart, section.end);
  const defined = reader.vector(() => readConstant(reader));
  const imported = facts.globals.length - defined.length;
  return [...new Array<null>(imported).fill(null), ...defined];
}

function readConstant(reader: ByteReader): bigint | null {
  skipValueType(reader);
  const isMutable = (reader.u8() & 1) === 1;
  const start = reader.position;
  const place = readOperator(reader);
  const bits = { [OP.I32_CONST]: 32, [OP.I64_CONST]: 64 }[place];
  const literal = bits === undefined ? null : BigInt.asUintN(bits, reader.s64());
  const isAlone = literal !== null && readOperator(reader) === OP.END;
  reader.position = start;
  skipExpression(reader);
  return isAlone && !isMutable ? literal : null;
}
