import type { PlannedSuite } from "../../model/benchmark.ts";

/** What a baseline report says about a suite, whatever was measured. */
export interface SuiteWords {
  readonly title: string;
  readonly question: string;
  /** What each group of benchmarks measures, by group. */
  readonly groups: readonly (readonly [string, string])[];
  /** What the engine cannot tell, or tells differently than a reader may expect. */
  readonly caveats: readonly string[];
}

/** Definitions of the suites; docs/measurement.md has them in full. */
export const SUITE_WORDS: Readonly<Record<PlannedSuite, SuiteWords>> = {
  instantiation: {
    title: "Instantiation baseline",
    question: "How long does it take from bytes in memory to the first result of a component?",
    groups: [
      [
        "cold_start",
        "A fresh isolate or process for every observation: compile bytes the engine has not seen, instantiate, call once. `time` is the sum; `compile`, `instantiate` and `first_call` are its phases. The start of the isolate or process itself is shown beside it and is no part of `time`.",
      ],
      [
        "warm_start",
        "The compiled module is kept: a new instance and its first call in the same process.",
      ],
      [
        "size_scaling",
        "Generated code of a given size with bytes unique to every observation: compile, instantiate and call. The slope per KiB says what more code costs.",
      ],
    ],
    caveats: [
      "The engine shares compiled code between identical bytes in one process, so whatever is called cold uses fresh processes or unique bytes.",
      "Compilation is lazy: the first call pays for the functions it reaches.",
      "Garbage collection makes the tail long; medians and low percentiles are judged, and the share of collection is recorded.",
    ],
  },
  execution: {
    title: "Execution baseline",
    question: "How fast does guest code run, and what does crossing the boundary cost?",
    groups: [
      [
        "minimal_overhead",
        "The same chained addition as a loop in the guest and as a loop in the host language, in one process. `overhead` is their ratio minus one. `boundary_cost` is one call from JavaScript into the guest and is a different question.",
      ],
      [
        "compute_heavy",
        "Naive recursive Fibonacci in the guest: calls, branches and integer arithmetic.",
      ],
      ["memory_intensive", "Filling linear memory byte by byte and with the bulk instruction."],
      [
        "host_call",
        "The guest calls an imported function many times; the asynchronous form suspends the guest where the engine can.",
      ],
    ],
    caveats: [
      "“Native” is the host language of the engine, not machine code of another compiler; results imported from a native harness bring their own native baseline.",
      "There is no on-stack replacement for WebAssembly: one long call stays in the baseline compiler until the export is entered again.",
      "Operations shorter than the harness's floor are looped inside the guest and divided by their number.",
    ],
  },
  memory: {
    title: "Memory baseline",
    question: "What does one live instance cost, and does the cost stay linear?",
    groups: [
      [
        "footprint",
        "Private resident bytes per live instance, by least squares over several numbers of instances in a fresh process, with every page touched and untouched.",
      ],
      [
        "scaling",
        "Many live instances of the reference component: bytes per instance and the time to create one.",
      ],
      [
        "limit_enforcement",
        "Growing inside the declared maximum, and growing beyond it, which must be refused; the cost of both.",
      ],
      [
        "linear_scaling",
        "Create, call and drop in sequence: time per instance, and resident growth after collection.",
      ],
    ],
    caveats: [
      "A memory that is declared but untouched is hardly resident: the table shows both.",
      "Every memory reserves address space far beyond its size; that is not resident and not counted.",
      "Resident bytes come from the operating system and are immune to a busy CPU.",
    ],
  },
  crash_handling: {
    title: "Crash handling baseline",
    question: "What does a trap cost, and how soon does a component work again?",
    groups: [
      ["normal_execution", "A call in a handler that does not trap: the price of being prepared."],
      [
        "trap_detection",
        "From a caught error to its category, and the round trip of raising, unwinding and catching by kind.",
      ],
      [
        "resource_cleanup",
        "The synchronous part a host pays to let go of an instance; `reclaim`, the collection that frees it, stands beside it.",
      ],
      [
        "recovery_latency",
        "From the trap to the first good call of a new instance of the compiled module.",
      ],
      [
        "fuel_exhaustion",
        "A budget set on instrumented code, exhausted, caught, categorised, and the instance replaced.",
      ],
    ],
    caveats: [
      "There is no store to drop on this engine: cleanup is the synchronous hand-back, and memory returns with a later collection. A small number here is no victory over a limit written for an engine that frees at once.",
      "Some traps cannot be told apart by the engine's words; they are kept as one named set.",
      "Reading a stack trace costs more than the trap.",
    ],
  },
};
