import type { ModuleFacts } from "../model/module-facts.ts";
import { formatCount } from "../wording/number.ts";
import { SECTION } from "./sections.ts";

/** Most of each kind that V8 takes, in the order in which they are checked. */
const LIMITS = {
  types: [1_000_000, "types in a module"],
  functions: [1_000_000, "functions in a module"],
  globals: [1_000_000, "globals in a module"],
  exports: [1_000_000, "exports in a module"],
  moduleBytes: [1_073_741_824, "bytes in a module"],
  bodyBytes: [7_654_321, "bytes in a function"],
  locals: [50_000, "parameters and locals in a function"],
} as const;

type Limit = keyof typeof LIMITS;

const LISTS: ReadonlyMap<number, Limit> = new Map<number, Limit>([
  [SECTION.type, "types"],
  [SECTION.function, "functions"],
  [SECTION.global, "globals"],
  [SECTION.export, "exports"],
]);

/** A module the engine takes as it is, and would refuse with the code that counts. */
export class EngineLimitError extends Error {
  constructor(what: string, limit: Limit, needed: number) {
    const [most, words] = LIMITS[limit];
    super(
      `${what} needs ${formatCount(needed)} ${words} to count fuel; the engine takes ${formatCount(most)}`,
    );
    this.name = "EngineLimitError";
  }
}

/**
 * Refuses a function that the engine would refuse for its size.
 *
 * @param facts - the module, as it was
 * @param index - function index, imports first
 * @param needs - length of the new body in bytes, and the number of its parameters and locals
 * @returns nothing
 * @throws EngineLimitError naming the function and the limit
 */
export function requireBodyFits(
  facts: ModuleFacts,
  index: number,
  { bodyBytes, locals }: { readonly bodyBytes: number; readonly locals: number },
): void {
  if (bodyBytes > LIMITS.bodyBytes[0])
    throw new EngineLimitError(describeFunction(facts, index), "bodyBytes", bodyBytes);
  if (locals > LIMITS.locals[0])
    throw new EngineLimitError(describeFunction(facts, index), "locals", locals);
}

/**
 * Refuses a section that the engine would refuse for its length.
 *
 * @param id - id of a section that is a list
 * @param count - items in the new section
 * @returns nothing
 * @throws EngineLimitError naming the limit
 */
export function requireListFits(id: number, count: number): void {
  const limit = LISTS.get(id);
  if (limit !== undefined && count > LIMITS[limit][0])
    throw new EngineLimitError("the module", limit, count);
}

/**
 * Refuses a module that the engine would refuse for its size.
 *
 * @param moduleBytes - length of the new module, in bytes
 * @returns nothing
 * @throws EngineLimitError naming the limit
 */
export function requireModuleFits(moduleBytes: number): void {
  if (moduleBytes > LIMITS.moduleBytes[0])
    throw new EngineLimitError("the module", "moduleBytes", moduleBytes);
}

function describeFunction({ exports, functionNames }: ModuleFacts, index: number): string {
  const exported = exports.find((one) => one.kind === "function" && one.index === index);
  const name = functionNames.get(index) ?? exported?.name;
  return name === undefined ? `function ${index}` : `function ${index} (${JSON.stringify(name)})`;
}
