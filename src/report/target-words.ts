import { writtenFor } from "../gate/target-engine.ts";
import { ENGINE_TITLES, engineOfId } from "../model/engine.ts";
import type { TargetJudgement } from "../model/verdict.ts";
import { formatPercent } from "../wording/percent.ts";

/**
 * Room left or missing below a limit, in words.
 *
 * @param distance - limit minus upper bound, over the limit; null without estimate
 * @returns for example `31.1 % left` or `12.0 % over`
 */
export function distanceWords(distance: number | null): string {
  if (distance === null) return "–";
  return distance >= 0 ? `${formatPercent(distance)} left` : `${formatPercent(-distance)} over`;
}

/**
 * The upper bound a target was judged by. It is one-sided, so it is not the end of the interval shown for a value.
 *
 * @param judgement - judged target
 * @returns the bound in the target's unit; null where there is none
 */
export function upperBoundOf({ target, distance, estimate }: TargetJudgement): number | null {
  // Of an exact value the bound is the value, to the last digit.
  if (estimate !== null && estimate.low === estimate.high) return estimate.high;
  if (distance !== null) return target.max * (1 - distance);
  return estimate?.high ?? null;
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
