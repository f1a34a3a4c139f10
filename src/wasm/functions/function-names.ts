import type { ModuleFacts } from "../../model/module-facts.ts";

/** Longest name that is kept, in characters. */
const MAX_NAME = 4096;

/** What functions of a module are called. */
export interface FunctionNames {
  /** From the name section, by index. */
  readonly names: ReadonlyMap<number, string>;
  /** The first export of each, by index. */
  readonly exported: ReadonlyMap<number, string>;
}

/**
 * Finds what the functions of a module are called.
 *
 * @param facts - the module
 * @returns names as the module has them, mangled where a compiler did that, and exports; both hostile until escaped
 */
export function functionNames(facts: ModuleFacts): FunctionNames {
  const exported = new Map<number, string>();
  for (const { kind, index, name } of facts.exports)
    if (kind === "function" && !exported.has(index)) exported.set(index, shortened(name));
  const names = [...facts.functionNames].filter(([, name]) => name !== "");
  return { names: new Map(names.map(([index, name]) => [index, shortened(name)])), exported };
}

function shortened(name: string): string {
  return name.length <= MAX_NAME ? name : name.slice(0, MAX_NAME);
}
