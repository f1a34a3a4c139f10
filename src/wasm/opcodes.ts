import {
  CORE_RUNS,
  GC_RUNS,
  type Immediate,
  NUMERIC_RUNS,
  type OpcodeRun,
} from "./opcodes-core.ts";
import { ATOMIC_RUNS, VECTOR_RUNS } from "./opcodes-vector.ts";

/**
 * An operator's place in the flat tables: its opcode when it has one byte, else the base of its prefix plus the rest.
 */
const BASES = { gc: 0x100, numeric: 0x140, vector: 0x180, atomic: 0x2a0 } as const;

/** Length of every table indexed by an operator's place. */
export const OPERATOR_COUNT = 0x300;

const LIMITS: ReadonlyMap<number, readonly [base: number, count: number]> = new Map([
  [0xfb, [BASES.gc, BASES.numeric - BASES.gc]],
  [0xfc, [BASES.numeric, BASES.vector - BASES.numeric]],
  [0xfd, [BASES.vector, BASES.atomic - BASES.vector]],
  [0xfe, [BASES.atomic, OPERATOR_COUNT - BASES.atomic]],
]);

/** Name of each operator by place; undefined where there is none. */
export const OPERATOR_NAMES: readonly (string | undefined)[] = tabulate((_, name) => name);

/** Immediates of each operator by place; undefined where there is none. */
export const OPERATOR_IMMEDIATES: readonly (Immediate | undefined)[] = tabulate(
  (immediate) => immediate,
);

/** Place of each operator by name. */
export const OPERATOR_PLACES: ReadonlyMap<string, number> = new Map(
  OPERATOR_NAMES.flatMap((name, place): [string, number][] =>
    name === undefined ? [] : [[name, place]],
  ),
);

/**
 * Finds the place of an operator behind a prefix byte.
 *
 * @param prefix - first byte of the opcode, 0xfb to 0xfe
 * @param code - the number after the prefix
 * @returns the place in the tables, or -1 when there is no such operator
 */
export function placeOf(prefix: number, code: number): number {
  const range = LIMITS.get(prefix);
  return range !== undefined && code < range[1] ? range[0] + code : -1;
}

/**
 * Finds the place of a named operator.
 *
 * @param name - operator name as in the text format, such as `i32.add`
 * @returns its place in the tables
 * @throws RangeError when there is no operator of this name
 */
export function placeNamed(name: string): number {
  const place = OPERATOR_PLACES.get(name);
  if (place === undefined) throw new RangeError(`unknown operator: ${name}`);
  return place;
}

function tabulate<Value>(
  pick: (immediate: Immediate, name: string) => Value,
): (Value | undefined)[] {
  const table: (Value | undefined)[] = new Array<Value | undefined>(OPERATOR_COUNT).fill(undefined);
  const groups: readonly (readonly [number, readonly OpcodeRun[]])[] = [
    [0, CORE_RUNS],
    [BASES.gc, GC_RUNS],
    [BASES.numeric, NUMERIC_RUNS],
    [BASES.vector, VECTOR_RUNS],
    [BASES.atomic, ATOMIC_RUNS],
  ];
  for (const [base, runs] of groups) {
    for (const [first, immediate, names] of runs) {
      for (const [index, name] of names.split(" ").entries()) {
        if (name !== "-") table[base + first + index] = pick(immediate, name);
      }
    }
  }
  return table;
}
