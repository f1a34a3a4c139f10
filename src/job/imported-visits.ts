import type { Imported } from "../model/imported.ts";
import { isExactMetricName, type PrimaryMetric, type Unit } from "../model/metric.ts";
import type { ExactValue, Series, Side, Stage, Visit } from "../model/sample.ts";

/** Batches that stand for processes where a tool measured in one process only. */
const BATCHES = 10;

/** The metric an imported benchmark is about, by its unit. */
const METRIC_OF: Readonly<Record<Unit, PrimaryMetric>> = {
  ns: "time",
  bytes: "imported_bytes",
  pages: "imported_count",
  count: "imported_count",
  ratio: "imported_ratio",
  fuel: "fuel",
};

/**
 * The metric an imported benchmark is about.
 *
 * @param imported - benchmark of another tool
 * @returns metric of the same unit
 */
export function metricOfImported({ unit }: Imported): PrimaryMetric {
  return METRIC_OF[unit];
}

/**
 * Whether an imported value repeats to the last digit: fuel always does, a size given as one number is taken to.
 *
 * @param imported - benchmark of another tool
 * @returns true when it is compared exactly
 */
export function isExactImport({ unit, samples }: Imported): boolean {
  return unit === "fuel" || (unit === "bytes" && samples.length === 1);
}

/**
 * The exact values of both sides.
 *
 * @param candidate - candidate's side, or null
 * @param baseline - baseline's side, or null
 * @returns one value for a benchmark that is compared exactly, else none
 */
export function exactValuesOf(candidate: Imported | null, baseline: Imported | null): ExactValue[] {
  const known = candidate ?? baseline;
  if (known === null || !isExactImport(known)) return [];
  const metric = metricOfImported(known);
  if (!isExactMetricName(metric)) return [];
  return [
    {
      metric,
      baseline: baseline?.samples.at(-1) ?? null,
      candidate: candidate?.samples.at(-1) ?? null,
      note: null,
    },
  ];
}

/** Consecutive samples in batches of equal size; what is left over goes to the last one. */
function batchesOf(samples: readonly number[]): readonly (readonly number[])[] {
  if (samples.length < BATCHES) return [samples];
  const size = Math.floor(samples.length / BATCHES);
  return Array.from({ length: BATCHES }, (_, index) =>
    samples.slice(index * size, index === BATCHES - 1 ? samples.length : (index + 1) * size),
  );
}

function byProcess(
  samples: readonly number[],
  processes: readonly number[],
): readonly (readonly number[])[] {
  const groups = new Map<number, number[]>();
  samples.forEach((sample, index) => {
    const process = processes[index] ?? 0;
    groups.set(process, [...(groups.get(process) ?? []), sample]);
  });
  return [...groups.values()];
}

/** Samples by process: as the tool says, each run of a command its own, or batches of the one process. */
function groupsOf({ samples, processes, source }: Imported): readonly (readonly number[])[] {
  if (processes !== undefined) return byProcess(samples, processes);
  return source.format === "hyperfine" ? samples.map((sample) => [sample]) : batchesOf(samples);
}

/** How the visits of one side are laid out. */
export interface VisitPlan {
  readonly side: Exclude<Side, "native">;
  readonly stage: Stage;
}

/**
 * The samples of an imported benchmark as visits: one for each process the tool used, or for each batch of its only one.
 *
 * @param imported - benchmark of another tool
 * @param plan - side, and the stage the samples stand for
 * @returns visits in the order of the samples; one without values for a value that is compared exactly
 */
export function visitsOf(imported: Imported, { side, stage }: VisitPlan): Visit[] {
  const metric = metricOfImported(imported);
  const offset = side === "candidate" ? 0 : 1;
  const groups = isExactImport(imported) ? [[]] : groupsOf(imported);
  return groups.map((values, index): Visit => {
    const series: Series = { metric, side, copy: 0, values };
    return {
      process: 2 * index + offset,
      stage,
      iterations: 1,
      wallNs: 0,
      measuredNs: 0,
      series: values.length === 0 ? [] : [series],
      failure: null,
      warnings: [],
      output: "",
    };
  });
}
