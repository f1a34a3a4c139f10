/** Unit of every value of a metric; times are always nanoseconds, ratios are fractions (0.05 = 5 %). */
export type Unit = "ns" | "bytes" | "pages" | "count" | "fuel" | "ratio";

/** `exact` values repeat to the last digit; `noisy` values need statistics. */
export type Assumption = "exact" | "noisy";

/** How the observations of one copy in one process become one value. */
export type Reduction = "p25" | "median" | "sum";

/** A named quantity. Lower is always better: imports convert rates to times first. */
export interface Metric {
  readonly name: string;
  readonly unit: Unit;
  readonly assumption: Assumption;
  /** Whether a change of it can fail a run (`gated`) or is shown only (`informational`). */
  readonly role: "gated" | "informational";
  readonly reduction: Reduction;
  /** One sentence a report prints. */
  readonly description: string;
}

type Row = readonly [Metric["name"], Unit, Assumption, Metric["role"], Reduction, string];

const ROWS: readonly Row[] = [
  ["time", "ns", "noisy", "gated", "p25", "time of one operation"],
  ["kernel", "ns", "noisy", "informational", "p25", "calibration kernel riding in every round"],
  ["wall", "ns", "noisy", "informational", "p25", "wall time of one operation timed by CPU time"],
  ["cpu", "ns", "noisy", "informational", "p25", "CPU time of one operation timed by wall time"],
  ["kernel_wall", "ns", "noisy", "informational", "p25", "wall time of the calibration kernel"],
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
  ["fuel", "fuel", "exact", "gated", "median", "operators Wasmtime would charge"],
  ["pages", "pages", "exact", "gated", "median", "linear-memory pages after the workload"],
  ["size_raw", "bytes", "exact", "gated", "median", "module bytes"],
  ["size_gzip", "bytes", "exact", "informational", "median", "module bytes after gzip -9"],
  ["size_brotli", "bytes", "exact", "informational", "median", "module bytes after brotli -11"],
  ["imported_bytes", "bytes", "noisy", "gated", "median", "size another tool reported"],
  ["imported_count", "count", "noisy", "gated", "median", "count another tool reported"],
  ["imported_ratio", "ratio", "noisy", "informational", "median", "ratio another tool reported"],
];

/** Metrics a benchmark can be about: gated and shown first. The imported ones come from other tools only. */
export const PRIMARY_METRICS = [
  "time",
  "resident_bytes",
  "fuel",
  "imported_bytes",
  "imported_count",
  "imported_ratio",
] as const;

/** One of {@link PRIMARY_METRICS}. */
export type PrimaryMetric = (typeof PRIMARY_METRICS)[number];

/** Every metric with a meaning of its own, by name. */
export const METRICS: ReadonlyMap<string, Metric> = new Map(
  ROWS.map(([name, unit, assumption, role, reduction, description]) => [
    name,
    { name, unit, assumption, role, reduction, description },
  ]),
);

/**
 * Looks a metric up.
 *
 * @param name - metric name as it stands in a result
 * @returns the metric; an unknown name is an informational time (benchmarks may add extra operations)
 */
export function metricOf(name: string): Metric {
  return (
    METRICS.get(name) ?? {
      name,
      unit: "ns",
      assumption: "noisy",
      role: "informational",
      reduction: "p25",
      description: name.replaceAll("_", " "),
    }
  );
}
