import type { OpcodeRun } from "./opcodes-core.ts";

const COMPARISONS = "eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u";
const FLOAT_COMPARISONS = "eq ne lt gt le ge";
const FLOAT_ARITHMETIC = "sqrt add sub mul div min max pmin pmax";

function of(shape: string, names: string): string {
  return names.replaceAll(/[^ ]+/g, (name) => (name === "-" ? name : `${shape}.${name}`));
}

/** Opcodes after the prefix 0xfd: 128-bit vectors and their relaxed variants. */
export const VECTOR_RUNS: readonly OpcodeRun[] = [
  [
    0x00,
    "memarg",
    of("v128", "load load8x8_s load8x8_u load16x4_s load16x4_u load32x2_s load32x2_u"),
  ],
  [0x07, "memarg", of("v128", "load8_splat load16_splat load32_splat load64_splat store")],
  [0x0c, "bytes16", "v128.const i8x16.shuffle"],
  [
    0x0e,
    "none",
    "i8x16.swizzle i8x16.splat i16x8.splat i32x4.splat i64x2.splat f32x4.splat f64x2.splat",
  ],
  [0x15, "byte", of("i8x16", "extract_lane_s extract_lane_u replace_lane")],
  [0x18, "byte", of("i16x8", "extract_lane_s extract_lane_u replace_lane")],
  [0x1b, "byte", "i32x4.extract_lane i32x4.replace_lane i64x2.extract_lane i64x2.replace_lane"],
  [0x1f, "byte", "f32x4.extract_lane f32x4.replace_lane f64x2.extract_lane f64x2.replace_lane"],
  [0x23, "none", of("i8x16", COMPARISONS)],
  [0x2d, "none", of("i16x8", COMPARISONS)],
  [0x37, "none", of("i32x4", COMPARISONS)],
  [0x41, "none", of("f32x4", FLOAT_COMPARISONS)],
  [0x47, "none", of("f64x2", FLOAT_COMPARISONS)],
  [0x4d, "none", of("v128", "not and andnot or xor bitselect any_true")],
  [0x54, "memarg-lane", of("v128", "load8_lane load16_lane load32_lane load64_lane")],
  [0x58, "memarg-lane", of("v128", "store8_lane store16_lane store32_lane store64_lane")],
  [0x5c, "memarg", of("v128", "load32_zero load64_zero")],
  [0x5e, "none", "f32x4.demote_f64x2_zero f64x2.promote_low_f32x4"],
  [0x60, "none", of("i8x16", "abs neg popcnt all_true bitmask narrow_i16x8_s narrow_i16x8_u")],
  [0x67, "none", of("f32x4", "ceil floor trunc nearest")],
  [0x6b, "none", of("i8x16", "shl shr_s shr_u add add_sat_s add_sat_u sub sub_sat_s sub_sat_u")],
  [
    0x74,
    "none",
    "f64x2.ceil f64x2.floor i8x16.min_s i8x16.min_u i8x16.max_s i8x16.max_u f64x2.trunc i8x16.avgr_u",
  ],
  [0x7c, "none", "i16x8.extadd_pairwise_i8x16_s i16x8.extadd_pairwise_i8x16_u"],
  [0x7e, "none", "i32x4.extadd_pairwise_i16x8_s i32x4.extadd_pairwise_i16x8_u"],
  [
    0x80,
    "none",
    of("i16x8", "abs neg q15mulr_sat_s all_true bitmask narrow_i32x4_s narrow_i32x4_u"),
  ],
  [
    0x87,
    "none",
    of("i16x8", "extend_low_i8x16_s extend_high_i8x16_s extend_low_i8x16_u extend_high_i8x16_u"),
  ],
  [0x8b, "none", of("i16x8", "shl shr_s shr_u add add_sat_s add_sat_u sub sub_sat_s sub_sat_u")],
  [0x94, "none", "f64x2.nearest"],
  [0x95, "none", of("i16x8", "mul min_s min_u max_s max_u - avgr_u")],
  [
    0x9c,
    "none",
    of("i16x8", "extmul_low_i8x16_s extmul_high_i8x16_s extmul_low_i8x16_u extmul_high_i8x16_u"),
  ],
  [0xa0, "none", of("i32x4", "abs neg - all_true bitmask")],
  [
    0xa7,
    "none",
    of("i32x4", "extend_low_i16x8_s extend_high_i16x8_s extend_low_i16x8_u extend_high_i16x8_u"),
  ],
  [
    0xab,
    "none",
    of("i32x4", "shl shr_s shr_u add - - sub - - - mul min_s min_u max_s max_u dot_i16x8_s"),
  ],
  [
    0xbc,
    "none",
    of("i32x4", "extmul_low_i16x8_s extmul_high_i16x8_s extmul_low_i16x8_u extmul_high_i16x8_u"),
  ],
  [0xc0, "none", of("i64x2", "abs neg - all_true bitmask")],
  [
    0xc7,
    "none",
    of("i64x2", "extend_low_i32x4_s extend_high_i32x4_s extend_low_i32x4_u extend_high_i32x4_u"),
  ],
  [0xcb, "none", of("i64x2", "shl shr_s shr_u add - - sub - - - mul eq ne lt_s gt_s le_s ge_s")],
  [
    0xdc,
    "none",
    of("i64x2", "extmul_low_i32x4_s extmul_high_i32x4_s extmul_low_i32x4_u extmul_high_i32x4_u"),
  ],
  [0xe0, "none", of("f32x4", `abs neg - ${FLOAT_ARITHMETIC}`)],
  [0xec, "none", of("f64x2", `abs neg - ${FLOAT_ARITHMETIC}`)],
  [
    0xf8,
    "none",
    "i32x4.trunc_sat_f32x4_s i32x4.trunc_sat_f32x4_u f32x4.convert_i32x4_s f32x4.convert_i32x4_u",
  ],
  [0xfc, "none", "i32x4.trunc_sat_f64x2_s_zero i32x4.trunc_sat_f64x2_u_zero"],
  [0xfe, "none", "f64x2.convert_low_i32x4_s f64x2.convert_low_i32x4_u"],
  [0x100, "none", "i8x16.relaxed_swizzle i32x4.relaxed_trunc_f32x4_s i32x4.relaxed_trunc_f32x4_u"],
  [0x103, "none", "i32x4.relaxed_trunc_f64x2_s_zero i32x4.relaxed_trunc_f64x2_u_zero"],
  [0x105, "none", "f32x4.relaxed_madd f32x4.relaxed_nmadd f64x2.relaxed_madd f64x2.relaxed_nmadd"],
  [
    0x109,
    "none",
    "i8x16.relaxed_laneselect i16x8.relaxed_laneselect i32x4.relaxed_laneselect i64x2.relaxed_laneselect",
  ],
  [0x10d, "none", "f32x4.relaxed_min f32x4.relaxed_max f64x2.relaxed_min f64x2.relaxed_max"],
  [
    0x111,
    "none",
    "i16x8.relaxed_q15mulr_s i16x8.relaxed_dot_i8x16_i7x16_s i32x4.relaxed_dot_i8x16_i7x16_add_s",
  ],
];

