import type { Target } from "./target.ts";

const KIB = 1024;
/** The limits come from a plan for this engine; they are measured on another. */
const WRITTEN_FOR = "Wasmtime 24";

/**
 * The six targets of the plan this product comes from, and one against leaks; every one is measured unless a configuration drops
 * it.
 */
export const DEFAULT_TARGETS: readonly Target[] = [
  {
    benchmark: "instantiation/cold_start/*",
    metric: "time",
    max: 10_000_000,
    unit: "ns",
    source: "ADR-WASM-002",
    severity: "fail",
    title: "Cold start below 10 ms",
    writtenFor: WRITTEN_FOR,
    note: "Bytes in memory to the end of the first call in a fresh isolate; the isolate's own start is excluded and shown beside it.",
    notes: {
      wasmtime:
        "Engine, code, store and instance are made anew, to the end of the first call, in a fresh isolate that has loaded the library; the isolate's own start is excluded and shown beside it.",
    },
  },
  {
    benchmark: "instantiation/warm_start/*",
    metric: "time",
    max: 1_000_000,
    unit: "ns",
    source: "ADR-WASM-002",
    severity: "fail",
    title: "Warm start below 1 ms",
    writtenFor: WRITTEN_FOR,
    note: "A compiled module is reused: new instance and first call.",
    notes: {
      wasmtime:
        "Compiled code is reused: new store, new instance and first call; the store is deleted when the clock has stopped.",
    },
  },
  {
    benchmark: "execution/minimal_overhead/wasm_add",
    metric: "overhead",
    max: 0.05,
    unit: "ratio",
    source: "Phase 6 plan, execution overhead",
    severity: "warn",
    title: "Execution overhead below 5 % of native",
    writtenFor: WRITTEN_FOR,
    note: "Native is the host language: the loop inside the guest against the same loop in JavaScript, in one process. The limit was written for Wasmtime against native Rust; one call across the boundary is shown as boundary_cost.",
    notes: {
      wasmtime:
        "Native is the host language: the loop inside the guest against the same loop in JavaScript, which V8 runs in the same process. The limit was written against native Rust; one call across the boundary is shown as boundary_cost.",
    },
  },
  {
    benchmark: "memory/scaling/*",
    metric: "resident_bytes",
    max: 512 * KIB,
    unit: "bytes",
    source: "ADR-WASM-006",
    severity: "fail",
    title: "Memory below 512 KiB per component",
    writtenFor: WRITTEN_FOR,
    note: "Private bytes per live instance with every page touched, the declared linear memory included.",
  },
  {
    benchmark: "crash_handling/trap_detection/*",
    metric: "time",
    max: 100,
    unit: "ns",
    source: "Phase 6 plan, trap detection",
    severity: "fail",
    title: "Trap detection about 100 ns",
    writtenFor: WRITTEN_FOR,
    note: "From a caught error to its category; raising and unwinding the trap are not included.",
    notes: {
      wasmtime:
        "From a trap that is held to its category, for which the engine is asked for its code; raising and unwinding the trap are not included.",
    },
  },
  {
    benchmark: "crash_handling/resource_cleanup/*",
    metric: "time",
    max: 1000,
    unit: "ns",
    source: "Phase 6 plan, cleanup latency",
    severity: "fail",
    title: "Cleanup below 1 µs",
    writtenFor: WRITTEN_FOR,
    note: "V8 has no store to drop: this is the synchronous hand-back of an instance. The collection that frees it is shown as reclaim.",
    notes: {
      wasmtime:
        "The store of an instance is deleted, and its memory with it: twenty are made and called before, and their deletion alone is timed.",
    },
  },
  {
    benchmark: "execution/**",
    metric: "pages_per_call",
    max: 0,
    unit: "pages",
    source: "docs/measurement.md",
    severity: "fail",
    title: "No page of memory more with every call",
    writtenFor: null,
    note: "Memory that grows from call 100 to call 1,000 of one instance, and again to call 2,000; what fills up once is no growth.",
  },
];
