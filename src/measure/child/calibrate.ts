import type { Clock } from "../../model/clock.ts";
import type { Warning } from "../../model/sample.ts";
import { median } from "../../stats/descriptive.ts";
import { type Elapsed, startClocks, stopClocks } from "../../suites/clocks.ts";
import type { Operation } from "../../suites/procedure.ts";
import { formatRoughTime } from "../../wording/value.ts";
import type { VisitSettings } from "../protocol.ts";
import { type PlacedCopy, SideFailure } from "./copies.ts";
import type { Iterations } from "./rounds.ts";

/** A call longer than this stays in the baseline compiler until the export is entered again. */
const LIFTOFF_WARNING_NS = 50e6;

/** A block by CPU time may take this many times its length in wall time. */
const LONGEST_STRETCH = 10;

/** What the warm-up needs besides the copies. */
export interface CalibrationPlan {
  /** Block length, warm-up time, rounds and budget. */
  readonly settings: VisitSettings;
  /** The clock that decides in this visit. */
  readonly clock: Clock;
  /** Monotonic clock in ns. */
  readonly now: () => number;
}

/** How a visit will be measured, found while warming up. */
export interface Calibration {
  readonly iterations: Iterations;
  readonly rounds: number;
  /** Copies that fit the budget; at least one per side. */
  readonly copies: readonly PlacedCopy[];
  readonly warnings: readonly Warning[];
}

/** A copy that was warmed up, with the time per call of each of its operations. */
interface Warmed {
  readonly placed: PlacedCopy;
  readonly costs: readonly Elapsed[];
}

/**
 * Warms the copies up, then finds how many calls make a block and how many rounds fit the budget.
 *
 * @param copies - all copies, in random order
 * @param plan - settings and clocks
 * @returns calls per block of every operation, equal on all sides; rounds; the copies to measure
 * @throws SideFailure naming the side whose guest failed
 */
export async function calibrate(
  copies: readonly PlacedCopy[],
  plan: CalibrationPlan,
): Promise<Calibration> {
  const { settings, now } = plan;
  const warmed: Warmed[] = [];
  for (const placed of copies) {
    const ofSide = warmed.filter((other) => other.placed.side === placed.side);
    const nextCost =
      (ofSide.length + 1) * Math.min(...ofSide.map(({ costs }) => costs[0]?.wallNs ?? 0));
    if (ofSide.length > 0 && nextCost > settings.sideBudgetMs * 1e6) continue;
    warmed.push({ placed, costs: await warmCopy(placed, settings, now) });
  }
  return planRounds(warmed, plan);
}

async function warmCopy(
  placed: PlacedCopy,
  settings: VisitSettings,
  now: () => number,
): Promise<Elapsed[]> {
  const costs: Elapsed[] = [];
  try {
    for (const [index, arm] of placed.arms.entries()) {
      if (index > 0 && !settings.extras) break;
      costs.push(
        await warmOperation(arm.operation, (index === 0 ? 1 : 0.2) * settings.warmupMs * 1e6, now),
      );
    }
    await placed.copy.verify();
  } catch (error) {
    throw new SideFailure(placed.side, { cause: error });
  }
  return costs;
}

/** Calls until the time is over, in batches that double, so that the clock is not what is warmed; time per call of the last batch. */
async function warmOperation(
  operation: Operation,
  warmupNs: number,
  now: () => number,
): Promise<Elapsed> {
  const start = now();
  let batch = 1;
  for (;;) {
    const from = startClocks();
    for (let i = 0; i < batch; i += 1) {
      if (operation.kind === "timed") operation.run();
      else await operation.observe();
    }
    const { wallNs, cpuNs } = stopClocks(from);
    if (now() - start >= warmupNs) return { wallNs: wallNs / batch, cpuNs: cpuNs / batch };
    if (wallNs < warmupNs / 4) batch *= 2;
  }
}

function planRounds(
  warmed: readonly Warmed[],
  { settings, clock }: Pick<CalibrationPlan, "settings" | "clock">,
): Calibration {
  const blockNs = settings.blockMs * 1e6;
  const operations = Math.max(...warmed.map(({ costs }) => costs.length));
  const costOf = (index: number, read: (cost: Elapsed) => number): number =>
    median(warmed.flatMap(({ costs }) => costs.slice(index, index + 1)).map(read));
  const callCost = clock === "cpu" ? computeCost : wallCost;
  const iterations = Array.from({ length: operations }, (_, index) =>
    Math.max(1, Math.round(blockNs / costOf(index, callCost))),
  );
  const blockCost = Math.max(blockNs, (iterations[0] ?? 1) * costOf(0, wallCost));
  const perSide = Math.max(
    ...["baseline", "candidate"].map(
      (side) => warmed.filter(({ placed }) => placed.side === side).length,
    ),
    1,
  );
  const fitting = Math.floor((settings.sideBudgetMs * 1e6) / (blockCost * perSide));
  const rounds = Math.max(1, Math.min(settings.rounds, fitting));
  return {
    iterations,
    rounds,
    copies: warmed.map(({ placed }) => placed),
    warnings: warningsOf(costOf(0, callCost), rounds, settings),
  };
}

function wallCost({ wallNs }: Elapsed): number {
  return wallNs;
}

/** What a call computes; one that mostly waits counts as more, so that its block does not take for ever. */
function computeCost({ wallNs, cpuNs }: Elapsed): number {
  return Math.max(cpuNs, wallNs / LONGEST_STRETCH);
}

function warningsOf(costNs: number, rounds: number, settings: VisitSettings): Warning[] {
  const warnings: Warning[] = [];
  if (costNs > LIFTOFF_WARNING_NS) {
    const message = `one call takes ${formatRoughTime(costNs)}: it runs in the baseline compiler (Liftoff) until the export is entered again`;
    warnings.push({ code: "long-call", message });
  }
  if (rounds < settings.rounds) {
    warnings.push({
      code: "fewer-rounds",
      message: `${rounds} of ${settings.rounds} rounds fit the time allowed for one side`,
    });
  }
  return warnings;
}
