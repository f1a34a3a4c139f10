/** Kinds of immediates that follow an opcode. */
export type Immediate =
  | "none"
  | "block"
  | "index"
  | "index2"
  | "byte"
  | "memarg"
  | "memarg-lane"
  | "bytes16"
  | "leb"
  | "bytes4"
  | "bytes8"
  | "br-table"
  | "heap"
  | "select"
  | "cast-branch"
  | "try-table";

/** Consecutive opcodes with the same immediates: first code, immediates, names separated by blanks (`-` is a hole). */
export type OpcodeRun = readonly [first: number, immediate: Immediate, names: string];

/** Opcodes of one byte. */
export const CORE_RUNS: readonly OpcodeRun[] = [
  [0x00, "none", "unreachable nop"],
  [0x02, "block", "block loop if"],
  [0x05, "none", "else"],
  [0x06, "block", "try"],
  [0x07, "index", "catch throw rethrow"],
  [0x0a, "none", "throw_ref end"],
  [0x0c, "index", "br br_if"],
  [0x0e, "br-table", "br_table"],
  [0x0f, "none", "return"],
  [0x10, "index", "call"],
  [0x11, "index2", "call_indirect"],
  [0x12, "index", "return_call"],
  [0x13, "index2", "return_call_indirect"],
  [0x14, "index", "call_ref return_call_ref"],
  [0x18, "index", "delegate"],
  [0x19, "none", "catch_all drop select"],
  [0x1c, "select", "select_t"],
  [0x1f, "try-table", "try_table"],
  [0x20, "index", "local.get local.set local.tee global.get global.set table.get table.set"],
  [
    0x28,
    "memarg",
    "i32.load i64.load f32.load f64.load i32.load8_s i32.load8_u i32.load16_s i32.load16_u",
  ],
  [0x30, "memarg", "i64.load8_s i64.load8_u i64.load16_s i64.load16_u i64.load32_s i64.load32_u"],
  [
    0x36,
    "memarg",
    "i32.store i64.store f32.store f64.store i32.store8 i32.store16 i64.store8 i64.store16 i64.store32",
  ],
  [0x3f, "index", "memory.size memory.grow"],
  [0x41, "leb", "i32.const i64.const"],
  [0x43, "bytes4", "f32.const"],
  [0x44, "bytes8", "f64.const"],
  [
    0x45,
    "none",
    "i32.eqz i32.eq i32.ne i32.lt_s i32.lt_u i32.gt_s i32.gt_u i32.le_s i32.le_u i32.ge_s i32.ge_u",
  ],
  [
    0x50,
    "none",
    "i64.eqz i64.eq i64.ne i64.lt_s i64.lt_u i64.gt_s i64.gt_u i64.le_s i64.le_u i64.ge_s i64.ge_u",
  ],
  [
    0x5b,
    "none",
    "f32.eq f32.ne f32.lt f32.gt f32.le f32.ge f64.eq f64.ne f64.lt f64.gt f64.le f64.ge",
  ],
  [
    0x67,
    "none",
    "i32.clz i32.ctz i32.popcnt i32.add i32.sub i32.mul i32.div_s i32.div_u i32.rem_s i32.rem_u",
  ],
  [0x71, "none", "i32.and i32.or i32.xor i32.shl i32.shr_s i32.shr_u i32.rotl i32.rotr"],
  [
    0x79,
    "none",
    "i64.clz i64.ctz i64.popcnt i64.add i64.sub i64.mul i64.div_s i64.div_u i64.rem_s i64.rem_u",
  ],
  [0x83, "none", "i64.and i64.or i64.xor i64.shl i64.shr_s i64.shr_u i64.rotl i64.rotr"],
  [
    0x8b,
    "none",
    "f32.abs f32.neg f32.ceil f32.floor f32.trunc f32.nearest f32.sqrt f32.add f32.sub f32.mul f32.div",
  ],
  [
    0x96,
    "none",
    "f32.min f32.max f32.copysign f64.abs f64.neg f64.ceil f64.floor f64.trunc f64.nearest f64.sqrt",
  ],
  [0xa0, "none", "f64.add f64.sub f64.mul f64.div f64.min f64.max f64.copysign i32.wrap_i64"],
  [
    0xa8,
    "none",
    "i32.trunc_f32_s i32.trunc_f32_u i32.trunc_f64_s i32.trunc_f64_u i64.extend_i32_s i64.extend_i32_u",
  ],
  [0xae, "none", "i64.trunc_f32_s i64.trunc_f32_u i64.trunc_f64_s i64.trunc_f64_u"],
  [
    0xb2,
    "none",
    "f32.convert_i32_s f32.convert_i32_u f32.convert_i64_s f32.convert_i64_u f32.demote_f64",
  ],
  [
    0xb7,
    "none",
    "f64.convert_i32_s f64.convert_i32_u f64.convert_i64_s f64.convert_i64_u f64.promote_f32",
  ],
  [0xbc, "none", "i32.reinterpret_f32 i64.reinterpret_f64 f32.reinterpret_i32 f64.reinterpret_i64"],
  [0xc0, "none", "i32.extend8_s i32.extend16_s i64.extend8_s i64.extend16_s i64.extend32_s"],
  [0xd0, "heap", "ref.null"],
  [0xd1, "none", "ref.is_null"],
  [0xd2, "index", "ref.func"],
  [0xd3, "none", "ref.eq ref.as_non_null"],
  [0xd5, "index", "br_on_null br_on_non_null"],
];

/** Opcodes after the prefix 0xfb: structures, arrays, casts. */
export const GC_RUNS: readonly OpcodeRun[] = [
  [0x00, "index", "struct.new struct.new_default"],
  [0x02, "index2", "struct.get struct.get_s struct.get_u struct.set"],
  [0x06, "index", "array.new array.new_default"],
  [0x08, "index2", "array.new_fixed array.new_data array.new_elem"],
  [0x0b, "index", "array.get array.get_s array.get_u array.set"],
  [0x0f, "none", "array.len"],
  [0x10, "index", "array.fill"],
  [0x11, "index2", "array.copy array.init_data array.init_elem"],
  [0x14, "heap", "ref.test ref.test_null ref.cast ref.cast_null"],
  [0x18, "cast-branch", "br_on_cast br_on_cast_fail"],
  [0x1a, "none", "any.convert_extern extern.convert_any ref.i31 i31.get_s i31.get_u"],
];

/** Opcodes after the prefix 0xfc: saturating truncation, bulk memory, tables. */
export const NUMERIC_RUNS: readonly OpcodeRun[] = [
  [0x00, "none", "i32.trunc_sat_f32_s i32.trunc_sat_f32_u i32.trunc_sat_f64_s i32.trunc_sat_f64_u"],
  [0x04, "none", "i64.trunc_sat_f32_s i64.trunc_sat_f32_u i64.trunc_sat_f64_s i64.trunc_sat_f64_u"],
  [0x08, "index2", "memory.init"],
  [0x09, "index", "data.drop"],
  [0x0a, "index2", "memory.copy"],
  [0x0b, "index", "memory.fill"],
  [0x0c, "index2", "table.init"],
  [0x0d, "index", "elem.drop"],
  [0x0e, "index2", "table.copy"],
  [0x0f, "index", "table.grow table.size table.fill"],
];
