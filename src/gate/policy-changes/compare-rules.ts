import { ENGINE_TITLES } from "../../model/engine.ts";
import type { Acceptance, Removal } from "../../model/policy.ts";
import type { StoredPolicy } from "../../model/stored-policy.ts";
import { limitOf, type Severity, type Target } from "../../model/target.ts";
import { sayLimit } from "../../wording/limit.ts";
import { formatPercent } from "../../wording/percent.ts";
import { isExpired } from "../accept.ts";
import { matchesBenchmark } from "../match.ts";
import { type FoundChange, joinEqual } from "./found-change.ts";

const NONE = "none";

/** The benchmarks a rule is for; one that matches none so far stands for itself. */
function namesOf(pattern: string, ids: readonly string[]): readonly string[] {
  const matched = ids.filter((id) => matchesBenchmark(pattern, id));
  return matched.length === 0 ? [pattern] : matched;
}

/** A pattern that stands for itself is matched by itself only. */
function applies(rule: { readonly benchmark: string }, name: string): boolean {
  return rule.benchmark === name || matchesBenchmark(rule.benchmark, name);
}

/**
 * An acceptance as people read it.
 *
 * @param acceptance - metric, limit, last day and reason
 * @returns for example `time up to +12.0 % until 2027-01-31: bounds checks`
 */
export function sayAcceptance({ metric, limit, until, reason }: Acceptance): string {
  return `${metric} up to +${formatPercent(limit)} until ${until}: ${reason}`;
}

function acceptsAsMuch(one: Acceptance, other: Acceptance): boolean {
  return one.metric === other.metric && one.until >= other.until && one.limit >= other.limit;
}

/** How rules of one kind are compared. */
interface RuleKind<Rule extends { readonly benchmark: string }> {
  readonly what: string;
  /** Whether a rule of the same benchmark is one and the same question, by metric. */
  readonly isAlike: (one: Rule, other: Rule) => boolean;
  /** Whether the first rule makes the second one superfluous. */
  readonly covers: (one: Rule, other: Rule) => boolean;
  readonly say: (rule: Rule) => string;
}

/** Rules of one list that no rule of the other covers, told with what stands there instead. */
function uncovered<Rule extends { readonly benchmark: string }>(
  kind: RuleKind<Rule>,
  [rules, others]: readonly [readonly Rule[], readonly Rule[]],
  ids: readonly string[],
): { readonly name: string; readonly rule: Rule; readonly instead: Rule | null }[] {
  return rules.flatMap((rule) =>
    namesOf(rule.benchmark, ids).flatMap((name) => {
      const there = others.filter((one) => applies(one, name) && kind.isAlike(one, rule));
      const isCovered = there.some((one) => kind.covers(one, rule));
      return isCovered ? [] : [{ name, rule, instead: there[0] ?? null }];
    }),
  );
}

const ACCEPTANCES: RuleKind<Acceptance> = {
  what: "accept",
  isAlike: (one: Acceptance, other: Acceptance): boolean => one.metric === other.metric,
  covers: acceptsAsMuch,
  say: sayAcceptance,
};

/**
 * Compares what is accepted, benchmark by benchmark.
 *
 * @param base - the base's policy
 * @param now - the candidate's, with the day on which an acceptance has expired
 * @param ids - every benchmark of both
 * @returns an acceptance that no acceptance of the base covers weakens; expired ones accept nothing
 */
export function compareAcceptances(
  base: StoredPolicy,
  now: StoredPolicy,
  ids: readonly string[],
): FoundChange[] {
  const holding = ({ accept }: StoredPolicy): Acceptance[] =>
    accept.filter((one) => !isExpired(one, now.today));
  const [before, after] = [holding(base), holding(now)];
  return compareRules(ACCEPTANCES, [before, after], ids);
}

/**
 * A removal as people read it.
 *
 * @param removal - last day and reason
 * @returns for example `its removal until 2027-01-31: one parser is enough`
 */
export function sayRemoval({ until, reason }: Removal): string {
  return `its removal${until === null ? "" : ` until ${until}`}: ${reason}`;
}

