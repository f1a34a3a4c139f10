/** Unit of every value of a metric; times are always nanoseconds, ratios are fractions (0.05 = 5 %). */
export type Unit = "ns" | "bytes" | "pages" | "count" | "fuel" | "ratio";

/** `exact` values repeat to the last digit; `noisy` values need statistics. */
export type Assumption = "exact" | "noisy";

/** How the observations of one copy in one process become one value. */
export type Reduction = "p10" | "p25" | "median" | "p75" | "sum";

/** How much an exact metric may grow. A regression is beyond both. */
export interface Allowance {
  /** Share of the baseline's value: 0.01 is 1 %. */
  readonly fraction: number;
  /** Amount in the metric's unit. */
  readonly absolute: number;
}

/** Whether a change of a metric can fail a run (`gated`) or is shown only (`informational`). */
export type Role = "gated" | "informational";

/** A row of the table. */
export type Row<Name extends string = string> = readonly [
  name: Name,
  unit: Unit,
  assumption: Assumption,
  role: Role,
  reduction: Reduction,
  description: string,
  allowance?: Allowance,
];

const NO_GROWTH: Allowance = { fraction: 0, absolute: 0 };
const BYTES_GROWTH: Allowance = { fraction: 0.01, absolute: 1024 };
const COUNT_GROWTH: Allowance = { fraction: 0.005, absolute: 0 };
/** What leaks a little more or less by counting in another number of calls is the same leak; where nothing leaked, nothing may. */
const LEAK_GROWTH: Allowance = { fraction: 0.1, absolute: 0 };

/**
 * The metric table: what stands here is a metric, and nothing else is. A name that ends in `<…>` stands for a family:
 * every name that begins so. An allowance makes a metric one that can be compared to the last digit. Single custom
 * sections have none: they may have targets, and together they are `size_custom`.
 */