const WIDTHS =
  "i32.atomic.$ i64.atomic.$ i32.atomic.$8_u i32.atomic.$16_u i64.atomic.$8_u i64.atomic.$16_u i64.atomic.$32_u";
const MODIFY = `i32.atomic.rmw.$ i64.atomic.rmw.$ i32.atomic.rmw8.$_u i32.atomic.rmw16.$_u
  i64.atomic.rmw8.$_u i64.atomic.rmw16.$_u i64.atomic.rmw32.$_u`.replaceAll(/\s+/g, " ");

function modify(operation: string): string {
  return MODIFY.replaceAll("$", operation);
}

/** Opcodes after the prefix 0xfe: atomic accesses. */
export const ATOMIC_RUNS: readonly OpcodeRun[] = [
  [0x00, "memarg", "memory.atomic.notify memory.atomic.wait32 memory.atomic.wait64"],
  [0x03, "byte", "atomic.fence"],
  [0x10, "memarg", WIDTHS.replaceAll("$", "load")],
  [0x17, "memarg", WIDTHS.replaceAll("$", "store").replaceAll("_u", "")],
  [0x1e, "memarg", modify("add")],
  [0x25, "memarg", modify("sub")],
  [0x2c, "memarg", modify("and")],
  [0x33, "memarg", modify("or")],
  [0x3a, "memarg", modify("xor")],
  [0x41, "memarg", modify("xchg")],
  [0x48, "memarg", modify("cmpxchg")],
];
