import { BROTLI_BEST_BYTES, type ComponentFacts } from "../model/component.ts";
import type { ExactMetricName } from "../model/metric.ts";
import type { ExactValue } from "../model/sample.ts";
import type { Planned } from "./plan.ts";

/** An exact metric that the facts of a component hold. */
interface ComponentMetric {
  readonly metric: ExactMetricName;
  /** Null where the facts do not hold it. */
  readonly read: (facts: ComponentFacts) => number | null;
  /** Why two values cannot be compared; null when they can. */
  readonly noteOf?: (baseline: ComponentFacts, candidate: ComponentFacts) => string | null;
}

/** Exact metrics of a component, in the order they are told. */
const COMPONENT_METRICS: readonly ComponentMetric[] = [
  { metric: "size_raw", read: knownSize("sizeBytes") },
  { metric: "size_gzip", read: knownSize("gzipBytes") },
  {
    metric: "size_brotli",
    read: knownSize("brotliBytes"),
    noteOf: brotliNote,
  },
  { metric: "exports", read: exportsOf },
];

/** A baseline from before modules of glue were seen holds none of them. */
function knownSize(
  size: "sizeBytes" | "gzipBytes" | "brotliBytes",
): (facts: ComponentFacts) => number | null {
  return (facts: ComponentFacts) => (facts.sizeBytes === 0 ? null : facts[size]);
}

/** A binary that is no core module has no sections that are read. */
function exportsOf({ sections, exports }: ComponentFacts): number | null {
  return sections.length === 0 ? null : exports;
}

function brotliNote(baseline: ComponentFacts, candidate: ComponentFacts): string | null {
  const isBest = ({ sizeBytes }: ComponentFacts): boolean => sizeBytes <= BROTLI_BEST_BYTES;
  return isBest(baseline) === isBest(candidate) ? null : "compressed at another quality";
}

function valuesOf(candidate: ComponentFacts, baseline: ComponentFacts | null): ExactValue[] {
  return COMPONENT_METRICS.flatMap(({ metric, read, noteOf }) => {
    const values = {
      baseline: baseline === null ? null : read(baseline),
      candidate: read(candidate),
    };
    if (values.baseline === null && values.candidate === null) return [];
    const note = baseline === null ? null : (noteOf?.(baseline, candidate) ?? null);
    return [{ metric, ...values, note }];
  });
}

/**
 * What is known of a module without running it as exact metrics, at one benchmark of every component: one change is told
 * once.
 *
 * @param planned - benchmarks of the run
 * @param candidate - facts of the candidate's components
 * @param baseline - facts of the baseline's components
 * @returns exact values by benchmark id; none for a component without a module of its own
 */
export function componentValues(
  planned: readonly Planned[],
  candidate: readonly ComponentFacts[],
  baseline: readonly ComponentFacts[],
): Map<string, ExactValue[]> {
  const values = new Map<string, ExactValue[]>();
  for (const facts of candidate) {
    const own = planned.filter(({ benchmark }) => benchmark.component === facts.name);
    const first = own.toSorted((left, right) => rank(left) - rank(right))[0];
    if (first === undefined || first.pairing === "missing" || facts.sizeBytes === 0) continue;
    const base = baseline.find(({ name }) => name === (first.baseComponent ?? facts.name)) ?? null;
    values.set(first.benchmark.id, valuesOf(facts, base));
  }
  return values;
}

/** The benchmark that carries the values is one that is compared, where there is one: only there are they gated. */
function rank({ pairing, benchmark }: Planned): number {
  if (pairing === "missing") return 4;
  if (benchmark.unsupported !== null) return 3;
  if (pairing === "paired" || pairing === "alternated") return 0;
  return pairing === "identical" ? 1 : 2;
}
