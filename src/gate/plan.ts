import type { Benchmark } from "../model/benchmark.ts";
import type { Pairing } from "../model/result.ts";

/** What is known of one side's benchmark before anything is measured. */
export interface SideFacts {
  /** SHA-256 of its component; empty for a benchmark without one. */
  readonly sha256: string;
  readonly definition: string;
  /** Hash of the user's JavaScript it runs with; null without any. */
  readonly hostCode: string | null;
  /** False when the binary is not at hand (left out of a baseline, or damaged). */
  readonly available: boolean;
  /** True for glue, whose global effects forbid both sides in one process. */
  readonly glue: boolean;
  /** True when it is to run, or can run, with the imports module of its own side. */
  readonly ownHost?: boolean;
}

/** How one benchmark will be compared, and why. */
export interface PlannedBenchmark {
  readonly benchmark: Benchmark;
  readonly pairing: Pairing;
  /** One sentence. */
  readonly reason: string;
  /** True when each side runs with its own imports module; absent where the candidate's serves both. */
  readonly ownHosts?: boolean;
}

/** Reason of a benchmark whose changed component was too large for the baseline. */
export const NOT_CARRIED = "the baseline does not carry its binary";

/** What a plan is made from. */
export interface PlanFacts {
  readonly benchmarks: readonly Benchmark[];
  readonly candidate: ReadonlyMap<string, SideFacts>;
  /** By benchmark id; null when there is no baseline at all. */
  readonly baseline: ReadonlyMap<string, SideFacts> | null;
  /** Benchmarks of the baseline that are wanted in this run. */
  readonly baselineBenchmarks: readonly Benchmark[];
  readonly sameEngine: boolean;
}

/**
 * Decides for every benchmark how it meets its baseline.
 *
 * @param facts - benchmarks and what is known of both sides
 * @returns the candidate's benchmarks in their order, then those only the baseline has
 * @see docs/statistics.md
 */
export function planComparison(facts: PlanFacts): PlannedBenchmark[] {
  const planned = facts.benchmarks.map((benchmark) => ({
    benchmark,
    ...pairingOf(benchmark, facts),
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

type Meeting = Omit<PlannedBenchmark, "benchmark">;

function pairingOf(benchmark: Benchmark, facts: PlanFacts): Meeting {
  if (facts.baseline === null)
    return { pairing: "alone", reason: "there is nothing to compare with" };
  const baseline = facts.baseline.get(benchmark.id);
  const candidate = facts.candidate.get(benchmark.id);
  if (baseline === undefined || candidate === undefined)
    return { pairing: "new", reason: "not in the baseline" };
  // Another engine may lack what the baseline's had; on the same one, or defined anew, the change took it away.
  const isSame = baseline.definition === candidate.definition;
  if (benchmark.unsupported !== null && (facts.sameEngine || !isSame))
    return { pairing: "missing", reason: `it cannot run any more: ${benchmark.unsupported}` };
  if (!isSame) return { pairing: "new", reason: "its definition changed" };
  return pairingOfCode(baseline, candidate, facts);
}

/** Both sides know the benchmark by one definition: their code decides. */
function pairingOfCode(baseline: SideFacts, candidate: SideFacts, facts: PlanFacts): Meeting {
  const sameHost = baseline.hostCode === candidate.hostCode;
  if (baseline.sha256 === candidate.sha256 && sameHost) return sameBytes(facts);
  if (!baseline.available) return { pairing: "new", reason: NOT_CARRIED };
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
function sameBytes({ sameEngine }: PlanFacts): { pairing: Pairing; reason: string } {
  const reason = sameEngine
    ? "same bytes, definition and engine"
    : "same bytes and definition; the engine differs from the baseline's";
  return { pairing: "identical", reason };
}
