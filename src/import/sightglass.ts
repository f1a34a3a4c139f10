import type { Imported, ImportFile } from "../model/imported.ts";
import type { Unit } from "../model/metric.ts";
import { amount, type Field, member, readEntries, text } from "./fields.ts";
import { uniqueById } from "./unique.ts";

interface Measurement {
  /** With its flags, where the file names some: other flags are another engine. */
  readonly engine: string;
  readonly arch: string;
  readonly wasm: string;
  readonly phase: string;
  readonly event: string;
  readonly process: number;
  readonly count: number;
}

function readMeasurement(field: Field): Measurement {
  return {
    engine: [text(member(field, "engine")), flagsOf(field)].filter((part) => part !== "").join(" "),
    arch: text(member(field, "arch")),
    wasm: text(member(field, "wasm")),
    phase: text(member(field, "phase")),
    event: text(member(field, "event")),
    process: amount(member(field, "process")),
    count: amount(member(field, "count")),
  };
}

/** Older files know no flags. */
function flagsOf(field: Field): string {
  const { value } = field;
  const flags = (value as { readonly engine_flags?: unknown }).engine_flags;
  return typeof flags === "string" ? flags : "";
}

/** `benchmarks/noop/benchmark.wasm` is the benchmark `noop`. */
function benchmarkOf(wasm: string): string {
  const named = wasm.replaceAll("\\", "/").replace(/(\/benchmark)?\.wasm$/, "");
  return named.replace(/^(.*\/)?benchmarks\//, "");
}

function unitOf(event: string): Unit {
  return /nanosecond|^ns$|wall-time/i.test(event) ? "ns" : "count";
}

/** Engine and architecture are a part of the identity only where a file holds several. */
function idOf(
  row: Measurement,
  several: { readonly engines: boolean; readonly arches: boolean },
): string {
  return [
    benchmarkOf(row.wasm),
    row.phase.toLowerCase(),
    row.event,
    ...(several.engines ? [row.engine] : []),
    ...(several.arches ? [row.arch] : []),
  ].join("/");
}

/**
 * Imports the JSON that `sightglass-cli benchmark --raw` writes: a list of measurements by process, phase and event.
 *
 * @param file - the file
 * @returns one entry per benchmark, phase and event; cycles and other counters as counts, time in ns; with the process
 * of each sample
 * @throws ActionError `import` naming file and field of the fault
 */
export function importSightglass(file: ImportFile): readonly Imported[] {
  const rows = readEntries(file).map(readMeasurement);
  const several = {
    engines: new Set(rows.map((row) => row.engine)).size > 1,
    arches: new Set(rows.map((row) => row.arch)).size > 1,
  };
  const groups = new Map<string, Measurement[]>();
  for (const row of rows) {
    const id = idOf(row, several);
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  const found = [...groups].map(
    ([id, group]): Imported => ({
      id,
      unit: unitOf(group[0]?.event ?? ""),
      written: group[0]?.event ?? "",
      samples: group.map((row) => row.count),
      processes: group.map((row) => row.process),
      source: { format: "sightglass", path: file.path, sample: "one iteration" },
    }),
  );
  return uniqueById(found, file.path);
}
