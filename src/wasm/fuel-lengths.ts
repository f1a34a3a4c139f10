import type { ModuleFacts } from "../model/module-facts.ts";
import { ACTION, ACTIONS } from "./fuel-actions.ts";
import type { Length } from "./fuel-place.ts";
import type { FuelRules, LengthCharge } from "./fuel-rules.ts";
import { OPERATOR_NAMES } from "./opcodes.ts";
import type { ByteReader } from "./reader.ts";

/** An operator with a length. */
export interface LengthSite {
  readonly place: number;
  /** The length, unsigned, where Wasmtime knows it while it compiles; null elsewhere. */
  readonly literal: bigint | null;
}

/** The length an operator works on, and when it is charged. */
export interface OperatorLength {
  readonly length: Length;
  /** Whether the operator's result, if it grows something, has 64 bits. */
  readonly is64: boolean;
  readonly charge: LengthCharge;
}

/**
 * Finds the length an operator will work on. The reader is left where it was.
 *
 * @param context - the module's facts and the rules of the profile
 * @param reader - positioned at the operator's immediates
 * @param site - the operator, and its length where that is known
 * @returns its length and when it is charged
 */
export function lengthBefore(
  context: { readonly facts: ModuleFacts; readonly rules: FuelRules },
  reader: ByteReader,
  site: LengthSite,
): OperatorLength {
  const at = reader.position;
  const is64 = hasLongLength(context.facts, reader, site.place);
  reader.position = at;
  const { literal } = site;
  const length: Length = literal === null ? { literal, is64 } : { literal: Number(literal) };
  return { length, is64, charge: chargeOf(context.rules, ACTIONS[site.place] ?? 0) };
}

function chargeOf(rules: FuelRules, action: number): LengthCharge {
  if (action === ACTION.memoryGrow) return rules.memoryGrow;
  return action === ACTION.tableGrow ? rules.tableGrow : rules.bulk;
}

function hasLongLength(
  { memories, tables }: ModuleFacts,
  reader: ByteReader,
  place: number,
): boolean {
  const name = OPERATOR_NAMES[place] ?? "";
  if (name.startsWith("array.") || name.endsWith(".init")) return false;
  const space = name.startsWith("memory.") ? memories : tables;
  const first = space[reader.u32()]?.is64 ?? false;
  return name.endsWith(".copy") ? first && (space[reader.u32()]?.is64 ?? false) : first;
}
