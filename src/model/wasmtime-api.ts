/**
 * The oldest major version of Wasmtime that is driven. What is called has the same meaning from 21 on (the arguments of WASI
 * got an answer; shared memories came with 20); 24 is the oldest release its project has kept for the long term since.
 */
export const OLDEST_WASMTIME = 24;

/** The newest major version that this product was run on: a later one may change what a function of the same name takes. */
export const NEWEST_WASMTIME = 49;

/** Functions that every run calls, of `wasm.h` and `wasmtime.h`. */
export const NEEDED_FUNCTIONS = [
  "wasm_config_new",
  "wasm_engine_new_with_config",
  "wasm_engine_delete",
  "wasm_byte_vec_new",
  "wasm_byte_vec_delete",
  "wasm_valtype_new",
  "wasm_valtype_vec_new",
  "wasm_functype_new",
  "wasm_functype_delete",
  "wasm_memorytype_new",
  "wasm_memorytype_delete",
  "wasm_tabletype_new",
  "wasm_tabletype_delete",
  "wasm_trap_message",
  "wasm_trap_delete",
  "wasmtime_trap_code",
  "wasmtime_trap_new",
  "wasmtime_error_message",
  "wasmtime_error_exit_status",
  "wasmtime_error_delete",
  "wasmtime_module_new",
  "wasmtime_module_delete",
  "wasmtime_store_new",
  "wasmtime_store_context",
  "wasmtime_store_delete",
  "wasmtime_linker_new",
  "wasmtime_linker_delete",
  "wasmtime_linker_allow_shadowing",
  "wasmtime_linker_define",
  "wasmtime_linker_define_func_unchecked",
  "wasmtime_linker_instantiate",
  "wasmtime_linker_instantiate_pre",
  "wasmtime_instance_pre_instantiate",
  "wasmtime_instance_pre_delete",
  "wasmtime_instance_export_get",
  "wasmtime_func_call_unchecked",
  "wasmtime_memory_new",
  "wasmtime_memory_data",
  "wasmtime_memory_data_size",
  "wasmtime_memory_grow",
  "wasmtime_table_new",
] as const;

/**
 * A function that is never called and came with {@link OLDEST_WASMTIME}: a library that has all the others and not this one
 * is older, though nothing else of it tells.
 */
export const MARK_OF_OLDEST = "wasmtime_engine_clone";

/** From this major version on the component API has the form that is called here; before, it had others. */
export const COMPONENTS_SINCE = 39;

const COMPONENT_PREFIX = "wasmtime_component_";

/** The major version a function came with, where that is later than 3. */
const SINCE: Readonly<Record<string, number>> = {
  wasmtime_config_parallel_compilation_set: 4,
  wasmtime_linker_instantiate_pre: 14,
  wasmtime_instance_pre_instantiate: 14,
  wasmtime_instance_pre_delete: 14,
  wasmtime_context_set_fuel: 15,
  wasmtime_context_get_fuel: 15,
  wasmtime_sharedmemory_data: 20,
  wasmtime_sharedmemory_data_size: 20,
  wasmtime_sharedmemory_grow: 20,
  wasmtime_sharedmemory_delete: 20,
  [MARK_OF_OLDEST]: OLDEST_WASMTIME,
  wasmtime_trap_new_code: 34,
  wasmtime_config_shared_memory_set: 40,
};

/**
 * The major version a function came with.
 *
 * @param name - a function of the C API
 * @returns the version; 0 for one that every version has had for long
 */
export function cameWith(name: string): number {
  return SINCE[name] ?? (name.startsWith(COMPONENT_PREFIX) ? COMPONENTS_SINCE : 0);
}

/**
 * What is wrong with a library that lacks a function: it is too old, or was built without a part.
 *
 * @param name - the function
 * @returns the end of a sentence that begins with the library
 */
export function lacksFunction(name: string): string {
  const since = cameWith(name);
  const from = since === 0 ? "" : `, which Wasmtime has since ${since}`;
  const wanted = Math.max(since, OLDEST_WASMTIME);
  return `has no function \`${name}\`${from}: name a library of Wasmtime ${wanted} or newer, built with its whole C API`;
}

/**
 * The major version of Wasmtime.
 *
 * @param version - such as `24.0.5`, or `unknown`
 * @returns 24; null where the version is not known
 */
export function wasmtimeMajor(version: string): number | null {
  const major = Number.parseInt(version, 10);
  return Number.isNaN(major) ? null : major;
}
