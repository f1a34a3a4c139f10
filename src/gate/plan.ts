import type { Benchmark } from "../model/benchmark.ts";
import type { DefinitionChange, Pairing } from "../model/result.ts";
import type { Sides } from "../model/sides.ts";

/** What is known of one side's benchmark before anything is measured. */
export interface SideFacts {
  /** SHA-256 of its component; empty for a benchmark without one. */
  readonly sha256: string;
  /** Hash of its definition; null on the baseline's side where only the component is known there. */
  readonly definition: string | null;
  /** Hash of the user's JavaScript it runs with, or would run with; null without any, empty where it is not known. */
  readonly hostCode: string | null;
  /** False when the binary is not at hand (left out of a baseline, or damaged). */
  readonly available: boolean;
  /** True for glue, whose global effects forbid both sides in one process. */
  readonly glue: boolean;
  /** True when it is to run, or can run, with the imports module of its own side. */
  readonly ownHost?: boolean;
}

/** How one benchmark meets its baseline. */
export interface Meeting {
  readonly pairing: Pairing;
  /** One sentence. */
  readonly reason: string;
  /** Absent where the baseline knows it by the same definition, or has nothing to compare with. */
  readonly definitionChange?: DefinitionChange;
  /** Why the baseline's side cannot be measured although it should be; absent when it can. */
  readonly obstacle?: string;
  /** True when each side runs with its own imports module; absent where the candidate's serves both. */
  readonly ownHosts?: boolean;
}

/** How one benchmark will be compared, and why. */
export interface PlannedBenchmark extends Meeting {
  readonly benchmark: Benchmark;
}

/** Reason of a benchmark whose component was too large for the baseline. */
export const NOT_CARRIED = "the baseline does not carry its binary";

/** What a plan is made from. */
export interface PlanFacts {
  readonly benchmarks: readonly Benchmark[];
  readonly candidate: ReadonlyMap<string, SideFacts>;
  /** By benchmark id, also of benchmarks it does not know while it has their component; null when there is no baseline. */
  readonly baseline: ReadonlyMap<string, SideFacts> | null;
  /** Benchmarks of the baseline that are wanted in this run. */
  readonly baselineBenchmarks: readonly Benchmark[];
  /** Whether a benchmark of the baseline was measured on the machine and engine of this run. */
  readonly isSameEngine: (benchmark: Benchmark) => boolean;
  /** Why the baseline's module cannot run a benchmark as it is defined now; null when it can, as far as that shows before it runs. */
  readonly obstacleOf: (benchmark: Benchmark) => string | null;
}

/**
 * Decides for every benchmark how it meets its baseline.
 *
 * @param facts - benchmarks and what is known of both sides
 * @returns the candidate's benchmarks in their order, then those only the baseline has
 * @see docs/statistics.md#new-and-redefined-benchmarks
 */
export function planComparison(facts: PlanFacts): PlannedBenchmark[] {
  const planned = facts.benchmarks.map((benchmark) => ({
    benchmark,
    ...meetingOf(benchmark, facts),
  }));
  const known = new Set(facts.benchmarks.map(({ id }) => id));
  const missing = facts.baselineBenchmarks
    .filter(({ id }) => !known.has(id))
    .map((benchmark) => ({
      benchmark,
      pairing: "missing" as const,
      reason: "in the baseline, not in this run",
    }));
  return [...planned, ...missing];
}

function meetingOf(benchmark: Benchmark, facts: PlanFacts): Meeting {
  if (facts.baseline === null)
    return { pairing: "alone", reason: "there is nothing to compare with" };
  const baseline = facts.baseline.get(benchmark.id);
  const candidate = facts.candidate.get(benchmark.id);
  const isKnown = baseline !== undefined && baseline.definition !== null;
  const canMeet = isKnown || benchmark.unsupported === null;
  if (baseline === undefined || candidate === undefined || !canMeet)
    return { pairing: "new", reason: "not in the baseline" };
  const isSame = baseline.definition === candidate.definition;
  const mayLack = isSame && isSameCode({ baseline, candidate }) && isOfRunner(benchmark, facts);
  if (benchmark.unsupported !== null && isKnown && !mayLack)
    return { pairing: "missing", reason: `it cannot run any more: ${benchmark.unsupported}` };
  if (isSame) return meetingOfCode({ baseline, candidate }, () => facts.isSameEngine(benchmark));
  const change = isKnown ? "redefined" : "added";
  return meetingByDefinition(change, { baseline, candidate }, () => facts.obstacleOf(benchmark));
}

