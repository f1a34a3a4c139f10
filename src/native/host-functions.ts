import { messageOf } from "../errors.ts";
import type { FunctionType, Import, ModuleFacts } from "../model/module-facts.ts";
import { isRawType, RAW_VALUE_BYTES, type RawType } from "../wasm/raw-values.ts";
import type { ValueReaders } from "./engine-library.ts";
import type { EngineState, Invoker, NativeCallee, Session } from "./engine-state.ts";
import type { MemoryBlock } from "./memory-block.ts";

/** Numbers of the C API for the types of values. */
const KINDS: Readonly<Record<RawType, number>> = { i32: 0, i64: 1, f32: 2, f64: 3 };

/** A function that a module imports. */
export interface ImportedFunction extends Import {
  readonly params: readonly string[];
  readonly results: readonly string[];
}

/**
 * The functions a module imports, in their order.
 *
 * @param facts - the module
 * @returns imports with their signatures
 */
export function importedFunctions({ imports, functions, types }: ModuleFacts): ImportedFunction[] {
  return imports
    .filter(({ kind }) => kind === "function")
    .map((one, index) => {
      const { params, results } = types[functions[index] ?? -1] as FunctionType;
      return { ...one, params, results };
    });
}

/**
 * Why a function cannot be called back: JavaScript has no values of one of its types here.
 *
 * @param imported - the function
 * @returns the type; null where it can
 */
export function foreignType({
  params,
  results,
}: Pick<ImportedFunction, "params" | "results">): string | null {
  return [...params, ...results].find((type) => !isRawType(type)) ?? null;
}

/**
 * Lets a linker find JavaScript under the name of an import: whichever guest runs, its own function is called.
 *
 * @param state - the library's state
 * @param linker - address of the linker
 * @param defined - the function, of types that pass, and its place among the functions of a session
 * @returns 0, or the address of an error
 */
export function defineHostFunction(
  state: EngineState,
  linker: number,
  { imported, place }: { readonly imported: ImportedFunction; readonly place: number },
): number {
  const { call, copy } = state.library;
  const text = new TextEncoder();
  const module = copy(text.encode(imported.module));
  const name = copy(text.encode(imported.name));
  const sizes = [imported.module, imported.name].map((one) => text.encode(one).length);
  const id = state.invokers.push(invokerOf(imported, place, state.library.readers)) - 1;
  const params = typesOf(state, imported.params);
  const results = typesOf(state, imported.results);
  const type = call.wasm_functype_new(params.address, results.address);
  const where = [module.address, sizes[0] ?? 0, name.address, sizes[1] ?? 0];
  const error = call.wasmtime_linker_define_func_unchecked(
    linker,
    ...where,
    type,
    state.callback,
    id,
    0,
  );
  call.wasm_functype_delete(type);
  return error;
}

/** A vector of types, which the function type takes over. */
function typesOf({ library }: EngineState, types: readonly string[]): MemoryBlock {
  const { call, allocate } = library;
  const items = allocate(8 * types.length);
  for (const [index, type] of types.entries())
    items.setWord(index, call.wasm_valtype_new(KINDS[type as RawType]));
  const vector = allocate(16);
  call.wasm_valtype_vec_new(vector.address, types.length, items.address);
  return vector;
}

/**
 * What the engine calls for every host function.
 *
 * @param state - tells the guest that runs and the function by its number
 * @returns 0, or the address of a trap where JavaScript threw
 */
export function createDispatch(
  state: Pick<EngineState, "active" | "invokers" | "library">,
): (id: number, caller: number, values: number) => number {
  const { call, copy } = state.library;
  return (id: number, _caller: number, values: number): number => {
    const session = state.active;
    try {
      if (session === null) throw new Error("a host function was called while no guest ran");
      state.invokers[id]?.(session, values);
      return 0;
    } catch (error) {
      if (session !== null) session.thrown = { error };
      const words = new TextEncoder().encode(messageOf(error));
      return call.wasmtime_trap_new(copy(words).address, words.length);
    }
  };
}

function invokerOf(
  { params, results, module, name }: ImportedFunction,
  place: number,
  { read, write }: ValueReaders,
): Invoker {
  const readers = params.map((type) => read[type as RawType]);
  const writers = results.map((type) => ({ type, write: write[type as RawType] }));
  const [only] = writers;
  return (session: Session, values: number): void => {
    const args = readers.map((one, index) => one(values + index * RAW_VALUE_BYTES));
    const callee = session.functions[place];
    if (callee === undefined) throw new Error(`${module}.${name} was not given`);
    const result = callee(...args);
    if (only === undefined) return;
    if (writers.length === 1) only.write(values, converted(only.type, result));
    else
      for (const [index, value] of [...(result as Iterable<unknown>)].entries()) {
        const writer = writers[index];
        writer?.write(values + index * RAW_VALUE_BYTES, converted(writer.type, value));
      }
  };
}

/** As WebAssembly takes what JavaScript returns. */
function converted(type: string, value: unknown): number | bigint {
  if (type === "i32") return Number(value) | 0;
  if (type !== "i64") return Number(value);
  if (typeof value !== "bigint") throw new TypeError(`${String(value)} is no value of type i64`);
  return BigInt.asIntN(64, value);
}

/**
 * Finds the functions of JavaScript that an instance is given.
 *
 * @param imported - what its module imports
 * @param given - imports of the instance
 * @returns one for each import; undefined where nothing of that name is a function
 */
export function givenFunctions(
  imported: readonly ImportedFunction[],
  given: WebAssembly.Imports,
): (NativeCallee | undefined)[] {
  return imported.map(({ module, name }) => {
    const scope: unknown = given[module];
    const isScope = (typeof scope === "object" && scope !== null) || typeof scope === "function";
    const found: unknown = isScope ? (scope as Record<string, unknown>)[name] : undefined;
    return typeof found === "function" ? (found as NativeCallee) : undefined;
  });
}
