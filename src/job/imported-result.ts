import { judge } from "../gate/judge.ts";
import { SUITES } from "../model/benchmark.ts";
import type { Environment } from "../model/environment.ts";
import type { Imported, ImportFormat } from "../model/imported.ts";
import type { Policy, Sampling } from "../model/policy.ts";
import type {
  BenchmarkResult,
  LearnedNoise,
  Measurements,
  Pairing,
  ResultDocument,
  RunInfo,
} from "../model/result.ts";
import { RESULT_VERSION } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import {
  exactValuesOf,
  type ImportedSides,
  isExactImport,
  metricOfImported,
  visitsOf,
} from "./imported-visits.ts";
import { warningsOfImported } from "./imported-warnings.ts";
import { requireEqualKinds } from "./require-equal-kinds.ts";

/**
 * What two measurements of unchanged code differ by when they were not interleaved: 4.8 % between processes, 7 % between
 * runs minutes apart, in log units. No run of ours taught it about this machine, so it counts as few observations.
 *
 * @see docs/statistics.md
 */
const APART: LearnedNoise = {
  variance: 0.048 ** 2,
  degreesOfFreedom: 4,
  tau: 0.07,
  quantile99: null,
};

/** Another tool's results with what they are judged by. */
export interface ImportedRun {
  readonly format: ImportFormat;
  readonly candidate: readonly Imported[];
  /** The side compared with; null when there is none. */
  readonly baseline: readonly Imported[] | null;
  /** What the user named as the baseline. */
  readonly label: string;
  /** SHA-256 of a text, lower-case hex. */
  readonly hash: (text: string) => string;
  readonly policy: Policy;
  /** Why there is nothing to compare with although a comparison was wanted; null otherwise. */
  readonly noBaseline: string | null;
  readonly sampling: Sampling;
  readonly run: RunInfo;
  /** Name and version of this product. */
  readonly tool: string;
  readonly createdAt: string;
  /** What reading the files told. */
  readonly warnings: readonly Warning[];
}

const REASONS: Readonly<Record<"alternated" | "new" | "missing" | "alone", string>> = {
  alternated: "imported: both sides were measured apart, not interleaved",
  new: "only the candidate's results have it",
  missing: "only the baseline's results have it",
  alone: "imported without a baseline",
};

/** A value that repeats to the last digit is the same whenever it was counted. */
const COUNTED = "imported: compared to the last digit";

function pairingOf(
  { candidate, baseline }: ImportedSides,
  compared: boolean,
): keyof typeof REASONS {
  if (!compared) return "alone";
  if (candidate === null) return "missing";
  return baseline === null ? "new" : "alternated";
}

function benchmarkOf(id: string, sides: ImportedSides, run: ImportedRun): BenchmarkResult {
  const { candidate, baseline } = sides;
  const { hash } = run;
  const pairing: Pairing & keyof typeof REASONS = pairingOf(sides, run.baseline !== null);
  const isCompared = pairing === "alternated";
  // Imported samples are all the data there will be: they decide as confirmed data do.
  const stage = isCompared ? "confirm" : "screen";
  const known = candidate ?? baseline;
  const other = isCompared ? baseline : null;
  const met = { candidate, baseline: other };
  const isExact = isExactImport(met);
  const metric = known === null ? "time" : metricOfImported(known);
  const plan = { stage, isExact, metric } as const;
  return {
    benchmark: {
      id,
      suite: SUITES.find((suite) => id.startsWith(`${suite}/`)) ?? "execution",
      component: "",
      procedure: { kind: "unknown" },
      primary: metric,
      unsupported: null,
    },
    definition: hash(`${known?.source.format} ${known?.unit} ${id}`),
    pairing,
    pairingReason: isCompared && isExact ? COUNTED : REASONS[pairing],
    visits: [
      ...(candidate === null ? [] : visitsOf(candidate, { side: "candidate", ...plan })),
      ...(other === null ? [] : visitsOf(other, { side: "baseline", ...plan })),
    ],
    exact: exactValuesOf(met),
    warnings: [],
    noise: isCompared && candidate?.unit === "ns" ? APART : null,
  };
}

function sidesById({ candidate, baseline }: ImportedRun): ReadonlyMap<string, ImportedSides> {
  const mine = new Map(candidate.map((one) => [one.id, one]));
  const theirs = new Map((baseline ?? []).map((one) => [one.id, one]));
  const ids = [...new Set([...mine.keys(), ...theirs.keys()])];
  return new Map(
    ids.map((id) => [id, { candidate: mine.get(id) ?? null, baseline: theirs.get(id) ?? null }]),
  );
}

/** Other tools do not say on what they ran. */
function environmentOf(format: ImportFormat): Environment {
  return {
    platform: "",
    arch: "",
    cpuModel: `imported from ${format}`,
    cpuCount: 0,
    totalMemoryBytes: 0,
    osRelease: "",
    image: "",
    node: "",
    v8: "",
    tier: "natural",
    flags: [],
    harness: 1,
  };
}

/**
 * Makes a result of what another tool measured, and judges it.
 *
 * @param imported - its results, alone or beside a baseline's, and the policy
 * @returns judged result; times that were not interleaved carry the noise such comparisons have
 * @throws ActionError (`import`) when a benchmark is another kind of thing on each side
 * @see docs/statistics.md#stored-numbers
 */
export function resultOfImported(imported: ImportedRun): ResultDocument {
  const { format, baseline, label, policy, sampling, run, tool, createdAt } = imported;
  const environment = environmentOf(format);
  const sides = sidesById(imported);
  for (const one of sides.values()) requireEqualKinds(one);
  const measurements: Measurements = {
    kind: "wasm-bench/result",
    version: RESULT_VERSION,
    tool,
    createdAt,
    seed: "",
    run,
    environment,
    sampling,
    policy,
    baseline:
      baseline === null
        ? null
        : {
            source: "compare",
            key: label,
            sha: "",
            createdAt,
            environment,
            fingerprintMatches: false,
          },
    noBaseline: imported.noBaseline,
    components: [],
    baselineComponents: [],
    benchmarks: [...sides].map(([id, one]) => benchmarkOf(id, one, imported)),
    warnings: [...imported.warnings, ...warningsOfImported([...sides.values()], policy)],
    time: { totalMs: 0, startMs: 0, warmupMs: 0, measuredMs: 0, processes: 0 },
  };
  return { ...measurements, judgement: judge(measurements) };
}
