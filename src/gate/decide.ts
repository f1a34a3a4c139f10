import { leastProcesses, requiredAgreement } from "../stats/binomial.ts";
import { median } from "../stats/descriptive.ts";
import { formatQuantity } from "../wording/number.ts";
import { formatChange, formatPercent } from "../wording/percent.ts";
import type { Decision } from "./decision.ts";
import { relativeChange } from "./estimate.ts";
import { confirmSlowParts, screenSlowParts } from "./slow-parts.ts";
import {
  blindFrom,
  type DecisionRules,
  isBlind,
  type OtherPart,
  type Summary,
  summarize,
  wouldHaveSeen,
} from "./summarize.ts";

export type { DecisionRules } from "./summarize.ts";

/** On the screen nothing is decided about fewer processes. */
const SCREEN_MIN = 2;
/** Fewer fresh processes do not clear what the screen suspected. */
const CLEAR_MIN = 4;
/** The screen speaks of an improvement only when all of at least this many processes point to one. */
const IMPROVEMENT_MIN = 4;

/** A reader must know how much more would do. */
const TOO_FEW = `too few to show a change, which takes ${leastProcesses()} that agree`;

const NO_DATA: Decision = {
  verdict: "inconclusive",
  suspect: false,
  location: null,
  because: "no process gave a value of both sides",
};

/** A direction in which a metric can move. */
interface Direction {
  readonly sign: 1 | -1;
  readonly verdict: "regression" | "improvement";
  readonly words: string;
}

const SLOWER: Direction = { sign: 1, verdict: "regression", words: "slower or larger" };
const FASTER: Direction = { sign: -1, verdict: "improvement", words: "faster or smaller" };

function decided(summary: Summary, verdict: Decision["verdict"], reason: string): Decision {
  const change = `median ${formatChange(relativeChange(summary.median))} over ${formatQuantity(summary.count, "process")}`;
  return {
    verdict,
    suspect: false,
    location: summary.location,
    because: `${change}: ${reason}`,
  };
}

/** Clears a benchmark when a regression is excluded and would have been seen; leaves it open otherwise. */
function byBounds(summary: Summary): Decision {
  const high = Number.isFinite(summary.high)
    ? `upper bound ${formatChange(relativeChange(summary.high))}`
    : "unknown upper bound";
  const limit = formatChange(relativeChange(summary.limit));
  if (!(summary.high < summary.limit)) {
    return decided(summary, "inconclusive", `${high} is not below ${limit}`);
  }
  if (!wouldHaveSeen(summary)) {
    const seen = formatPercent(summary.seen ?? 0);
    const reason = `${high} is below ${limit}, but only ${seen} and more would be seen here`;
    return decided(summary, "inconclusive", reason);
  }
  return decided(summary, "unchanged", `${high} is below ${limit}`);
}

/** Even the next to nothing that so much noise lets through is more than may be called. */
function tooNoisy(summary: Summary, { thresholds }: DecisionRules): Decision {
  const seen = formatPercent(summary.seen ?? 0);
  const reason = `too noisy here: only ${seen} and more would be seen (${formatPercent(blindFrom(thresholds))} at most)`;
  return { ...decided(summary, "inconclusive", reason), cause: "too-noisy" };
}

/** How another part of the blocks moved in the direction asked about. */
interface Agreement {
  readonly isShown: boolean;
  /** Whether its median moved at all: beyond s. */
  readonly hasMoved: boolean;
  readonly words: string;
}

function agreementOf({ name, ratios }: OtherPart, { sign }: Direction, suspect: number): Agreement {
  const agreeing = ratios.filter((ratio) => sign * ratio > 0).length;
  const hasMoved = ratios.length > 0 && sign * median(ratios) > Math.log1p(suspect);
  return {
    isShown: hasMoved && agreeing >= requiredAgreement(ratios.length),
    hasMoved,
    words: `${name} ${middleOf(ratios)}, ${agreeing} of ${ratios.length}`,
  };
}

