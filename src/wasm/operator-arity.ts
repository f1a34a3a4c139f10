import { OPERATOR_NAMES } from "./opcodes.ts";

/** How many values an operator takes from the stack and leaves there. */
export interface Arity {
  readonly pops: number;
  readonly pushes: number;
}

/** Operators by shape, `pops→pushes`; the first pattern that fits a name decides. */
const SHAPES: readonly (readonly [pattern: RegExp, pops: number, pushes: number])[] = [
  [/^(nop|atomic\.fence|data\.drop|elem\.drop)$/, 0, 0],
  [/\.const$|^(local|global)\.get$|^(memory|table)\.size$|^ref\.(null|func)$/, 0, 1],
  [/^struct\.new_default$/, 0, 1],
  [/^(drop|(local|global)\.set)$/, 1, 0],
  [/^select(_t)?$|\.(bitselect|cmpxchg\w*|\w+cmpxchg\w*)$|\.rmw\w*\.cmpxchg/, 3, 1],
  [/^memory\.atomic\.wait|relaxed_(n?madd|laneselect|dot\w+_add_s)$/, 3, 1],
  [/^memory\.atomic\.notify$|\.rmw\d*\.|^array\.(get\w*|new|new_data|new_elem)$/, 2, 1],
  [/^table\.grow$|^ref\.eq$|\.load\d+_lane$/, 2, 1],
  [/\.store|^(table|struct)\.set$/, 2, 0],
  [/^(memory|table)\.(init|copy|fill)$|^array\.set$/, 3, 0],
  [/^array\.(fill|init_data|init_elem)$/, 4, 0],
  [/^array\.copy$/, 5, 0],
  [/^local\.tee$|\.load|^memory\.grow$|^table\.get$|^array\.(len|new_default)$/, 1, 1],
  [/^ref\.(is_null|as_non_null|test|cast|i31)|^struct\.get|^i31\.|^(any|extern)\.convert_/, 1, 1],
  [/\.(eqz|clz|ctz|popcnt|abs|neg|ceil|floor|trunc|nearest|sqrt|not)$/, 1, 1],
  [/\.(splat|any_true|all_true|bitmask|extract_lane\w*)$/, 1, 1],
  [/\.(wrap|extend|extadd|convert|demote|promote|reinterpret|trunc|relaxed_trunc)_?\w*$/, 1, 1],
  [/^(i|f|v)\d+(x\d+)?\./, 2, 1],
];

/**
 * Arity by operator place; null where it depends on immediates: control, calls, `struct.new` and `array.new_fixed`.
 */
export const ARITIES: readonly (Arity | null)[] = OPERATOR_NAMES.map((name) => {
  const shape = name === undefined ? undefined : SHAPES.find(([pattern]) => pattern.test(name));
  return shape === undefined ? null : { pops: shape[1], pushes: shape[2] };
});
