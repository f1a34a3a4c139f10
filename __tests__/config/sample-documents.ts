import { BASELINE_VERSION, type BaselineDocument } from "../../src/model/baseline.ts";
import type { Environment } from "../../src/model/environment.ts";
import { DEFAULT_ALLOWANCES } from "../../src/model/metric.ts";
import {
  type BenchmarkResult,
  RESULT_VERSION,
  type ResultDocument,
  type RunInfo,
} from "../../src/model/result.ts";
import type { StoredPolicy } from "../../src/model/stored-policy.ts";

const HASH = "ab".repeat(32);

export const environment: Environment = {
  platform: "linux",
  arch: "x64",
  cpuModel: "AMD EPYC 7763",
  cpuCount: 4,
  totalMemoryBytes: 16_000_000_000,
  osRelease: "6.8.0",
  image: "ubuntu24/20261101",
  node: "24.21.0",
  v8: "13.6.233",
  tier: "natural",
  flags: [],
  harness: 1,
};

const run: RunInfo = {
  repository: "airssys/codec",
  sha: "c0ffee",
  ref: "refs/heads/main",
  event: "push",
  runId: "1",
  attempt: 1,
  url: "",
};

export const benchmarkResult: BenchmarkResult = {
  benchmark: {
    id: "execution/sum/codec",
    suite: "execution",
    component: "codec",
    procedure: {
      kind: "call",
      call: { export: "sum", args: [1, 2n, ["x", null, true]], expect: 9_007_199_254_740_993n },
      operations: 1,
      native: { source: "builtin:sum", args: [] },
      extras: [{ metric: "boundary_cost", call: { export: "add", args: [] }, operations: 2 }],
    },
    primary: "time",
    unsupported: null,
  },
  definition: HASH,
  pairing: "paired",
  pairingReason: "the bytes changed",
  visits: [
    {
      process: 0,
      stage: "screen",
      iterations: 100,
      wallNs: 1e6,
      measuredNs: 9e5,
      series: [{ metric: "time", side: "baseline", copy: 0, values: [1.5, 1.25] }],
      failure: null,
      warnings: [{ code: "liftoff", message: "runs in Liftoff until re-entered" }],
      output: "",
    },
    {
      process: 1,
      stage: "screen",
      iterations: 0,
      wallNs: 0,
      measuredNs: 0,
      series: [],
      failure: { kind: "trap", category: "unreachable", message: "unreachable", side: null },
      warnings: [],
      output: "panicked",
    },
  ],
  exact: [{ metric: "fuel", baseline: 10, candidate: null, note: "not deterministic" }],
  warnings: [],
  noise: { variance: 0.0001, degreesOfFreedom: 20, tau: 0.0025, quantile99: null },
};

const sampling: ResultDocument["sampling"] = {
  samples: 30,
  timeMs: 5000,
  maxInstances: 50,
  processes: 6,
  rounds: 20,
  copies: 4,
  blockMs: 1,
  warmupMs: 10,
  timeoutMs: 30_000,
  tier: "natural",
  flags: [],
};

const judgement: ResultDocument["judgement"] = {
  verdict: "pass",
  reasons: [],
  counts: {
    regression: 0,
    improvement: 0,
    unchanged: 1,
    identical: 0,
    inconclusive: 0,
    new: 0,
    missing: 0,
    failed: 0,
    unsupported: 0,
  },
  targetCounts: { met: 0, missed: 0, inconclusive: 0 },
  benchmarks: [],
  targets: [],
  suites: [{ suite: "execution", benchmarks: 1, change: null, suspicious: false, because: "" }],
  warnings: [],
  policyChanges: {
    weaker: [{ what: "floor", of: ["execution/sum/codec"], before: "0 ns", now: "1 s" }],
    other: [],
  },
};

