import { describe, expect, test } from "vitest";
import { comparePolicies } from "../../../src/gate/policy-changes/compare-policies.ts";
import type { Benchmark } from "../../../src/model/benchmark.ts";
import type { StoredPolicy } from "../../../src/model/stored-policy.ts";
import { target } from "../fabricate.ts";
import { acceptance, called, override, STORED } from "./sample-policy.ts";

const [SUM, TWO] = STORED.benchmarks as readonly [Benchmark, Benchmark];
const { thresholds, allowances, sampling, fuel } = STORED;

const twoWith = (part: Record<string, unknown>): Partial<StoredPolicy> => ({
  benchmarks: [SUM, { ...TWO, procedure: { ...TWO.procedure, ...part } as Benchmark["procedure"] }],
});

const allowing = (part: StoredPolicy["allowances"]): Partial<StoredPolicy> => ({
  allowances: { ...allowances, ...part },
});

/** What weakens, as `what of names: before → now`. */
function told(now: Partial<StoredPolicy>, base: Partial<StoredPolicy> = {}) {
  const { weaker, other } = comparePolicies({ ...STORED, ...base }, { ...STORED, ...now });
  const lines = [weaker, other].map((changes) =>
    changes.map(({ what, of, before, now: after }) =>
      `${what} ${of.join("+")}: ${before} → ${after}`.replace(" :", ":"),
    ),
  );
  return { weaker: lines[0], other: lines[1] };
}

function settings(name: string, part: Readonly<Record<string, string>>): Partial<StoredPolicy> {
  const components = STORED.components.map((one) =>
    one.name === name ? { name, settings: { ...one.settings, ...part } } : one,
  );
  return { components };
}

