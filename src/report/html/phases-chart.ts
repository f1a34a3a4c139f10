import { scaleLinear } from "d3-scale";
import type { BenchmarkJudgement, Estimate, MetricJudgement } from "../../model/verdict.ts";
import { formatTime } from "../../wording/value.ts";
import type { Figure } from "./svg.ts";
import { CHART_WIDTH, round, svgText } from "./svg.ts";

const PHASES = ["compile", "instantiate", "first_call"] as const;
const LEFT = 78;
const RIGHT: number = CHART_WIDTH - 8;
const BAR = 26;

type SideName = "baseline" | "candidate";

function phaseOf(
  metrics: readonly MetricJudgement[],
  name: string,
  side: SideName,
): Estimate | null {
  return metrics.find(({ metric }) => metric === name)?.[side] ?? null;
}

interface Bar {
  readonly side: SideName;
  readonly values: readonly number[];
  readonly total: number;
}

function barsOf(metrics: readonly MetricJudgement[]): readonly Bar[] {
  return (["baseline", "candidate"] as const).flatMap((side) => {
    const values = PHASES.map((phase) => phaseOf(metrics, phase, side)?.center ?? 0);
    const total = values.reduce((sum, value) => sum + value, 0);
    return total > 0 ? [{ side, values, total }] : [];
  });
}

function drawBar(
  { side, values, total }: Bar,
  top: number,
  xOf: (value: number) => number,
): string {
  let start = 0;
  const parts = values.map((value, index) => {
    const width = xOf(start + value) - xOf(start);
    const rect = `<rect class="phase-${index}" x="${round(xOf(start))}" y="${top}" width="${round(width)}" height="${BAR - 8}"/>`;
    start += value;
    return value > 0 ? rect : "";
  });
  const name = svgText({ x: LEFT - 6, y: top + 13, anchor: "end" }, side);
  return `${name}${parts.join("")}${svgText({ x: xOf(total) + 5, y: top + 13, anchor: "start" }, formatTime(total))}`;
}

/**
 * The phases of a start: compile, instantiate, first call, one bar per side.
 *
 * @param judgement - judged benchmark
 * @returns the figure, or null when the benchmark has no phases
 */
export function phasesChart(judgement: BenchmarkJudgement): Figure | null {
  const bars = barsOf(judgement.metrics);
  if (bars.length === 0) return null;
  const longest = Math.max(...bars.map(({ total }) => total));
  const x = scaleLinear()
    .domain([0, longest])
    .range([LEFT, RIGHT - 70]);
  const drawn = bars.map((bar, index) => drawBar(bar, 8 + index * BAR, x));
  const keyTop = 14 + bars.length * BAR;
  const key = PHASES.map((phase, index) => {
    const left = LEFT + index * 110;
    const label = svgText(
      { x: left + 15, y: keyTop + 9, anchor: "start" },
      phase.replace("_", " "),
    );
    return `<rect class="phase-${index}" x="${left}" y="${keyTop}" width="10" height="10"/>${label}`;
  });
  const words = bars.map(({ side, values }) => {
    const parts = PHASES.map(
      (phase, index) => `${phase.replace("_", " ")} ${formatTime(values[index] ?? 0)}`,
    );
    return `${side}: ${parts.join(", ")}`;
  });
  return {
    title: "Phases",
    description: `${words.join("; ")}.`,
    reading:
      "How to read: a bar is one start from left to right; a colour is the same phase on both sides, its length the time it took.",
    height: keyTop + 16,
    body: drawn.join("") + key.join(""),
  };
}
