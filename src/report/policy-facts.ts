import { fieldsOf } from "../gate/policy-changes/compare-definitions.ts";
import { sayAcceptance, sayTarget } from "../gate/policy-changes/compare-rules.ts";
import type { Override } from "../model/policy.ts";
import type { StoredPolicy } from "../model/stored-policy.ts";
import { formatBytes, formatPercent, formatTime, formatValue } from "./format.ts";

/** A fact of a policy as two plain texts, hostile until escaped. */
export type PolicyFact = readonly [name: string, text: string];

/**
 * Everything a stored policy says, for people.
 *
 * @param policy - policy of a baseline
 * @returns names and texts, in the order of the configuration
 */
export function policyFacts(policy: StoredPolicy): readonly PolicyFact[] {
  const { thresholds, exact, fuel } = policy;
  const limits = [
    `regression ${formatPercent(thresholds.regression)}`,
    `decide ${formatPercent(thresholds.decide)}`,
    `suspect ${formatPercent(thresholds.suspect)}`,
    `floor ${formatTime(thresholds.floor)}`,
  ];
  const allowances = [
    `fuel ${formatPercent(exact.fuel)}`,
    `bytes ${formatPercent(exact.bytes)} and ${formatBytes(exact.bytesFloor)}`,
    formatValue(exact.pages, "pages"),
  ];
  return [
    ["configuration", policy.config ?? "none: the shipped reference components"],
    ["thresholds", limits.join(", ")],
    ["allowances", allowances.join(", ")],
    ["fail-on", policy.failOn.join(", ") || "none"],
    ["inconclusive", policy.inconclusive],
    ["confidence", formatPercent(policy.confidenceLevel)],
    ["confirm", policy.confirm],
    ["sampling", samplingText(policy)],
    ["fuel", [fuel.profile, fuel.mode, ...costs(policy)].join(", ")],
    ["suites", policy.suites?.join(", ") ?? "all"],
    ...policy.overrides.map((one): PolicyFact => ["override", overrideText(one)]),
    ...policy.accept.map(
      (one): PolicyFact => ["accept", `${one.benchmark}: ${sayAcceptance(one)}`],
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

function overrideText({ benchmark, regression, floor, floorUnit, fuel, reason }: Override): string {
  const texts = [
    ...(regression === null ? [] : [`regression ${formatPercent(regression)}`]),
    ...(floor === null
      ? []
      : [`floor ${floorUnit === null ? floor : formatValue(floor, floorUnit)}`]),
    ...(fuel === null ? [] : [`fuel ${formatPercent(fuel)}`]),
    ...(reason === "" ? [] : [reason]),
  ];
  return `${benchmark}: ${texts.join(", ")}`;
}
