import type { Tier } from "../model/verdict.ts";

const FIX_OR_JUSTIFY_FROM = 0.1;
const MUST_FIX_ABOVE = 0.2;

/**
 * How severe a regression is.
 *
 * @param change - relative change; null for growth from zero, which has none
 * @returns below 10 % `investigate`, 10 to 20 % `fix-or-justify`, more `must-fix`
 */
export function tierOf(change: number | null): Tier {
  if (change === null || change > MUST_FIX_ABOVE) {
    return "must-fix";
  }
  return change >= FIX_OR_JUSTIFY_FROM ? "fix-or-justify" : "investigate";
}
