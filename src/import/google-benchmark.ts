import type { Imported, ImportFile } from "../model/imported.ts";
import { rateEntry, sampled, type Whose } from "./entries.ts";
import {
  amount,
  type Field,
  importError,
  isNothing,
  items,
  member,
  readJson,
  text,
} from "./fields.ts";
import { uniqueById } from "./unique.ts";
import { readUnit } from "./units.ts";

/** Fields of a run that are no counters of its author. */
const OWN: ReadonlySet<string> = new Set([
  "name",
  "family_index",
  "per_family_instance_index",
  "run_name",
  "run_type",
  "repetitions",
  "repetition_index",
  "threads",
  "iterations",
  "real_time",
  "cpu_time",
  "time_unit",
  "aggregate_name",
  "aggregate_unit",
  "label",
]);

/** Aggregates that stand for a value where repetitions were not kept, the better first. */
const AGGREGATES = ["median", "mean"] as const;

/** What a memory manager reports, and what it is. */
const MEMORY: ReadonlyMap<string, string> = new Map([
  ["allocs_per_iter", "allocs/op"],
  ["max_bytes_used", "bytes"],
  ["total_allocated_bytes", "bytes/op"],
]);

/** All runs of one benchmark. */
interface Family {
  readonly name: string;
  readonly runs: readonly Field[];
  readonly kind: "one repetition" | (typeof AGGREGATES)[number];
}

function optionalText(run: Field, key: string): string {
  const field = member(run, key);
  return isNothing(field) ? "" : text(field);
}

function nameOf(run: Field): string {
  const name = optionalText(run, "run_name");
  return name === "" ? text(member(run, "name")) : name;
}

/** A benchmark that reported an error measured nothing, or less than it says. */
function refuseFailures(run: Field): void {
  if (member(run, "error_occurred").value !== true) return;
  const message = optionalText(run, "error_message");
  throw importError(
    `${run.file}: ${run.path}`,
    `the benchmark ${JSON.stringify(nameOf(run))} failed: ${message || "no reason given"}`,
  );
}

function skippedName(run: Field): string {
  return `${nameOf(run)} (skipped: ${optionalText(run, "skip_message") || "no reason given"})`;
}

function familyOf(name: string, runs: readonly Field[]): Family | null {
  const isAggregate = (run: Field): boolean => optionalText(run, "run_type") === "aggregate";
  const single = runs.filter((run) => !isAggregate(run));
  if (single.length > 0) return { name, runs: single, kind: "one repetition" };
  for (const kind of AGGREGATES) {
    const joined = runs.filter((run) => optionalText(run, "aggregate_name") === kind);
    if (joined.length > 0) return { name, runs: joined, kind };
  }
  return null;
}

/** The one the author chose: `UseRealTime` and `UseManualTime` stand in the name, and CPU time is what others report. */
function timeOf({ name, runs }: Family, whose: Whose): Imported {
  const key = /\/(?:real_time|manual_time)(?:\/|$)/.test(name) ? "real_time" : "cpu_time";
  const samples = runs.map((run) => {
    const unit = optionalText(run, "time_unit") || "ns";
    const reading = readUnit(unit);
    if (reading.kind !== "cost" || reading.unit !== "ns") {
      throw importError(
        `${run.file}: ${run.path}.time_unit`,
        `unknown unit ${JSON.stringify(unit)}`,
      );
    }
    return amount(member(run, key)) * reading.factor;
  });
  return { id: name, unit: "ns", written: "ns", samples, ...whose };
}

function countersOf(runs: readonly Field[]): readonly string[] {
  const keys = runs.flatMap(({ value }) => Object.keys(value as object));
  const [run] = runs;
  return [...new Set(keys)].filter(
    (key) =>
      !OWN.has(key) &&
      run !== undefined &&
      typeof Reflect.get(run.value as object, key) === "number",
  );
}

/** A counter whose name says what it is: a rate, an allocation, an event of the processor; null for another one. */
function counterOf({ name, runs }: Family, key: string, whose: Whose): Imported | null {
  const written = MEMORY.get(key) ?? key;
  const reading = readUnit(written);
  const fields = runs.map((run) => member(run, key));
  const id = `${name} ${key}`;
  if (reading.kind === "rate") {
    return rateEntry({ id, written: key, fields, periodNs: reading.periodNs, whose });
  }
  if (reading.kind !== "cost") return null;
  const { unit, quantity, factor } = reading;
  const samples = fields.map((field) => amount(field) * factor);
  return { id, unit, ...(quantity && { quantity }), written: key, samples, ...whose };
}

function entriesOf(family: Family, file: ImportFile, recordedAt: string): readonly Imported[] {
  const sample =
    family.kind === "one repetition" ? family.kind : `${family.kind} of all repetitions`;
  const whose: Whose = {
    source: { format: "google-benchmark", path: file.path, sample },
    ...(recordedAt === "" ? {} : { recordedAt }),
  };
  const names = countersOf(family.runs);
  const found = names.map((key) => [key, counterOf(family, key, whose)] as const);
  const aside = found.filter(([, entry]) => entry === null).map(([key]) => `${family.name} ${key}`);
  const time = timeOf(family, whose);
  return [
    aside.length === 0 ? time : { ...time, aside },
    ...found.flatMap(([, entry]) => (entry === null ? [] : [entry])),
  ];
}

/**
 * Imports what Google Benchmark writes with `--benchmark_out_format=json` or `--benchmark_format=json`.
 *
 * @param file - the file
 * @returns one entry per benchmark with its time, one sample per repetition, else of its median; and one for each rate
 * and each cost among its counters
 * @throws ActionError `import` naming file and field of the fault, also when a benchmark reported an error
 * @see https://google.github.io/benchmark/user_guide.html
 */
export function importGoogleBenchmark(file: ImportFile): readonly Imported[] {
  const root = readJson(file);
  const runs = items(member(root, "benchmarks"));
  for (const run of runs) refuseFailures(run);
  const context = member(root, "context");
  const recordedAt = isNothing(context) ? "" : optionalText(context, "date");
  const byName = new Map<string, Field[]>();
  for (const run of runs.filter((one) => member(one, "skipped").value !== true)) {
    byName.set(nameOf(run), [...(byName.get(nameOf(run)) ?? []), run]);
  }
  const families = [...byName].flatMap(([name, members]) => familyOf(name, members) ?? []);
  const [first, ...others] = families.flatMap((family) => entriesOf(family, file, recordedAt));
  const skipped = runs.filter((one) => member(one, "skipped").value === true).map(skippedName);
  const told = first && { ...first, aside: [...(first.aside ?? []), ...skipped] };
  return uniqueById([...(told ? [told] : []), ...others].map(sampled), file.path);
}
