import { type Growth, SLOPE_METRICS, slopeValue } from "../gate/slope.ts";
import type { StoredBenchmark } from "../model/baseline.ts";
import type { Benchmark } from "../model/benchmark.ts";
import type { Component } from "../model/component.ts";
import type { FuelConfig } from "../model/config.ts";
import type { Count, CountRequest } from "../model/count.ts";
import { withoutExpectation } from "../model/procedure-calls.ts";
import type { ExactValue, Failure, Visit } from "../model/sample.ts";
import type { Slopes } from "../model/slope.ts";
import type { Pair } from "../model/workload.ts";
import type { BaselineSide } from "./baseline-side.ts";
import type { Planned } from "./plan.ts";

/** What is counted, in the order it is told. */
const COUNTED = ["fuel", "pages", ...SLOPE_METRICS] as const;

type CountedMetric = (typeof COUNTED)[number];

/**
 * The calls of a run that are counted, on every side that is measured.
 *
 * @param planned - benchmarks of the run
 * @returns the baseline's before the candidate's; nothing for benchmarks that are not measured. Only the candidate is limited
 */
export function countRequests(planned: readonly Planned[]): CountRequest[] {
  return planned.flatMap(({ benchmark, pair }) => {
    const candidate = pair?.candidate ?? null;
    if (pair === null || candidate === null) return [];
    const counted = countedBy(benchmark, candidate);
    if (counted === null) return [];
    const own = { ...counted, host: candidate, component: candidate, limit: candidate.fuelLimit };
    return [...baselineRequests(pair, counted), { ...own, side: "candidate" as const }];
  });
}

type Counting = Pick<CountRequest, "id" | "call" | "workload">;

/** What is counted of a benchmark: its call, or that of its workload; null where there is nothing to count. */
function countedBy({ id, procedure }: Benchmark, { workload }: Component): Counting | null {
  if (procedure.kind === "call") return { id, call: procedure.call };
  if (procedure.kind !== "workload" || workload === undefined) return null;
  const { name } = procedure;
  return {
    id,
    call: { export: name, args: [] },
    workload: { module: workload, name, isFree: false },
  };
}

/** A new or redefined benchmark asks the baseline for no result. */
function baselineRequests(
  { candidate, baseline, ownHosts = false, isBaselineFree = false }: Pair,
  { id, call, workload }: Counting,
): CountRequest[] {
  if (baseline === null) return [];
  return [
    {
      id,
      call: isBaselineFree ? withoutExpectation(call) : call,
      ...(workload === undefined ? {} : { workload: { ...workload, isFree: isBaselineFree } }),
      host: ownHosts ? baseline : (candidate ?? baseline),
      side: "baseline",
      component: baseline,
      limit: null,
    },
  ];
}

/** What exact values are made of. */
export interface CountedParts {
  readonly planned: readonly Planned[];
  readonly baseline: BaselineSide | null;
  /** How this run counts: numbers counted otherwise are not compared. Null when it does not count. */
  readonly fuel: FuelConfig | null;
  readonly counts: ReadonlyMap<CountRequest, Count>;
}

/** Exact values, and the failures counting found. */
export interface Counted {
  readonly values: ReadonlyMap<string, readonly ExactValue[]>;
  /** What calling again and again showed, of benchmarks where that was done. */
  readonly slopes: ReadonlyMap<string, Slopes>;
  /**
   * Benchmarks whose candidate exceeded its limit of fuel, or whose workload did not end: they failed and need no measuring,
   * which would spend the time limit again and again.
   */
  readonly failures: ReadonlyMap<string, Visit>;
}

/**
 * Turns counts into exact values of both sides; where the baseline's binary is not at hand its stored number stands in.
 *
 * @param parts - plan, baseline and counts
 * @returns values by benchmark id, and the benchmarks that used more fuel than they may or did not end
 */
export function countedValues({ planned, baseline, fuel, counts }: CountedParts): Counted {
  const found = [...counts];
  const countOf = (id: string, side: CountRequest["side"]): Count | null =>
    found.find(([request]) => request.id === id && request.side === side)?.[1] ?? null;
  const failures = new Map([...found.flatMap(exceededLimit), ...endlessWorkloads(found, planned)]);
  const values = planned.map((one): [string, ExactValue[]] => {
    const { id } = one.benchmark;
    if (failures.has(id)) return [id, []];
    const stored = storedValues(one, baseline, fuel);
    const sides = {
      pairing: one.pairing,
      candidate: countOf(id, "candidate"),
      baseline: countOf(id, "baseline"),
      stored,
    };
    return [id, COUNTED.flatMap((metric) => exactValue(metric, sides))];
  });
  return { values: new Map(values), slopes: slopesOf(found), failures };
}

