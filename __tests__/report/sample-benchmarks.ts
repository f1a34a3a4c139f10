import type { Benchmark } from "../../src/model/benchmark.ts";
import type { MetricName } from "../../src/model/metric.ts";
import type { BenchmarkResult, LearnedNoise, Pairing } from "../../src/model/result.ts";
import type { ExactValue, Failure, Series, Stage, Visit } from "../../src/model/sample.ts";
import type {
  BenchmarkJudgement,
  Change,
  Estimate,
  MetricJudgement,
  Verdict,
} from "../../src/model/verdict.ts";
import { createRandom, normal, short } from "./noise.ts";

/** What one sample benchmark is like; everything else follows from it. */
export interface Sample {
  readonly id: string;
  readonly component?: string;
  readonly primary?: "time" | "resident_bytes";
  /** Candidate value in the metric's unit. */
  readonly value: number;
  readonly verdict: Verdict;
  /** Candidate over baseline minus one. */
  readonly change?: number;
  readonly extra?: readonly (readonly [
    name: MetricName,
    unit: MetricJudgement["unit"],
    value: number,
  ])[];
  readonly exact?: readonly ExactValue[];
  readonly exactVerdicts?: Readonly<Record<string, Verdict>>;
  readonly failure?: Failure;
  readonly output?: string;
  readonly accepted?: BenchmarkJudgement["accepted"];
  readonly contaminated?: boolean;
  readonly explanation?: readonly string[];
  readonly because?: string;
  readonly pairing?: Pairing;
  readonly unsupported?: string;
  readonly warnings?: BenchmarkJudgement["warnings"];
  /** Rounds per process in the raw data; small documents use few. */
  readonly rounds?: number;
  readonly noise?: LearnedNoise;
}

const NOISE: LearnedNoise = {
  variance: 0.00011,
  degreesOfFreedom: 20,
  tau: 0.004,
  quantile99: 0.021,
};

function benchmarkOf(sample: Sample): Benchmark {
  const suite = (["instantiation", "execution", "memory", "crash_handling"] as const).find((name) =>
    sample.id.startsWith(`${name}/`),
  );
  return {
    id: sample.id,
    suite: suite ?? "execution",
    component: sample.component ?? "reference",
    procedure: {
      kind: "call",
      call: { export: "run", args: [1] },
      operations: 1,
      native: null,
      extras: [],
    },
    primary: sample.primary ?? "time",
    unsupported: sample.unsupported ?? null,
  };
}

function compared(sample: Sample): boolean {
  return sample.change !== undefined;
}

function seriesOf(sample: Sample, random: () => number): readonly Series[] {
  const metric = sample.primary ?? "time";
  const rounds = sample.rounds ?? 12;
  const sides = compared(sample) ? (["baseline", "candidate"] as const) : (["candidate"] as const);
  const drift = 1 + 0.015 * normal(random);
  const series: Series[] = [];
  for (const side of sides) {
    const center = side === "baseline" ? sample.value / (1 + (sample.change ?? 0)) : sample.value;
    for (let copy = 0; copy < 4; copy += 1) {
      const placed = center * drift * (1 + 0.006 * normal(random));
      const values = Array.from({ length: rounds }, () => {
        const pause = random() < 0.04 ? 1 + random() * 0.4 : 1;
        return short(placed * (1 + 0.012 * Math.abs(normal(random))) * pause);
      });
      series.push({ metric, side, copy, values });
    }
  }
  for (const [name, , value] of sample.extra ?? []) {
    const values = Array.from({ length: 3 }, () => short(value * (1 + 0.02 * normal(random))));
    series.push({ metric: name, side: "candidate", copy: 0, values });
  }
  return series;
}

function visitOf(sample: Sample, process: number, random: () => number): Visit {
  const stage: Stage = process < 4 ? "screen" : "confirm";
  const failed = sample.failure !== undefined;
  return {
    process,
    stage,
    iterations: 1000,
    wallNs: 130e6,
    measuredNs: 110e6,
    series: failed ? [] : seriesOf(sample, random),
    failure: sample.failure ?? null,
    warnings: [],
    output: sample.output ?? "",
  };
}

function estimateOf(sample: Sample, value: number): Estimate {
  const processes = sample.verdict === "regression" || sample.verdict === "inconclusive" ? 12 : 6;
  return {
    center: value,
    low: short(value * 0.988),
    high: short(value * 1.013),
    spread: 0.011,
    samples: processes * 4 * (sample.rounds ?? 12),
    processes,
  };
}

function changeOf(sample: Sample): Change | null {
  if (sample.change === undefined) return null;
  const half = sample.verdict === "inconclusive" ? 0.045 : 0.011;
  return {
    center: sample.change,
    low: short(sample.change - half),
    high: short(sample.change + half),
  };
}

