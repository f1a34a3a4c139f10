import type { Clock } from "../../model/clock.ts";
import type { Side, Warning } from "../../model/sample.ts";
import { median } from "../../stats/descriptive.ts";
import type { Clocks, Elapsed } from "../../suites/clocks.ts";
import { formatRoughTime } from "../../wording/value.ts";
import type { VisitSettings } from "../protocol.ts";
import { type CopyPlace, type PlacedCopy, SideFailure } from "./copies.ts";
import type { Iterations } from "./rounds.ts";
import { computeTime, LONG_CALL_NS, warmOperation } from "./warm-operation.ts";

/** Of the rounds asked for, this share is taken where one call is longer than a block: fewer would make a quartile of too little. */
const LEAST_SHARE = 0.2;
/** A side has no fewer copies where one call is longer than a block, so that their placement is seen. */
const LEAST_COPIES = 2;
/** A call longer than this has one copy a side: warming up another costs more than its placement. */
const LONGEST_OF_TWO_NS = 250e6;
/** Of the rounds asked for, this share is taken of a single copy. */
const SHARE_OF_SINGLE = 0.25;
/** Extra metrics are information: a fifth of the warm-up will do. */
const WARMUP_OF_EXTRAS = 0.2;
/** Of code that was compiled ahead, the first copy of a side has warmed up the harness: the others have caches to fill. */
const WARMUP_OF_FURTHER = 0.5;

/** What the warm-up needs besides the places of the copies. */
export interface CalibrationPlan {
  /** Makes the copy of a place. */
  readonly create: (place: CopyPlace) => Promise<PlacedCopy>;
  /** Block length, warm-up time, rounds and budget. */
  readonly settings: VisitSettings;
  /** The clock that decides in this visit. */
  readonly clock: Clock;
  /** How warm-up is timed. */
  readonly clocks: Clocks;
}

/** How a visit will be measured, found while warming up. */
export interface Calibration {
  readonly iterations: Iterations;
  readonly rounds: number;
  /** Copies that were made; at least one per side. */
  readonly copies: readonly PlacedCopy[];
  readonly warnings: readonly Warning[];
}

/** A copy that was warmed up, with the time per call of each of its operations. */
interface Warmed {
  readonly placed: PlacedCopy;
  readonly costs: readonly Elapsed[];
}

/**
 * Makes the copies and warms them up, then finds how many calls make a block and how many rounds are taken.
 *
 * A copy is not made where the first ones have shown that a side's budget does not hold it, or that a call is so long
 * that its placement is not what is seen.
 *
 * @param places - where the copies stand, the first of each side first
 * @param plan - how they are made, settings and clock
 * @returns calls per block of every operation, equal on all sides; rounds; the copies to measure
 * @throws SideFailure naming the side whose guest failed
 */
export async function calibrate(
  places: readonly CopyPlace[],
  plan: CalibrationPlan,
): Promise<Calibration> {
  const warmed: Warmed[] = [];
  for (const place of places) {
    if (place.index >= mostCopies(warmed, place.side, plan)) continue;
    const placed = await plan.create(place);
    warmed.push({ placed, costs: await warmCopy(placed, plan) });
  }
  return planRounds(warmed, plan);
}

/** Copies that a side may have, as far as the copies that are there tell; what is long is so on all sides alike. */
function mostCopies(
  warmed: readonly Warmed[],
  side: Side,
  { settings, clock }: CalibrationPlan,
): number {
  const firsts = warmed.flatMap(({ placed, costs: [cost] }) =>
    placed.index === 0 && cost !== undefined ? [{ side: placed.side, cost }] : [],
  );
  const longest = Math.max(0, ...firsts.map(({ cost }) => costBy(clock)(cost)));
  const own = firsts.find((first) => first.side === side)?.cost.wallNs ?? 0;
  const fitting = own === 0 ? settings.copies : (settings.sideBudgetMs * 1e6) / own;
  return Math.max(1, Math.min(copiesOf(longest, settings), Math.floor(fitting)));
}

/** Copies a side: as many as can take the least number of rounds in the time that those of short calls take. */
function copiesOf(callNs: number, settings: VisitSettings): number {
  if (callNs > LONGEST_OF_TWO_NS) return 1;
  const { copies, rounds } = settings;
  const holding = Math.floor(sideNs(settings) / (leastRounds(rounds) * callNs));
  return Math.min(copies, Math.max(LEAST_COPIES, holding));
}

/** Measuring time of a side whose calls are no longer than a block. */
function sideNs({ copies, rounds, blockMs }: VisitSettings): number {
  return copies * rounds * blockMs * 1e6;
}