/** What keeps a change of the 25th percentile from being one of the program: no other part of the blocks shows it. */
function byOtherParts(
  summary: Summary,
  direction: Direction,
  { otherParts = [], thresholds }: DecisionRules,
): Decision | null {
  const agreements = otherParts.map((one) => agreementOf(one, direction, thresholds.suspect));
  if (agreements.length === 0 || agreements.some(({ isShown }) => isShown)) return null;
  const beyond = `beyond ${formatChange(direction.sign * thresholds.decide)}`;
  const others = agreements.map(({ words }) => words).join("; ");
  const alone = `${beyond} in the 25th percentile of the blocks alone (${others})`;
  return agreements.some(({ hasMoved }) => hasMoved)
    ? decided(summary, "inconclusive", `${alone}: too uneven to call`)
    : {
        ...decided(
          summary,
          "inconclusive",
          `${alone}: blocks of two speeds in other shares, which is no change of the speed`,
        ),
        cause: "two-modes",
      };
}

/** Everything of the rule but its size: agreement of other parts of the blocks, and certainty. */
function byCertainty(summary: Summary, direction: Direction, rules: DecisionRules): Decision {
  const uneven = byOtherParts(summary, direction, rules);
  if (uneven !== null) return uneven;
  const beyond = `beyond ${formatChange(direction.sign * rules.thresholds.decide)}`;
  const agreeing = direction.sign > 0 ? summary.positive : summary.negative;
  const required = requiredAgreement(summary.count);
  const agreement = `${agreeing} of ${summary.count} ${direction.words} (${required} needed)`;
  const sure = direction.sign * summary.location.center - summary.sureMargin;
  if (!(sure > 0)) {
    const reason = `${beyond}, ${agreement}, but with ${formatPercent(summary.certainty)} certainty only ${formatChange(relativeChange(direction.sign * sure))}`;
    return decided(summary, "inconclusive", reason);
  }
  const size = Math.abs(relativeChange(summary.location.center));
  const luck =
    summary.gatedAt !== null && size < summary.gatedAt
      ? `; less than the ${formatPercent(summary.gatedAt)} this run is sure to see`
      : "";
  return decided(summary, direction.verdict, `${beyond}, ${agreement}${luck}`);
}

function middleOf(ratios: readonly number[]): string {
  return ratios.length === 0 ? "unknown" : formatChange(relativeChange(median(ratios)));
}

/** The direction in which the median lies beyond θ with enough processes agreeing; null when there is none. */
function moveOf(summary: Summary, rules: DecisionRules): Direction | null {
  const decide = Math.log1p(rules.thresholds.decide);
  const required = requiredAgreement(summary.count);
  if (summary.median > decide && summary.positive >= required) return SLOWER;
  return summary.median < -decide && summary.negative >= required ? FASTER : null;
}

/** A screen that asked for fresh data for its noise alone, or for the other direction, does not agree with a change. */
function isUnexpected({ sign }: Direction, { screened, thresholds }: DecisionRules): boolean {
  const isKnown = screened !== undefined && screened !== null;
  return isKnown && sign * screened <= Math.log1p(thresholds.suspect);
}

/** What becomes of a change that the screen did not show. */
function unexpected(summary: Summary, { sign }: Direction, rules: DecisionRules): Decision {
  const cleared = byBounds(summary);
  if (sign < 0) return asUnconfirmed(cleared);
  const screen = formatChange(relativeChange(rules.screened ?? 0));
  const because = `${cleared.because}; beyond ${formatChange(rules.thresholds.decide)}, but the screen showed ${screen}`;
  return { ...cleared, because };
}

/**
 * Decides on fresh data, the only data that may call a regression or an improvement.
 *
 * @param ratios - log ratios of the confirm and extend stages, one per process; no value is dropped
 * @param rules - thresholds, prior noise, level, the values of both sides, other parts of the blocks, and the screen
 * @returns for fewer processes than could agree on a regression `unchanged` when at least 4 of them exclude one, else `inconclusive`;
 *   `inconclusive` where the run is too noisy; `regression` iff the
 *   median is beyond θ, 7 of 8 processes agree, the floor is exceeded, another part of the blocks shows it, the screen agrees and zero
 *   is excluded with 99 % (99.9 % where the noise is large); its mirror `improvement`; `unchanged` iff the upper bound excludes T and 2.5 T would have
 *   been seen, or the difference is below the floor, and no slower part of the blocks shows more than T; else `inconclusive`
 * @see docs/statistics.md#confirm
 */
