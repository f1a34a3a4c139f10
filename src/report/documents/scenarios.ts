import type { PlannedSuite } from "../../model/benchmark.ts";

/** What to do when the targets of a suite are missed: the plan's four scenarios, for this engine and for Wasmtime. */
export interface Scenario {
  readonly letter: string;
  readonly title: string;
  readonly v8: readonly string[];
  readonly wasmtime: readonly string[];
}

/** The scenarios by the suite whose targets call for them. */
export const SCENARIOS: Readonly<Record<PlannedSuite, Scenario>> = {
  instantiation: {
    letter: "A",
    title: "Start is too slow",
    v8: [
      "Look at the phases: compile points to module size, instantiate to memories, tables and data segments, first call to lazy compilation.",
      "Compile once and keep the `WebAssembly.Module`; send it to workers instead of the bytes. In a browser, compile while streaming so that the code cache can serve it.",
      "Shrink the module: drop unused exports, run `wasm-opt -Oz`, strip names and debug sections; watch `size_scaling` for what a KiB costs.",
      "Move large data segments out of the module and start-up work out of the start function.",
    ],
    wasmtime: [
      "Compile ahead of time (`wasmtime compile`) and load with `Module::deserialize`, so that no compilation is left at start.",
      "Keep one `Engine` and cache modules in the host; make an `InstancePre` once per component.",
      "Use the pooling allocator and copy-on-write images for memories; profile the creation of the engine itself.",
    ],
  },
  execution: {
    letter: "B",
    title: "Execution overhead is too high",
    v8: [
      "Check the tier first: a call that never returns stays in the baseline compiler. Compare a run with the `optimized` tier.",
      "Separate boundary from body: when `boundary_cost` dominates, pass more work per call instead of optimising the body.",
      "Read the fuel beside the time: time up with fuel means more instructions, time up without it means memory access, host calls or code placement.",
      "Profile with `--cpu-prof` and with `perf` and `--perf-prof`; keep the name section while doing so.",
    ],
    wasmtime: [
      "Profile with `perf` and `cargo flamegraph` using the jitdump profiler of the engine.",
      "Measure with fuel metering off and on; consider epoch interruption where a bound suffices.",
      "Check that Cranelift's optimisation level is `speed` and which bounds-check strategy the memory configuration leads to.",
    ],
  },
  memory: {
    letter: "C",
    title: "Memory per component is too high",
    v8: [
      "Compare declared pages with touched pages: lower the initial memory, let it grow, and do not touch what is not used.",
      "Look at `above declared` and `with own module`: what is left above the memory itself is instance, tables and code.",
      "Share one compiled module between instances; a worker of its own costs far more than an instance.",
      "Look for host closures that keep dropped instances alive when `linear_scaling` does not return to its start.",
    ],
    wasmtime: [
      "Profile with heaptrack or valgrind's massif; look for host functions that keep guest data.",
      "Reduce what `Store<T>` holds per component, and drop stores instead of reusing them for unrelated work.",
      "Limit memories with a `ResourceLimiter` and size the pooling allocator to the real maximum.",
    ],
  },
  crash_handling: {
    letter: "D",
    title: "Crash handling is too slow",
    v8: [
      "Set `Error.stackTraceLimit` low on the hot path and do not read `stack` there.",
      "Categorise by a table of messages before trying patterns; keep statistics out of the handler.",
      "Keep a compiled module at hand: recovery is then an instantiation, not a compilation.",
      "Read `reclaim` beside `cleanup`: memory comes back with a collection, so bound the number of dropped instances instead of waiting for it.",
    ],
    wasmtime: [
      "Profile the drop of the store wrapper; move metrics and logging out of it.",
      "Match on `Trap` codes instead of on formatted messages, and switch off backtraces where they are not read.",
      "Make a new `Store` from an `InstancePre` for recovery.",
    ],
  },
};