const WORDS: Readonly<Record<Verdict, string>> = {
  regression: "8 of 8 confirming processes are slower and their median is above 3.0 %",
  improvement: "the median of 4 processes is below −1.5 %",
  unchanged: "the upper bound of the change is below 5.0 %",
  identical: "same bytes, definition and engine: it cannot have changed",
  inconclusive: "16 confirming processes neither show nor exclude a change of 5.0 %",
  new: "the baseline has no such benchmark",
  missing: "the baseline has it, this run does not",
  failed: "it ended with a failure",
  unsupported: "the engine cannot run it",
};

const UNMEASURED: readonly Verdict[] = ["failed", "missing", "unsupported", "identical"];

function gateOf({ verdict }: Sample): Pick<MetricJudgement, "gatedAt" | "stage"> {
  return {
    gatedAt: verdict === "inconclusive" ? 0.062 : 0.021,
    stage: verdict === "regression" || verdict === "inconclusive" ? "confirm" : "screen",
  };
}

function primaryOf(sample: Sample): MetricJudgement {
  const metric = sample.primary ?? "time";
  const change = changeOf(sample);
  return {
    metric,
    unit: metric === "time" ? "ns" : "bytes",
    verdict: sample.verdict,
    candidate: UNMEASURED.includes(sample.verdict) ? null : estimateOf(sample, sample.value),
    baseline:
      change === null ? null : estimateOf(sample, short(sample.value / (1 + change.center))),
    change,
    ...(change === null ? { gatedAt: null, stage: null } : gateOf(sample)),
    because: sample.because ?? WORDS[sample.verdict],
  };
}

function exactOf(value: number): Estimate {
  return { center: value, low: value, high: value, spread: 0, samples: 2, processes: 1 };
}

const EXACT_UNITS: Readonly<Record<string, MetricJudgement["unit"]>> = {
  fuel: "fuel",
  pages: "pages",
};

function exactVerdict(ratio: number | null): Verdict {
  if (ratio === null) return "new";
  return ratio === 0 ? "identical" : "unchanged";
}

function exactJudgement(sample: Sample, exact: ExactValue): MetricJudgement {
  const { metric, baseline, candidate } = exact;
  const ratio = baseline === null || candidate === null ? null : short(candidate / baseline - 1);
  return {
    metric,
    unit: EXACT_UNITS[metric] ?? "bytes",
    verdict: sample.exactVerdicts?.[metric] ?? exactVerdict(ratio),
    candidate: candidate === null ? null : exactOf(candidate),
    baseline: baseline === null ? null : exactOf(baseline),
    change: ratio === null ? null : { center: ratio, low: ratio, high: ratio },
    gatedAt: ratio === null ? null : 0,
    stage: null,
    because: exact.note ?? "compared exactly",
  };
}

function extraJudgement(
  sample: Sample,
  [metric, unit, value]: NonNullable<Sample["extra"]>[number],
): MetricJudgement {
  const because = "shown for information";
  const candidate = estimateOf(sample, value);
  return {
    metric,
    unit,
    verdict: "new",
    candidate,
    baseline: null,
    change: null,
    gatedAt: null,
    stage: null,
    because,
  };
}

function pairingOf(sample: Sample): Pairing {
  if (sample.pairing !== undefined) return sample.pairing;
  if (sample.verdict === "identical" || sample.verdict === "missing" || sample.verdict === "new")
    return sample.verdict;
  return compared(sample) ? "paired" : "alone";
}

function processesOf(sample: Sample): number {
  if (["missing", "unsupported", "identical"].includes(sample.verdict)) return 0;
  return sample.failure === undefined ? estimateOf(sample, 1).processes : 1;
}

/** The measured half of a sample benchmark. */
export function resultOf(sample: Sample, seed: number): BenchmarkResult {
  const random = createRandom(seed);
  const processes = processesOf(sample);
  const pairing = pairingOf(sample);
  return {
    benchmark: benchmarkOf(sample),
    definition: "5e1f".repeat(16),
    pairing,
    pairingReason:
      pairing === "paired" ? "both modules live in one process" : WORDS[sample.verdict],
    visits: Array.from({ length: processes }, (_, process) => visitOf(sample, process, random)),
    exact: sample.exact ?? [],
    warnings: [],
    noise: compared(sample) ? (sample.noise ?? NOISE) : null,
  };
}

function tierOf({ verdict, change = 0 }: Sample): BenchmarkJudgement["tier"] {
  if (verdict !== "regression") return null;
  return change > 0.2 ? "must-fix" : change > 0.1 ? "fix-or-justify" : "investigate";
}

/** The judged half of a sample benchmark. */
export function judgementOf(sample: Sample): BenchmarkJudgement {
  const exact = (sample.exact ?? []).map((value) => exactJudgement(sample, value));
  const extra =
    sample.failure === undefined
      ? (sample.extra ?? []).map((row) => extraJudgement(sample, row))
      : [];
  return {
    id: sample.id,
    verdict: sample.verdict,
    metrics: [primaryOf(sample), ...exact, ...extra],
    tier: tierOf(sample),
    accepted: sample.accepted ?? null,
    failure: sample.failure ?? null,
    contaminated: sample.contaminated ?? false,
    explanation: sample.explanation ?? [],
    warnings: sample.warnings ?? [],
  };
}