const REMOVALS: RuleKind<Removal> = {
  what: "accept",
  isAlike: (): boolean => true,
  covers: (one: Removal, other: Removal): boolean =>
    one.until === null || (other.until !== null && one.until >= other.until),
  say: sayRemoval,
};

/**
 * Compares which benchmarks may be gone.
 *
 * @param base - the base's policy
 * @param now - the candidate's, with the day on which a removal has expired
 * @param ids - every benchmark of both
 * @returns a removal that no removal of the base covers weakens; expired ones accept nothing
 */
export function compareRemovals(
  base: StoredPolicy,
  now: StoredPolicy,
  ids: readonly string[],
): FoundChange[] {
  const holding = ({ removals = [] }: StoredPolicy): Removal[] =>
    removals.filter(({ until }) => until === null || until >= now.today);
  return compareRules(REMOVALS, [holding(base), holding(now)], ids);
}

/** Rules that let more pass: what is new weakens, what is gone does not. */
function compareRules<Rule extends { readonly benchmark: string }>(
  kind: RuleKind<Rule>,
  [before, after]: readonly [readonly Rule[], readonly Rule[]],
  ids: readonly string[],
): FoundChange[] {
  const { say, what } = kind;
  const looser = uncovered(kind, [after, before], ids).map(({ name, rule, instead }) => ({
    what,
    of: [name],
    before: instead === null ? NONE : say(instead),
    now: say(rule),
    isWeaker: true,
  }));
  const gone = uncovered(kind, [before, after], ids).map(({ name, rule, instead }) => ({
    what,
    of: [name],
    before: say(rule),
    now: instead === null ? NONE : say(instead),
    isWeaker: false,
  }));
  return [...joinEqual(looser), ...joinEqual(gone)];
}

const RANKS: Readonly<Record<Severity, number>> = { info: 0, warn: 1, fail: 2 };

/**
 * A target as people read it.
 *
 * @param target - metric, limit and severity
 * @returns for example `time at most 10.0 ms, fail`
 */
export function sayTarget(target: Target): string {
  const { metric, engine, severity } = target;
  const where = engine === undefined ? "" : ` on ${ENGINE_TITLES[engine]}`;
  return `${metric} ${sayLimit(target)}${where}, ${severity}`;
}

function isAsStrict(one: Target, other: Target): boolean {
  const [own, theirs] = [limitOf(one), limitOf(other)];
  const isEverywhere = one.engine === undefined || one.engine === other.engine;
  if (own.isMin !== theirs.isMin || !isEverywhere) return false;
  return own.isMin ? own.value >= theirs.value : own.value <= theirs.value;
}

const TARGETS: RuleKind<Target> = {
  what: "target",
  isAlike: (one: Target, other: Target): boolean => one.metric === other.metric,
  covers: (one: Target, other: Target): boolean =>
    isAsStrict(one, other) && RANKS[one.severity] >= RANKS[other.severity],
  say: sayTarget,
};

/**
 * Compares the targets that hold for each benchmark.
 *
 * @param base - the base's policy
 * @param now - the candidate's
 * @param ids - every benchmark of both
 * @returns a target of the base that none of the candidate's replaces weakens, unless it informed only
 */
export function compareTargets(
  base: StoredPolicy,
  now: StoredPolicy,
  ids: readonly string[],
): FoundChange[] {
  const { say, what } = TARGETS;
  const lost = uncovered(TARGETS, [base.targets, now.targets], ids).map(
    ({ name, rule, instead }) => ({
      what,
      of: [name],
      before: say(rule),
      now: instead === null ? NONE : say(instead),
      isWeaker: rule.severity !== "info",
    }),
  );
  const added = uncovered(TARGETS, [now.targets, base.targets], ids).map(
    ({ name, rule, instead }) => ({
      what,
      of: [name],
      before: instead === null ? NONE : say(instead),
      now: say(rule),
      isWeaker: false,
    }),
  );
  const told = new Set(
    lost.map(({ of, before, now: after }) => JSON.stringify([of, before, after])),
  );
  const news = added.filter(
    ({ of, before, now: after }) => !told.has(JSON.stringify([of, before, after])),
  );
  return [...joinEqual(lost), ...joinEqual(news)];
}
