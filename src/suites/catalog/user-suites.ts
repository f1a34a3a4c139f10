import type { Benchmark, Call, Procedure, SuiteName } from "../../model/benchmark.ts";
import type { ComponentFormat } from "../../model/component.ts";
import type { ComponentEntry } from "../../model/config.ts";
import { toCall, trapOf } from "../../model/configured-call.ts";
import type { NamedBenchmark } from "../../model/load-record.ts";
import type { PrimaryMetric } from "../../model/metric.ts";

/** What a component's module offers, as far as the catalogue asks. */
export interface Offers {
  readonly format: ComponentFormat;
  /** Name of an exported, growable memory; null without one. */
  readonly growableMemory: string | null;
  /** Why growth cannot be measured; null when it can. */
  readonly growthObstacle: string | null;
  readonly memory: boolean;
  /** What runs a WASI command to its end, once per instance: `_start`, or `wasi:cli/run#run`; null for what is none. */
  readonly command: string | null;
  /** Benchmarks of its workload module; absent without one. */
  readonly workload?: readonly NamedBenchmark[];
}

/** One of the user's components, as its benchmarks are defined. */
export interface UserContext {
  readonly entry: ComponentEntry;
  readonly offers: Offers;
  readonly maxInstances: number;
  /** The call that proves an instance works; null when none is configured. */
  readonly call: Call | null;
}

const LIVE = [1, 10, 50];
const SEQUENCE = 10;
/** Fuel that no call can do with: it is exhausted when the first function is entered. */
const LEAST_BUDGET = 1;

/** The benchmarks of one component in each suite, in report order. */
export const USER_SUITES: Readonly<Record<SuiteName, (context: UserContext) => Benchmark[]>> = {
  instantiation,
  execution,
  memory,
  crash_handling: crashHandling,
  size,
};

const NO_CALL = "name a call under `execution` in the configuration";
const NO_TRAP = "name a call that traps under `trap` in the configuration";

function instantiation(context: UserContext): Benchmark[] {
  const { call } = context;
  return [
    define(context, { group: "instantiation/cold_start", procedure: { kind: "cold_start", call } }),
    define(context, {
      group: "instantiation/warm_start",
      procedure: { kind: "warm_start", call },
    }),
    define(context, {
      group: "instantiation/size_scaling",
      procedure: { kind: "load", call },
    }),
  ];
}

function execution(context: UserContext): Benchmark[] {
  const entries = context.entry.execution;
  const { command, workload = [] } = context.offers;
  if (entries.length + workload.length === 0 && command !== null) {
    const call: Call = { export: command, args: [] };
    return [
      define(context, {
        group: `execution/${command.slice(command.indexOf("#") + 1)}`,
        procedure: { kind: "call", call, operations: 1, native: null, extras: [] },
      }),
    ];
  }
  const calls = entries.map((entry) =>
    define(context, {
      group: `execution/${entry.name}`,
      procedure: {
        kind: "call",
        call: toCall(entry, context.entry),
        operations: entry.operations,
        native: entry.native === null ? null : { source: entry.native, args: entry.args },
        extras: [],
        ...(entry.clock === "wall" ? { clock: entry.clock } : {}),
      },
    }),
  );
  return [...calls, ...workload.map((one) => workloadBenchmark(context, one))];
}

function workloadBenchmark(context: UserContext, { name, clock }: NamedBenchmark): Benchmark {
  return define(context, {
    group: `execution/${name}`,
    procedure: { kind: "workload", name, ...(clock === "wall" ? { clock } : {}) },
  });
}

function memory(context: UserContext): Benchmark[] {
  const { offers, call } = context;
  const instances = [...new Set(LIVE.map((count) => Math.min(count, context.maxInstances)))];
  return [
    define(context, {
      group: "memory/footprint",
      procedure: { kind: "footprint", touch: true, instances },
    }),
    define(context, {
      group: "memory/scaling",
      procedure: { kind: "scaling", instances, call },
    }),
    define(context, {
      group: "memory/limit_enforcement",
      procedure: { kind: "grow", memory: offers.growableMemory ?? "", call },
      unsupported: offers.growthObstacle,
    }),
    define(context, {
      group: "memory/linear_scaling",
      procedure: { kind: "sequence", instances: Math.min(SEQUENCE, context.maxInstances), call },
    }),
  ];
}

function crashHandling(context: UserContext): Benchmark[] {
  const { entry, offers } = context;
  const call = context.call ?? { export: "", args: [] };
  const trap = trapOf(entry) ?? { export: "", args: [] };
  const noCall = context.call === null ? NO_CALL : null;
  const noTrap = entry.trap === null ? NO_TRAP : null;
  const isCommand = call.export === "_start" || call.export === offers.command;
  const command = isCommand ? "a command runs once per instance" : null;
  return [
    define(context, {
      group: "crash_handling/normal_execution",
      procedure: { kind: "guarded_call", call },
      unsupported: noCall ?? command,
    }),
    define(context, {
      group: "crash_handling/trap_detection",
      procedure: { kind: "categorize", traps: [trap] },
      unsupported: noTrap,
    }),
    define(context, {
      group: "crash_handling/resource_cleanup_after_success",
      procedure: { kind: "cleanup", after: "success", call },
      unsupported: noCall,
    }),
    define(context, {
      group: "crash_handling/resource_cleanup_after_trap",
      procedure: { kind: "cleanup", after: "trap", call: trap },
      unsupported: noTrap,
    }),
    define(context, {
      group: "crash_handling/recovery_latency",
      procedure: { kind: "recover", trap, call },
      unsupported: noTrap ?? noCall,
    }),
    define(context, {
      group: "crash_handling/fuel_exhaustion",
      procedure: { kind: "exhaust_fuel", call, fuel: LEAST_BUDGET },
      unsupported: noCall,
    }),
  ];
}

function size(context: UserContext): Benchmark[] {
  return [define(context, { group: "size/component", procedure: { kind: "size" } })];
}

interface Definition {
  readonly group: string;
  readonly procedure: Procedure;
  /** Why it cannot run; absent when it can. */
  readonly unsupported?: string | null;
}

function define({ entry }: UserContext, definition: Definition): Benchmark {
  const { group, procedure, unsupported = null } = definition;
  return {
    id: `${group}/${entry.name}`,
    suite: group.slice(0, group.indexOf("/")) as SuiteName,
    component: entry.name,
    procedure,
    primary: primaryOf(procedure),
    unsupported,
  };
}

function primaryOf({ kind }: Procedure): PrimaryMetric {
  if (kind === "size") return "size_raw";
  return kind === "footprint" || kind === "scaling" ? "resident_bytes" : "time";
}
