import {
  type Allowance,
  type Assumption,
  type Reduction,
  ROWS,
  type Role,
  type Row,
  type Unit,
} from "./metric-table.ts";

export type { Allowance, Assumption, Reduction, Unit } from "./metric-table.ts";

/** A named quantity. Lower is better, but for {@link isMoreBetter}: imports convert rates to times first. */
export interface Metric {
  readonly name: MetricName;
  readonly unit: Unit;
  readonly assumption: Assumption;
  readonly role: Role;
  readonly reduction: Reduction;
  /** One sentence a report prints. */
  readonly description: string;
  /** Default allowance of a metric that is compared exactly; null for one that never is. */
  readonly allowance: Allowance | null;
}

/** Metrics a benchmark can be about: gated and shown first. The imported ones come from other tools only. */
export const PRIMARY_METRICS = [
  "time",
  "resident_bytes",
  "fuel",
  "size_raw",
  "imported_bytes",
  "imported_allocated",
  "imported_count",
  "imported_score",
  "imported_ratio",
] as const;

/** One of {@link PRIMARY_METRICS}. */
export type PrimaryMetric = (typeof PRIMARY_METRICS)[number];

type TableRow = (typeof ROWS)[number];

/** Name of a metric: one of the table, or of its families `roundtrip_<export>` and `size_custom_<section>`. The list is closed. */
export type MetricName = TableRow[0] | `roundtrip_${string}` | `size_custom_${string}`;

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

/** What the names of single custom sections begin with. */
export const CUSTOM_SIZE = "size_custom_";

/** What the names of each family begin with, and its name in the table. */
const FAMILIES: readonly (readonly [prefix: string, family: string])[] = [
  ["roundtrip_", "roundtrip_<export>"],
  [CUSTOM_SIZE, `${CUSTOM_SIZE}<section>`],
];

function find(name: string): Metric | undefined {
  const family = FAMILIES.find(([prefix]) => name.startsWith(prefix) && name !== prefix);
  return METRICS.get(family?.[1] ?? name);
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
 * Whether more of a metric is better: of a score another tool gave, and of nothing else.
 *
 * @param name - metric name
 * @returns true when a smaller value is the worse one
 */
export function isMoreBetter(name: MetricName): boolean {
  return name === "imported_score";
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
