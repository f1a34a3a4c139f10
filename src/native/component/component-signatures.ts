/** Types of C as the foreign function interface names them: a pointer is passed as a number. */
const POINTER = "uintptr_t";
const SIZE = "size_t";

/** Before this version a host had to end every call of a component by hand. */
export const ENDS_CALLS_SINCE = 42;

/** Functions of `wasmtime/component.h`, which a library may be older than, or built without. */
export const COMPONENT_SIGNATURES = {
  wasmtime_component_new: [POINTER, [POINTER, POINTER, SIZE, POINTER]],
  wasmtime_component_delete: ["void", [POINTER]],
  wasmtime_component_get_export_index: [POINTER, [POINTER, POINTER, POINTER, SIZE]],
  wasmtime_component_export_index_delete: ["void", [POINTER]],
  wasmtime_component_linker_new: [POINTER, [POINTER]],
  wasmtime_component_linker_delete: ["void", [POINTER]],
  wasmtime_component_linker_allow_shadowing: ["void", [POINTER, "bool"]],
  wasmtime_component_linker_root: [POINTER, [POINTER]],
  wasmtime_component_linker_instantiate: [POINTER, [POINTER, POINTER, POINTER, POINTER]],
  wasmtime_component_linker_instance_delete: ["void", [POINTER]],
  wasmtime_component_linker_instance_add_instance: [POINTER, [POINTER, POINTER, SIZE, POINTER]],
  wasmtime_component_linker_instance_add_func: [
    POINTER,
    [POINTER, POINTER, SIZE, POINTER, POINTER, POINTER],
  ],
  wasmtime_component_linker_instance_add_resource: [
    POINTER,
    [POINTER, POINTER, SIZE, POINTER, POINTER, POINTER, POINTER],
  ],
  wasmtime_component_instance_get_func: ["bool", [POINTER, POINTER, POINTER, POINTER]],
  wasmtime_component_func_call: [POINTER, [POINTER, POINTER, POINTER, SIZE, POINTER, SIZE]],
  wasmtime_component_func_post_return: [POINTER, [POINTER, POINTER]],
  wasmtime_component_val_clone: ["void", [POINTER, POINTER]],
  wasmtime_component_val_delete: ["void", [POINTER]],
  wasmtime_component_resource_type_new_host: [POINTER, ["uint32_t"]],
  wasmtime_component_resource_type_delete: ["void", [POINTER]],
  wasmtime_component_resource_any_owned: ["bool", [POINTER]],
  wasmtime_component_resource_any_drop: [POINTER, [POINTER, POINTER]],
  wasmtime_component_resource_any_delete: ["void", [POINTER]],
  wasmtime_component_resource_any_to_host: [POINTER, [POINTER, POINTER, POINTER]],
  wasmtime_component_resource_host_new: [POINTER, ["bool", "uint32_t", "uint32_t"]],
  wasmtime_component_resource_host_rep: ["uint32_t", [POINTER]],
  wasmtime_component_resource_host_owned: ["bool", [POINTER]],
  wasmtime_component_resource_host_to_any: [POINTER, [POINTER, POINTER, POINTER]],
  wasmtime_component_resource_host_delete: ["void", [POINTER]],
  wasmtime_error_new: [POINTER, [POINTER]],
} as const;

/** Functions of `wasmtime/component.h` that only components with WASI 0.2 need. */
export const COMPONENT_WASI_SIGNATURES = {
  wasmtime_component_linker_add_wasip2: [POINTER, [POINTER]],
  wasmtime_component_linker_define_unknown_imports_as_traps: [POINTER, [POINTER, POINTER]],
} as const;
