import { formatPercent } from "./format.ts";

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
