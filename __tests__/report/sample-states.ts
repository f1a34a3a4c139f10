import type { ResultDocument } from "../../src/model/result.ts";
import type { ExactValue } from "../../src/model/sample.ts";
import type { Sample } from "./sample-benchmarks.ts";
import { strengthened, weakened } from "./sample-policies.ts";
import { BASELINE, buildResult, ENVIRONMENT } from "./sample-results.ts";

const FUEL = (baseline: number, candidate: number): ExactValue => ({
  metric: "fuel",
  baseline,
  candidate,
  note: null,
});
const SIZE = (baseline: number, candidate: number): ExactValue => ({
  metric: "size_raw",
  baseline,
  candidate,
  note: null,
});
const PAGES = (baseline: number, candidate: number): ExactValue => ({
  metric: "pages",
  baseline,
  candidate,
  note: null,
});

/** The reference benchmarks as they look when nothing was compared. */
export const ALONE: readonly Sample[] = [
  {
    id: "instantiation/cold_start/minimal_component",
    value: 115_000,
    verdict: "new",
    extra: [
      ["compile", "ns", 46_000],
      ["instantiate", "ns", 21_000],
      ["first_call", "ns", 48_000],
      ["process_start", "ns", 21e6],
    ],
  },
  { id: "instantiation/warm_start/minimal_component", value: 5800, verdict: "new" },
  {
    id: "instantiation/size_scaling/100kb",
    value: 594_000,
    verdict: "new",
    extra: [["slope_per_kib", "ns", 5500]],
  },
  {
    id: "execution/minimal_overhead/wasm_add",
    value: 0.57,
    verdict: "new",
    extra: [
      ["overhead", "ratio", 0.034],
      ["boundary_cost", "ns", 1.9],
    ],
  },
  { id: "execution/compute_heavy/fib_20", value: 22_900, verdict: "new" },
  {
    id: "memory/footprint/64kb",
    value: 67_072,
    verdict: "new",
    primary: "resident_bytes",
    extra: [["untouched_bytes", "bytes", 2048]],
  },
  { id: "crash_handling/trap_detection/trap_categorization", value: 58, verdict: "new" },
  {
    id: "crash_handling/resource_cleanup/cleanup_after_trap",
    value: 0.82,
    verdict: "new",
    extra: [["reclaim", "ns", 2.8e6]],
  },
];

function comparedAs(sample: Sample, index: number): Sample {
  const change = [0.002, -0.004, 0.006, 0, -0.001, 0, 0.003, 0.008][index % 8] ?? 0;
  return { ...sample, verdict: "unchanged", change };
}

const COMPARED: readonly Sample[] = [
  ...ALONE.map(comparedAs),
  { id: "execution/host_call/sync", value: 12.4, verdict: "identical" },
  { id: "execution/memory_intensive/fill_memory", value: 75_000, verdict: "identical" },
];

const BLUR: Sample = {
  id: "execution/blur_256/image-filter",
  component: "image-filter",
  value: 3_412_000,
  change: 0.124,
  verdict: "regression",
  exact: [FUEL(26_925_366, 30_102_559), SIZE(47_016, 48_112), PAGES(17, 17)],
  exactVerdicts: { fuel: "regression", size_raw: "regression" },
  explanation: ["fuel rose by 11.8 %", "the code section grew by 1,096 B"],
};

const DECODE: Sample = {
  id: "execution/decode_png/image-filter",
  component: "image-filter",
  value: 812_000,
  change: 0.043,
  verdict: "regression",
  exact: [FUEL(4_120_880, 4_120_880), SIZE(47_016, 48_112)],
  explanation: ["fuel did not move: look at memory access or calls to the host"],
};

const RESIZE: Sample = {
  id: "execution/resize_640/image-filter",
  component: "image-filter",
  value: 1_904_000,
  change: -0.183,
  verdict: "improvement",
  exact: [FUEL(18_220_117, 14_770_031)],
};

const SHARPEN: Sample = {
  id: "execution/sharpen/image-filter",
  component: "image-filter",
  value: 402_000,
  change: 0.031,
  verdict: "inconclusive",
  exact: [FUEL(1_902_332, 1_902_332)],
};

const TRAPPED: Sample = {
  id: "execution/decode_gif/image-filter",
  component: "image-filter",
  value: 0,
  verdict: "failed",
  failure: {
    kind: "trap",
    category: "out_of_bounds",
    message: "memory access out of bounds",
    side: "candidate",
  },
  output:
    "decoder: frame 3 of 12\nthread 'main' panicked at src/gif.rs:118:17:\nindex out of bounds\n",
};

