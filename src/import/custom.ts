import type { Imported, ImportFile } from "../model/imported.ts";
import type { Unit } from "../model/metric.ts";
import { amount, type Field, importError, items, member, readJson, text } from "./fields.ts";
import { uniqueById } from "./unique.ts";

interface Scale {
  readonly unit: Unit;
  readonly factor: number;
}

const TIME = "ns";
const KIB = 1024;

/** Units of the smaller-is-better form, in lower case, without `/iter`, `/op` or a plural s. */
const SCALES: ReadonlyMap<string, Scale> = new Map([
  ...(
    [
      ["ns", 1],
      ["nanosecond", 1],
      ["us", 1e3],
      ["µs", 1e3],
      ["microsecond", 1e3],
      ["ms", 1e6],
      ["millisecond", 1e6],
      ["s", 1e9],
      ["sec", 1e9],
      ["second", 1e9],
    ] as const
  ).map(([name, factor]): [string, Scale] => [name, { unit: TIME, factor }]),
  ...(
    [
      ["b", 1],
      ["byte", 1],
      ["kb", 1e3],
      ["kilobyte", 1e3],
      ["mb", 1e6],
      ["megabyte", 1e6],
      ["gb", 1e9],
      ["gigabyte", 1e9],
      ["kib", KIB],
      ["kibibyte", KIB],
      ["mib", KIB ** 2],
      ["mebibyte", KIB ** 2],
      ["gib", KIB ** 3],
    ] as const
  ).map(([name, factor]): [string, Scale] => [name, { unit: "bytes", factor }]),
  ["%", { unit: "ratio", factor: 0.01 }],
  ["percent", { unit: "ratio", factor: 0.01 }],
  ["count", { unit: "count", factor: 1 }],
  ["instruction", { unit: "count", factor: 1 }],
  ["cycle", { unit: "count", factor: 1 }],
  ["allocation", { unit: "count", factor: 1 }],
  ["fuel", { unit: "fuel", factor: 1 }],
]);

/** Rates of operations: their reciprocal is a time. Rates of bytes are none: the size of an operation is not known. */
const RATE =
  /^(ops?|operations?|iters?|iterations?|runs?|calls?|req|requests?|hz|fps|rps)?(\/|\s+per\s+)?(s|sec|secs|second|seconds|ms|us|µs|ns)?$/;

const SECONDS_IN: Readonly<Record<string, number>> = { ms: 1e6, us: 1e3, µs: 1e3, ns: 1 };

function scaleOf(written: string): Scale | undefined {
  const name = written
    .trim()
    .toLowerCase()
    .replace(/\s*(\/|\s+per\s+)\s*(iter|iteration|op|operation|call|run)$/, "");
  return SCALES.get(name) ?? SCALES.get(name.replace(/s$/, ""));
}

/** Length in ns of the period a rate counts in; null when the unit is no rate of operations. */
function periodOf(written: string): number | null {
  const name = written.trim().toLowerCase();
  const match = RATE.exec(name);
  const [, what, slash, period] = match ?? [];
  if (what === "hz" || what === "fps" || what === "rps") {
    return slash === undefined && period === undefined ? 1e9 : null;
  }
  return what === undefined || slash === undefined || period === undefined
    ? null
    : (SECONDS_IN[period] ?? 1e9);
}

function smaller(entry: Field): Pick<Imported, "unit" | "samples"> {
  const unit = text(member(entry, "unit"));
  const scale = scaleOf(unit);
  if (scale === undefined) {
    const known = [...SCALES.keys()].join(", ");
    throw importError(
      `${entry.file}: ${entry.path}.unit`,
      `unknown unit ${JSON.stringify(unit)}; known: ${known}`,
    );
  }
  return { unit: scale.unit, samples: [amount(member(entry, "value")) * scale.factor] };
}

function bigger(entry: Field): Pick<Imported, "unit" | "samples"> {
  const unit = text(member(entry, "unit"));
  const period = periodOf(unit);
  if (period === null) {
    const fault = `${JSON.stringify(unit)} is bigger-is-better and no rate of operations, so it cannot become a time`;
    const remedy =
      "accepted: ops/sec, iter/s, req/s, calls/ms, Hz; export a time, a size or a count instead";
    throw importError(`${entry.file}: ${entry.path}.unit`, `${fault}; ${remedy}`);
  }
  const rate = amount(member(entry, "value"));
  if (rate === 0) {
    throw importError(`${entry.file}: ${entry.path}.value`, "a rate of 0 has no time");
  }
  return { unit: TIME, samples: [period / rate] };
}

/**
 * Imports the list of `{ name, unit, value }` that github-action-benchmark calls `customSmallerIsBetter` or
 * `customBiggerIsBetter`.
 *
 * @param file - the file
 * @param better - which form it is; rates of operations become times, every other bigger-is-better unit is refused
 * @returns one entry of one sample per name
 * @throws ActionError `import` naming file and field of the fault
 */
export function importCustom(file: ImportFile, better: "smaller" | "bigger"): readonly Imported[] {
  const entries = items(readJson(file)).map(
    (entry): Imported => ({
      id: text(member(entry, "name")),
      ...(better === "smaller" ? smaller(entry) : bigger(entry)),
      source: {
        format: better === "smaller" ? "custom-smaller-is-better" : "custom-bigger-is-better",
        path: file.path,
        sample: "the one value given",
      },
    }),
  );
  return uniqueById(entries, file.path);
}
