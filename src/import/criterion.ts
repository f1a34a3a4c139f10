import type { Imported, ImportFile, Throughput } from "../model/imported.ts";
import {
  amount,
  type Field,
  importError,
  isNothing,
  items,
  member,
  readJson,
  text,
  unexpected,
} from "./fields.ts";
import { uniqueById } from "./unique.ts";

/** Folder of the measurement to import when none is named: the latest one. */
const LATEST = "new";

interface Folder {
  readonly path: string;
  readonly files: ReadonlyMap<string, ImportFile>;
}

function foldersNamed(files: readonly ImportFile[], name: string): readonly Folder[] {
  const folders = new Map<string, Map<string, ImportFile>>();
  for (const file of files) {
    const segments = file.path.replaceAll("\\", "/").split("/");
    const base = segments.pop() ?? "";
    if (segments.at(-1) === name) {
      const path = segments.join("/");
      folders.set(path, (folders.get(path) ?? new Map<string, ImportFile>()).set(base, file));
    }
  }
  return [...folders].map(([path, contents]) => ({ path, files: contents }));
}

function idOf(benchmark: Field): string {
  const full = member(benchmark, "full_id");
  if (!isNothing(full)) {
    return text(full);
  }
  const parts = ["group_id", "function_id", "value_str"].map((key) => member(benchmark, key));
  return parts
    .filter((part, index) => index === 0 || !isNothing(part))
    .map(text)
    .join("/");
}

const QUANTITIES: Readonly<Record<string, Throughput["quantity"]>> = {
  Bytes: "bytes",
  BytesDecimal: "bytes",
  bytes: "bytes",
  Elements: "elements",
  elements: "elements",
  Bits: "bits",
};

/** One number (`{"Bytes": 64}`) or two (`{"ElementsAndBytes": {…}}`); a variant of a later release is left out. */
function throughputOf(benchmark: Field): readonly Throughput[] {
  const field = member(benchmark, "throughput");
  if (isNothing(field)) {
    return [];
  }
  const both = member(field, "ElementsAndBytes");
  const holder = isNothing(both) ? field : both;
  return Object.entries(QUANTITIES)
    .filter(([key]) => !isNothing(member(holder, key)))
    .map(([key, quantity]) => ({ quantity, amount: amount(member(holder, key)) }));
}

/** Since 0.3.4 an object with `iters` and `times`; before, a list of those two. */
function columnsOf(
  sample: Field,
): readonly [iterations: readonly Field[], times: readonly Field[]] {
  if (!Array.isArray(sample.value)) {
    return [items(member(sample, "iters", "Iters")), items(member(sample, "times", "Times"))];
  }
  const [iterations, times] = items(sample);
  if (iterations === undefined || times === undefined) {
    throw unexpected(sample, "a list of iterations and a list of times");
  }
  return [items(iterations), items(times)];
}

function samplesOf(sample: Field): readonly number[] {
  const [iterations, times] = columnsOf(sample);
  if (times.length === 0 || iterations.length !== times.length) {
    const counts = `${iterations.length} iteration counts and ${times.length} times`;
    throw importError(
      sample.file,
      `expected as many iteration counts as times, at least one; got ${counts}`,
    );
  }
  return times.map((time, index) => {
    const count = iterations[index] ?? time;
    const calls = amount(count);
    if (calls === 0) {
      throw unexpected(count, "a number above 0");
    }
    return amount(time) / calls;
  });
}

/** Without raw samples the estimate is the only one: the slope, or the mean where sampling was flat. */
function estimateOf(estimates: Field): number {
  const slope = member(estimates, "slope", "Slope");
  const estimate = isNothing(slope) ? member(estimates, "mean", "Mean") : slope;
  return amount(member(estimate, "point_estimate"));
}

function importFolder(folder: Folder): Imported {
  const benchmark = folder.files.get("benchmark.json");
  const sample = folder.files.get("sample.json");
  const estimates = folder.files.get("estimates.json");
  const values = sample ?? estimates;
  if (benchmark === undefined || values === undefined) {
    const missing = benchmark === undefined ? "benchmark.json" : "sample.json";
    throw importError(
      `${folder.path}/${missing}`,
      "missing: the run of Criterion was cut off, or not all files were given",
    );
  }
  const described = readJson(benchmark);
  const throughput = throughputOf(described);
  return {
    id: idOf(described),
    unit: "ns",
    written: "ns",
    samples: sample === undefined ? [estimateOf(readJson(values))] : samplesOf(readJson(sample)),
    ...(throughput.length === 0 ? {} : { throughput }),
    source: {
      format: "criterion",
      path: values.path,
      sample:
        sample === undefined
          ? "Criterion's estimate"
          : "time of one iteration, averaged over one Criterion sample",
    },
  };
}

/**
 * Imports what Criterion.rs (0.3 to 0.8, and the spelling before) leaves in `target/criterion`.
 *
 * @param files - the JSON files of the tree; others are ignored
 * @param measurement - folder of the measurement: `new` (the default), `base`, or the name of a saved baseline
 * @returns one entry per benchmark, identified by its `full_id`, ordered by id; times in ns per iteration
 * @throws ActionError `import` naming file and field when a file is missing, damaged or holds no usable number
 */
export function importCriterion(
  files: readonly ImportFile[],
  measurement: string = LATEST,
): readonly Imported[] {
  // The report folders hold figures only.
  const folders = foldersNamed(files, measurement).filter(({ files: contents }) =>
    ["benchmark.json", "sample.json", "estimates.json"].some((name) => contents.has(name)),
  );
  return uniqueById(folders.map(importFolder), `Criterion files (folders named ${measurement})`);
}