const policy: ResultDocument["policy"] = {
  thresholds: { regression: 0.05, decide: 0.03, suspect: 0.015, floor: 0 },
  overrides: [],
  accept: [],
  targets: [],
  failOn: ["regression"],
  inconclusive: "warn",
  allowances: DEFAULT_ALLOWANCES,
  confidenceLevel: 0.95,
  today: "2027-01-31",
};

const storedPolicy: StoredPolicy = {
  ...policy,
  config: "wasm-bench.yml",
  confirm: "fresh-runner",
  sampling,
  fuel: { profile: "wasmtime-24", mode: "wasmtime", cost: { "i32.add": 2 } },
  suites: ["execution"],
  components: [{ name: "codec", settings: { path: "codec.wasm" } }],
  benchmarks: [benchmarkResult.benchmark],
};

export const result: ResultDocument = {
  kind: "wasm-bench/result",
  version: RESULT_VERSION,
  tool: "1.0.0",
  createdAt: "2027-01-31T12:00:00.000Z",
  seed: "c0ffee-1",
  run,
  environment,
  sampling,
  policy,
  policies: { judgedBy: "base", candidate: storedPolicy, base: null },
  baseline: {
    source: "cache",
    key: "wasm-bench-1",
    sha: "def",
    createdAt: "2027-01-30T12:00:00Z",
    environment,
    fingerprintMatches: true,
  },
  noBaseline: null,
  components: [
    {
      name: "codec",
      path: "codec.wasm",
      format: "wasm",
      sha256: HASH,
      sizeBytes: 35,
      gzipBytes: 30,
      brotliBytes: 28,
      sections: [{ name: "code", bytes: 10 }],
      functions: 1,
      imports: 0,
      exports: 1,
    },
  ],
  baselineComponents: [],
  benchmarks: [benchmarkResult],
  warnings: [],
  time: { totalMs: 1, startMs: 0, warmupMs: 0, measuredMs: 1, processes: 2 },
  judgement,
};

export const baseline: BaselineDocument = {
  kind: "wasm-bench/baseline",
  version: BASELINE_VERSION,
  tool: "1.0.0",
  createdAt: "2027-01-31T12:00:00.000Z",
  run,
  environment,
  comparedWith: null,
  components: [
    {
      name: "codec",
      path: "../target/codec.wasm",
      format: "wasm",
      host: { kind: "wasi", args: ["codec"] },
      sha256: HASH,
      moduleSha256: HASH,
      sizeBytes: 35,
      files: [],
      entry: null,
      init: null,
      definitions: { "execution/sum/codec": HASH },
    },
    {
      name: "parser",
      path: "pkg/parser.js",
      format: "glue",
      host: { kind: "none" },
      sha256: HASH,
      moduleSha256: null,
      sizeBytes: 0,
      files: [{ name: "snippets/a b/inline0.js", sha256: HASH, sizeBytes: 3 }],
      entry: "snippets/a b/inline0.js",
      init: "initSync",
      definitions: {},
    },
  ],
  leftOut: [
    { name: "huge", sha256: HASH, sizeBytes: 100_000_000, reason: "larger than the cap of 64 MiB" },
  ],
  benchmarks: [
    {
      id: "execution/sum/codec",
      component: "codec",
      definition: HASH,
      hostCode: HASH,
      primary: "time",
      series: [{ metric: "time", values: [1.5, 1.6] }],
      exact: [{ metric: "fuel", value: null, note: "not deterministic" }],
    },
  ],
  history: [
    {
      sha: "c0ffee",
      createdAt: "2027-01-31T12:00:00.000Z",
      runId: "1",
      fingerprint: "linux | x64",
      tag: "v1.0.0",
      benchmarks: { "execution/sum/codec": { p25: [1.5], kernel: null, y: [0.001, -0.002] } },
    },
  ],
  noise: { "execution/sum/codec": { variance: 0, degreesOfFreedom: 4, tau: 0, quantile99: 0.02 } },
  policy: storedPolicy,
};
