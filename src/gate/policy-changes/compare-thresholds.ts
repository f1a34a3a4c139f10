import type { Benchmark } from "../../model/benchmark.ts";
import {
  type Allowance,
  EXACT_METRICS,
  type ExactMetricName,
  metricOf,
  type Unit,
} from "../../model/metric.ts";
import type { Thresholds } from "../../model/policy.ts";
import type { StoredPolicy } from "../../model/stored-policy.ts";
import { formatAllowance } from "../../wording/allowance.ts";
import { formatValue } from "../../wording/value.ts";
import { effectiveAllowance } from "../exact.ts";
import { wantedThresholds } from "../thresholds.ts";
import { changeOf, type FoundChange, joinEqual } from "./found-change.ts";

/** Stands for every benchmark there is not yet: what no override of a name changes. */
const OTHERS = "every other benchmark";

type Judged = Pick<Benchmark, "id" | "primary">;

/**
 * Compares the thresholds and allowances that come into effect for each benchmark, so that no pattern hides one.
 *
 * @param base - the base's policy
 * @param now - the candidate's
 * @returns a higher one weakens; equal changes of several benchmarks are one
 */
export function compareThresholds(base: StoredPolicy, now: StoredPolicy): FoundChange[] {
  const known = new Map<string, Judged>();
  for (const one of [...base.benchmarks, ...now.benchmarks]) known.set(one.id, one);
  const all: readonly Judged[] = [...known.values(), { id: "", primary: "time" }];
  const changes = all.flatMap((one) => ofBenchmark(one, base, now));
  const names = all.map(({ id }) => nameOf(id));
  return joinEqual(changes, names).map(nameOthers);
}

function nameOf(id: string): string {
  return id === "" ? OTHERS : id;
}

/** What holds for no known benchmark says so in its own name. */
function nameOthers(change: FoundChange): FoundChange {
  const isForOthers = change.of.length === 1 && change.of[0] === OTHERS;
  return isForOthers ? { ...change, what: `${change.what} of ${OTHERS}`, of: [] } : change;
}

function ofBenchmark(one: Judged, base: StoredPolicy, now: StoredPolicy): FoundChange[] {
  const metric = metricOf(one.primary);
  const [before, after] = [wantedThresholds(one, metric, base), wantedThresholds(one, metric, now)];
  const numbers: readonly (readonly [string, number, number, Unit])[] = [
    ["regression", before.regression, after.regression, "ratio"],
    ["decide", before.decide, after.decide, "ratio"],
    ["suspect", before.suspect, after.suspect, "ratio"],
    ["floor", before.floor, after.floor, metric.unit],
  ];
  return [
    ...numbers
      .filter(([what]) => !followsRegression(what, before, after))
      .flatMap((number) => compareNumber(number, [nameOf(one.id)])),
    ...EXACT_METRICS.filter((name) => !isForeign(name, one)).flatMap((name) =>
      compareAllowances(name, one, [base, now]),
    ),
  ];
}

/** θ and s follow T unless they are set apart: where they keep their share of it, T tells it. */
function followsRegression(what: string, before: Thresholds, now: Thresholds): boolean {
  if (what !== "decide" && what !== "suspect") return false;
  const share = (thresholds: Thresholds): string =>
    (thresholds[what] / thresholds.regression).toPrecision(9);
  return before.regression !== now.regression && share(before) === share(now);
}

/** What another tool reported stands at benchmarks of its own. */
function isForeign(name: ExactMetricName, { primary }: Judged): boolean {
  return name.startsWith("imported_") && primary !== name;
}

function compareAllowances(
  name: ExactMetricName,
  { id }: Judged,
  [base, now]: readonly [StoredPolicy, StoredPolicy],
): FoundChange[] {
  const [before, after] = [effectiveAllowance(name, id, base), effectiveAllowance(name, id, now)];
  const { unit } = metricOf(name);
  return changeOf({
    what: `exact.${name}`,
    of: [nameOf(id)],
    before,
    now: after,
    isWeaker: before !== null && (after === null || isLarger(after, before)),
    say: (allowance: Allowance | null): string => sayAllowance(allowance, unit),
  });
}

/** Growth must exceed both parts, so that either part alone can let more pass. */
function isLarger(one: Allowance, other: Allowance): boolean {
  return one.fraction > other.fraction || one.absolute > other.absolute;
}

/**
 * An allowance as people read it.
 *
 * @param allowance - both parts; null where the metric is not gated
 * @param unit - unit of the metric
 * @returns for example `0 pages`, `1.0 %`, `1.0 % or 1.00 KiB` or `not gated`
 */
export function sayAllowance(allowance: Allowance | null, unit: Unit): string {
  return allowance === null ? "not gated" : formatAllowance(allowance, unit);
}

function compareNumber(
  [what, before, now, unit]: readonly [string, number, number, Unit],
  of: readonly string[],
): FoundChange[] {
  const rounded = [before, now].map((value) => Number(value.toPrecision(12)));
  const [old = before, fresh = now] = rounded;
  const say = (value: number): string => formatValue(value, unit);
  return changeOf({ what, before: old, now: fresh, of, isWeaker: fresh > old, say });
}
