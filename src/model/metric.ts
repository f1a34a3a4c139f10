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

/** A named quantity. Lower is always better: imports convert rates to times first. */
export interface Metric {
  readonly name: MetricName;
  readonly unit: Unit;
  readonly assumption: Assumption;
  /** Whether a change of it can fail a run (`gated`) or is shown only (`informational`). */
  readonly role: "gated" | "informational";
  readonly reduction: Reduction;
  /** One sentence a report prints. */
  readonly description: string;
  /** Default allowance of a metric that is compared exactly; null for one that never is. */
  readonly allowance: Allowance | null;
}

type Row<Name extends string = string> = readonly [
  name: Name,
  unit: Unit,
  assumption: Assumption,
  role: Metric["role"],
  reduction: Reduction,
  description: string,
  allowance?: Allowance,
];

const NO_GROWTH: Allowance = { fraction: 0, absolute: 0 };
const BYTES_GROWTH: Allowance = { fraction: 0.01, absolute: 1024 };

/**
 * The metric table: what stands here is a metric, and nothing else is. A name that ends in `<…>` stands for a family:
 * every name that begins so. An allowance makes a metric one that can be compared to the last digit.
 */
const ROWS = [
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
  ["imported_count", "count", "noisy", "gated", "median", "count another tool reported"],
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

type TableRow = (typeof ROWS)[number];

/** Name of a metric: one of the table, or of its family `roundtrip_<export>`. The list is closed. */
export type MetricName = TableRow[0] | `roundtrip_${string}`;

/** Name of a metric that can be compared to the last digit: one with an allowance. */
export type ExactMetricName = Extract<TableRow, { readonly length: 7 }>[0];

/** Values by metric. */
export type ByMetric<Value> = Readonly<Partial<Record<MetricName, Value>>>;

/** Allowances by metric. */
export type Allowances = Readonly<Partial<Record<ExactMetricName, Allowance>>>;

const TABLE: readonly Row<MetricName>[] = ROWS;

/** Every metric by its name in the table; a family stands once, under its name with `<…>`. */
export const METRICS: ReadonlyMap<string, Metric> = new Map(
  TABLE.map(([name, unit, assumption, role, reduction, description, allowance = null]) => [
    name,
    { name, unit, assumption, role, reduction, description, allowance },
  ]),
);

/** Names of the table, in its order. */
export const METRIC_NAMES: readonly MetricName[] = TABLE.map(([name]) => name);

/** The metrics that can be compared to the last digit, in the order of the table. */
export const EXACT_METRICS: readonly ExactMetricName[] = METRIC_NAMES.filter(isExactMetricName);

/** What the names of the family `roundtrip_<export>` begin with. */
const ROUNDTRIP = "roundtrip_";
const FAMILY = `${ROUNDTRIP}<export>`;

function find(name: string): Metric | undefined {
  const isMember = name.startsWith(ROUNDTRIP) && name.length > ROUNDTRIP.length;
  return METRICS.get(isMember ? FAMILY : name);
}

/**
 * Whether a text names a metric.
 *
 * @param name - any text
 * @returns true for a name of the table and for members of its family
 */
export function isMetricName(name: string): name is MetricName {
  return find(name) !== undefined;
}

/**
 * Whether a metric can be compared to the last digit.
 *
 * @param name - any text
 * @returns true for a name of the table that has an allowance
 */
export function isExactMetricName(name: string): name is ExactMetricName {
  return METRICS.get(name)?.allowance != null;
}

/**
 * Looks a metric up.
 *
 * @param name - metric name
 * @returns the metric; one of a family under its own name
 * @throws RangeError for a name that is none: what is read from outside must have been checked
 */
export function metricOf(name: MetricName): Metric {
  const found = find(name);
  if (found === undefined) throw new RangeError(`no metric has the name ${JSON.stringify(name)}`);
  return found.name === name ? found : { ...found, name };
}

/**
 * The place of a metric in reports.
 *
 * @param name - metric name
 * @returns index of its row in the table, from 0; members of a family share one
 */
export function metricRank(name: MetricName): number {
  return METRIC_NAMES.indexOf(find(name)?.name ?? name);
}

/**
 * Values by metric as pairs.
 *
 * @param values - values by metric, and nothing else
 * @returns name and value, in the order of the keys
 */
export function metricEntries<Value>(values: ByMetric<Value>): [MetricName, Value][] {
  return Object.entries(values) as [MetricName, Value][];
}

/**
 * Makes something for every metric that can be compared to the last digit.
 *
 * @param make - called once a name, in the order of the table
 * @returns what was made, by name
 */
export function byExactMetric<Value>(
  make: (name: ExactMetricName) => Value,
): Readonly<Record<ExactMetricName, Value>> {
  const made = EXACT_METRICS.map((name) => [name, make(name)] as const);
  return Object.fromEntries(made) as Record<ExactMetricName, Value>;
}

/** Allowances where nothing is configured: those of the gated metrics. */
export const DEFAULT_ALLOWANCES: Allowances = Object.fromEntries(
  EXACT_METRICS.map(metricOf)
    .filter(({ role }) => role === "gated")
    .map(({ name, allowance }) => [name, allowance]),
);
