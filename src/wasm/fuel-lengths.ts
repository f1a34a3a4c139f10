import type { ModuleFacts } from "../model/module-facts.ts";
import { ACTION, ACTIONS } from "./fuel-actions.ts";
import type { Length } from "./fuel-place.ts";
import type { FuelRules, LengthCharge } from "./fuel-rules.ts";
import { OPERATOR_NAMES } from "./opcodes.ts";
import type { ByteReader } from "./reader.ts";

/** The immediate of the last integer constant, by offsets. */
export interface LiteralAt {
  readonly start: number;
  readonly end: number;
  readonly is64: boolean;
}

/** Where an operator with a length stands. */
export interface LengthSite {
  readonly place: number;
  /** Offset of its opcode. */
  readonly start: number;
  readonly literal: LiteralAt;
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
 * @param site - the operator and the last constant before it
 * @returns its length (literal when a constant stands directly before it) and when it is charged
 */
export function lengthBefore(
  context: { readonly facts: ModuleFacts; readonly rules: FuelRules },
  reader: ByteReader,
  site: LengthSite,
): OperatorLength {
  const at = reader.position;
  const is64 = hasLongLength(context.facts, reader, site.place);
  const literal = site.literal.end === site.start ? readLiteral(reader, site.literal) : null;
  reader.position = at;
  const length: Length = literal === null ? { literal, is64 } : { literal };
  return { length, is64, charge: chargeOf(context.rules, ACTIONS[site.place] ?? 0) };
}

function readLiteral(reader: ByteReader, literal: LiteralAt): number {
  reader.position = literal.start;
  return Number(BigInt.asUintN(literal.is64 ? 64 : 32, reader.s64()));
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
