import type { Environment } from "../../src/model/environment.ts";
import { DEFAULT_ALLOWANCES } from "../../src/model/metric.ts";
import { type BaselineInfo, RESULT_VERSION, type ResultDocument } from "../../src/model/result.ts";
import type { RunnerFacts } from "../../src/model/runner.ts";
import type { Target, TargetVerdict } from "../../src/model/target.ts";
import type { Judgement, RunVerdict, TargetJudgement, Verdict } from "../../src/model/verdict.ts";
import { VERDICTS } from "../../src/model/verdict.ts";
import type { Sample } from "./sample-benchmarks.ts";
import { judgementOf, resultOf } from "./sample-benchmarks.ts";
import { COMPONENTS } from "./sample-components.ts";
import { targetJudgements } from "./sample-targets.ts";

export const NOW = "2026-11-23T09:30:00Z";

export const ENVIRONMENT: Environment = {
  platform: "linux",
  arch: "x64",
  cpuModel: "AMD EPYC 7763 64-Core Processor",
  cpuCount: 4,
  totalMemoryBytes: 16_772_579_328,
  osRelease: "6.8.0-1021-azure",
  image: "ubuntu24 20261115.1.0",
  node: "24.21.0",
  v8: "13.6.233.17-node.37",
  tier: "natural",
  flags: ["--expose-gc"],
  harness: 1,
  clock: "cpu",
};

export const BASELINE: BaselineInfo = {
  source: "cache",
  key: "wasm-bench-main-linux-x64-1930217771-1",
  sha: "4f2c9a81d7e05b36c1a29f84e67d30b5a8c91e72",
  createdAt: "2026-11-22T18:04:11Z",
  environment: ENVIRONMENT,
  fingerprintMatches: true,
};

const RUNNER: RunnerFacts = {
  blocks: 18_400,
  interrupted: 0.031,
  cpuShare: { lowest: 0.91, median: 0.992, highest: 1 },
  switches: { lowest: 0, median: 4, highest: 61 },
  pressure: { lowest: 0.01, median: 0.043, highest: 0.12 },
  loadAverage: { lowest: 1.2, median: 2.1, highest: 2.4 },
  startMs: { lowest: 38, median: 41, highest: 55 },
};

/** What a sample result is made of. */
export interface Draft {
  readonly samples: readonly Sample[];
  readonly verdict: RunVerdict;
  readonly reasons: readonly string[];
  readonly baseline?: BaselineInfo | null;
  readonly noBaseline?: string;
  readonly targets?: Readonly<Record<string, TargetVerdict>>;
  readonly suites?: Judgement["suites"];
  readonly warnings?: ResultDocument["warnings"];
  readonly policyWarnings?: Judgement["warnings"];
}

function countsOf(samples: readonly Sample[]): Judgement["counts"] {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<
    Verdict,
    number
  >;
  for (const { verdict } of samples) counts[verdict] += 1;
  return counts;
}

function judge(draft: Draft, targets: readonly TargetJudgement[]): Judgement {
  const count = (verdict: TargetVerdict) =>
    targets.filter((target) => target.verdict === verdict).length;
  return {
    verdict: draft.verdict,
    reasons: draft.reasons,
    counts: countsOf(draft.samples),
    targetCounts: {
      met: count("met"),
      missed: count("missed"),
      inconclusive: count("inconclusive"),
    },
    benchmarks: draft.samples.map(judgementOf),
    targets,
    suites: draft.suites ?? [],
    warnings: draft.policyWarnings ?? [],
  };
}

/** A whole result document, judgement included, from a draft. */
export function buildResult(draft: Draft): ResultDocument {
  const targets = targetJudgements(draft.samples, draft.targets ?? {});
  const thresholds = { regression: 0.05, decide: 0.03, suspect: 0.015, floor: 0 };
  const named: readonly Target[] = targets.map(({ target }) => target);
  return {
    kind: "wasm-bench/result",
    version: RESULT_VERSION,
    tool: "wasm-bench-action 1.0.0",
    createdAt: "2026-11-23T09:21:40Z",
    seed: "9b1c04e7:1",
    run: {
      repository: "octo-org/image-tools",
      sha: "c07d9e4b5a3f1826d4b7c9e05f21a8360b9d47e1",
      ref: "refs/pull/214/merge",
      event: "pull_request",
      runId: "1930300412",
      attempt: 1,
      url: "https://github.com/octo-org/image-tools/actions/runs/1930300412",
    },
    environment: ENVIRONMENT,
    sampling: {
      samples: 30,
      timeMs: 5000,
      maxInstances: 50,
      processes: 6,
      rounds: 20,
      copies: 4,
      blockMs: 1,
      warmupMs: 10,
      timeoutMs: 20_000,
      tier: "natural",
      flags: [],
    },
    policy: {
      thresholds,
      overrides: [],
      accept: [],
      targets: named,
      failOn: ["regression", "target", "error"],
      inconclusive: "warn",
      allowances: DEFAULT_ALLOWANCES,
      confidenceLevel: 0.95,
      today: "2026-11-23",
    },
    baseline: draft.baseline === undefined ? BASELINE : draft.baseline,
    noBaseline: draft.noBaseline ?? null,
    components: COMPONENTS,
    baselineComponents:
      draft.baseline === null
        ? []
        : COMPONENTS.map((facts) => ({ ...facts, sizeBytes: facts.sizeBytes - 96 })),
    benchmarks: draft.samples.map((sample, index) => resultOf(sample, index + 1)),
    warnings: draft.warnings ?? [],
    time: { totalMs: 31_400, startMs: 1900, warmupMs: 3100, measuredMs: 25_700, processes: 12 },
    runner: RUNNER,
    judgement: judge(draft, targets),
  };
}
