import { writtenFor } from "../gate/target-engine.ts";
import { ENGINE_TITLES, engineOfId } from "../model/engine.ts";
import { limitOf } from "../model/target.ts";
import type { TargetJudgement } from "../model/verdict.ts";
import { formatPercent } from "../wording/percent.ts";

/**
 * Room left or missing between the bound and the limit, in words.
 *
 * @param judgement - judged target
 * @returns for example `31.1 % left` or `12.0 % over`; with a minimum `3.0 % above` or `5.0 % short`
 */
export function distanceWords({ target, distance }: TargetJudgement): string {
  if (distance === null) return "–";
  const [room, lack] = limitOf(target).isMin ? ["above", "short"] : ["left", "over"];
  return distance >= 0
    ? `${formatPercent(distance)} ${room}`
    : `${formatPercent(-distance)} ${lack}`;
}

/**
 * The bound a target was judged by: the upper one, or with a minimum the lower one. It is one-sided, so it is not the end
 * of the interval shown for a value.
 *
 * @param judgement - judged target
 * @returns the bound in the target's unit; null where there is none
 */
export function boundOf({ target, distance, estimate }: TargetJudgement): number | null {
  // Of an exact value the bound is the value, to the last digit.
  if (estimate !== null && estimate.low === estimate.high) return estimate.high;
  const { value, isMin } = limitOf(target);
  if (distance !== null) return value * (isMin ? 1 + distance : 1 - distance);
  return (isMin ? estimate?.low : estimate?.high) ?? null;
}

/** Title of the column of {@link boundOf} where every bound is an upper one. */
export const UPPER_BOUND = "Upper bound";

/**
 * Title of the column of {@link boundOf}.
 *
 * @param targets - what the table shows
 * @returns `Upper bound`, or `Bound` where a target has a minimum
 */
export function boundTitle(targets: readonly TargetJudgement[]): string {
  return targets.some(({ target }) => limitOf(target).isMin) ? "Bound" : UPPER_BOUND;
}

/**
 * The sentence that must stand beside the verdict of a target, on the engine it was judged on.
 *
 * @param judgement - judged target
 * @returns its note; empty where it has none
 */
export function noteOf({ id, target }: Pick<TargetJudgement, "id" | "target">): string {
  return target.notes?.[engineOfId(id)] ?? target.note;
}

/** A limit that is judged on another engine than the one it was written for. */
export interface Origin {
  /** As the target names it; hostile until escaped. */
  readonly writtenFor: string;
  /** Engine it is judged on. */
  readonly judgedOn: string;
}

/**
 * Finds out whether a limit was written for another engine than the one it is judged on.
 *
 * @param judgement - judged target
 * @returns both engines; null for a limit that is judged on its own one, or holds on every one
 */
export function originOf({ id, target }: Pick<TargetJudgement, "id" | "target">): Origin | null {
  const engine = engineOfId(id);
  return target.writtenFor === null || writtenFor(target) === engine
    ? null
    : { writtenFor: target.writtenFor, judgedOn: ENGINE_TITLES[engine] };
}