export function decideConfirmed(ratios: readonly number[], rules: DecisionRules): Decision {
  return confirmSlowParts(byComparedPart(ratios, rules), rules);
}

function byComparedPart(ratios: readonly number[], rules: DecisionRules): Decision {
  if (ratios.length === 0) {
    return NO_DATA;
  }
  const summary = summarize(ratios, rules);
  if (requiredAgreement(ratios.length) > ratios.length) return byFew(summary, rules);
  const decide = Math.log1p(rules.thresholds.decide);
  if (Math.abs(summary.median) > decide && !summary.exceedsFloor) {
    return decided(summary, "unchanged", "the absolute difference is below the floor");
  }
  if (isBlind(summary, rules.thresholds)) {
    return tooNoisy(summary, rules);
  }
  const move = moveOf(summary, rules);
  if (move === null) return byBounds(summary);
  if (isUnexpected(move, rules)) return unexpected(summary, move, rules);
  const certain = byCertainty(summary, move, rules);
  // What is not surely faster may still be surely no slower.
  if (move === FASTER && certain.verdict === "inconclusive") {
    const cleared = byBounds(summary);
    return cleared.verdict === "unchanged" ? cleared : certain;
  }
  return certain;
}

/** What half a confirmation says: it may clear a benchmark, for a change of T would lie beyond its bound; it shows nothing. */
function byFew(summary: Summary, rules: DecisionRules): Decision {
  const { confirmImprovements, thresholds } = rules;
  const least = Math.log1p(thresholds.suspect);
  const mayMove =
    summary.median > least || (confirmImprovements === true && summary.median < -least);
  const cleared = screenSlowParts(byBounds(summary), rules);
  const clears = summary.count >= CLEAR_MIN && !mayMove && cleared.verdict === "unchanged";
  return clears ? cleared : decided(summary, "inconclusive", TOO_FEW);
}

function asUnconfirmed(decision: Decision): Decision {
  const because = `${decision.because}; looks faster or smaller, not confirmed`;
  return { ...decision, because, unconfirmed: true };
}

/**
 * Looks at the first processes: finds who must be measured again, and clears the rest.
 *
 * @param ratios - log ratios of the screen stage, one per process
 * @param rules - thresholds, prior noise, level and the values of both sides
 * @returns never `regression` or `improvement`; `suspect` is set when the median is beyond s (and the floor), when a regression
 *   could not be excluded, when slower blocks show one, or when an improvement is to be confirmed; `unconfirmed` when all of at least 4 processes are faster
 *   and the median lies beyond θ
 * @see docs/statistics.md#screen
 */
export function decideScreened(ratios: readonly number[], rules: DecisionRules): Decision {
  if (ratios.length === 0) {
    return NO_DATA;
  }
  const summary = summarize(ratios, rules);
  const { decide, suspect } = rules.thresholds;
  if (summary.exceedsFloor && summary.median > Math.log1p(suspect)) {
    const reason = `suspect beyond ${formatChange(suspect)}, and fresh data are missing`;
    const obvious = summary.location.center - summary.sureMargin > Math.log1p(decide);
    return { ...decided(summary, "inconclusive", reason), suspect: true, obvious };
  }
  if (summary.count < SCREEN_MIN) {
    const reason = "one process is too few to clear it";
    return { ...decided(summary, "inconclusive", reason), suspect: true };
  }
  const cleared = isBlind(summary, rules.thresholds) ? tooNoisy(summary, rules) : byBounds(summary);
  const looked = { ...cleared, suspect: cleared.verdict === "inconclusive" };
  return screenSlowParts(withHope(looked, summary, rules), rules);
}

/** What the screen makes of a benchmark that looks faster. */
function withHope(decision: Decision, summary: Summary, rules: DecisionRules): Decision {
  const { decide, suspect } = rules.thresholds;
  const isWanted =
    rules.confirmImprovements === true &&
    summary.exceedsFloor &&
    summary.median < -Math.log1p(suspect);
  const unanimous = summary.count >= IMPROVEMENT_MIN && summary.negative === summary.count;
  const looksFaster = unanimous && summary.exceedsFloor && summary.median < -Math.log1p(decide);
  const hopeful = looksFaster ? asUnconfirmed(decision) : decision;
  return isWanted ? { ...hopeful, suspect: true } : hopeful;
}
