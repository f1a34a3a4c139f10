import type { Change, MetricJudgement } from "../model/verdict.ts";
import { formatChange } from "../wording/percent.ts";

/**
 * The change of a metric as a table shows it.
 *
 * @param change - its change
 * @param metric - its judgement
 * @returns for example `+5.1 %`; `~ −5.1 %` for an improvement that is not confirmed
 */
export function changeText(
  { center }: Change,
  { unconfirmed }: Pick<MetricJudgement, "unconfirmed">,
): string {
  return `${unconfirmed === true ? "~ " : ""}${formatChange(center)}`;
}
