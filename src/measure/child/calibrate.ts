import type { Warning } from "../../model/sample.ts";
import { median } from "../../stats/descriptive.ts";
import type { Operation } from "../../suites/procedure.ts";
import { formatRoughTime } from "../../wording/value.ts";
import type { VisitSettings } from "../protocol.ts";
import { type PlacedCopy, SideFailure } from "./copies.ts";
import type { Iterations } from "./rounds.ts";

/** A call longer than this stays in the baseline compiler until the export is entered again. */
const LIFTOFF_WARNING_NS = 50e6;

/** How a visit will be measured, found while warming up. */
export interface Calibration {
  readonly iterations: Iterations;
  readonly rounds: number;
  /** Copies that fit the budget; at least one per side. */
  readonly copies: readonly PlacedCopy[];
  readonly warnings: readonly Warning[];
}

/** A copy that was warmed up, with ns per call of each of its operations. */
interface Warmed {
  readonly placed: PlacedCopy;
  readonly costs: readonly number[];
}

/**
 * Warms the copies up, then finds how many calls make a block and how many rounds fit the budget.
 *
 * @param copies - all copies, in random order
 * @param settings - block length, warm-up time, rounds and budget
 * @param now - monotonic clock in ns
 * @returns calls per block of every operation, equal on all sides; rounds; the copies to measure
 * @throws SideFailure naming the side whose guest failed
 */
export async function calibrate(
  copies: readonly PlacedCopy[],
  settings: VisitSettings,
  now: () => number,
): Promise<Calibration> {
  const warmed: Warmed[] = [];
  for (const placed of copies) {
    const ofSide = warmed.filter((other) => other.placed.side === placed.side);
    const nextCost = (ofSide.length + 1) * Math.min(...ofSide.map(({ costs }) => costs[0] ?? 0));
    if (ofSide.length > 0 && nextCost > settings.sideBudgetMs * 1e6) continue;
    warmed.push({ placed, costs: await warmCopy(placed, settings, now) });
  }
  return planRounds(warmed, settings);
}

async function warmCopy(
  placed: PlacedCopy,
  settings: VisitSettings,
  now: () => number,
): Promise<number[]> {
  const costs: number[] = [];
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

/** Calls until the time is over, in batches that double, so that the clock is not what is warmed; ns per call of the last batch. */
async function warmOperation(
  operation: Operation,
  warmupNs: number,
  now: () => number,
): Promise<number> {
  const start = now();
  let batch = 1;
  for (;;) {
    const from = now();
    for (let i = 0; i < batch; i += 1) {
      if (operation.kind === "timed") operation.run();
      else await operation.observe();
    }
    const end = now();
    if (end - start >= warmupNs) return (end - from) / batch;
    if (end - from < warmupNs / 4) batch *= 2;
  }
}

function planRounds(warmed: readonly Warmed[], settings: VisitSettings): Calibration {
  const blockNs = settings.blockMs * 1e6;
  const operations = Math.max(...warmed.map(({ costs }) => costs.length));
  const costOf = (index: number): number =>
    median(warmed.flatMap(({ costs }) => costs.slice(index, index + 1)));
  const iterations = Array.from({ length: operations }, (_, index) =>
    Math.max(1, Math.round(blockNs / costOf(index))),
  );
  const blockCost = Math.max(blockNs, costOf(0));
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
    warnings: warningsOf(costOf(0), rounds, settings),
  };
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
