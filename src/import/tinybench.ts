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
  unexpected,
} from "./fields.ts";
import { uniqueById } from "./unique.ts";

const NS_PER_MS = 1e6;

/** Keys that a task or a row of the table has its name under. */
const NAMES = ["name", "Task name", "Task Name"] as const;
/** Columns of `bench.table()` that hold a time in ns, the better first, by release. */
const COLUMNS = [
  "Latency med (ns)",
  "Latency median (ns)",
  "Latency avg (ns)",
  "Latency average (ns)",
  "Average Time (ns)",
] as const;

type Times = Pick<Imported, "samples"> & { readonly sample: string };

/** The list of tasks or rows, by itself or under the name people give it. */
function tasksOf(root: Field): readonly Field[] {
  if (Array.isArray(root.value)) return items(root);
  return items(member(root, "tasks", "results", "benchmarks"));
}

/** `"63768 ± 4.02%"`, or a number. */
function columnOf(task: Field): number | null {
  const column = COLUMNS.map((name) => member(task, name)).find((field) => !isNothing(field));
  if (column === undefined) return null;
  const { value } = column;
  const number = typeof value === "string" ? Number.parseFloat(value.replaceAll(",", "")) : value;
  return amount({ ...column, value: number });
}

/** Since 3.0 under `latency`, before beside each other. */
function timesOf(task: Field): Times {
  const column = columnOf(task);
  if (column !== null) return { samples: [column], sample: "a row of the table" };
  const result = member(task, "result");
  const outcome = isNothing(result) ? task : result;
  refuseFailures(task, outcome);
  const latency = member(outcome, "latency");
  const holder = isNothing(latency) ? outcome : latency;
  const samples = member(holder, "samples");
  if (!isNothing(samples) && items(samples).length > 0) {
    return { samples: items(samples).map((one) => amount(one) * NS_PER_MS), sample: "one call" };
  }
  const [median, mean] = [member(holder, "p50"), member(holder, "mean")];
  const middle = isNothing(median) ? mean : median;
  return {
    samples: [amount(middle) * NS_PER_MS],
    sample: `${middle === median ? "median" : "mean"} of all calls`,
  };
}

function nameOf(task: Field): string {
  const name = NAMES.map((key) => member(task, key)).find((field) => !isNothing(field));
  if (name === undefined) {
    throw unexpected(member(task, "name"), "the task's name, which its result alone does not hold");
  }
  return text(name);
}

/** A task that threw has times of the calls before, or none. */
function refuseFailures(task: Field, outcome: Field): void {
  const error = member(outcome, "error");
  const state = member(outcome, "state").value;
  const isAborted = member(outcome, "aborted").value === true || /^abort/.test(String(state));
  if (isNothing(error) && state !== "errored" && !isAborted) return;
  const how = isAborted ? "was aborted" : "failed";
  throw importError(
    `${outcome.file}: ${outcome.path}`,
    `the task ${JSON.stringify(nameOf(task))} ${how}`,
  );
}

/**
 * Imports tasks of tinybench, as people write them: it has no format of its own.
 *
 * @param file - JSON of a list, or of an object with `tasks`, `results` or `benchmarks`, of `{ name, result }`, of
 * results with a `name` beside their fields, or of the rows of `bench.table()`
 * @returns one entry per task; one sample per call where they were retained, else the median
 * @throws ActionError `import` naming file and field of the fault, also when a task failed
 * @see https://tinylibs.github.io/tinybench
 */
export function importTinybench(file: ImportFile): readonly Imported[] {
  const found = tasksOf(readJson(file)).map((task): Imported => {
    const { samples, sample } = timesOf(task);
    return {
      id: nameOf(task),
      unit: "ns",
      written: "ms",
      samples,
      source: { format: "tinybench", path: file.path, sample },
    };
  });
  return uniqueById(found, file.path);
}