export const ROWS = [
  ["time", "ns", "noisy", "gated", "p25", "time of one operation"],
  ["kernel", "ns", "noisy", "informational", "p25", "calibration kernel riding in every round"],
  ["wall", "ns", "noisy", "informational", "p25", "wall time of one operation timed by CPU time"],
  ["cpu", "ns", "noisy", "informational", "p25", "CPU time of one operation timed by wall time"],
  ["kernel_wall", "ns", "noisy", "informational", "p25", "wall time of the calibration kernel"],
  [
    "boundary_share",
    "ratio",
    "noisy",
    "informational",
    "median",
    "share of a call's time outside the core modules of a component: lifting, lowering, its host",
  ],
  ["compile", "ns", "noisy", "informational", "median", "WebAssembly.Module from bytes"],
  ["instantiate", "ns", "noisy", "informational", "median", "WebAssembly.Instance from a module"],
  ["first_call", "ns", "noisy", "informational", "median", "first call, lazy compilation included"],
  ["process_start", "ns", "noisy", "informational", "median", "start of the measuring process"],
  ["isolate_start", "ns", "noisy", "informational", "median", "start of a fresh isolate"],
  [
    "boundary_cost",
    "ns",
    "noisy",
    "informational",
    "p25",
    "one call from JavaScript into the guest",
  ],
  ["slope_per_kib", "ns", "noisy", "informational", "median", "time per KiB of module"],
  ["create", "ns", "noisy", "informational", "median", "creating one live instance"],
  ["refused", "ns", "noisy", "informational", "p25", "growth beyond the limit, refused with -1"],
  ["reclaim", "ns", "noisy", "informational", "median", "collection that frees dropped instances"],
  [
    "overhead",
    "ratio",
    "noisy",
    "informational",
    "p25",
    "guest time over host-language time, minus one",
  ],
  [
    "gc_share",
    "ratio",
    "noisy",
    "informational",
    "median",
    "share of the time spent collecting garbage",
  ],
  [
    "resident_bytes",
    "bytes",
    "noisy",
    "gated",
    "median",
    "private bytes per live instance, pages touched",
  ],
  [
    "untouched_bytes",
    "bytes",
    "noisy",
    "informational",
    "median",
    "private bytes per live instance, untouched",
  ],
  [
    "overhead_bytes",
    "bytes",
    "noisy",
    "informational",
    "median",
    "resident bytes above declared memory",
  ],
  [
    "module_bytes",
    "bytes",
    "noisy",
    "informational",
    "median",
    "private bytes per instance with its own module",
  ],
  [
    "growth_bytes",
    "bytes",
    "noisy",
    "informational",
    "median",
    "private bytes kept after create, call, drop",
  ],
  [
    "returned_bytes",
    "bytes",
    "noisy",
    "informational",
    "median",
    "private bytes given back by a collection",
  ],
  ["live", "count", "noisy", "informational", "median", "live instances behind the slope"],
  ["fit_r2", "ratio", "noisy", "informational", "median", "r² of the fit over live instances"],
  [
    "fuel",
    "fuel",
    "exact",
    "gated",
    "median",
    "operators Wasmtime would charge",
    { fraction: 0.005, absolute: 0 },
  ],
  [
    "pages",
    "pages",
    "exact",
    "gated",
    "median",
    "linear-memory pages after the workload",
    NO_GROWTH,
  ],
  [
    "pages_per_call",
    "pages",
    "exact",
    "gated",
    "median",
    "linear-memory pages that every further call adds",
    LEAK_GROWTH,
  ],
  [
    "fuel_growth",
    "fuel",
    "exact",
    "informational",
    "median",
    "fuel that every call takes more than the one before",
    LEAK_GROWTH,
  ],
  ["size_raw", "bytes", "exact", "gated", "median", "module bytes", BYTES_GROWTH],
  [
    "size_gzip",
    "bytes",
    "exact",
    "informational",
    "median",
    "module bytes after gzip -9",
    BYTES_GROWTH,
  ],
  [
    "size_brotli",
    "bytes",
    "exact",
    "informational",
    "median",
    "module bytes after brotli -11",
    BYTES_GROWTH,
  ],
  ["size_type", "bytes", "exact", "informational", "median", "type section", BYTES_GROWTH],
  ["size_import", "bytes", "exact", "informational", "median", "import section", BYTES_GROWTH],
  ["size_function", "bytes", "exact", "informational", "median", "function section", BYTES_GROWTH],
  ["size_table", "bytes", "exact", "informational", "median", "table section", BYTES_GROWTH],
  ["size_memory", "bytes", "exact", "informational", "median", "memory section", BYTES_GROWTH],
  ["size_tag", "bytes", "exact", "informational", "median", "tag section", BYTES_GROWTH],
  ["size_global", "bytes", "exact", "informational", "median", "global section", BYTES_GROWTH],
  ["size_export", "bytes", "exact", "informational", "median", "export section", BYTES_GROWTH],
  ["size_start", "bytes", "exact", "informational", "median", "start section", BYTES_GROWTH],
  ["size_element", "bytes", "exact", "informational", "median", "element section", BYTES_GROWTH],
  [
    "size_data_count",
    "bytes",
    "exact",
    "informational",
    "median",
    "data count section",
    BYTES_GROWTH,
  ],
  ["size_code", "bytes", "exact", "informational", "median", "code section", BYTES_GROWTH],
  ["size_data", "bytes", "exact", "informational", "median", "data section", BYTES_GROWTH],
  ["size_custom", "bytes", "exact", "informational", "median", "all custom sections", BYTES_GROWTH],
  [
    "size_component",
    "bytes",
    "exact",
    "informational",
    "median",
    "outside core modules",
    BYTES_GROWTH,
  ],
  ["size_custom_<section>", "bytes", "exact", "informational", "median", "that custom section"],
  ["imports", "count", "exact", "informational", "median", "imports of the module", NO_GROWTH],
  ["exports", "count", "exact", "informational", "median", "exports of the module", NO_GROWTH],
  [
    "imported_bytes",
    "bytes",
    "noisy",
    "gated",
    "median",
    "size another tool reported",
    BYTES_GROWTH,
  ],
  [
    "imported_allocated",
    "bytes",
    "noisy",
    "gated",
    "median",
    "bytes of one operation another tool reported",
    { fraction: 0.01, absolute: 0 },
  ],
  [
    "imported_count",
    "count",
    "noisy",
    "gated",
    "median",
    "count another tool reported",
    COUNT_GROWTH,
  ],
  [
    "imported_score",
    "count",
    "exact",
    "gated",
    "median",
    "score another tool reported: more is better",
    COUNT_GROWTH,
  ],
  ["imported_ratio", "ratio", "noisy", "informational", "median", "ratio another tool reported"],
  ["fill_bulk_1mib", "ns", "noisy", "informational", "p25", "1 MiB filled by memory.fill"],
  ["fill_bulk_64kib", "ns", "noisy", "informational", "p25", "64 KiB filled by memory.fill"],
  ["fill_bytes_1mib", "ns", "noisy", "informational", "p25", "1 MiB filled byte by byte"],
  [
    "roundtrip_<export>",
    "ns",
    "noisy",
    "informational",
    "p25",
    "trap of that export: raised, caught, categorised",
  ],
] as const;
