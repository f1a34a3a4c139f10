import type { ModuleFacts } from "../model/module-facts.ts";
import { OPERATOR_COUNT, OPERATOR_NAMES } from "./opcodes.ts";
import { walkOperators } from "./walk-operators.ts";

/**
 * Counts the operators of a module's code.
 *
 * @param facts - the module
 * @returns occurrences by operator name, most frequent first, equal ones by name; operators that do not occur are absent
 * @throws WasmFormatError naming opcode and offset when an operator is unknown
 */
export function countOperators(facts: ModuleFacts): Map<string, number> {
  const counts = new Float64Array(OPERATOR_COUNT);
  const count = (place: number): void => {
    counts[place] = (counts[place] ?? 0) + 1;
  };
  for (const body of facts.bodies) walkOperators(facts.bytes, body, count);
  const named = [...counts.entries()].flatMap(([place, times]): [string, number][] => {
    const name = OPERATOR_NAMES[place];
    return times > 0 && name !== undefined ? [[name, times]] : [];
  });
  return new Map(
    named.sort(([left, many], [right, more]) => more - many || (left < right ? -1 : 1)),
  );
}
