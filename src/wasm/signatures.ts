import type { FunctionType, ModuleFacts } from "../model/module-facts.ts";

/**
 * Looks up the signature of a function.
 *
 * @param facts - the module
 * @param index - function index, imports first
 * @returns its parameters and results; null when there is no such function
 */
export function functionTypeOf(
  facts: Pick<ModuleFacts, "types" | "functions">,
  index: number,
): FunctionType | null {
  const type = facts.types[facts.functions[index] ?? -1];
  return type?.kind === "function" ? type : null;
}

/**
 * Lists the exported functions with their signatures.
 *
 * @param facts - the module
 * @returns signature by export name, value types in the text format's names
 */
export function exportedSignatures(facts: ModuleFacts): Map<string, FunctionType> {
  const signatures = new Map<string, FunctionType>();
  for (const { name, kind, index } of facts.exports) {
    const type = kind === "function" ? functionTypeOf(facts, index) : null;
    if (type !== null) signatures.set(name, type);
  }
  return signatures;
}
