import {
  type FunctionProfile,
  HOST_NODE,
  REFUND_NODE,
  UNPLACED_NODE,
} from "../../model/function-profile.ts";

/** Characters with a meaning in the format, and those that end a line. */
const MEANT = /[;\p{Cc}\u2028\u2029]+/gu;

/** What stands for nodes that are no functions. */
const SPECIAL: ReadonlyMap<number, string> = new Map([
  [HOST_NODE, "(outside of functions)"],
  [UNPLACED_NODE, "(way not kept)"],
]);

/**
 * Writes a profile as folded stacks, which speedscope and flame graph tools read: one line for each way by which a
 * function was called, the functions from the outermost, divided by semicolons, then its own fuel.
 *
 * @param profile - profile of one call
 * @returns lines; what Wasmtime gives back has none, because no stack has less than nothing
 */
export function foldStacks({ functions, nodes }: FunctionProfile): string[] {
  const stacks: string[] = [];
  return nodes.flatMap(({ function: called, parent, self }) => {
    const name = functions[called]?.name ?? SPECIAL.get(called) ?? "";
    const own = name.replaceAll(MEANT, "_");
    const isOutermost = parent < 0 || nodes[parent]?.function === HOST_NODE;
    const stack = isOutermost ? own : `${stacks[parent] ?? ""};${own}`;
    stacks.push(stack);
    return self > 0 && called !== REFUND_NODE ? [`${stack} ${self}`] : [];
  });
}
