import { type BenchmarkDigest, comparedIn, type RecordedGroup } from "./digest.ts";
import { RIVALS } from "./rivals.ts";
import { pointAt, type Scores } from "./roc.ts";
import type { RocSeries } from "./roc-picture.ts";
import { jobsWithInterval, percent, tableOf } from "./tables.ts";

/** Our rule calls a regression at the threshold of the policy and above. */
const OWN_LIMIT = 0.049;

interface Rule {
  readonly name: string;
  /** Where its score stands in a digest. */
  readonly at: number;
  readonly limits: readonly { readonly name: string; readonly limit: number }[];
}

const RULES: readonly Rule[] = [
  { name: "ours", at: 0, limits: [{ name: "T = 5 %", limit: OWN_LIMIT }] },
  ...RIVALS.map(({ name, limits }, index) => ({ name, at: index + 1, limits })),
];

/** Equal code of the same condition and set, and what was slowed there. */
export interface Opponents {
  readonly equal: RecordedGroup;
  readonly slowed: readonly RecordedGroup[];
}

/**
 * Finds what can be compared: equal code and, under the same condition, with the same set, engine and clock, slowed
 * code. Of equal code that was recorded twice, on its engine alone and beside another one, the former is taken.
 *
 * @param groups - all groups
 * @returns groups of equal code with those of slowed code, which may be none
 */
export function opponentsIn(groups: readonly RecordedGroup[]): Opponents[] {
  const equal = new Map<string, RecordedGroup>();
  for (const one of groups.filter(({ group }) => group.slowed === 0)) {
    const known = equal.get(conditionsOf(one));
    const isPlain = known === undefined || one.group.engines.length < known.group.engines.length;
    if (isPlain) equal.set(conditionsOf(one), one);
  }
  return [...equal].map(([conditions, one]) => ({
    equal: one,
    slowed: groups.filter((other) => other.group.slowed > 0 && conditionsOf(other) === conditions),
  }));
}

/** What jobs must share to be held against each other. */
function conditionsOf({ group, engine, jobs }: RecordedGroup): string {
  return JSON.stringify([group.condition, group.set, engine, jobs[0]?.clock]);
}

function scoresOf(judged: readonly BenchmarkDigest[], at: number): number[] {
  return judged.flatMap(({ scores }) => scores?.[at] ?? []);
}

function jobsAbove({ group, jobs }: RecordedGroup, at: number, limit: number): number {
  return jobs.filter((job) =>
    scoresOf(comparedIn({ group, jobs: [job] }), at).some((score) => score > limit),
  ).length;
}

/**
 * What our rule and those of others make of the same seconds.
 *
 * @param opponents - equal code and what was slowed beside it
 * @returns a table: red jobs and false alarms of equal code, found of every slowdown
 */
export function rivalTable({ equal, slowed }: Opponents): string {
  const rows = RULES.flatMap(({ name, at, limits }) =>
    limits.map((one) => {
      const alarms = pointAt({ equal: scoresOf(comparedIn(equal), at), slowed: [] }, one.limit);
      const found = slowed.map((group) =>
        percent(pointAt({ equal: [], slowed: scoresOf(comparedIn(group), at) }, one.limit).found),
      );
      const red = jobsAbove(equal, at, one.limit);
      return [
        `${name}, ${one.name}`,
        jobsWithInterval(red, equal.jobs.length),
        percent(alarms.falseAlarms, 1),
        ...found,
      ];
    }),
  );
  const head = [
    "rule",
    "red jobs of equal code",
    "false alarms",
    ...slowed.map(({ group }) => `found of +${group.slowed} %`),
  ];
  return tableOf(head, rows);
}

/**
 * The curves of all rules for one slowdown.
 *
 * @param equal - equal code
 * @param slowed - slowed code
 * @returns ours first
 */
export function rocSeriesOf(equal: RecordedGroup, slowed: RecordedGroup): RocSeries[] {
  return RULES.map(({ name, at, limits }) => {
    const scores: Scores = {
      equal: scoresOf(comparedIn(equal), at),
      slowed: scoresOf(comparedIn(slowed), at),
    };
    return { name, scores, inUse: limits.map(({ limit }) => pointAt(scores, limit)) };
  });
}

/**
 * Slowdowns that our rule did not find.
 *
 * @param slowed - slowed code
 * @returns one line each: the verdict, its numbers and which other rules found it
 */
export function lostCases(slowed: RecordedGroup): string[] {
  return slowed.jobs.flatMap((job) =>
    comparedIn({ ...slowed, jobs: [job] })
      .filter(({ verdict }) => verdict !== "regression")
      .map(({ id, verdict, cause, change, gatedAt, scores }) => {
        const others = RULES.slice(1).flatMap(({ name, at, limits }) =>
          limits
            .filter(({ limit }) => (scores?.[at] ?? Number.NEGATIVE_INFINITY) > limit)
            .map((one) => `${name} ${one.name}`),
        );
        const found =
          others.length === 0 ? "no other rule found it" : `found by ${others.join(", ")}`;
        const word = cause ?? verdict;
        return `- \`${job.name}\` ${id}: ${word}, change ${percent(change ?? 0, 1)}, gated at ${percent(gatedAt ?? 0, 1)}; ${found}`;
      }),
  );
}

/**
 * Equal code that our rule called changed.
 *
 * @param equal - equal code
 * @returns one line each
 */
export function falseCases(equal: RecordedGroup): string[] {
  return equal.jobs.flatMap((job) =>
    comparedIn({ ...equal, jobs: [job] })
      .filter(({ verdict }) => verdict === "regression" || verdict === "improvement")
      .map(
        ({ id, verdict, change, gatedAt }) =>
          `- \`${job.name}\` ${id}: ${verdict}, change ${percent(change ?? 0, 1)}, gated at ${percent(gatedAt ?? 0, 1)}`,
      ),
  );
}
