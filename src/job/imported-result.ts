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
import { exactValuesOf, metricOfImported, visitsOf } from "./imported-visits.ts";

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
}

interface Sides {
  readonly candidate: Imported | null;
  readonly baseline: Imported | null;
}

const REASONS: Readonly<Record<"alternated" | "new" | "missing" | "alone", string>> = {
  alternated: "imported: both sides were measured apart, not interleaved",
  new: "only the candidate's results have it",
  missing: "only the baseline's results have it",
  alone: "imported without a baseline",
};

function pairingOf({ candidate, baseline }: Sides, compared: boolean): keyof typeof REASONS {
  if (!compared) return "alone";
  if (candidate === null) return "missing";
  return baseline === null || baseline.unit !== candidate.unit ? "new" : "alternated";
}

/** A benchmark both sides have is not new: another unit hides what became of it. */
function meetingWords(
  pairing: keyof typeof REASONS,
  { candidate, baseline }: Sides,
): Pick<BenchmarkResult, "pairingReason" | "obstacle"> {
  if (pairing !== "new" || candidate === null || baseline === null)
    return { pairingReason: REASONS[pairing] };
  const pairingReason = `its unit changed from ${baseline.unit} to ${candidate.unit}`;
  return { pairingReason, obstacle: pairingReason };
}

function benchmarkOf(id: string, sides: Sides, run: ImportedRun): BenchmarkResult {
  const { candidate, baseline } = sides;
  const { hash } = run;
  const pairing: Pairing & keyof typeof REASONS = pairingOf(sides, run.baseline !== null);
  const isCompared = pairing === "alternated";
  // Imported samples are all the data there will be: they decide as confirmed data do.
  const stage = isCompared ? "confirm" : "screen";
  const known = candidate ?? baseline;
  const other = isCompared ? baseline : null;
  return {
    benchmark: {
      id,
      suite: SUITES.find((suite) => id.startsWith(`${suite}/`)) ?? "execution",
      component: "",
      procedure: { kind: "unknown" },
      primary: known === null ? "time" : metricOfImported(known),
      unsupported: null,
    },
    definition: hash(`${known?.source.format} ${known?.unit} ${id}`),
    pairing,
    ...meetingWords(pairing, sides),
    visits: [
      ...(candidate === null ? [] : visitsOf(candidate, { side: "candidate", stage })),
      ...(other === null ? [] : visitsOf(other, { side: "baseline", stage })),
    ],
    exact: exactValuesOf(candidate, other),
    warnings: [],
    noise: isCompared && candidate?.unit === "ns" ? APART : null,
  };
}

function benchmarksOf(run: ImportedRun): BenchmarkResult[] {
  const { candidate, baseline } = run;
  const mine = new Map(candidate.map((one) => [one.id, one]));
  const theirs = new Map((baseline ?? []).map((one) => [one.id, one]));
  return [...new Set([...mine.keys(), ...theirs.keys()])].map((id) =>
    benchmarkOf(id, { candidate: mine.get(id) ?? null, baseline: theirs.get(id) ?? null }, run),
  );
}

function warningsOf({ format, candidate, baseline, policy }: ImportedRun): Warning[] {
  const warnings: Warning[] = [];
  if (baseline !== null) {
    const rule = policy.failOn.includes("regression")
      ? "they fail because fail-on names regression"
      : "a regression among them warns; only fail-on regression lets it fail";
    const message = `the two sides were measured apart, where unchanged code differs by 7 %: ${rule}`;
    warnings.push({ code: "imported-comparison", message });
  }
  if (candidate.some(({ unit, samples }) => unit === "ns" && samples.length === 1)) {
    const message =
      "some times are a single number: it has no interval, and no target can be shown to be met with it";
    warnings.push({ code: "single-value", message });
  } else if (format === "criterion") {
    const message =
      "Criterion measures in one process: batches of its samples stand for processes, and what another process would differ by is not in the interval";
    warnings.push({ code: "one-process", message });
  }
  return warnings;
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
 * @see docs/statistics.md#stored-numbers
 */
export function resultOfImported(imported: ImportedRun): ResultDocument {
  const { format, baseline, label, policy, sampling, run, tool, createdAt } = imported;
  const environment = environmentOf(format);
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
    benchmarks: benchmarksOf(imported),
    warnings: warningsOf(imported),
    time: { totalMs: 0, startMs: 0, warmupMs: 0, measuredMs: 0, processes: 0 },
  };
  return { ...measurements, judgement: judge(measurements) };
}
