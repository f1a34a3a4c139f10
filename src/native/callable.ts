import type { Export, FunctionType, ModuleFacts } from "../model/module-facts.ts";
import { isRawType, type RawType } from "../wasm/raw-values.ts";
import type { MemoryBlock } from "./memory-block.ts";
import { EXTERN_OFFSET } from "./native-memory.ts";

/** A function with what a call of it passes. */
export interface Callable {
  /** Address of the function in its store. */
  readonly at: number;
  /** Holds what stands at that address. */
  readonly item: MemoryBlock;
  readonly params: readonly RawType[];
  readonly results: readonly RawType[];
}

/**
 * Looks for an exported function.
 *
 * @param facts - the module
 * @param name - name of the export
 * @returns the export; undefined where there is no function of that name
 */
export function exportedFunction({ exports }: ModuleFacts, name: string): Export | undefined {
  return exports.find((one) => one.name === name && one.kind === "function");
}

/**
 * Finds an exported function, and what a call of it passes.
 *
 * @param facts - the module
 * @param name - name of the export
 * @param itemOf - gives the external value that holds it
 * @returns the function
 * @throws Error where there is none, or values of its types do not pass
 */
export function makeCallable(
  facts: ModuleFacts,
  name: string,
  itemOf: () => MemoryBlock,
): Callable {
  const found = exportedFunction(facts, name);
  if (found === undefined) throw new Error(`there is no exported function "${name}"`);
  const { types, functions } = facts;
  const { params, results } = types[functions[found.index] ?? -1] as FunctionType;
  const foreign = [...params, ...results].find((type) => !isRawType(type));
  if (foreign !== undefined)
    throw new Error(
      `"${name}" takes or returns ${foreign}, which JavaScript cannot give to a native engine; call another export`,
    );
  const item = itemOf();
  return {
    at: item.address + EXTERN_OFFSET,
    item,
    params: params as RawType[],
    results: results as RawType[],
  };
}
