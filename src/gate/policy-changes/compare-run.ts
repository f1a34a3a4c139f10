import { DEFAULT_SAMPLING } from "../../model/default-sampling.ts";
import type { Unit } from "../../model/metric.ts";
import { FAILURE_KINDS, type FailureKind, type Sampling } from "../../model/policy.ts";
import type { StoredPolicy } from "../../model/stored-policy.ts";
import { formatPercent } from "../../wording/percent.ts";
import { formatValue } from "../../wording/value.ts";
import { changeOf, type FoundChange } from "./found-change.ts";

/** The shipped reference components are no code of the repository. */
const NO_FILE = "none: the shipped reference components are measured";

const NS_PER_MS = 1e6;

function sayList(words: readonly string[]): string {
  return words.length === 0 ? "none" : words.join(", ");
}

/**
 * Compares where the gate is written and what of it the workflow chose.
 *
 * @param base - the base's policy
 * @param now - the candidate's
 * @returns a configuration that is gone or elsewhere weakens, and so do fewer suites
 */
export function compareSource(base: StoredPolicy, now: StoredPolicy): FoundChange[] {
  const isIn = (suite: string): boolean =>
    now.suites === null || now.suites.some((one) => one === suite);
  return [
    ...changeOf({
      what: "configuration",
      before: base.config,
      now: now.config,
      isWeaker: base.config !== null,
      say: (path: string | null): string => path ?? NO_FILE,
    }),
    ...changeOf({
      what: "suites",
      before: base.suites,
      now: now.suites,
      isWeaker: now.suites !== null && (base.suites === null || !base.suites.every(isIn)),
      say: (suites: StoredPolicy["suites"]): string => (suites === null ? "all" : sayList(suites)),
    }),
  ];
}

/** Whoever fails on every regression fails on exact ones. */
function failsOn(kind: FailureKind, { failOn }: StoredPolicy): boolean {
  return failOn.includes(kind) || (kind === "exact" && failOn.includes("regression"));
}

/**
 * Compares what fails a run, and how sure a verdict must be.
 *
 * @param base - the base's policy
 * @param now - the candidate's
 * @returns fewer kinds that fail weaken; so does every other level of confidence: a lower one clears on less, a higher one
 *   misses fewer targets
 */
export function compareFailures(base: StoredPolicy, now: StoredPolicy): FoundChange[] {
  return [
    ...changeOf({
      what: "fail-on",
      before: FAILURE_KINDS.filter((kind) => base.failOn.includes(kind)),
      now: FAILURE_KINDS.filter((kind) => now.failOn.includes(kind)),
      isWeaker: !base.failOn.every((kind) => failsOn(kind, now)),
      say: sayList,
    }),
    ...changeOf({
      what: "inconclusive",
      before: base.inconclusive,
      now: now.inconclusive,
      isWeaker: now.inconclusive === "ignore",
      say: String,
    }),
    ...changeOf({
      what: "confirm",
      before: base.confirm,
      now: now.confirm,
      isWeaker: now.confirm === "fresh-runner",
      say: String,
    }),
    ...changeOf({
      what: "confirm-improvements",
      before: base.confirmImprovements === true,
      now: now.confirmImprovements === true,
      isWeaker: false,
      say: String,
    }),
    ...changeOf({
      what: "confidence",
      before: base.confidenceLevel,
      now: now.confidenceLevel,
      isWeaker: true,
      say: formatPercent,
    }),
  ];
}

type Amount = {
  readonly [Key in keyof Sampling]: Sampling[Key] extends number ? Key : never;
}[keyof Sampling];

/** What may be measured less of: key of the configuration, field, unit and what turns the field into it. */
const AMOUNTS: readonly (readonly [string, Amount, Unit, number])[] = [
  ["samples", "samples", "count", 1],
  ["time", "timeMs", "ns", NS_PER_MS],
  ["max-instances", "maxInstances", "count", 1],
  ["processes", "processes", "count", 1],
  ["rounds", "rounds", "count", 1],
  ["copies", "copies", "count", 1],
  ["block", "blockMs", "ns", NS_PER_MS],
  ["warmup", "warmupMs", "ns", NS_PER_MS],
];

/**
 * Compares how much is measured, and with which compilers.
 *
 * @param base - the base's policy
 * @param now - the candidate's
 * @returns less than both the base's and the default weakens; so do a longer timeout, other compilers, and fuel counted
 *   otherwise
 */
export function compareSampling(base: StoredPolicy, now: StoredPolicy): FoundChange[] {
  const [before, after] = [base.sampling, now.sampling];
  const amounts = AMOUNTS.flatMap(([key, field, unit, scale]) =>
    changeOf({
      what: `sampling.${key}`,
      before: before[field],
      now: after[field],
      isWeaker: after[field] < before[field] && after[field] < DEFAULT_SAMPLING[field],
      say: (value: number): string => formatValue(value * scale, unit),
    }),
  );
  return [
    ...amounts,
    ...changeOf({
      what: "sampling.timeout",
      before: before.timeoutMs,
      now: after.timeoutMs,
      isWeaker: after.timeoutMs > before.timeoutMs,
      say: (value: number): string => formatValue(value * NS_PER_MS, "ns"),
    }),
    ...changeOf({
      what: "sampling.tier",
      before: before.tier,
      now: after.tier,
      isWeaker: true,
      say: String,
    }),
    ...changeOf({
      what: "sampling.flags",
      before: before.flags,
      now: after.flags,
      isWeaker: true,
      say: sayList,
    }),
    ...compareCounting(base, now),
  ];
}

/** Another price list makes growth of fuel invisible. */
function compareCounting(
  { fuel: before }: StoredPolicy,
  { fuel: now }: StoredPolicy,
): FoundChange[] {
  const costs = [...new Set([...Object.keys(before.cost), ...Object.keys(now.cost)])].toSorted();
  const say = (value: string | number | null): string => String(value ?? "as Wasmtime charges");
  return [
    ...changeOf({
      what: "fuel.profile",
      before: before.profile,
      now: now.profile,
      isWeaker: true,
      say,
    }),
    ...changeOf({ what: "fuel.mode", before: before.mode, now: now.mode, isWeaker: true, say }),
    ...costs.flatMap((name) =>
      changeOf({
        what: `fuel.cost ${name}`,
        before: before.cost[name] ?? null,
        now: now.cost[name] ?? null,
        isWeaker: true,
        say,
      }),
    ),
  ];
}
