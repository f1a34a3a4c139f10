import type { Imported, ImportFile } from "../model/imported.ts";
import {
  amount,
  asPath,
  type Field,
  importError,
  isNothing,
  items,
  member,
  readJson,
  text,
} from "./fields.ts";
import { uniqueById } from "./unique.ts";

const NS_PER_SECOND = 1e9;

function importBenchmark(benchmark: Field, recordedAt: string): Imported {
  const full = member(benchmark, "fullname");
  const stats = member(benchmark, "stats");
  const data = member(stats, "data");
  const isKept = !isNothing(data) && items(data).length > 0;
  const seconds = isKept ? items(data).map(amount) : [amount(member(stats, "median"))];
  return {
    id: asPath(text(isNothing(full) ? member(benchmark, "name") : full)),
    unit: "ns",
    written: "s",
    samples: seconds.map((value) => value * NS_PER_SECOND),
    ...(recordedAt === "" ? {} : { recordedAt }),
    source: {
      format: "pytest-benchmark",
      path: benchmark.file,
      sample: isKept ? "time of one call, averaged over one round" : "median of all rounds",
    },
  };
}

/** Written in UTC, by older releases without saying so. */
function dateOf(root: Field): string {
  const field = member(root, "datetime");
  if (isNothing(field)) return "";
  const written = text(field);
  return /(?:Z|[-+]\d\d:?\d\d)$/.test(written) ? written : `${written}Z`;
}

/**
 * Imports what pytest-benchmark writes with `--benchmark-json` or `--benchmark-save`.
 *
 * @param file - the file
 * @returns one entry per benchmark, identified by its full name; one sample per round where the rounds were kept
 * (`--benchmark-json`, `--benchmark-save-data`), else the median
 * @throws ActionError `import` naming file and field of the fault
 * @see https://pytest-benchmark.readthedocs.io
 */
export function importPytestBenchmark(file: ImportFile): readonly Imported[] {
  const root = readJson(file);
  const recordedAt = dateOf(root);
  const benchmarks = items(member(root, "benchmarks"));
  if (benchmarks.length === 0) throw importError(file.path, "holds no benchmark");
  return uniqueById(
    benchmarks.map((benchmark) => importBenchmark(benchmark, recordedAt)),
    file.path,
  );
}