function slopesOf(found: readonly (readonly [CountRequest, Count])[]): Map<string, Slopes> {
  const slopes = new Map<string, Slopes>();
  for (const [{ id, side }, { slope }] of found)
    if (slope !== undefined) slopes.set(id, { ...slopes.get(id), [side]: slope });
  return slopes;
}

function exceededLimit([{ id, limit }, { failure }]: [CountRequest, Count]): [string, Visit][] {
  const isExceeded = failure?.category === "fuel exhausted" && limit !== null;
  if (!isExceeded) return [];
  const message = `the call needs more than its limit of ${limit} fuel`;
  return [[id, failedVisit({ ...failure, message })]];
}

type Found = readonly (readonly [CountRequest, Count])[];

/** A run of a workload that took all of its time to be counted would take all of that of every process. */
function endlessWorkloads(found: Found, planned: readonly Planned[]): [string, Visit][] {
  const isEndless = ([{ workload }, { failure }]: Found[number]): boolean =>
    workload !== undefined && failure?.kind === "timeout";
  return found.flatMap((one): [string, Visit][] => {
    const [{ id, side }, { failure }] = one;
    if (side !== "candidate" || failure === null || !isEndless(one)) return [];
    const base = found.find(([request]) => request.id === id && request.side === "baseline");
    const isSame = planned.find(({ benchmark }) => benchmark.id === id)?.pair?.sameHost === true;
    // The candidate's workload drives both sides: what ends on neither is no doing of the change.
    const isAlike = isSame && base !== undefined && isEndless(base);
    const blame = isAlike ? ({ side: null, alike: true } as const) : ({ side } as const);
    return [[id, failedVisit({ ...failure, ...blame })]];
  });
}

type Stored = StoredBenchmark["exact"];

interface Sides {
  readonly pairing: Planned["pairing"];
  readonly candidate: Count | null;
  readonly baseline: Count | null;
  readonly stored: Stored;
}

/** Numbers of the same benchmark, counted by the same rules. */
function storedValues(
  { benchmark, definition, pairing }: Planned,
  baseline: BaselineSide | null,
  fuel: FuelConfig | null,
): Stored {
  const known = baseline?.benchmarks.get(benchmark.id);
  const isSame = known?.definition === definition && pairing !== "missing";
  const isCountedAlike = sameRules(baseline?.fuel, fuel);
  return isSame && isCountedAlike ? (known?.exact ?? []) : [];
}

function sameRules(one: FuelConfig | undefined, other: FuelConfig | null): boolean {
  const rules = ({ profile, mode, cost }: FuelConfig): string =>
    JSON.stringify([profile, mode, Object.entries(cost).sort()]);
  return one !== undefined && other !== null && rules(one) === rules(other);
}

function exactValue(metric: CountedMetric, sides: Sides): ExactValue[] {
  const stored = sides.stored.find((one) => one.metric === metric && one.note === null);
  const storedValue = stored?.value ?? null;
  if (sides.candidate === null) {
    // Unchanged code was not counted again: what it consumed is known.
    return sides.pairing === "identical" && storedValue !== null
      ? [{ metric, baseline: storedValue, candidate: storedValue, note: null }]
      : [];
  }
  const candidate = readCount(sides.candidate, metric);
  // What no guest has to show is not told; that it could not be counted is told once, of its fuel.
  const isUntold = candidate.note === null || sides.candidate.failure !== null;
  if (metric !== "fuel" && candidate.value === null && isUntold) return [];
  const equal = sides.pairing === "identical" ? candidate.value : storedValue;
  const other = sides.baseline === null ? null : readCount(sides.baseline, metric);
  const baseline = other === null ? equal : other.value;
  const note = candidate.note ?? other?.note ?? null;
  return [{ metric, baseline, candidate: candidate.value, note }];
}

function readCount(count: Count, metric: CountedMetric): Growth {
  if (count.failure !== null)
    return { value: null, note: `not counted, ${failureWords(count.failure)}` };
  if (metric === "pages_per_call") return slopeValue(count.slope, metric);
  const isSteady = new Set(count[metric === "pages" ? metric : "fuel"]).size <= 1;
  if (!isSteady && metric === "fuel_growth") return { value: null, note: null };
  const { value, note } =
    metric === "fuel_growth"
      ? slopeValue(count.slope, metric)
      : { value: count[metric][0] ?? null, note: null };
  return { value, note: isSteady ? note : "not deterministic" };
}

/** Without the guest's own words. */
function failureWords({ kind, category, message, side }: Failure): string {
  const where = side === null ? "" : ` (${side})`;
  const isOurs = kind === "timeout" || kind === "internal";
  return `${isOurs ? message : (category ?? kind)}${where}`;
}

function failedVisit(failure: Failure): Visit {
  return {
    process: 0,
    stage: "screen",
    iterations: 0,
    wallNs: 0,
    measuredNs: 0,
    series: [],
    failure,
    warnings: [],
    output: "",
  };
}
