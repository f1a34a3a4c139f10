import type { PolicyChange, PolicyChanges } from "../model/policy-change.ts";
import type { ResultDocument } from "../model/result.ts";
import { formatQuantity } from "../wording/number.ts";

/** Benchmarks named beside a change; the rest is counted. */
const MOST_NAMED = 3;

/** Changes an annotation names; the rest is counted. */
const MOST_TOLD = 3;

const PULL_REQUESTS = /^(pull_request|merge_group|workflow_run|issue_comment)/;

/** A change with the benchmarks it holds for, all of it hostile until escaped. */
export interface NamedChange {
  readonly what: string;
  /** The first benchmarks or components it holds for. */
  readonly names: readonly string[];
  /** How many more there are, in words; empty when there are none. */
  readonly more: string;
  readonly before: string;
  readonly now: string;
}

/**
 * Differences between the base's policy and this run's.
 *
 * @param result - judged result
 * @returns both lists; empty ones where nothing differs or nothing is known
 */
export function policyChangesOf({ judgement }: ResultDocument): PolicyChanges {
  return judgement.policyChanges ?? { weaker: [], other: [] };
}

/**
 * What heads the changes that weaken the gate.
 *
 * @param result - judged result; its event decides who changes it
 * @returns for example `This pull request also changes the gate`
 */
export function policyTitle({ run }: ResultDocument): string {
  return `This ${PULL_REQUESTS.test(run.event) ? "pull request" : "run"} also changes the gate`;
}

/**
 * Says which policy judged, where that is not the run's own.
 *
 * @param result - judged result
 * @returns a sentence; empty where the run's own policy judged
 */
export function judgedByWords({ policies }: ResultDocument): string {
  if (policies === undefined || policies.judgedBy !== "base" || policies.base === null) return "";
  return "Judged by the policy of the baseline (policy: base). What is measured is the run's own; its changed thresholds, acceptances and other rules do not count.";
}

/**
 * Says that nothing of the repository is measured.
 *
 * @param config - path of the configuration that names no components; null without one
 * @returns one sentence
 */
export function referenceSentence(config: string | null): string {
  const why = config === null ? "There is no wasm-bench.yml" : `${config} names no components`;
  return `${why}: this run measures the shipped reference components and not this repository's modules`;
}

/**
 * Says that nothing of the repository was measured, where that is so.
 *
 * @param result - judged result
 * @returns a sentence; empty where a configuration named the modules, and for directly compared modules
 */
export function referenceWords({ policies }: ResultDocument): string {
  if (policies === undefined || policies.candidate.components.length > 0) return "";
  return referenceSentence(policies.candidate.config);
}

/**
 * A change with its first benchmarks.
 *
 * @param change - change of the policy
 * @returns names to be shown, and how many more there are
 */
export function namedChange({ what, of, before, now }: PolicyChange): NamedChange {
  const hidden = of.length - MOST_NAMED;
  const more = hidden > 0 ? `and ${formatQuantity(hidden, "more", "more")}` : "";
  return { what, names: of.slice(0, MOST_NAMED), more, before, now };
}

/**
 * A change as one line of plain text.
 *
 * @param change - change of the policy
 * @returns for example `floor of execution/blur/image: 0.00 ns → 1.00 s`
 */
export function changeSentence(change: PolicyChange): string {
  const { what, names, more, before, now } = namedChange(change);
  const of = names.length === 0 ? "" : ` of ${[names.join(", "), more].join(" ").trim()}`;
  return `${what}${of}: ${before} → ${now}`;
}

/**
 * The changes that weaken the gate in one line of plain text.
 *
 * @param changes - changes of the policy, the first of which are told
 * @returns the first few and how many more there are
 */
export function changesSentence(changes: readonly PolicyChange[]): string {
  const hidden = changes.length - MOST_TOLD;
  const told = changes.slice(0, MOST_TOLD).map(changeSentence);
  return [...told, ...(hidden > 0 ? [`and ${formatQuantity(hidden, "more", "more")}`] : [])].join(
    "; ",
  );
}