function leastRounds(rounds: number): number {
  return Math.ceil(LEAST_SHARE * rounds);
}

/** The call that is verified comes first: it is the cold one, and a wrong result ends the visit before it is warmed up. */
async function warmCopy(placed: PlacedCopy, plan: CalibrationPlan): Promise<Elapsed[]> {
  const { settings, clock, clocks } = plan;
  const costs: Elapsed[] = [];
  try {
    const start = clocks.start();
    await placed.copy.verify();
    const verified = clocks.stop(start);
    for (const [index, { operation }] of placed.arms.entries()) {
      // Nobody measures the extras of the baseline, whose costs are not asked for either.
      if (index > 0 && (!settings.extras || placed.side !== "candidate")) break;
      const isWarm = index === 0 && isWarmedBy(verified, placed);
      const warmupNs = warmupOf(placed, index) * settings.warmupMs * 1e6;
      costs.push(isWarm ? verified : await warmOperation(operation, { warmupNs, clock, clocks }));
    }
  } catch (error) {
    throw new SideFailure(placed.side, { cause: error });
  }
  return costs;
}

/** A long run of code that was compiled ahead is as fast the first time. */
function isWarmedBy({ wallNs }: Elapsed, { copy }: PlacedCopy): boolean {
  const { isCompiledAhead = false, isVerifiedByRun = false } = copy;
  return isCompiledAhead && isVerifiedByRun && wallNs > LONG_CALL_NS;
}

/** Share of the warm-up that an operation of a copy has. */
function warmupOf({ copy, index: place }: PlacedCopy, index: number): number {
  const further = copy.isCompiledAhead === true && place > 0 ? WARMUP_OF_FURTHER : 1;
  return index === 0 ? further : WARMUP_OF_EXTRAS;
}

function planRounds(
  warmed: readonly Warmed[],
  { settings, clock }: Pick<CalibrationPlan, "settings" | "clock">,
): Calibration {
  const blockNs = settings.blockMs * 1e6;
  const operations = Math.max(...warmed.map(({ costs }) => costs.length));
  const costOf = (index: number, read: (cost: Elapsed) => number): number =>
    median(warmed.flatMap(({ costs }) => costs.slice(index, index + 1)).map(read));
  const iterations = Array.from({ length: operations }, (_, index) =>
    Math.max(1, Math.round(blockNs / costOf(index, costBy(clock)))),
  );
  const callNs = costOf(0, costBy(clock));
  const perSide = copiesPerSide(warmed);
  const wanted = roundsOf(callNs, perSide, settings);
  const blockWallNs = Math.max(blockNs, (iterations[0] ?? 1) * costOf(0, wallTime));
  const fitting = Math.floor((settings.sideBudgetMs * 1e6) / (blockWallNs * perSide));
  const rounds = Math.max(1, Math.min(wanted, fitting));
  return {
    iterations,
    rounds,
    copies: warmed.map(({ placed }) => placed),
    warnings: [...longCallWarnings(callNs), ...roundsWarnings(rounds, wanted)],
  };
}

function copiesPerSide(warmed: readonly Warmed[]): number {
  const of = (side: Side): number => warmed.filter(({ placed }) => placed.side === side).length;
  return Math.max(of("baseline"), of("candidate"), 1);
}

/** Rounds that are wanted: those asked for where a block is as short as asked for, fewer where one call is longer. */
function roundsOf(callNs: number, perSide: number, settings: VisitSettings): number {
  const { rounds, blockMs } = settings;
  if (callNs > LONGEST_OF_TWO_NS) return Math.ceil(SHARE_OF_SINGLE * rounds);
  const filling = Math.ceil(sideNs(settings) / (perSide * Math.max(blockMs * 1e6, callNs)));
  return Math.min(rounds, Math.max(leastRounds(rounds), filling));
}

/** Time of a call by the clock that decides, in ns. */
function costBy(clock: Clock): (cost: Elapsed) => number {
  return clock === "cpu" ? computeTime : wallTime;
}

function wallTime({ wallNs }: Elapsed): number {
  return wallNs;
}

function longCallWarnings(callNs: number): Warning[] {
  if (callNs <= LONG_CALL_NS) return [];
  // The call before was the cold one: what was compiled meanwhile is what this one entered.
  const message = `one call takes ${formatRoughTime(callNs)}: few fit the time of a process, and only larger changes show; let it do less work`;
  return [{ code: "long-call", message }];
}

function roundsWarnings(rounds: number, wanted: number): Warning[] {
  if (rounds >= wanted) return [];
  const message = `${rounds} of ${wanted} rounds fit the time allowed for one side`;
  return [{ code: "fewer-rounds", message }];
}
