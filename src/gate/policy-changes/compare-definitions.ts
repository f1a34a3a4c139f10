import type { Benchmark } from "../../model/benchmark.ts";
import { clockOf } from "../../model/clock-of.ts";
import type { StoredPolicy } from "../../model/stored-policy.ts";
import { formatQuantity } from "../../wording/number.ts";
import { changeOf, type FoundChange, joinEqual } from "./found-change.ts";

const REMOVED = "removed";
const UNSET = "not set";

/**
 * Compares what is measured: components, their settings, benchmarks and their definitions.
 *
 * @param base - the base's policy
 * @param now - the candidate's
 * @returns what is removed or defined otherwise weakens; what is added does not, and neither does a required result
 */
export function compareDefinitions(base: StoredPolicy, now: StoredPolicy): FoundChange[] {
  return [
    ...compareComponents(base, now),
    ...compareBenchmarks(base, now),
    ...joinEqual(compareProcedures(base, now)),
  ];
}

function isSupported({ unsupported }: Benchmark): boolean {
  return unsupported === null;
}

function goneFrom(base: StoredPolicy, now: StoredPolicy): Benchmark[] {
  const known = new Set(now.benchmarks.map(({ id }) => id));
  return base.benchmarks.filter((one) => isSupported(one) && !known.has(one.id));
}

/** A whole component is one change, not one for each of its benchmarks. */
function compareBenchmarks(base: StoredPolicy, now: StoredPolicy): FoundChange[] {
  const components = new Set(now.benchmarks.map(({ component }) => component));
  const gone = goneFrom(base, now);
  const whole = [...new Set(gone.map(({ component }) => component))].filter(
    (name) => !components.has(name),
  );
  const single = gone.filter(({ component }) => !whole.includes(component));
  const added = goneFrom(now, base).map(({ id }) => id);
  return [
    ...joinEqual(
      whole.map((name) => {
        const count = gone.filter(({ component }) => component === name).length;
        const before = formatQuantity(count, "benchmark");
        return { what: "component", of: [name], before, now: REMOVED, isWeaker: true };
      }),
    ),
    ...joinEqual(
      single.map(({ id }) => ({
        what: "benchmark",
        of: [id],
        before: "measured",
        now: REMOVED,
        isWeaker: true,
      })),
    ),
    ...joinEqual(
      added.map((id) => ({
        what: "benchmark",
        of: [id],
        before: "none",
        now: "added",
        isWeaker: false,
      })),
    ),
  ];
}

function compareComponents(base: StoredPolicy, now: StoredPolicy): FoundChange[] {
  return base.components.flatMap(({ name, settings: before }) => {
    const after = now.components.find((one) => one.name === name)?.settings;
    if (after === undefined) return [];
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((what) => {
      const [old, fresh] = [before[what] ?? null, after[what] ?? null];
      const isWeaker = weakens(what, old, fresh);
      const say = (value: string | null): string => value ?? UNSET;
      return changeOf({ what, of: [name], before: old, now: fresh, isWeaker, say });
    });
  });
}

/** Another file, host or way to load it is another thing measured; more suites and less fuel are not weaker. */
function weakens(key: string, before: string | null, now: string | null): boolean {
  // A file nobody names any more is one whose changes nobody sees.
  if (key === "suites" || key === "files" || key === "engine") return dropsAny(before, now);
  if (key === "limits.fuel")
    return before !== null && (now === null || Number(now) > Number(before));
  if (key === "host-code") return now !== "each";
  return true;
}

function dropsAny(before: string | null, now: string | null): boolean {
  const kept = new Set(now?.split(", "));
  return before !== null && !before.split(", ").every((one) => kept.has(one));
}

function compareProcedures(base: StoredPolicy, now: StoredPolicy): FoundChange[] {
  const known = new Map(now.benchmarks.map((one) => [one.id, one]));
  return base.benchmarks.filter(isSupported).flatMap((old) => {
    const fresh = known.get(old.id);
    return fresh === undefined ? [] : compareProcedure(old, fresh);
  });
}

function compareProcedure(old: Benchmark, fresh: Benchmark): FoundChange[] {
  const of = [old.id];
  if (old.procedure.kind !== fresh.procedure.kind) {
    const { kind: before } = old.procedure;
    const say = String;
    return changeOf({ what: "kind", of, before, now: fresh.procedure.kind, isWeaker: true, say });
  }
  const [before, after] = [comparedFields(old), comparedFields(fresh)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((what) => {
    const [was, is] = [before.get(what) ?? null, after.get(what) ?? null];
    // A required result where any was accepted is the one change that only asks for more.
    const isWeaker = !(what.endsWith("expect") && was === null);
    const say = (value: string | null): string => value ?? UNSET;
    return changeOf({ what, of, before: was, now: is, isWeaker, say });
  });
}

/** A clock that is not named is that of the kind: naming it changes nothing. */
function comparedFields({ procedure }: Benchmark): Map<string, string> {
  return fieldsOf(procedure).set("clock", sayValue(clockOf(procedure)));
}

/**
 * The leaves of a definition as text, by the keys a person writes.
 *
 * @param procedure - what is measured
 * @returns text by key, such as `args`, `native source` or `traps 1 export`; its kind is left out
 */
export function fieldsOf({ kind: _, ...definition }: Benchmark["procedure"]): Map<string, string> {
  return new Map(
    leavesOf([], definition).map(([path, value]) => {
      const shown = path[0] === "call" ? path.slice(1) : path;
      return [shown.join(" "), sayValue(value)];
    }),
  );
}

/** Values with the path to each; arguments are one value. */
function leavesOf(path: readonly string[], value: unknown): [readonly string[], unknown][] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value) && !value.some(isRecord)) return [[path, value]];
  if (typeof value !== "object") return [[path, value]];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf([...path, isList ? String(Number(key) + 1) : key], inner),
  );
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sayValue(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "bigint" ? `${inner}n` : inner,
  );
}
