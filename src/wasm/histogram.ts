import type { FunctionBody, ModuleFacts } from "../model/module-facts.ts";
import { readOperator, skipImmediates } from "./instructions.ts";
import { OPERATOR_COUNT, OPERATOR_NAMES } from "./opcodes.ts";
import { ByteReader } from "./reader.ts";
import { skipValueType } from "./value-types.ts";

/**
 * Counts the operators of a module's code.
 *
 * @param facts - the module
 * @returns occurrences by operator name, most frequent first, equal ones by name; operators that do not occur are absent
 * @throws WasmFormatError naming opcode and offset when an operator is unknown
 */
export function countOperators(facts: ModuleFacts): Map<string, number> {
  const counts = new Float64Array(OPERATOR_COUNT);
  for (const body of facts.bodies) countBody(facts.bytes, body, counts);
  const named = [...counts.entries()].flatMap(([place, count]): [string, number][] => {
    const name = OPERATOR_NAMES[place];
    return count > 0 && name !== undefined ? [[name, count]] : [];
  });
  return new Map(
    named.sort(([left, many], [right, more]) => more - many || (left < right ? -1 : 1)),
  );
}

function countBody(bytes: Uint8Array, body: FunctionBody, counts: Float64Array): void {
  const reader = new ByteReader(bytes, body.start, body.end);
  for (let groups = reader.u32(); groups > 0; groups -= 1) {
    reader.u32();
    skipValueType(reader);
  }
  while (!reader.done) {
    const place = readOperator(reader);
    counts[place] = (counts[place] ?? 0) + 1;
    skipImmediates(reader, place);
  }
}
