import type { Benchmark, Call } from "../../model/benchmark.ts";
import { defineReference as define } from "./define-reference.ts";

/** Traps whose raising and catching is timed; the rest are covered by categorising alone. */
const TRAPS = [
  "unreachable",
  "divide_by_zero",
  "integer_overflow",
  "invalid_conversion",
  "memory_out_of_bounds",
  "table_out_of_bounds",
  "indirect_call_to_null",
  "bad_signature",
  "element_out_of_bounds",
  "stack_exhaustion",
];

/** Fuel for a call of fib(10), which needs 1,766. */
const FIB_BUDGET = 1_000;

/**
 * The benchmarks of the suite `crash_handling` on the shipped components that can trap.
 *
 * @returns the benchmarks in report order
 * @see docs/measurement.md
 */
export function crashHandling(): Benchmark[] {
  const ok: Call = { export: "ok", args: [41], expect: 42 };
  const trap: Call = { export: "unreachable", args: [] };
  const traps = TRAPS.map((name) => ({ export: name, args: [] }));
  return [
    define("crash_handling/normal_execution/successful_execution", "traps", {
      kind: "guarded_call",
      call: ok,
    }),
    define("crash_handling/trap_detection/trap_categorization", "traps", {
      kind: "categorize",
      traps,
    }),
    define("crash_handling/resource_cleanup/cleanup_after_success", "traps", {
      kind: "cleanup",
      after: "success",
      call: ok,
    }),
    define("crash_handling/resource_cleanup/cleanup_after_trap", "traps", {
      kind: "cleanup",
      after: "trap",
      call: trap,
    }),
    define("crash_handling/recovery_latency/recovery_after_crash", "traps", {
      kind: "recover",
      trap,
      call: ok,
    }),
    define("crash_handling/fuel_exhaustion/fuel_trap_handling", "fib", {
      kind: "exhaust_fuel",
      call: { export: "fib", args: [10], expect: 55 },
      fuel: FIB_BUDGET,
    }),
  ];
}
