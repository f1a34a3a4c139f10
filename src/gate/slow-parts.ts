import { requiredAgreement } from "../stats/binomial.ts";
import { median } from "../stats/descriptive.ts";
import { locate, marginOf, NO_PRIOR } from "../stats/location.ts";
import { formatChange } from "../wording/percent.ts";
import type { Decision } from "./decision.ts";
import { relativeChange } from "./estimate.ts";
import type { DecisionRules, OtherPart } from "./summarize.ts";

/** One-sided level at which zero must be excluded: nobody suspected these blocks of anything. */
const SURE_LEVEL = 0.999;

type Shows = (part: OtherPart) => boolean;

/** A median beyond T and, where times have a floor, beyond that. */
function isLarge({ ratios }: OtherPart, { thresholds, baseline }: DecisionRules): boolean {
  const change = relativeChange(median(ratios));
  return change > thresholds.regression && change * baseline > thresholds.floor;
}

/** Verdicts that say more than the slower blocks bear out, in other words and with a cause; all others stay. */
function question(decision: Decision, rules: DecisionRules, shows: Shows): Decision {
  if (decision.verdict !== "unchanged" && decision.verdict !== "improvement") return decision;
  const slower = rules.slowParts?.find((part) => part.ratios.length > 0 && shows(part));
  if (slower === undefined) return decision;
  const { unconfirmed: _, ...plain } = decision;
  const change = formatChange(relativeChange(median(slower.ratios)));
  return {
    ...plain,
    verdict: "inconclusive",
    cause: "two-modes",
    because: `${decision.because}, but the ${slower.name} of the blocks shows ${change}: blocks of two speeds, more of them slow or slower`,
  };
}

/**
 * Asks the slower blocks about what the 25th percentile cleared by a screen: that one is blind to three blocks of four.
 *
 * @param decision - what the compared part of the blocks leads to
 * @param rules - thresholds, the baseline's value, and the slower parts of the blocks
 * @returns a suspect with the cause `two-modes` where every process shows more than T in one of them; else the decision
 * @see docs/statistics.md#screen
 */
export function screenSlowParts(decision: Decision, rules: DecisionRules): Decision {
  const least = Math.log1p(rules.thresholds.regression);
  const questioned = question(
    decision,
    rules,
    (part: OtherPart) => isLarge(part, rules) && part.ratios.every((ratio) => ratio > least),
  );
  return questioned === decision ? decision : { ...questioned, suspect: true };
}

/**
 * Asks the slower blocks about what the 25th percentile of fresh data says to be unchanged or better.
 *
 * @param decision - what the compared part of the blocks leads to
 * @param rules - thresholds, the baseline's value, and the slower parts of the blocks
 * @returns `inconclusive` with the cause `two-modes` where the median of one of them lies beyond T, enough processes agree and
 *   zero is excluded with 99.9 %; else the decision
 * @see docs/statistics.md#confirm
 */
export function confirmSlowParts(decision: Decision, rules: DecisionRules): Decision {
  const isSure: Shows = ({ ratios }: OtherPart) => {
    const location = locate(ratios, { ...NO_PRIOR, tau: rules.prior.tau });
    const agreeing = ratios.filter((ratio) => ratio > 0).length;
    return (
      agreeing >= requiredAgreement(ratios.length) &&
      location.center > marginOf(location, SURE_LEVEL)
    );
  };
  return question(decision, rules, (part: OtherPart) => isLarge(part, rules) && isSure(part));
}
