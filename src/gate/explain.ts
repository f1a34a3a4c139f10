import type { ComponentFacts } from "../model/component.ts";
import type { MetricName } from "../model/metric.ts";
import type { ExactValue } from "../model/sample.ts";
import type { Sides } from "../model/sides.ts";
import type { MetricJudgement } from "../model/verdict.ts";
import { formatChange, formatPercent } from "../wording/percent.ts";
import { isMove } from "./exact.ts";

/** Facts of a benchmark's component on both sides; null where a side has none. */
type FactsOfSides = Sides<ComponentFacts | null>;

/** What a reader looks at first when time moved, and its name in a sentence. */
const TOLD = [
  ["fuel", "fuel"],
  ["pages", "pages"],
  ["pages_per_call", "pages a call"],
  ["size_raw", "module bytes"],
] as const;

/** A quantity of both sides with the name it has in a sentence. */
interface Told extends Sides<number> {
  readonly name: string;
}

function codeBytes(facts: ComponentFacts | null): number | null {
  return facts?.sections.find(({ name }) => name === "code")?.bytes ?? null;
}

function describeMove({ name, baseline, candidate }: Told): string {
  return baseline === 0
    ? `${name} from 0 to ${candidate}`
    : `${name} ${formatChange((candidate - baseline) / baseline)}`;
}

function toldOf(name: string, baseline: number | null, candidate: number | null): Told[] {
  return baseline === null || candidate === null ? [] : [{ name, baseline, candidate }];
}

/** What is known of both sides and can be compared. */
function comparable(exact: readonly ExactValue[], facts: FactsOfSides): Told[] {
  const told = TOLD.flatMap(([metric, name]) =>
    exact
      .filter((value) => value.metric === metric && value.note === null)
      .flatMap(({ baseline, candidate }) => toldOf(name, baseline, candidate)),
  );
  return [...told, ...toldOf("code bytes", codeBytes(facts.baseline), codeBytes(facts.candidate))];
}

/**
 * Says what else moved when a time or a memory size moved.
 *
 * @param metrics - judged metrics of a benchmark
 * @param exact - its exact values
 * @param facts - facts of its component on both sides
 * @returns for example `fuel +12.0 %` and `code bytes +3.0 %`; empty when no noisy metric moved or nothing exact is known
 */
export function explainMove(
  metrics: readonly MetricJudgement[],
  exact: readonly ExactValue[],
  facts: FactsOfSides,
): string[] {
  const exactNames = new Set<MetricName>(exact.map(({ metric }) => metric));
  const noisyMoved = metrics.some(
    ({ metric, verdict }) => isMove(verdict) && !exactNames.has(metric),
  );
  if (!noisyMoved) {
    return [];
  }
  const known = comparable(exact, facts);
  const changes = known
    .filter(({ baseline, candidate }) => baseline !== candidate)
    .map(describeMove);
  if (changes.length > 0 || known.length === 0) {
    return changes;
  }
  return [`${known.map(({ name }) => name).join(", ")} did not move: layout or machine`];
}

/**
 * Says where the bytes of a module went, at the benchmark that carries its size.
 *
 * @param exact - exact values of a benchmark
 * @param facts - facts of its component on both sides
 * @returns for example `code +18 %: parse_utf8 +2.1 KiB`; empty when the size did not move. Hostile until escaped
 */
export function explainSize(exact: readonly ExactValue[], facts: FactsOfSides): string[] {
  const size = exact.find(({ metric }) => metric === "size_raw");
  const isKnown = size !== undefined && size.baseline !== null && size.candidate !== null;
  if (!isKnown || size.baseline === size.candidate) {
    return [];
  }
  return [...(facts.candidate?.sizeChange ?? [])];
}

/** Share of a call's time at the boundary of a component from which on its time says little of its code. */
const LARGE_BOUNDARY = 0.5;

/**
 * Says of a component's call that is mostly lifting and lowering that its fuel leads.
 *
 * @param metrics - judged metrics of a benchmark
 * @returns for example `97 % of a call is lifting and lowering: …`; empty below one half, or where it is not known
 */
export function explainBoundary(metrics: readonly MetricJudgement[]): string[] {
  const judged = metrics.find(({ metric }) => metric === "boundary_share");
  const share = (judged?.candidate ?? judged?.baseline)?.center ?? 0;
  if (share < LARGE_BOUNDARY) return [];
  return [
    `${formatPercent(share)} of a call is lifting and lowering: of the component's code, its fuel says more than its time`,
  ];
}
