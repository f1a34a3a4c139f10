import {
  COMPONENT_METRICS,
  componentNote,
  componentValue,
  isSectionMetric,
} from "../gate/component-metrics.ts";
import type { StoredBenchmark } from "../model/baseline.ts";
import type { ComponentFacts } from "../model/component.ts";
import type { ExactMetricName } from "../model/metric.ts";
import type { Policy } from "../model/policy.ts";
import type { ExactValue } from "../model/sample.ts";
import type { BaselineSide } from "./baseline-side.ts";
import type { Planned } from "./plan.ts";

/** What is told of a component that has no benchmark of the suite `size`, besides what an allowance names. */
const ALWAYS: readonly ExactMetricName[] = ["size_raw", "size_gzip", "size_brotli", "exports"];

/** What the values of components are made of. */
export interface ComponentParts {
  readonly planned: readonly Planned[];
  /** Facts of the candidate's components. */
  readonly facts: readonly ComponentFacts[];
  readonly baseline: Pick<BaselineSide, "facts" | "benchmarks"> | null;
  /** What an allowance names is a value even where both sides have none of it. */
  readonly policy: Pick<Policy, "allowances" | "overrides">;
}

/**
 * What is known of a component without running it as exact metrics, at one benchmark of every component: one change is told
 * once. That is the component's benchmark of the suite `size`, which has all of them, else the first that is compared.
 *
 * @param parts - plan, facts of both sides and policy
 * @returns exact values by benchmark id; none for a component without a module of its own
 */
export function componentValues({
  planned,
  facts,
  baseline,
  policy,
}: ComponentParts): Map<string, ExactValue[]> {
  const named = namedBy(policy);
  const values = new Map<string, ExactValue[]>();
  for (const one of facts) {
    const own = planned.filter(({ benchmark }) => benchmark.component === one.name);
    const first = own.toSorted((left, right) => rank(left) - rank(right))[0];
    if (first === undefined || first.pairing === "missing" || one.sizeBytes === 0) continue;
    const { id } = first.benchmark;
    const base = baseline?.facts.find(({ name }) => name === (first.baseComponent ?? one.name));
    const sides: Sides = {
      candidate: one,
      baseline: base ?? null,
      stored: baseline?.benchmarks.get(id)?.exact ?? [],
    };
    values.set(id, valuesOf(sides, isSize(first) ? isTold(sides, named) : isAsked(named)));
  }
  return values;
}

/** A component of both sides. Where the baseline does not carry it, the numbers it stored stand in. */
interface Sides {
  readonly candidate: ComponentFacts;
  readonly baseline: ComponentFacts | null;
  readonly stored: StoredBenchmark["exact"];
}

type Choice = (metric: ExactMetricName) => boolean;

/** A section that neither side has is told only where it is named. */
function isTold({ candidate, baseline }: Sides, named: ReadonlySet<ExactMetricName>): Choice {
  const isThere = (facts: ComponentFacts | null, metric: ExactMetricName): boolean =>
    facts !== null && (componentValue(facts, metric) ?? 0) > 0;
  return (metric: ExactMetricName) =>
    !isSectionMetric(metric) ||
    named.has(metric) ||
    isThere(candidate, metric) ||
    isThere(baseline, metric);
}

function isAsked(named: ReadonlySet<ExactMetricName>): Choice {
  return (metric: ExactMetricName) => ALWAYS.includes(metric) || named.has(metric);
}

function namedBy({ allowances, overrides }: ComponentParts["policy"]): Set<ExactMetricName> {
  const all = [allowances, ...overrides.map((one) => one.allowances)];
  return new Set(all.flatMap((one) => Object.keys(one) as ExactMetricName[]));
}

function valuesOf({ candidate, baseline, stored }: Sides, isWanted: Choice): ExactValue[] {
  return COMPONENT_METRICS.filter(isWanted).flatMap((metric) => {
    const kept = stored.find((one) => one.metric === metric && one.note === null)?.value ?? null;
    const values = {
      baseline: baseline === null ? kept : componentValue(baseline, metric),
      candidate: componentValue(candidate, metric),
    };
    if (values.baseline === null && values.candidate === null) return [];
    const note = baseline === null ? null : componentNote(metric, baseline, candidate);
    return [{ metric, ...values, note }];
  });
}

function isSize({ benchmark }: Planned): boolean {
  return benchmark.procedure.kind === "size";
}

/** The benchmark that carries the values is that of the sizes, else one that is compared, where there is one: only there are they gated. */
function rank(planned: Planned): number {
  const { pairing, benchmark } = planned;
  if (pairing === "missing") return 5;
  if (isSize(planned)) return 0;
  if (benchmark.unsupported !== null) return 4;
  if (pairing === "paired" || pairing === "alternated") return 1;
  return pairing === "identical" ? 2 : 3;
}
