import type { Benchmark } from "../model/benchmark.ts";
import { DEFAULT_SAMPLING } from "../model/default-sampling.ts";
import type { Policy } from "../model/policy.ts";
import type { Measurements } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import { formatQuantity } from "../wording/number.ts";
import { isExpired } from "./accept.ts";
import { allowanceWarnings } from "./allowance-warnings.ts";
import { matchesBenchmark } from "./match.ts";
import { isRemovalExpired } from "./removals.ts";
import { unmatchedWords } from "./unmatched-words.ts";

/**
 * What a reader of the verdict must know that belongs to no single benchmark.
 *
 * @param measurements - everything measured, with its policy and sampling
 * @returns a baseline without a counterpart, repeated ids, expired and unmatched rules, and a comparison that measured too little
 */
export function runWarnings(measurements: Measurements): Warning[] {
  const { benchmarks, policy, sampling } = measurements;
  const ids = benchmarks.map(({ benchmark }) => benchmark.id);
  const compares = benchmarks.some(
    ({ pairing, benchmark }) =>
      (pairing === "paired" || pairing === "alternated") && isSampledHere(benchmark),
  );
  return [
    ...counterpartWarnings(measurements),
    ...duplicateWarnings(ids),
    ...expiryWarnings(policy),
    ...unmatchedWarnings(policy, ids),
    ...allowanceWarnings(benchmarks, policy),
    ...(compares ? thinWarnings(sampling) : []),
  ];
}

/** What was imported was sampled by another tool, its procedure unknown; sizes are not sampled at all. */
function isSampledHere({ procedure }: Benchmark): boolean {
  return procedure.kind !== "unknown" && procedure.kind !== "size";
}

/** A baseline that knows none of the benchmarks is most likely another job's. */
function counterpartWarnings({ benchmarks, baseline }: Measurements): Warning[] {
  const own = benchmarks.filter(
    ({ pairing, benchmark }) => pairing !== "missing" && benchmark.unsupported === null,
  );
  // An obstacle is told of a benchmark that the baseline knows.
  const isForeign =
    own.length > 0 &&
    own.every(({ pairing, obstacle }) => pairing === "new" && obstacle === undefined);
  if (baseline?.source !== "cache" || !isForeign) return [];
  return [
    {
      code: "no-counterpart",
      message:
        `none of the ${formatQuantity(own.length, "benchmark")} is in the baseline ${baseline.key}: another job saved it, or all were ` +
        "renamed; jobs that measure different things need each a comment-key or a config of their own",
    },
  ];
}

/** What a comparison may measure too little of. */
const NOUNS = { copies: "copy", rounds: "round" } as const;

/** The rates of false alarms and of detection hold for the default sampling; less of it was never evaluated. */
function thinWarnings(sampling: Measurements["sampling"]): Warning[] {
  const less = (["copies", "rounds"] as const).filter(
    (key) => sampling[key] < DEFAULT_SAMPLING[key],
  );
  if (less.length === 0) return [];
  const words = less.map(
    (key) => `${formatQuantity(sampling[key], NOUNS[key])} instead of ${DEFAULT_SAMPLING[key]}`,
  );
  return [
    {
      code: "thin-sampling",
      message: `${words.join(", ")}: expect more false alarms than the gate is designed for`,
    },
  ];
}

function duplicateWarnings(ids: readonly string[]): Warning[] {
  const repeated = ids.filter((id, index) => ids.indexOf(id) < index);
  return [...new Set(repeated)].map((id) => ({
    code: "duplicate-id",
    message: `several benchmarks are called ${id}: each is judged by itself`,
  }));
}

function expiryWarnings(policy: Policy): Warning[] {
  const { accept, removals = [], today } = policy;
  const slowdowns = accept
    .filter((one) => isExpired(one, today))
    .map(({ metric, ...one }) => ({ what: metric, ...one }));
  const gone = removals
    .filter((one) => isRemovalExpired(one, today))
    .map((one) => ({ what: "the removal", ...one }));
  return [...slowdowns, ...gone].map(({ what, benchmark, until, reason }) => ({
    code: "acceptance-expired",
    message: `the acceptance of ${what} of "${benchmark}" ("${reason}") expired on ${until} and is refused`,
  }));
}

function unmatchedWarnings(policy: Policy, ids: readonly string[]): Warning[] {
  const unmatched = (pattern: string): boolean => !ids.some((id) => matchesBenchmark(pattern, id));
  const overrides = policy.overrides
    .filter(({ benchmark }) => unmatched(benchmark))
    .map(({ benchmark }) => ({
      code: "override-unmatched",
      message: `the override of "${benchmark}" matches no benchmark${unmatchedWords(benchmark, ids)}`,
    }));
  const accepted = policy.accept
    .filter(({ benchmark }) => unmatched(benchmark))
    .map(({ benchmark }) => ({
      code: "acceptance-unmatched",
      message: `the acceptance of "${benchmark}" matches no benchmark${unmatchedWords(benchmark, ids)}`,
    }));
  return [...overrides, ...accepted];
}
