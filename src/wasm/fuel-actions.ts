import { OPERATOR_COUNT, placeNamed } from "./opcodes.ts";

/** What the pass does at an operator. */
export const ACTION = {
  none: 0,
  /** Opens a block; nothing is flushed. */
  open: 1,
  loop: 2,
  /** Opens a block whose edges are not known until it runs. */
  if: 3,
  /** `else` and `catch`: the way so far ends, another begins. */
  alternative: 4,
  end: 5,
  /** May branch; goes on otherwise. */
  branch: 6,
  /** Branches for certain. */
  jump: 7,
  /** Leaves the function. */
  leave: 8,
  call: 9,
  length: 10,
  memoryGrow: 11,
  tableGrow: 12,
  tryTable: 13,
} as const;

const GROUPS: readonly (readonly [action: number, names: string])[] = [
  [ACTION.open, "block try"],
  [ACTION.tryTable, "try_table"],
  [ACTION.loop, "loop"],
  [ACTION.if, "if"],
  [ACTION.alternative, "else catch catch_all"],
  [ACTION.end, "end delegate"],
  [ACTION.branch, "br_if br_on_null br_on_non_null br_on_cast br_on_cast_fail"],
  [ACTION.jump, "br br_table"],
  [
    ACTION.leave,
    "unreachable return return_call return_call_indirect return_call_ref throw throw_ref rethrow",
  ],
  [ACTION.call, "call call_indirect"],
  [ACTION.length, "memory.init memory.copy memory.fill table.init table.copy table.fill"],
  [ACTION.length, "array.new array.new_default array.new_data array.new_elem"],
  [ACTION.length, "array.fill array.copy array.init_data array.init_elem"],
  [ACTION.memoryGrow, "memory.grow"],
  [ACTION.tableGrow, "table.grow"],
];

/** Action by operator place. */
export const ACTIONS: Uint8Array = new Uint8Array(OPERATOR_COUNT);
for (const [action, names] of GROUPS)
  for (const name of names.split(" ")) ACTIONS[placeNamed(name)] = action;
