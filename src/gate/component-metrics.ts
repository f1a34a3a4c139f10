import { BROTLI_BEST_BYTES, type ComponentFacts } from "../model/component.ts";
import {
  CUSTOM_SIZE,
  EXACT_METRICS,
  type ExactMetricName,
  type MetricName,
} from "../model/metric.ts";

/** What the sections of a core module inside a Component Model binary are named after. */
const OF_CORE_MODULE = /^(?:module \d+: )+/;
const OF_COMPONENT = "component: ";
const CUSTOM = "custom:";
const SIZE = "size_";

/** Reads a metric of a component from its facts; null where they do not hold it. */
type Read = (facts: ComponentFacts) => number | null;

/** A baseline from before modules of glue were seen holds none of them. */
function sizeIn(key: "sizeBytes" | "gzipBytes" | "brotliBytes"): Read {
  return (facts: ComponentFacts) => (facts.sizeBytes === 0 ? null : facts[key]);
}

function countIn(key: "imports" | "exports"): Read {
  return (facts: ComponentFacts) => (hasSections(facts) ? facts[key] : null);
}

/** Of glue whose modules were not seen, or could not be read, no section is known; an empty module has none. */
function hasSections({ format, sections }: ComponentFacts): boolean {
  return format !== "glue" || sections.length > 0;
}

const WHOLE: Readonly<Partial<Record<MetricName, Read>>> = {
  size_raw: sizeIn("sizeBytes"),
  size_gzip: sizeIn("gzipBytes"),
  size_brotli: sizeIn("brotliBytes"),
  imports: countIn("imports"),
  exports: countIn("exports"),
};

/** A section's own name, whichever module or component it belongs to. */
function plainName(name: string): string {
  const inside = name.replace(OF_CORE_MODULE, "");
  return inside.startsWith(OF_COMPONENT) ? inside.slice(OF_COMPONENT.length) : inside;
}

/** Whether a section is one of the binary around core modules, custom sections apart. */
function isOfComponent(name: string): boolean {
  return name.startsWith(OF_COMPONENT) && !plainName(name).startsWith(CUSTOM);
}

/** Which sections a metric adds up; null for a metric of something else. */
function sectionsOf(metric: MetricName): ((name: string) => boolean) | null {
  if (metric === "size_component") return isOfComponent;
  if (metric === "size_custom") return (name: string) => plainName(name).startsWith(CUSTOM);
  if (metric.startsWith(CUSTOM_SIZE)) {
    const wanted = `${CUSTOM}${metric.slice(CUSTOM_SIZE.length)}`;
    return (name: string) => plainName(name) === wanted;
  }
  if (!metric.startsWith(SIZE)) return null;
  const wanted = metric.slice(SIZE.length);
  return (name: string) => !isOfComponent(name) && plainName(name) === wanted;
}

/**
 * Whether a metric is a fact of a component, known without running it.
 *
 * @param metric - metric name
 * @returns true for the sizes and for the numbers of imports and exports
 */
export function isComponentMetric(metric: MetricName): boolean {
  return WHOLE[metric] !== undefined || sectionsOf(metric) !== null;
}

/**
 * Whether a metric is the size of a part of a component, which not every component has.
 *
 * @param metric - metric name
 * @returns true for `size_code`, `size_custom`, `size_component` and such
 */
export function isSectionMetric(metric: MetricName): boolean {
  return WHOLE[metric] === undefined && sectionsOf(metric) !== null;
}

/**
 * Reads a metric of a component.
 *
 * @param facts - what is known of the component
 * @param metric - metric name
 * @returns its value: bytes, or a number of imports or exports, 0 for a section the component does not have; null where
 *   it is not known, or is no metric of a component
 */
export function componentValue(facts: ComponentFacts, metric: MetricName): number | null {
  const whole = WHOLE[metric];
  if (whole !== undefined) return whole(facts);
  const isCounted = sectionsOf(metric);
  if (isCounted === null || !hasSections(facts)) return null;
  return facts.sections
    .filter(({ name }) => isCounted(name))
    .reduce((sum, { bytes }) => sum + bytes, 0);
}

/**
 * Why a metric of two components cannot be compared.
 *
 * @param metric - metric name
 * @param baseline - facts of the baseline's component
 * @param candidate - facts of the candidate's
 * @returns words for the reader; null when it can
 */
export function componentNote(
  metric: MetricName,
  baseline: ComponentFacts,
  candidate: ComponentFacts,
): string | null {
  const isBest = ({ sizeBytes }: ComponentFacts): boolean => sizeBytes <= BROTLI_BEST_BYTES;
  return metric !== "size_brotli" || isBest(baseline) === isBest(candidate)
    ? null
    : "compressed at another quality";
}

/** The metrics of a component that can be compared, in the order of the table. */
export const COMPONENT_METRICS: readonly ExactMetricName[] =
  EXACT_METRICS.filter(isComponentMetric);
