import { fieldsOf } from "../gate/policy-changes/compare-definitions.ts";
import { sayAcceptance, sayRemoval, sayTarget } from "../gate/policy-changes/compare-rules.ts";
import { sayAllowance } from "../gate/policy-changes/compare-thresholds.ts";
import { type Allowances, EXACT_METRICS, metricOf } from "../model/metric.ts";
import type { Override } from "../model/policy.ts";
import type { StoredPolicy } from "../model/stored-policy.ts";
import { formatPercent } from "../wording/percent.ts";
import { formatTime, formatValue } from "../wording/value.ts";

/** A fact of a policy as two plain texts, hostile until escaped. */
export type PolicyFact = readonly [name: string, text: string];

/**
 * Everything a stored policy says, for people.
 *
 * @param policy - policy of a baseline
 * @returns names and texts, in the order of the configuration
 */
export function policyFacts(policy: StoredPolicy): readonly PolicyFact[] {
  const { thresholds, fuel } = policy;
  const limits = [
    `regression ${formatPercent(thresholds.regression)}`,
    `decide ${formatPercent(thresholds.decide)}`,
    `suspect ${formatPercent(thresholds.suspect)}`,
    `floor ${formatTime(thresholds.floor)}`,
  ];
  return [
    ["configuration", policy.config ?? "none: the shipped reference components"],
    ["thresholds", limits.join(", ")],
    ["allowances", allowanceTexts(policy.allowances).join(", ")],
    ["fail-on", policy.failOn.join(", ") || "none"],
    ["inconclusive", policy.inconclusive],
    ["confidence", formatPercent(policy.confidenceLevel)],
    ["confirm", policy.confirm],
    ["confirm-improvements", String(policy.confirmImprovements === true)],
    ["sampling", samplingText(policy)],
    ["fuel", [fuel.profile, fuel.mode, ...costs(policy)].join(", ")],
    ["engine", policy.engines?.join(", ") ?? "v8"],
    ["suites", policy.suites?.join(", ") ?? "all"],
    ...policy.overrides.map((one): PolicyFact => ["override", overrideText(one)]),
    ...policy.accept.map(
      (one): PolicyFact => ["accept", `${one.benchmark}: ${sayAcceptance(one)}`],
    ),
    ...(policy.removals ?? []).map(
      (one): PolicyFact => ["accept", `${one.benchmark}: ${sayRemoval(one)}`],
    ),
    ...policy.targets.map((one): PolicyFact => ["target", `${one.benchmark}: ${sayTarget(one)}`]),
    ...policy.components.map(
      ({ name, settings }): PolicyFact => [
        "component",
        `${name}: ${pairs(Object.entries(settings))}`,
      ],
    ),
    ...policy.benchmarks
      .filter(({ unsupported }) => unsupported === null)
      .map(
        ({ id, procedure }): PolicyFact => [
          "benchmark",
          `${id}: ${pairs([["kind", procedure.kind], ...fieldsOf(procedure)])}`,
        ],
      ),
  ];
}

function allowanceTexts(allowances: Allowances): string[] {
  return EXACT_METRICS.flatMap((name) => {
    const allowance = allowances[name];
    return allowance === undefined
      ? []
      : [`${name} ${sayAllowance(allowance, metricOf(name).unit)}`];
  });
}

function pairs(entries: readonly (readonly [string, string])[]): string {
  return entries.map(([key, text]) => `${key} ${text}`).join(", ");
}

function costs({ fuel }: StoredPolicy): string[] {
  return Object.entries(fuel.cost).map(([name, cost]) => `${name} costs ${cost}`);
}

function samplingText({ sampling }: StoredPolicy): string {
  const { samples, timeMs, maxInstances, processes, rounds, copies } = sampling;
  const { blockMs, warmupMs, timeoutMs, tier, flags } = sampling;
  return [
    `samples ${samples}, time ${timeMs} ms, max-instances ${maxInstances}, processes ${processes}`,
    `rounds ${rounds}, copies ${copies}, block ${blockMs} ms, warmup ${warmupMs} ms`,
    `timeout ${timeoutMs} ms, tier ${tier}`,
    ...(flags.length === 0 ? [] : [`flags ${flags.join(" ")}`]),
  ].join(", ");
}

function overrideText(override: Override): string {
  const { benchmark, regression, floor, floorUnit, allowances, reason } = override;
  const texts = [
    ...(regression === null ? [] : [`regression ${formatPercent(regression)}`]),
    ...(floor === null
      ? []
      : [`floor ${floorUnit === null ? floor : formatValue(floor, floorUnit)}`]),
    ...allowanceTexts(allowances),
    ...(reason === "" ? [] : [reason]),
  ];
  return `${benchmark}: ${texts.join(", ")}`;
}
