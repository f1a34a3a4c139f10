import type { MetricName } from "../../src/model/metric.ts";
import { limitOf, type Target, type TargetVerdict } from "../../src/model/target.ts";
import type { TargetJudgement } from "../../src/model/verdict.ts";
import { short } from "./noise.ts";
import type { Sample } from "./sample-benchmarks.ts";

type Row = readonly [string, MetricName, number, Target["unit"], string, string];

const ROWS: readonly Row[] = [
  ["instantiation/cold_start/minimal_component", "time", 10e6, "ns", "Cold start", "ADR-WASM-002"],
  ["instantiation/warm_start/minimal_component", "time", 1e6, "ns", "Warm start", "ADR-WASM-002"],
  [
    "execution/minimal_overhead/wasm_add",
    "overhead",
    0.05,
    "ratio",
    "Execution overhead",
    "ADR-WASM-002",
  ],
  [
    "memory/footprint/64kb",
    "resident_bytes",
    524_288,
    "bytes",
    "Memory per component",
    "ADR-WASM-006",
  ],
  [
    "crash_handling/trap_detection/trap_categorization",
    "time",
    100,
    "ns",
    "Trap detection",
    "ADR-WASM-002",
  ],
  [
    "crash_handling/resource_cleanup/cleanup_after_trap",
    "time",
    1000,
    "ns",
    "Cleanup",
    "ADR-WASM-002",
  ],
];

const NOTES: Readonly<Record<string, string>> = {
  Cleanup: "V8 has no store to drop: this is the synchronous hand-back; see reclaim beside it.",
  "Execution overhead":
    "Native is the host language of the engine: the same loop in the guest and in JavaScript.",
};

function measuredValue(sample: Sample, metric: MetricName): number | null {
  if (["failed", "missing", "unsupported"].includes(sample.verdict)) return null;
  if (metric === (sample.primary ?? "time")) return sample.value;
  return sample.extra?.find(([name]) => name === metric)?.[2] ?? null;
}

function judgeTarget(
  target: Target,
  value: number | null,
  verdict: TargetVerdict | undefined,
): TargetJudgement {
  if (value === null) {
    const because = "nothing was measured";
    return {
      id: target.benchmark,
      target,
      verdict: "inconclusive",
      estimate: null,
      distance: null,
      because,
    };
  }
  const high = short(value * 1.013);
  const limit = limitOf(target).value;
  return {
    id: target.benchmark,
    target,
    verdict: verdict ?? (high <= limit ? "met" : "missed"),
    estimate: {
      center: value,
      low: short(value * 0.988),
      high,
      spread: 0.011,
      samples: 288,
      processes: 6,
    },
    distance: short((limit - high) / limit),
    because:
      high <= limit ? "the upper bound is within the limit" : "the lower bound is above the limit",
  };
}

/** The six shipped targets over sample benchmarks; verdicts may be overruled by title. */
export function targetJudgements(
  samples: readonly Sample[],
  overruled: Readonly<Record<string, TargetVerdict>>,
): readonly TargetJudgement[] {
  return ROWS.flatMap(([benchmark, metric, max, unit, title, source]) => {
    const sample = samples.find(({ id }) => id === benchmark);
    if (sample === undefined) return [];
    const target: Target = {
      benchmark,
      metric,
      max,
      unit,
      source,
      severity: "fail",
      title,
      writtenFor: "Wasmtime",
      note: NOTES[title] ?? "",
    };
    return [judgeTarget(target, measuredValue(sample, metric), overruled[title])];
  });
}
