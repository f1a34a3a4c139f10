import type { Clock } from "../../model/clock.ts";
import type { MetricName } from "../../model/metric.ts";
import type { Series, Side } from "../../model/sample.ts";
import { quantile } from "../../stats/descriptive.ts";
import { type Random, shuffle } from "../../stats/random.ts";
import type { VisitSettings } from "../protocol.ts";
import { isTimeless, type TimedBlock, takeBlock, takeTold, timeBy } from "./block.ts";
import { type PlacedCopy, SideFailure } from "./copies.ts";
import type { Kernel } from "./kernel.ts";
import { SeriesCollection } from "./series-collection.ts";
import { countBlock, createTally, type Tally } from "./tally.ts";

/** Extra metrics are information: one block in this many rounds is enough. */
const ROUNDS_PER_EXTRA = 5;
/** Kernel blocks a side takes in a visit at least; where there are fewer rounds, a round has several. */
const LEAST_KERNEL_BLOCKS = 16;
/** Digits kept of a time by the clock that does not decide. */
const DIGITS_BESIDE = 6;

/** Calls per block of every operation index, equal on all sides. */
export type Iterations = readonly number[];

/** What was measured in the rounds of a visit. */
export interface Rounds {
  readonly series: readonly Series[];
  /** Wall time inside blocks. */
  readonly measuredNs: number;
  /** Blocks of the candidate's primary operation. */
  readonly candidate: Tally;
  /** All blocks that compute. */
  readonly all: Tally;
  /** Blocks in which the clock that decides did not move, of all that were taken: they are in no series. */
  readonly timeless: number;
  readonly taken: number;
}

interface Step {
  readonly metric: MetricName;
  readonly side: Side;
  readonly copy: number;
  /** The metric of the same blocks by the other clock; null keeps none. */
  readonly beside: MetricName | null;
  /** Tallies the block is counted in. */
  readonly tallies: readonly Tally[];
  /** Whether it surely computes, whatever the guest does. */
  readonly isComputing: boolean;
  /** Time per operation, and of the whole block. */
  readonly take: () => Promise<TimedBlock>;
}

/** Everything a visit's rounds need. */
export interface RoundPlan {
  readonly copies: readonly PlacedCopy[];
  readonly kernel: Kernel;
  readonly kernelIterations: number;
  readonly iterations: Iterations;
  readonly rounds: number;
  readonly settings: VisitSettings;
  /** The clock that decides in this visit; the other one stands beside it where the machine has CPU time. */
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * Runs the rounds: every copy of every side and the calibration kernel, one block each, in random order.
 *
 * @param plan - copies, kernel, calls per block, number of rounds and clock
 * @returns one series per copy and metric, ns per operation, one value per block; of the primary operation and the kernel
 *   also the 25th percentile by the other clock
 * @throws SideFailure naming the side whose guest failed
 */
export async function runRounds(plan: RoundPlan): Promise<Rounds> {
  const tallies = { candidate: createTally(), all: createTally() };
  const primary = plan.copies.flatMap((placed) => primaryStep(placed, plan, tallies));
  const extra = plan.settings.extras ? extraSteps(plan, tallies) : [];
  const kernel = kernelSteps(plan, tallies);
  const collected = new Collection(plan.clock);
  for (let round = 0; round < plan.rounds; round += 1) {
    const extras = round % ROUNDS_PER_EXTRA === 0 ? extra : [];
    for (const step of shuffle([...primary, ...extras, ...kernel], plan.random)) {
      collected.add(step, await step.take());
    }
  }
  const { measuredNs, timeless, taken } = collected;
  return { series: collected.series(), measuredNs, timeless, taken, ...tallies };
}

type Tallies = Pick<Rounds, "candidate" | "all">;

/** Series by metric, side and copy, in the order they began. */
class Collection {
  measuredNs = 0;
  timeless = 0;
  taken = 0;
  readonly #clock: Clock;
  readonly #deciding = new SeriesCollection();
  readonly #beside = new SeriesCollection();
  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add({ metric, side, copy, beside, tallies, isComputing }: Step, block: TimedBlock): void {
    const { perOperation, elapsed } = block;
    const other = this.#clock === "cpu" ? "wall" : "cpu";
    this.measuredNs += elapsed.wallNs;
    this.taken += 1;
    for (const tally of tallies) countBlock(tally, elapsed);
    if (isTimeless(block, this.#clock, isComputing)) {
      this.timeless += 1;
      return;
    }
    this.#deciding.add({ metric, side, copy }, timeBy(perOperation, this.#clock));
    if (beside === null || !(timeBy(perOperation, other) > 0)) return;
    this.#beside.add({ metric: beside, side, copy }, timeBy(perOperation, other));
  }

  series(): Series[] {
    const reduced = this.#beside.all().map((one) => ({
      ...one,
      values: [Number(quantile(one.values, 0.25).toPrecision(DIGITS_BESIDE))],
    }));
    return [...this.#deciding.all(), ...reduced];
  }
}

/** A kernel block per side in every round; more where long calls leave few rounds. */
function kernelSteps(plan: RoundPlan, { all }: Tallies): Step[] {
  const sides = new Set(plan.copies.map(({ side }) => side).filter((side) => side !== "native"));
  const blocks = Math.ceil(LEAST_KERNEL_BLOCKS / plan.rounds);
  const steps = [...sides].flatMap((side) => new Array<Side>(blocks).fill(side));
  return steps.map((side) => ({
    metric: "kernel",
    side,
    copy: 0,
    beside: plan.clock === "cpu" ? "kernel_wall" : null,
    tallies: [all],
    isComputing: true,
    take: () => takeTold(() => takeKernel(plan), plan.clock),
  }));
}

function takeKernel({ kernel, kernelIterations }: RoundPlan): TimedBlock {
  const { elapsed, calls } = kernel.sampler(kernelIterations);
  const perOperation = { wallNs: elapsed.wallNs / calls, cpuNs: elapsed.cpuNs / calls };
  return { perOperation, elapsed };
}

function primaryStep(placed: PlacedCopy, plan: RoundPlan, tallies: Tallies): Step[] {
  const waits = plan.clock === "wall" && plan.settings.clock === "cpu";
  const other = waits ? "cpu" : null;
  return stepOf(placed, 0, {
    plan,
    beside: plan.clock === "cpu" ? "wall" : other,
    // Where wall time decides, waiting is the point and says nothing about the runner.
    tallies: [
      ...(plan.clock === "cpu" ? [tallies.all] : []),
      ...(placed.side === "candidate" ? [tallies.candidate] : []),
    ],
  });
}

function extraSteps(plan: RoundPlan, { all }: Tallies): Step[] {
  const tallies = plan.clock === "cpu" ? [all] : [];
  return plan.copies
    .filter(({ side }) => side === "candidate")
    .flatMap((placed) =>
      placed.arms
        .slice(1)
        .flatMap((_, at) => stepOf(placed, at + 1, { plan, beside: null, tallies })),
    );
}

interface Stepping extends Pick<Step, "beside" | "tallies"> {
  readonly plan: RoundPlan;
}

function stepOf(
  { arms, side, index: copy }: PlacedCopy,
  index: number,
  { plan, beside, tallies }: Stepping,
): Step[] {
  const arm = arms[index];
  if (arm === undefined) return [];
  const iterations = plan.iterations[index] ?? 1;
  const take: Step["take"] = async () => {
    try {
      return await takeBlock(arm, iterations, plan.clock);
    } catch (error) {
      throw new SideFailure(side, { cause: error });
    }
  };
  return [{ metric: arm.operation.metric, side, copy, beside, tallies, isComputing: false, take }];
}