const HANGING: Sample = {
  id: "execution/scan/image-filter",
  component: "image-filter",
  value: 0,
  verdict: "failed",
  failure: { kind: "timeout", category: null, message: "no result within 20 s", side: null },
};

const NOT_COMPARED = "no baseline was found under the key wasm-bench-main-linux-x64-";

const CALM = "no benchmark regressed";

/** A result for every state a reader can meet. */
export const STATES: Readonly<Record<string, () => ResultDocument>> = {
  "first-run": () =>
    buildResult({
      samples: ALONE,
      verdict: "no-baseline",
      reasons: [NOT_COMPARED],
      baseline: null,
      noBaseline: NOT_COMPARED,
    }),
  "no-comparison": () =>
    buildResult({
      samples: ALONE,
      verdict: "pass",
      reasons: ["8 benchmarks measured, all targets met"],
      baseline: null,
    }),
  weakened: () => weakened(buildResult({ samples: COMPARED, verdict: "warn", reasons: [CALM] })),
  strengthened: () =>
    strengthened(buildResult({ samples: COMPARED, verdict: "pass", reasons: [CALM] })),
  clean: () =>
    buildResult({ samples: COMPARED, verdict: "pass", reasons: ["no benchmark regressed"] }),
  regression: () =>
    buildResult({
      samples: [...COMPARED, BLUR, DECODE, RESIZE, SHARPEN],
      verdict: "fail",
      reasons: [
        "2 benchmarks regressed, execution/blur_256/image-filter by 12.4 %",
        "1 benchmark is inconclusive",
      ],
      suites: [
        {
          suite: "execution",
          benchmarks: 8,
          change: { center: 0.011, low: 0.002, high: 0.02 },
          suspicious: true,
          because: "8 benchmarks together are slower by 1.1 %",
        },
      ],
    }),
  improvement: () =>
    buildResult({
      samples: [...COMPARED, RESIZE],
      verdict: "pass",
      reasons: ["no benchmark regressed, 1 improved"],
    }),
  "missed-target": () =>
    buildResult({
      samples: COMPARED.map((sample) =>
        sample.id.endsWith("wasm_add")
          ? {
              ...sample,
              extra: [["overhead", "ratio", 0.083] as const, ["boundary_cost", "ns", 1.9] as const],
            }
          : sample,
      ),
      verdict: "fail",
      reasons: ["1 target is missed: Execution overhead (ADR-WASM-002)"],
    }),
  failure: () =>
    buildResult({
      samples: [
        ...COMPARED,
        TRAPPED,
        HANGING,
        {
          id: "execution/rotate/image-filter",
          component: "image-filter",
          value: 0,
          verdict: "missing",
        },
        {
          id: "execution/host_call/async",
          value: 0,
          verdict: "unsupported",
          unsupported: "this engine has no JSPI",
        },
      ],
      verdict: "fail",
      reasons: ["2 benchmarks failed", "1 benchmark of the baseline is missing"],
      warnings: [
        {
          code: "component-binary",
          message:
            "widgets.wasm is a Component Model binary: transpile it or import its host's results",
        },
      ],
    }),
  inconclusive: () =>
    buildResult({
      samples: [...COMPARED, SHARPEN],
      verdict: "warn",
      reasons: ["1 benchmark is inconclusive"],
    }),
  contaminated: () =>
    buildResult({
      samples: [
        ...COMPARED,
        {
          ...SHARPEN,
          contaminated: true,
          because: "contaminated: the calibration kernel differs by 1.6 % between the sides",
        },
      ],
      verdict: "warn",
      reasons: ["1 benchmark is inconclusive: the machine treated the two sides differently"],
      warnings: [
        { code: "steal", message: "2 of 12 processes lost time to other guests of the machine" },
      ],
    }),
  accepted: () =>
    buildResult({
      samples: [
        ...COMPARED,
        { ...BLUR, accepted: { reason: "bounds checks, #123", until: "2027-01-31", limit: 0.15 } },
      ],
      verdict: "pass",
      reasons: ["1 regression is accepted until 2027-01-31"],
      policyWarnings: [
        {
          code: "acceptance-expired",
          message: "the acceptance of execution/old_path ended on 2026-10-01",
        },
      ],
    }),
  "other-machine": () =>
    buildResult({
      samples: ALONE,
      verdict: "pass",
      reasons: ["8 benchmarks measured, all targets met"],
      baseline: {
        ...BASELINE,
        source: "file",
        key: "baselines/main.json",
        fingerprintMatches: false,
        environment: { ...ENVIRONMENT, cpuModel: "Intel Xeon Platinum 8370C", v8: "13.4.114.21" },
      },
    }),
};

export { BLUR, COMPARED, DECODE, RESIZE, SHARPEN, TRAPPED };
