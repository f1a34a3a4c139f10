import type { Imported, ImportFile } from "../model/imported.ts";
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

const NS_PER_MS = 1e6;

/** Times of one benchmark, in milliseconds, and what its middle is called: `median` once, `p50` since release 5. */
function entryOf(id: string, times: Field, middleName: "median" | "p50"): Imported {
  const samples = member(times, "samples");
  const isKept = !isNothing(samples) && items(samples).length > 0;
  const median = member(times, middleName);
  const middle = isNothing(median) ? member(times, "mean") : median;
  const milliseconds = isKept ? items(samples).map(amount) : [amount(middle)];
  return {
    id,
    unit: "ns",
    written: "ms",
    samples: milliseconds.map((value) => value * NS_PER_MS),
    source: {
      format: "vitest",
      path: times.file,
      sample: isKept ? "one call" : `${isNothing(median) ? "mean" : "median"} of all calls`,
    },
  };
}

/** What `--outputJson` writes, up to release 4. */
function fromGroups(root: Field): readonly Imported[] {
  const groups = items(member(root, "files")).flatMap((one) => items(member(one, "groups")));
  return groups.flatMap((group) => {
    const name = text(member(group, "fullName"));
    return items(member(group, "benchmarks")).map((benchmark) =>
      entryOf(`${name} > ${text(member(benchmark, "name"))}`, benchmark, "median"),
    );
  });
}

/** A benchmark of one test, with its name. */
interface Task {
  readonly id: string;
  readonly field: Field;
}

/** What `--reporter=json` writes since release 5: benchmarks are calls inside of tests. */
function fromTests(root: Field): readonly Imported[] {
  const files = items(member(root, "testResults"));
  const names = shortNames(files.map((file) => text(member(file, "name"))));
  const tasks = files.flatMap((file, place) => tasksOf(file, names[place] ?? ""));
  // What bench.from() read from a file was measured by another run.
  const isStored = ({ field }: Task): boolean => member(field, "fromStore").value === true;
  const aside = tasks.filter(isStored).map(({ id }) => `${id} (read from a file)`);
  const [first, ...others] = tasks
    .filter((task) => !isStored(task))
    .map(({ id, field }) => entryOf(id, member(field, "latency"), "p50"));
  if (first === undefined) return [];
  return [aside.length === 0 ? first : { ...first, aside }, ...others];
}

function tasksOf(file: Field, name: string): readonly Task[] {
  const tests = items(member(file, "assertionResults"));
  for (const test of tests) refuseFailure(test, name);
  refuseLoading(file, name);
  return tests.flatMap(benchmarksOf).flatMap((benchmark) => {
    const group = `${name} > ${text(member(benchmark, "name"))}`;
    return items(member(benchmark, "tasks")).map((field) => ({
      id: `${group} > ${text(member(field, "name"))}`,
      field,
    }));
  });
}

function benchmarksOf(test: Field): readonly Field[] {
  const benchmarks = member(test, "benchmarks");
  return isNothing(benchmarks) ? [] : items(benchmarks);
}

/** A test that failed has the benchmarks that ended before, or none. */
function refuseFailure(test: Field, name: string): void {
  if (member(test, "status").value !== "failed") return;
  const messages = member(test, "failureMessages");
  const said = isNothing(messages) ? undefined : items(messages)[0]?.value;
  refuse(test, `the test "${text(member(test, "fullName"))}" of ${name}`, said);
}

/** A file that could not be loaded has no tests that failed. */
function refuseLoading(file: Field, name: string): void {
  if (member(file, "status").value === "failed") refuse(file, name, member(file, "message").value);
}

function refuse(where: Field, what: string, said: unknown): never {
  const why =
    typeof said === "string" && said !== "" ? (said.split("\n", 1)[0] ?? "") : "no reason";
  throw importError(`${where.file}: ${where.path}`, `${what} failed: ${why}`);
}

/** The names of files without what differs between two checkouts: as many folders as tell them apart, mostly none. */
function shortNames(paths: readonly string[]): readonly string[] {
  const parts = [...new Set(paths)].map((path) => path.split(/[\\/]/));
  const ending = (path: readonly string[], count: number): string => path.slice(-count).join("/");
  return paths.map((path) => {
    const own = path.split(/[\\/]/);
    let count = 1;
    const isAlone = (): boolean =>
      parts.filter((other) => ending(other, count) === ending(own, count)).length < 2;
    while (!isAlone() && count < own.length) count += 1;
    return ending(own, count);
  });
}

/**
 * Imports what `vitest bench` writes: with `--outputJson` up to release 4, with `--reporter=json` since release 5.
 *
 * @param file - the file
 * @returns one entry per benchmark, identified by file, groups and name; one sample per call where a reporter kept them,
 * else the median
 * @throws ActionError `import` naming file and field of the fault, also when a test or a file failed
 * @see https://vitest.dev/guide/features.html#benchmarking
 */
export function importVitest(file: ImportFile): readonly Imported[] {
  const root = readJson(file);
  const found = isNothing(member(root, "testResults")) ? fromGroups(root) : fromTests(root);
  return uniqueById(found, file.path);
}
