import type { Benchmark, Call, ExtraCall } from "../../model/benchmark.ts";
import type { MetricName } from "../../model/metric.ts";
import { defineReference as define } from "./define-reference.ts";
import { crashHandling } from "./reference-crash.ts";

/** A reference component: a WAT file in fixtures/wat, or code generated at a size. */
export type ReferenceSource =
  | { readonly kind: "wat"; readonly file: string }
  | { readonly kind: "generated"; readonly bytes: number };

/** Reference components by name; the names are those of their files. */
export const REFERENCE_COMPONENTS: ReadonlyMap<string, ReferenceSource> = new Map<
  string,
  ReferenceSource
>([
  ...["minimal", "add", "fib", "fill", "host_call", "host_call_async", "grow", "traps"].map(
    watSource,
  ),
  ...["memory_64kb", "memory_512kb", "memory_1mb", "memory_2mb"].map(watSource),
  ["size_1kb", { kind: "generated", bytes: 1_024 }],
  ["size_10kb", { kind: "generated", bytes: 10_240 }],
  ["size_100kb", { kind: "generated", bytes: 102_400 }],
]);

const LOOP = 1_000;
const SIXTY_FOUR_KIB = 65_536;
const ONE_MIB = 1_048_576;
const PLUS_ONE: Call = { export: "run", args: [41], expect: 42 };
const LIVE = [1, 10, 50];

/**
 * The benchmarks of the four suites on the shipped reference components, with the ids of the plan they come from.
 *
 * @param features - what the engine can do
 * @param maxInstances - cap on live instances; counts above it are cut to it
 * @returns the benchmarks in report order
 * @see docs/measurement.md
 */
export function referenceBenchmarks(
  features: { readonly promiseIntegration: boolean },
  maxInstances: number,
): Benchmark[] {
  return [...instantiation(), ...execution(features), ...memory(maxInstances), ...crashHandling()];
}

function instantiation(): Benchmark[] {
  const sizes = ["1kb", "10kb", "100kb"].map((size) =>
    define(`instantiation/size_scaling/${size}`, `size_${size}`, {
      kind: "load",
      call: { export: "run", args: [1] },
    }),
  );
  return [
    define("instantiation/cold_start/minimal_component", "minimal", {
      kind: "cold_start",
      call: PLUS_ONE,
    }),
    define("instantiation/warm_start/minimal_component", "minimal", {
      kind: "warm_start",
      call: PLUS_ONE,
    }),
    ...sizes,
  ];
}

function execution({ promiseIntegration }: { promiseIntegration: boolean }): Benchmark[] {
  const addLoop = { export: "add_loop", args: [LOOP], expect: (LOOP * (LOOP + 1)) / 2 };
  const calls: Call = { export: "call_loop", args: [LOOP], expect: LOOP };
  const noPromises = promiseIntegration
    ? null
    : "this engine has no JavaScript Promise Integration (WebAssembly.promising)";
  return [
    define("execution/minimal_overhead/native_add", "", {
      kind: "native_call",
      native: { source: "builtin:add_loop", args: [LOOP] },
      operations: LOOP,
    }),
    define("execution/minimal_overhead/wasm_add", "add", {
      kind: "call",
      call: addLoop,
      operations: LOOP,
      native: { source: "builtin:add_loop", args: [LOOP] },
      extras: [extra("boundary_cost", { export: "add", args: [40, 2], expect: 42 })],
    }),
    ...[fib(10, 55), fib(20, 6_765), fib(30, 832_040)],
    define("execution/memory_intensive/fill_memory", "fill", {
      kind: "call",
      call: fill("fill_bytes", SIXTY_FOUR_KIB),
      operations: 1,
      native: { source: "builtin:fill_bytes", args: [SIXTY_FOUR_KIB, 7] },
      extras: [
        extra("fill_bytes_1mib", fill("fill_bytes", ONE_MIB)),
        extra("fill_bulk_64kib", fill("fill_bulk", SIXTY_FOUR_KIB)),
        extra("fill_bulk_1mib", fill("fill_bulk", ONE_MIB)),
      ],
    }),
    define("execution/host_call/sync", "host_call", {
      kind: "call",
      call: calls,
      operations: LOOP,
      native: null,
      extras: [],
    }),
    {
      ...define("execution/host_call/async", "host_call_async", {
        kind: "async_call",
        call: calls,
        operations: LOOP,
      }),
      unsupported: noPromises,
    },
  ];
}

function memory(maxInstances: number): Benchmark[] {
  const live = LIVE.map((count) => Math.min(count, maxInstances));
  const footprints = ["64kb", "512kb", "1mb", "2mb"].map((size) =>
    define(`memory/footprint/${size}`, `memory_${size}`, {
      kind: "footprint",
      touch: true,
      instances: live,
    }),
  );
  const scaling = LIVE.map((count) =>
    define(`memory/scaling/${count}_components`, "memory_64kb", {
      kind: "scaling",
      instances: LIVE.filter((other) => other <= count).map((other) =>
        Math.min(other, maxInstances),
      ),
      call: PLUS_ONE,
    }),
  );
  const sequences = [1, 5, 10, 25, 50].map((count) =>
    define(`memory/linear_scaling/${count}_sequential`, "memory_64kb", {
      kind: "sequence",
      instances: count,
      call: PLUS_ONE,
    }),
  );
  const grow = define("memory/limit_enforcement/memory_grow_within_limit", "grow", {
    kind: "grow",
    memory: "memory",
    call: PLUS_ONE,
  });
  return [...footprints, ...scaling, grow, ...sequences];
}

function fib(n: number, expect: number): Benchmark {
  return define(`execution/compute_heavy/fib_${n}`, "fib", {
    kind: "call",
    call: { export: "fib", args: [n], expect },
    operations: 1,
    native: { source: "builtin:fib", args: [n] },
    extras: [],
  });
}

function fill(name: string, bytes: number): Call {
  return { export: name, args: [bytes, 7], expect: 7 };
}

function extra(metric: MetricName, call: Call): ExtraCall {
  return { metric, call, operations: 1 };
}

function watSource(name: string): [string, ReferenceSource] {
  return [name, { kind: "wat", file: `${name}.wat` }];
}
