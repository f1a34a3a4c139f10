import type { Imported, ImportFormat } from "../model/imported.ts";
import { isExactMetricName, metricOf, type PrimaryMetric, type Unit } from "../model/metric.ts";
import type { ExactValue, Series, Side, Stage, Visit } from "../model/sample.ts";
import { leastProcesses } from "../stats/binomial.ts";

/** Batches that stand for processes where a tool measured in one process only. */
const BATCHES = 10;

/** Formats of which every sample is a run that began anew. */
const RUNS: ReadonlySet<ImportFormat> = new Set(["hyperfine"]);

/** The metric an imported benchmark is about, by its unit. */
const METRIC_OF: Readonly<Record<Unit, PrimaryMetric>> = {
  ns: "time",
  bytes: "imported_bytes",
  pages: "imported_count",
  count: "imported_count",
  ratio: "imported_ratio",
  fuel: "fuel",
};

/** Where the unit alone does not tell. */
const METRIC_OF_QUANTITY: Readonly<Record<NonNullable<Imported["quantity"]>, PrimaryMetric>> = {
  allocated: "imported_allocated",
  score: "imported_score",
};

/** Both sides of an imported benchmark; null where one has none. */
export interface ImportedSides {
  readonly candidate: Imported | null;
  readonly baseline: Imported | null;
}

/**
 * The metric an imported benchmark is about.
 *
 * @param imported - benchmark of another tool
 * @returns metric of the same quantity
 */
export function metricOfImported({ unit, quantity }: Imported): PrimaryMetric {
  return quantity === undefined ? METRIC_OF[unit] : METRIC_OF_QUANTITY[quantity];
}

function isConstant({ samples }: Imported): boolean {
  return samples.every((sample) => sample === samples[0]);
}

/**
 * Whether an imported benchmark repeats to the last digit: a count or a size that is the same in every sample of both
 * sides. A time never is: equal times come from a coarse clock or a rounded file. Fuel and scores are compared so always.
 *
 * @param sides - both sides
 * @returns true when it is compared exactly
 * @see docs/statistics.md#stored-numbers
 */
export function isExactImport(sides: ImportedSides): boolean {
  const known = [sides.candidate, sides.baseline].filter((side) => side !== null);
  return known.every((side) => {
    const metric = metricOfImported(side);
    if (!isExactMetricName(metric)) return false;
    return metricOf(metric).assumption === "exact" || isConstant(side);
  });
}

/**
 * The exact values of both sides.
 *
 * @param sides - both sides
 * @returns one value for a benchmark that is compared exactly, else none; with a note where it should repeat and does not
 */
export function exactValuesOf(sides: ImportedSides): ExactValue[] {
  const { candidate, baseline } = sides;
  const known = candidate ?? baseline;
  if (known === null || !isExactImport(sides)) return [];
  const metric = metricOfImported(known);
  if (!isExactMetricName(metric)) return [];
  const repeats = [candidate, baseline].every((side) => side === null || isConstant(side));
  return [
    {
      metric,
      baseline: baseline?.samples.at(-1) ?? null,
      candidate: candidate?.samples.at(-1) ?? null,
      note: repeats ? null : "not the same in every sample",
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
  return RUNS.has(source.format) ? samples.map((sample) => [sample]) : batchesOf(samples);
}

/** Samples of an imported benchmark, and how many of them a comparison takes. */
export interface SampleNeed {
  readonly samples: number;
  readonly needed: number;
  /** What a sample is: a process the tool told, a run of a command, a repetition, or a sample of its only process. */
  readonly noun: "process" | "run" | "repetition" | "sample";
}

/**
 * How many samples an imported benchmark has, and how many it takes to show a change.
 *
 * @param imported - benchmark of another tool
 * @returns both numbers; a tool of one process needs as many samples as make batches
 */
export function sampleNeedOf(imported: Imported): SampleNeed {
  const { samples, processes, source } = imported;
  if (processes !== undefined)
    return {
      samples: new Set(processes).size,
      needed: leastProcesses(),
      noun: source.format === "sightglass" ? "process" : "repetition",
    };
  if (RUNS.has(source.format))
    return { samples: samples.length, needed: leastProcesses(), noun: "run" };
  return { samples: samples.length, needed: BATCHES, noun: "sample" };
}

/** How the visits of one side are laid out. */
export interface VisitPlan {
  readonly side: Exclude<Side, "native">;
  readonly stage: Stage;
  /** Whether the benchmark is compared exactly: then a visit carries no values. */
  readonly isExact: boolean;
  /** What both sides are about. */
  readonly metric: PrimaryMetric;
}

/**
 * The samples of an imported benchmark as visits: one for each process the tool used, or for each batch of its only one.
 *
 * @param imported - benchmark of another tool
 * @param plan - side, metric, the stage the samples stand for, and whether it is compared exactly
 * @returns visits in the order of the samples; one without values for a value that is compared exactly
 */
export function visitsOf(imported: Imported, plan: VisitPlan): Visit[] {
  const { side, stage, isExact, metric } = plan;
  const offset = side === "candidate" ? 0 : 1;
  const groups = isExact ? [[]] : groupsOf(imported);
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