const WEAKER: readonly (readonly [string, Partial<StoredPolicy>, string])[] = [
  [
    "a higher threshold",
    { thresholds: { ...thresholds, regression: 0.25, decide: 0.15, suspect: 0.075 } },
    "regression: 5.0 % → 25.0 %",
  ],
  ["a higher θ alone", { thresholds: { ...thresholds, decide: 0.05 } }, "decide: 3.0 % → 5.0 %"],
  ["a higher s alone", { thresholds: { ...thresholds, suspect: 0.03 } }, "suspect: 1.5 % → 3.0 %"],
  ["a floor", { thresholds: { ...thresholds, floor: 1e9 } }, "floor: 0 ns → 1.00 s"],
  ["more fuel", allowing({ fuel: { fraction: 10, absolute: 0 } }), "exact.fuel: 0.5 % → 1,000 %"],
  [
    "more bytes",
    allowing({ size_raw: { fraction: 0.5, absolute: 1024 } }),
    "exact.size_raw: 1.0 % or 1.00 KiB → 50.0 % or 1.00 KiB",
  ],
  [
    "more free bytes",
    allowing({ size_raw: { fraction: 0.01, absolute: 4096 } }),
    "exact.size_raw: 1.0 % or 1.00 KiB → 1.0 % or 4.00 KiB",
  ],
  [
    "more pages",
    allowing({ pages: { fraction: 0, absolute: 1 } }),
    "exact.pages: 0 pages → 1 page",
  ],
  [
    "a removal that is accepted",
    { removals: [{ benchmark: "execution/*/two", until: null, reason: "r" }] },
    "accept execution/work/two: none → its removal: r",
  ],
  [
    "a glob that raises one threshold",
    { overrides: [override("**/s?m", { regression: 0.5 })] },
    "regression execution/work/sum: 5.0 % → 50.0 %",
  ],
  [
    "a glob that raises one floor",
    { overrides: [override("{execution,x}/w*", { floor: 5e6, floorUnit: "ns" })] },
    "floor execution/work/sum+execution/work/two: 0 ns → 5.00 ms",
  ],
  [
    "a glob that allows fuel",
    {
      overrides: [
        override("execution/*/two", { allowances: { fuel: { fraction: 1, absolute: 0 } } }),
      ],
    },
    "exact.fuel execution/work/two: 0.5 % → 100 %",
  ],
  [
    "a later override that wins",
    { overrides: [override("**", { regression: 0.01 }), override("**/two", { regression: 0.5 })] },
    "regression execution/work/two: 5.0 % → 50.0 %",
  ],
  ["fewer kinds that fail", { failOn: ["error"] }, "fail-on: regression, target, error → error"],
  ["no kind that fails", { failOn: [] }, "fail-on: regression, target, error → none"],
  [
    "other kinds that fail",
    { failOn: ["missing", "target", "error"] },
    "fail-on: regression, target, error → target, error, missing",
  ],
  ["an ignored inconclusive", { inconclusive: "ignore" }, "inconclusive: warn → ignore"],
  ["less confidence", { confidenceLevel: 0.8 }, "confidence: 95.0 % → 80.0 %"],
  [
    "more confidence, which misses fewer targets",
    { confidenceLevel: 0.999 },
    "confidence: 95.0 % → 99.9 %",
  ],
  ["a second machine", { confirm: "fresh-runner" }, "confirm: here → fresh-runner"],
  [
    "an acceptance",
    { accept: [acceptance("execution/work/sum")] },
    "accept execution/work/sum: none → time up to +10.0 % until 2027-01-31: r",
  ],
  [
    "an acceptance of what is not there yet",
    { accept: [acceptance("memory/**")] },
    "accept memory/**: none → time up to +10.0 % until 2027-01-31: r",
  ],
  [
    "a target gone",
    { targets: [] },
    "target execution/work/sum+execution/work/two: time at most 1.00 ms, fail → none",
  ],
  [
    "a target raised",
    { targets: [target("execution/*", 2e6)] },
    "target execution/work/sum+execution/work/two: time at most 1.00 ms, fail → time at most 2.00 ms, fail",
  ],
  [
    "a target softened",
    { targets: [target("execution/*", 1e6, { severity: "info" })] },
    "target execution/work/sum+execution/work/two: time at most 1.00 ms, fail → time at most 1.00 ms, info",
  ],
  [
    "a target for fewer benchmarks",
    { targets: [target("execution/work/two", 1e6)] },
    "target execution/work/sum: time at most 1.00 ms, fail → none",
  ],
  [
    "another argument",
    { benchmarks: [called(SUM.id, [2001], 1_999_000), TWO] },
    "args execution/work/sum: [2000] → [2001]",
  ],
  [
    "no required result",
    { benchmarks: [called(SUM.id), TWO] },
    "expect execution/work/sum: 1999000 → not set",
  ],
  [
    "another required result",
    { benchmarks: [called(SUM.id, [2000], 7), TWO] },
    "expect execution/work/sum: 1999000 → 7",
  ],
  [
    "more operations in one call",
    twoWith({ operations: 3 }),
    "operations execution/work/two: 1 → 3",
  ],
  [
    "a call timed by another clock",
    twoWith({ clock: "wall" }),
    'clock execution/work/two: "cpu" → "wall"',
  ],
  [
    "another kind of procedure",
    { benchmarks: [SUM, { ...TWO, procedure: { kind: "cold_start", call: null } }] },
    "kind execution/work/two: call → cold_start",
  ],
  [
    "a benchmark removed",
    { benchmarks: [SUM, { ...called("execution/other/two") }] },
    "benchmark execution/work/two: measured → removed",
  ],
  ["a component removed", { benchmarks: [SUM] }, "component two: 1 benchmark → removed"],
  ["another module", settings("sum", { path: "fast.wasm" }), "path sum: sum.wasm → fast.wasm"],
  ["another host", settings("sum", { host: "./host.mjs" }), "host sum: none → ./host.mjs"],
  [
    "fewer suites of a component",
    settings("sum", { suites: "execution" }),
    "suites sum: execution, memory → execution",
  ],
  [
    "a file that is not named any more",
    settings("sum", { files: "a.txt" }),
    "files sum: a.txt, b.txt → a.txt",
  ],
  ["fewer suites of a run", { suites: ["memory"] }, "suites: all → memory"],
  [
    "a configuration gone",
    { config: null },
    "configuration: wasm-bench.yml → none: the shipped reference components are measured",
  ],
  [
    "a configuration elsewhere",
    { config: "ci/bench.yml" },
    "configuration: wasm-bench.yml → ci/bench.yml",
  ],
  ["fewer rounds", { sampling: { ...sampling, rounds: 6 } }, "sampling.rounds: 20 → 6"],
  ["fewer copies", { sampling: { ...sampling, copies: 1 } }, "sampling.copies: 4 → 1"],
  ["fewer processes", { sampling: { ...sampling, processes: 1 } }, "sampling.processes: 6 → 1"],
  ["fewer samples", { sampling: { ...sampling, samples: 1 } }, "sampling.samples: 30 → 1"],
  [
    "fewer instances",
    { sampling: { ...sampling, maxInstances: 1 } },
    "sampling.max-instances: 50 → 1",
  ],
  ["less time", { sampling: { ...sampling, timeMs: 10 } }, "sampling.time: 5.00 s → 10.0 ms"],
  [
    "shorter blocks",
    { sampling: { ...sampling, blockMs: 0.1 } },
    "sampling.block: 1.00 ms → 100 µs",
  ],
  ["less warm-up", { sampling: { ...sampling, warmupMs: 0 } }, "sampling.warmup: 10.0 ms → 0 ns"],
  [
    "a longer timeout",
    { sampling: { ...sampling, timeoutMs: 60_000 } },
    "sampling.timeout: 30.0 s → 60.0 s",
  ],
  [
    "other compilers",
    { sampling: { ...sampling, tier: "startup" } },
    "sampling.tier: natural → startup",
  ],
  [
    "flags",
    { sampling: { ...sampling, flags: ["--jitless"] } },
    "sampling.flags: none → --jitless",
  ],
  [
    "operators that cost nothing",
    { fuel: { ...fuel, cost: { "i32.add": 0 } } },
    "fuel.cost i32.add: as Wasmtime charges → 0",
  ],
  [
    "another way to count fuel",
    { fuel: { ...fuel, mode: "complete" } },
    "fuel.mode: wasmtime → complete",
  ],
];

