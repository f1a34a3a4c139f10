import type { Benchmark } from "../../model/benchmark.ts";
import { type Metric, metricOf, type Unit } from "../../model/metric.ts";
import type { Thresholds } from "../../model/policy.ts";
import type { StoredPolicy } from "../../model/stored-policy.ts";
import { allowanceFor } from "../exact.ts";
import { amount } from "../phrase.ts";
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
  return [
    ...joinEqual(
      changes,
      all.map(({ id }) => nameOf(id)),
    ).map(nameOthers),
    ...ofModules(base, now),
  ];
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
    ["exact.fuel", fuelOf(one.id, base), fuelOf(one.id, now), "ratio"],
  ];
  return numbers
    .filter(([what]) => !followsRegression(what, before, after))
    .flatMap((number) => compareNumber(number, [nameOf(one.id)]));
}

/** θ and s follow T unless they are set apart: where they keep their share of it, T tells it. */
function followsRegression(what: string, before: Thresholds, now: Thresholds): boolean {
  if (what !== "decide" && what !== "suspect") return false;
  const share = (thresholds: Thresholds): string =>
    (thresholds[what] / thresholds.regression).toPrecision(9);
  return before.regression !== now.regression && share(before) === share(now);
}

function fuelOf(id: string, policy: StoredPolicy): number {
  return allowanceFor(FUEL, id, policy).fraction;
}

const FUEL: Metric = metricOf("fuel");

/** What is allowed to whole modules. */
function ofModules({ exact: before }: StoredPolicy, { exact: now }: StoredPolicy): FoundChange[] {
  const numbers: readonly (readonly [string, number, number, Unit])[] = [
    ["exact.bytes", before.bytes, now.bytes, "ratio"],
    ["exact.bytes-floor", before.bytesFloor, now.bytesFloor, "bytes"],
    ["exact.pages", before.pages, now.pages, "pages"],
  ];
  return numbers.flatMap((number) => compareNumber(number, []));
}

function compareNumber(
  [what, before, now, unit]: readonly [string, number, number, Unit],
  of: readonly string[],
): FoundChange[] {
  const rounded = [before, now].map((value) => Number(value.toPrecision(12)));
  const [old = before, fresh = now] = rounded;
  const say = (value: number): string => amount(value, unit);
  return changeOf({ what, before: old, now: fresh, of, isWeaker: fresh > old, say });
}
