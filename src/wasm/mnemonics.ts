/** Opcodes and block types that generated code is written in; the names are those of the WebAssembly specification. */
export const OP = {
  UNREACHABLE: 0x00,
  LOOP: 0x03,
  IF: 0x04,
  END: 0x0b,
  BR_IF: 0x0d,
  SELECT: 0x1b,
  LOCAL_GET: 0x20,
  LOCAL_SET: 0x21,
  LOCAL_TEE: 0x22,
  GLOBAL_GET: 0x23,
  GLOBAL_SET: 0x24,
  I32_CONST: 0x41,
  I64_CONST: 0x42,
  I32_NE: 0x47,
  I64_NE: 0x52,
  I64_LE_S: 0x57,
  I64_GE_S: 0x59,
  I32_SUB: 0x6b,
  I64_SUB: 0x7d,
  I64_EXTEND_I32_U: 0xad,
} as const;

/** Value types, and the type of a block without results. */
export const TYPE = {
  I32: 0x7f,
  I64: 0x7e,
  EMPTY: 0x40,
} as const;
