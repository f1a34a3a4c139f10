import type { MetricName } from "../../model/metric.ts";
import type { Series, Side } from "../../model/sample.ts";
import { type Random, shuffle } from "../../stats/random.ts";
import type { VisitSettings } from "../protocol.ts";
import { type Arm, type PlacedCopy, SideFailure } from "./copies.ts";
import type { Kernel } from "./kernel.ts";

/** Extra metrics are information: one block in this many rounds is enough. */
const ROUNDS_PER_EXTRA = 5;

/** Calls per block of every operation index, equal on all sides. */
export type Iterations = readonly number[];

/** What was measured in the rounds of a visit. */
export interface Rounds {
  readonly series: readonly Series[];
  readonly measuredNs: number;
}

interface Step {
  readonly metric: MetricName;
  readonly side: Side;
  readonly copy: number;
  readonly take: () => number | Promise<number>;
}

/** Everything a visit's rounds need. */
export interface RoundPlan {
  readonly copies: readonly PlacedCopy[];
  readonly kernel: Kernel;
  readonly kernelIterations: number;
  readonly iterations: Iterations;
  readonly rounds: number;
  readonly settings: VisitSettings;
  readonly random: Random;
}

/**
 * Runs the rounds: every copy of every side and the calibration kernel, one block each, in random order.
 *
 * @param plan - copies, kernel, calls per block and number of rounds
 * @returns one series per copy and metric, ns per operation, one value per block
 * @throws SideFailure naming the side whose guest failed
 */
export async function runRounds(plan: RoundPlan): Promise<Rounds> {
  const clock: Clock = { measuredNs: 0 };
  const rounding = { plan, clock };
  const series = new Map<string, Series & { values: number[] }>();
  const primary = plan.copies.flatMap((placed) => stepOf(placed, 0, rounding));
  const extra = plan.settings.extras
    ? plan.copies
        .filter(({ side }) => side === "candidate")
        .flatMap((placed) =>
          placed.arms.slice(1).flatMap((_, at) => stepOf(placed, at + 1, rounding)),
        )
    : [];
  for (let round = 0; round < plan.rounds; round += 1) {
    const extras = round % ROUNDS_PER_EXTRA === 0 ? extra : [];
    for (const step of shuffle([...primary, ...extras, ...kernelSteps(plan, clock)], plan.random)) {
      const key = `${step.metric}/${step.side}/${step.copy}`;
      const { metric, side, copy } = step;
      const known = series.get(key) ?? { metric, side, copy, values: [] };
      series.set(key, known);
      known.values.push(await step.take());
    }
  }
  return { series: [...series.values()], measuredNs: clock.measuredNs };
}

/** One kernel block per side in every round. */
function kernelSteps(plan: RoundPlan, clock: Clock): Step[] {
  const sides = new Set(plan.copies.map(({ side }) => side).filter((side) => side !== "native"));
  return [...sides].map((side) => ({
    metric: "kernel",
    side,
    copy: 0,
    take: () => {
      const block = plan.kernel.sampler(plan.kernelIterations);
      clock.measuredNs += block.measuredNs;
      return mean(block.nsPerCall);
    },
  }));
}

/** A running sum of the time inside blocks. */
interface Clock {
  measuredNs: number;
}

interface Rounding {
  readonly plan: RoundPlan;
  readonly clock: Clock;
}

function stepOf(placed: PlacedCopy, index: number, { plan, clock }: Rounding): Step[] {
  const arm = placed.arms[index];
  if (arm === undefined) return [];
  const iterations = plan.iterations[index] ?? 1;
  const { side } = placed;
  const { metric } = arm.operation;
  const take = async (): Promise<number> => {
    try {
      const { nsPerOperation, measuredNs } = await takeBlock(arm, iterations);
      clock.measuredNs += measuredNs;
      return nsPerOperation;
    } catch (error) {
      throw new SideFailure(side, { cause: error });
    }
  };
  return [{ metric, side, copy: placed.index, take }];
}

/**
 * Times one block of an operation.
 *
 * @param arm - operation with its sampler
 * @param iterations - calls in the block; observed operations are averaged over as many observations
 * @returns ns per guest operation, and the time inside the block
 * @throws Error when an observation is not a finite positive number
 */
export async function takeBlock(
  arm: Arm,
  iterations: number,
): Promise<{ nsPerOperation: number; measuredNs: number }> {
  const { operation, sampler } = arm;
  if (operation.kind === "timed" && sampler !== null) {
    const block = sampler(iterations);
    return {
      nsPerOperation: mean(block.nsPerCall) / operation.operations,
      measuredNs: block.measuredNs,
    };
  }
  if (operation.kind !== "observed") throw new Error("a timed operation has no sampler");
  let sum = 0;
  for (let i = 0; i < iterations; i += 1) {
    const observed = await operation.observe();
    if (!Number.isFinite(observed) || observed <= 0)
      throw new Error(`an observation is not a positive time: ${observed}`);
    sum += observed;
  }
  return { nsPerOperation: sum / iterations / operation.operations, measuredNs: sum };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
