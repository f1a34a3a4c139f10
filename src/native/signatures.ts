import type { NEEDED_FUNCTIONS } from "../model/wasmtime-api.ts";
import type {
  COMPONENT_SIGNATURES,
  COMPONENT_WASI_SIGNATURES,
} from "./component/component-signatures.ts";

/** What a function returns, then what it takes. */
type Signature = readonly [returns: string, takes: readonly string[]];

/** Types of C as the foreign function interface names them: a pointer is passed as a number. */
const POINTER = "uintptr_t";
const SIZE = "size_t";

/** Functions every run needs. */
export const SIGNATURES: Readonly<Record<(typeof NEEDED_FUNCTIONS)[number], Signature>> = {
  wasm_config_new: [POINTER, []],
  wasm_engine_new_with_config: [POINTER, [POINTER]],
  wasm_engine_delete: ["void", [POINTER]],
  wasm_byte_vec_new: ["void", [POINTER, SIZE, POINTER]],
  wasm_byte_vec_delete: ["void", [POINTER]],
  wasm_valtype_new: [POINTER, ["uint8_t"]],
  wasm_valtype_vec_new: ["void", [POINTER, SIZE, POINTER]],
  wasm_functype_new: [POINTER, [POINTER, POINTER]],
  wasm_functype_delete: ["void", [POINTER]],
  wasm_memorytype_new: [POINTER, [POINTER]],
  wasm_memorytype_delete: ["void", [POINTER]],
  wasm_tabletype_new: [POINTER, [POINTER, POINTER]],
  wasm_tabletype_delete: ["void", [POINTER]],
  wasm_trap_message: ["void", [POINTER, POINTER]],
  wasm_trap_delete: ["void", [POINTER]],
  wasmtime_trap_code: ["bool", [POINTER, POINTER]],
  wasmtime_trap_new: [POINTER, [POINTER, SIZE]],
  wasmtime_error_message: ["void", [POINTER, POINTER]],
  wasmtime_error_exit_status: ["bool", [POINTER, POINTER]],
  wasmtime_error_delete: ["void", [POINTER]],
  wasmtime_module_new: [POINTER, [POINTER, POINTER, SIZE, POINTER]],
  wasmtime_module_delete: ["void", [POINTER]],
  wasmtime_store_new: [POINTER, [POINTER, POINTER, POINTER]],
  wasmtime_store_context: [POINTER, [POINTER]],
  wasmtime_store_delete: ["void", [POINTER]],
  wasmtime_linker_new: [POINTER, [POINTER]],
  wasmtime_linker_delete: ["void", [POINTER]],
  wasmtime_linker_allow_shadowing: ["void", [POINTER, "bool"]],
  wasmtime_linker_define: [POINTER, [POINTER, POINTER, POINTER, SIZE, POINTER, SIZE, POINTER]],
  wasmtime_linker_define_func_unchecked: [
    POINTER,
    [POINTER, POINTER, SIZE, POINTER, SIZE, POINTER, POINTER, POINTER, POINTER],
  ],
  wasmtime_linker_instantiate: [POINTER, [POINTER, POINTER, POINTER, POINTER, POINTER]],
  wasmtime_linker_instantiate_pre: [POINTER, [POINTER, POINTER, POINTER]],
  wasmtime_instance_pre_instantiate: [POINTER, [POINTER, POINTER, POINTER, POINTER]],
  wasmtime_instance_pre_delete: ["void", [POINTER]],
  wasmtime_instance_export_get: ["bool", [POINTER, POINTER, POINTER, SIZE, POINTER]],
  wasmtime_func_call_unchecked: [POINTER, [POINTER, POINTER, POINTER, SIZE, POINTER]],
  wasmtime_memory_new: [POINTER, [POINTER, POINTER, POINTER]],
  wasmtime_memory_data: [POINTER, [POINTER, POINTER]],
  wasmtime_memory_data_size: [SIZE, [POINTER, POINTER]],
  wasmtime_memory_grow: [POINTER, [POINTER, POINTER, "uint64_t", POINTER]],
  wasmtime_table_new: [POINTER, [POINTER, POINTER, POINTER, POINTER]],
};

/**
 * Functions that only some runs need, and that a library may be built without. Folders of WASI take one argument less
 * since 48, and two less before 27: in a register that is not read.
 */
export const OPTIONAL_SIGNATURES = {
  wasmtime_config_parallel_compilation_set: ["void", [POINTER, "bool"]],
  wasmtime_module_serialize: [POINTER, [POINTER, POINTER]],
  wasmtime_module_deserialize: [POINTER, [POINTER, POINTER, SIZE, POINTER]],
  wasmtime_config_shared_memory_set: ["void", [POINTER, "bool"]],
  wasmtime_sharedmemory_data: [POINTER, [POINTER]],
  wasmtime_sharedmemory_data_size: [SIZE, [POINTER]],
  wasmtime_sharedmemory_grow: [POINTER, [POINTER, "uint64_t", POINTER]],
  wasmtime_sharedmemory_delete: ["void", [POINTER]],
  wasmtime_config_consume_fuel_set: ["void", [POINTER, "bool"]],
  wasmtime_context_set_fuel: [POINTER, [POINTER, "uint64_t"]],
  wasmtime_context_get_fuel: [POINTER, [POINTER, POINTER]],
  wasmtime_linker_define_wasi: [POINTER, [POINTER]],
  wasmtime_context_set_wasi: [POINTER, [POINTER, POINTER]],
  wasi_config_new: [POINTER, []],
  wasi_config_delete: ["void", [POINTER]],
  wasi_config_set_argv: ["bool", [POINTER, SIZE, POINTER]],
  wasi_config_set_env: ["bool", [POINTER, SIZE, POINTER, POINTER]],
  wasi_config_set_stdin_bytes: ["void", [POINTER, POINTER]],
  wasi_config_inherit_stdout: ["void", [POINTER]],
  wasi_config_inherit_stderr: ["void", [POINTER]],
  wasi_config_preopen_dir: ["bool", [POINTER, POINTER, POINTER, SIZE, SIZE]],
  wasmtime_trap_new_code: [POINTER, ["uint8_t"]],
} as const;

/** A function of C as it is called: pointers and sizes are numbers. */
export type CFunction = (...args: (number | bigint | boolean)[]) => number;

/** Every function by its name. */
export type CFunctions = Readonly<
  Record<
    | keyof typeof SIGNATURES
    | keyof typeof OPTIONAL_SIGNATURES
    | keyof typeof COMPONENT_SIGNATURES
    | keyof typeof COMPONENT_WASI_SIGNATURES,
    CFunction
  >
>;
