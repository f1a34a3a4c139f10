import type { ComponentFacts } from "../model/component.ts";
import type { ExactValue } from "../model/sample.ts";
import type { MetricJudgement } from "../model/verdict.ts";
import { isMove } from "./exact.ts";
import { signedPercent } from "./phrase.ts";

/** Both sides of a benchmark's component; null where a side has none. */
export interface FactsPair {
  readonly baseline: ComponentFacts | null;
  readonly candidate: ComponentFacts | null;
}

const NAMES: Readonly<Record<string, string>> = { size_raw: "module bytes" };
/** What a reader looks at first when time moved. */
const TOLD = ["fuel", "pages", "size_raw"] as const;

function codeBytes(facts: ComponentFacts | null): number | null {
  return facts?.sections.find(({ name }) => name === "code")?.bytes ?? null;
}

function moved(name: string, baseline: number, candidate: number): string {
  return baseline === 0
    ? `${name} from 0 to ${candidate}`
    : `${name} ${signedPercent((candidate - baseline) / baseline)}`;
}

function comparable(exact: readonly ExactValue[], facts: FactsPair): ExactValue[] {
  const code: ExactValue = {
    metric: "code bytes",
    baseline: codeBytes(facts.baseline),
    candidate: codeBytes(facts.candidate),
    note: null,
  };
  const told = TOLD.flatMap((name) => exact.filter(({ metric }) => metric === name));
  return [...told, code].filter(({ note }) => note === null);
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
  facts: FactsPair,
): string[] {
  const exactNames = exact.map(({ metric }) => metric);
  const noisyMoved = metrics.some(
    ({ metric, verdict }) => isMove(verdict) && !exactNames.includes(metric),
  );
  if (!noisyMoved) {
    return [];
  }
  const known = comparable(exact, facts).flatMap(({ metric, baseline, candidate }) =>
    baseline === null || candidate === null ? [] : [{ metric, baseline, candidate }],
  );
  const changes = known
    .filter(({ baseline, candidate }) => baseline !== candidate)
    .map(({ metric, baseline, candidate }) => moved(NAMES[metric] ?? metric, baseline, candidate));
  if (changes.length > 0 || known.length === 0) {
    return changes;
  }
  const names = known.map(({ metric }) => NAMES[metric] ?? metric);
  return [`${names.join(", ")} did not move: layout or machine`];
}

/**
 * Says where the bytes of a module went, at the benchmark that carries its size.
 *
 * @param exact - exact values of a benchmark
 * @param facts - facts of its component on both sides
 * @returns for example `code +18 %: parse_utf8 +2.1 KiB`; empty when the size did not move. Hostile until escaped
 */
export function explainSize(exact: readonly ExactValue[], facts: FactsPair): string[] {
  const size = exact.find(({ metric }) => metric === "size_raw");
  const isKnown = size !== undefined && size.baseline !== null && size.candidate !== null;
  if (!isKnown || size.baseline === size.candidate) {
    return [];
  }
  return [...(facts.candidate?.sizeChange ?? [])];
}
