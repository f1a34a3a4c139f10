import { formatChange } from "../wording/percent.ts";
import { formatBytes, formatBytesChange } from "../wording/value.ts";
import type { FunctionSize, ModuleSize } from "./size.ts";

/** One named part of a module whose size changed, in bytes; 0 where a side has none. */
export interface SizeChange {
  readonly name: string;
  readonly base: number;
  readonly candidate: number;
}

/** Where the bytes of a module changed. */
export interface SizeComparison {
  /** Sections that changed, largest absolute change first. */
  readonly sections: readonly SizeChange[];
  /** Named functions that changed, largest absolute change first. Functions without a name cannot be matched. */
  readonly functions: readonly SizeChange[];
}

interface Part {
  readonly name: string;
  readonly bytes: number;
}

const SHOWN_FUNCTIONS = 3;

/**
 * Compares the sizes of two builds of a module, part by part.
 *
 * @param base - the module compared with
 * @param candidate - the module under judgement
 * @returns sections and named functions that changed; functions of one name are added up
 */
export function compareSizes(base: ModuleSize, candidate: ModuleSize): SizeComparison {
  return {
    sections: changesBetween(base.sections, candidate.sections),
    functions: changesBetween(base.bodies.filter(isNamed), candidate.bodies.filter(isNamed)),
  };
}

/**
 * Says where a module grew or shrank, such as `code +18 %: parse_utf8 +2.1 KiB, main −40 B`.
 *
 * @param base - the module compared with
 * @param candidate - the module under judgement
 * @returns one sentence per changed section, largest change first; empty when all sizes are equal.
 *   Names are the guest's own text and hostile until escaped
 */
export function explainSizeChange(base: ModuleSize, candidate: ModuleSize): string[] {
  const { sections, functions } = compareSizes(base, candidate);
  return sections.map((section) => {
    const head = `${section.name} ${describeChange(section)}`;
    if (section.name !== "code" || functions.length === 0) return head;
    const shown = functions
      .slice(0, SHOWN_FUNCTIONS)
      .map((change) => `${change.name} ${describeFunction(change)}`);
    const rest = functions.length - shown.length;
    return `${head}: ${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
  });
}

function isNamed({ named }: FunctionSize): boolean {
  return named;
}

function sumSizes(parts: readonly Part[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { name, bytes } of parts) sums.set(name, (sums.get(name) ?? 0) + bytes);
  return sums;
}

/**
 * What changed of parts that have the same names.
 *
 * @param base - parts of the module compared with, in bytes; parts of one name are added up
 * @param candidate - parts of the module under judgement
 * @returns those that changed, largest absolute change first
 */
export function changesBetween(base: readonly Part[], candidate: readonly Part[]): SizeChange[] {
  const [before, after] = [sumSizes(base), sumSizes(candidate)];
  const names = new Set([...before.keys(), ...after.keys()]);
  const changes = [...names].map((name) => ({
    name,
    base: before.get(name) ?? 0,
    candidate: after.get(name) ?? 0,
  }));
  const extent = (change: SizeChange): number => Math.abs(change.candidate - change.base);
  return changes
    .filter((change) => extent(change) > 0)
    .sort((left, right) => extent(right) - extent(left) || (left.name < right.name ? -1 : 1));
}

function describeChange(change: SizeChange): string {
  return appearance(change) ?? formatChange((change.candidate - change.base) / change.base);
}

function describeFunction(change: SizeChange): string {
  return appearance(change) ?? formatBytesChange(change.candidate - change.base);
}

/** What is said of a part that only one side has; null of any other. */
function appearance({ base, candidate }: SizeChange): string | null {
  if (base === 0) return `new, ${formatBytes(candidate)}`;
  return candidate === 0 ? `gone, ${formatBytes(base)}` : null;
}