/**
 * Another V8 may lack what the baseline's had, and comes with the machine. A native engine, its library and what it can run are
 * chosen by the change.
 */
function isOfRunner(benchmark: Benchmark, { isSameEngine }: PlanFacts): boolean {
  return benchmark.engine === undefined && !isSameEngine(benchmark);
}

function isSameCode({ baseline, candidate }: Sides<SideFacts>): boolean {
  return baseline.sha256 === candidate.sha256 && baseline.hostCode === candidate.hostCode;
}

/** Both sides know the benchmark by one definition: their code decides. */
function meetingOfCode(
  { baseline, candidate }: Sides<SideFacts>,
  isSameEngine: () => boolean,
): Meeting {
  const sameHost = baseline.hostCode === candidate.hostCode;
  if (isSameCode({ baseline, candidate })) return sameBytes(isSameEngine());
  if (!baseline.available) return { pairing: "new", reason: NOT_CARRIED, obstacle: NOT_CARRIED };
  if (baseline.glue || candidate.glue)
    return { pairing: "alternated", reason: "glue: one process cannot hold both sides" };
  if (!sameHost && baseline.ownHost === true && candidate.ownHost === true)
    return {
      pairing: "alternated",
      reason: "each side with its own host code: one process cannot hold both",
      ownHosts: true,
    };
  const reason = sameHost
    ? "both sides in one process"
    : "both sides in one process, both with the new host code";
  return { pairing: "paired", reason };
}

/** Equal bytes cannot have regressed; on another engine their numbers are new, but still nothing the change did. */
function sameBytes(sameEngine: boolean): Meeting {
  const reason = sameEngine
    ? "same bytes, definition and engine"
    : "same bytes and definition; the engine differs from the baseline's";
  return { pairing: "identical", reason };
}

const CHANGED: Readonly<Record<DefinitionChange, string>> = {
  added: "new here",
  redefined: "its definition changed",
};

const COMPARED: Readonly<Record<DefinitionChange, string>> = {
  added: "new here, compared with the base's module",
  redefined: "its definition changed: both sides are measured by the new one",
};

/** The baseline knows the component, and the benchmark not or otherwise: its module is measured by the new definition. */
function meetingByDefinition(
  definitionChange: DefinitionChange,
  { baseline, candidate }: Sides<SideFacts>,
  obstacleOf: () => string | null,
): Meeting {
  const changed = CHANGED[definitionChange];
  const isAdded = definitionChange === "added";
  if (isSameCode({ baseline, candidate }))
    return { pairing: "identical", reason: `same bytes; ${changed}`, definitionChange };
  if (!baseline.available) {
    const reason = `${changed}, and ${NOT_CARRIED}`;
    return { pairing: "new", reason, definitionChange, obstacle: reason };
  }
  const obstacle = obstacleOf();
  if (obstacle !== null) {
    const reason = `${changed}, and the base's module cannot run it: ${obstacle}`;
    // Nothing was ever measured there, so nothing is withheld.
    return { pairing: "new", reason, definitionChange, ...(isAdded ? {} : { obstacle: reason }) };
  }
  return { ...comparedBy({ baseline, candidate }, COMPARED[definitionChange]), definitionChange };
}

/** A comparison by a new definition: what it runs with is the candidate's, unless each side is to run its own. */
function comparedBy({ baseline, candidate }: Sides<SideFacts>, reason: string): Meeting {
  if (baseline.glue || candidate.glue) return { pairing: "alternated", reason };
  if (baseline.hostCode === candidate.hostCode) return { pairing: "paired", reason };
  return baseline.ownHost === true && candidate.ownHost === true
    ? { pairing: "alternated", reason: `${reason}, each with its own host code`, ownHosts: true }
    : { pairing: "paired", reason: `${reason}, both with the new host code` };
}
