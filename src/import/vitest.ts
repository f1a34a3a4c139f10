import type { Imported, ImportFile } from "../model/imported.ts";
import { amount, type Field, isNothing, items, member, readJson, text } from "./fields.ts";
import { uniqueById } from "./unique.ts";

const NS_PER_MS = 1e6;

function importBenchmark(benchmark: Field, group: string): Imported {
  const samples = member(benchmark, "samples");
  const isKept = !isNothing(samples) && items(samples).length > 0;
  const median = member(benchmark, "median");
  const middle = isNothing(median) ? member(benchmark, "mean") : median;
  const milliseconds = isKept ? items(samples).map(amount) : [amount(middle)];
  return {
    id: `${group} > ${text(member(benchmark, "name"))}`,
    unit: "ns",
    written: "ms",
    samples: milliseconds.map((value) => value * NS_PER_MS),
    source: {
      format: "vitest",
      path: benchmark.file,
      sample: isKept ? "one call" : `${isNothing(median) ? "mean" : "median"} of all calls`,
    },
  };
}

/**
 * Imports what `vitest bench --outputJson` writes.
 *
 * @param file - the file
 * @returns one entry per benchmark, identified by file, groups and name; one sample per call where `includeSamples` kept
 * them, else the median
 * @throws ActionError `import` naming file and field of the fault
 * @see https://vitest.dev/guide/features.html#benchmarking
 */
export function importVitest(file: ImportFile): readonly Imported[] {
  const groups = items(member(readJson(file), "files")).flatMap((one) =>
    items(member(one, "groups")),
  );
  const found = groups.flatMap((group) => {
    const name = text(member(group, "fullName"));
    return items(member(group, "benchmarks")).map((benchmark) => importBenchmark(benchmark, name));
  });
  return uniqueById(found, file.path);
}