describe("a policy is weakened by", () => {
  test.each(WEAKER)("%s", (_, now, line) => {
    expect(told(now)).toEqual({ weaker: [line], other: expect.any(Array) });
  });

  test("an acceptance that reaches further, later or to more benchmarks", () => {
    const base = { accept: [acceptance("execution/work/sum", { limit: 0.1 })] };
    const was = "time up to +10.0 % until 2027-01-31: r";
    const further = { accept: [acceptance("execution/work/sum", { limit: 0.2 })] };
    expect(told(further, base).weaker).toEqual([
      `accept execution/work/sum: ${was} → time up to +20.0 % until 2027-01-31: r`,
    ]);
    const later = { accept: [acceptance("execution/work/sum", { until: "2028-01-31" })] };
    expect(told(later, base).weaker).toEqual([
      `accept execution/work/sum: ${was} → time up to +10.0 % until 2028-01-31: r`,
    ]);
    expect(told({ accept: [acceptance("execution/**")] }, base).weaker).toEqual([
      `accept execution/work/two: none → ${was}`,
    ]);
  });

  test("a change too small for its words, told in its digits", () => {
    const now = { thresholds: { ...thresholds, regression: 0.05001 } };
    expect(told(now).weaker).toContain("regression: 0.05 → 0.05001");
  });
});

describe("a policy is not weakened by", () => {
  test.each<readonly [string, Partial<StoredPolicy>, Partial<StoredPolicy>]>([
    ["an acceptance that has expired", { accept: [acceptance("**", { until: "2026-11-22" })] }, {}],
    [
      "less of it that is still above the defaults",
      { sampling },
      { sampling: { ...sampling, rounds: 40 } },
    ],
    [
      "a required result where there was none",
      { benchmarks: [SUM, called(TWO.id, [2000], 1)] },
      {},
    ],
    ["a further benchmark", { benchmarks: [SUM, TWO, called("execution/new/sum")] }, {}],
    [
      "its own first configuration",
      { benchmarks: [called("execution/a/b")], targets: [] },
      { config: null, components: [] },
    ],
    [
      "a target that informed only",
      { targets: [] },
      { targets: [target("execution/*", 1, { severity: "info" })] },
    ],
    [
      "a shorter reason",
      { accept: [acceptance("**", { reason: "" })] },
      { accept: [acceptance("**")] },
    ],
  ])("%s", (_, now, base) => {
    expect(told(now, base).weaker).toEqual([]);
  });
});
