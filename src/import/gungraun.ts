import type { Imported, ImportFile } from "../model/imported.ts";
import {
  amount,
  asPath,
  type Field,
  importError,
  isNothing,
  items,
  member,
  readJsonValues,
  text,
} from "./fields.ts";
import { uniqueById } from "./unique.ts";

/** What is judged of what the tools of Valgrind count: its key, its name, and what it is. */
const JUDGED: readonly (readonly [
  key: string,
  name: string,
  quantity: Pick<Imported, "unit" | "quantity">,
])[] = [
  ["Ir", "instructions", { unit: "count" }],
  ["EstimatedCycles", "estimated cycles", { unit: "count" }],
  ["TotalBytes", "allocated bytes", { unit: "bytes", quantity: "allocated" }],
  ["TotalBlocks", "allocations", { unit: "count" }],
  ["MaximumBytes", "peak bytes", { unit: "bytes", quantity: "allocated" }],
  ["Errors", "errors", { unit: "count" }],
];

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The one member of an object: `{ Callgrind: { Ir: … } }` names the tool, `{ Int: 5 }` the type of a number. */
function onlyMember(field: Field): Field | null {
  if (!isObject(field.value)) return null;
  const [key, ...more] = Object.keys(field.value);
  return key === undefined || more.length > 0 ? null : member(field, key);
}

/** Tables of counts by tool: a list of runs up to version 2, a total of all runs since. */
function tablesOf(summary: Field): readonly Field[] {
  const older = member(summary, "callgrind_summary");
  const runs = isNothing(older) ? [] : items(member(older, "summaries"));
  const tools = ["profiles", "tool_summaries"]
    .map((key) => member(summary, key))
    .filter((list) => !isNothing(list))
    .flatMap(items);
  return [
    ...runs.map((run) => member(run, "events")),
    ...tools.map((tool) => member(tool, "data", "summaries")).flatMap(totalsOf),
  ];
}

function totalsOf(data: Field): readonly Field[] {
  if (!isObject(data.value)) return [];
  const total = member(data, "total");
  if (isNothing(total)) return [];
  const metrics = member(total, "metrics");
  if (!isNothing(metrics)) return [metrics];
  const table = onlyMember(member(total, "summary"));
  return table === null ? [] : [table];
}

function numberAt(field: Field): number | null {
  if (isNothing(field)) return null;
  return amount(typeof field.value === "number" ? field : (onlyMember(field) ?? field));
}

/** New and old value: beside each other (`new`, `old`), or as `Both`, `Left` (new) or `Right` (old). */
function valuesOf(cost: Field): readonly [now: number | null, before: number | null] {
  const values = member(cost, "values", "metrics");
  const holder = isNothing(values) ? cost : values;
  const both = member(holder, "Both");
  if (!isNothing(both)) {
    const [now, before] = items(both).map(numberAt);
    return [now ?? null, before ?? null];
  }
  return [numberAt(member(holder, "new", "Left")), numberAt(member(holder, "old", "Right"))];
}

function idOf(summary: Field): string {
  const id = member(summary, "id");
  const path = asPath(text(member(summary, "module_path")));
  return isNothing(id) ? path : `${path} ${text(id)}`;
}

/** Of several runs of one tool the sum; null where no run has it. */
function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

function entriesOf(summary: Field): readonly Imported[] {
  const tables = tablesOf(summary).filter(({ value }) => isObject(value));
  const id = idOf(summary);
  const started = member(summary, "started_at");
  const found = JUDGED.flatMap(([key, name, quantity]): Imported[] => {
    const costs = tables.map((table) => member(table, key)).filter((cost) => !isNothing(cost));
    const pairs = costs.map(valuesOf);
    const now = sumOf(pairs.map(([value]) => value));
    const before = sumOf(pairs.map(([, value]) => value));
    if (now === null) return [];
    return [
      {
        id: `${id} ${name}`,
        ...quantity,
        written: name,
        samples: [now],
        ...(before === null ? {} : { before }),
        ...(isNothing(started) ? {} : { recordedAt: text(started) }),
        source: { format: "gungraun", path: summary.file, sample: "one run under Valgrind" },
      },
    ];
  });
  if (found.length > 0) return found;
  throw importError(
    summary.path === "" ? summary.file : `${summary.file}: ${summary.path}`,
    `the benchmark ${JSON.stringify(id)} has none of the counts that are judged: ${JUDGED.map(([key]) => key).join(", ")}`,
  );
}

/**
 * Imports what Gungraun (once iai-callgrind) writes with `--save-summary` or `--output-format=json`, schema versions 1
 * to 7.
 *
 * @param file - one summary, a list of them, or one a line
 * @returns one entry per benchmark and judged count, with the count of the run before where the tool compared with one
 * @throws ActionError `import` naming file and field of the fault
 * @see https://gungraun.github.io/gungraun/latest/html/cli_and_env/output/machine_readable.html
 */
export function importGungraun(file: ImportFile): readonly Imported[] {
  return uniqueById(readJsonValues(file).flatMap(entriesOf), file.path);
}

/**
 * The run before, as the summaries of Gungraun keep it.
 *
 * @param results - what was imported
 * @returns entries that had a count then, with it; empty where the tool compared with nothing
 */
export function gungraunBefore(results: readonly Imported[]): readonly Imported[] {
  return results.flatMap(({ before, ...entry }) =>
    before === undefined ? [] : [{ ...entry, samples: [before] }],
  );
}
