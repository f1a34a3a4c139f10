import type { Imported, ImportFile } from "../model/imported.ts";
import { amount, type Field, importError, member, readEntries, text } from "./fields.ts";
import { uniqueById } from "./unique.ts";
import { readUnit } from "./units.ts";

/** Which way the list is about where a unit does not say. */
type Direction = "smaller" | "bigger";

type Value = Pick<Imported, "unit" | "quantity" | "samples">;

/** The time of one thing, where a tool says how many there are in a period. */
function timeOfOne(entry: Field, rate: number, periodNs: number): Value {
  if (rate === 0) {
    throw importError(`${entry.file}: ${entry.path}.value`, "a rate of 0 has no time");
  }
  return { unit: "ns", samples: [periodNs / rate] };
}

function readValue(entry: Field, written: string, better: Direction): Value {
  const value = amount(member(entry, "value"));
  const reading = readUnit(written);
  switch (reading.kind) {
    case "cost": {
      const { unit, quantity, factor } = reading;
      return { unit, ...(quantity && { quantity }), samples: [value * factor] };
    }
    case "rate":
      return timeOfOne(entry, value, reading.periodNs);
    case "share":
      return better === "smaller"
        ? { unit: "ratio", samples: [value / 100] }
        : { unit: "count", quantity: "score", samples: [value] };
    case "open":
      return better === "smaller"
        ? { unit: "count", samples: [value] }
        : { unit: "count", quantity: "score", samples: [value] };
  }
}

/**
 * Imports the list of `{ name, unit, value }` that github-action-benchmark calls `customSmallerIsBetter` or
 * `customBiggerIsBetter`. A unit that says by itself which way is better is taken at its word in either: of times, sizes
 * and known costs less, of rates more. The form decides about the others.
 *
 * @param file - the file
 * @param better - which form it is
 * @returns one entry of one sample per name; rates become times, an unknown unit a count (smaller) or a score (bigger)
 * @throws ActionError `import` naming file and field of the fault
 */
export function importCustom(file: ImportFile, better: Direction): readonly Imported[] {
  const entries = readEntries(file).map((entry): Imported => {
    const written = text(member(entry, "unit"));
    return {
      id: text(member(entry, "name")),
      written,
      ...readValue(entry, written, better),
      source: {
        format: better === "smaller" ? "custom-smaller-is-better" : "custom-bigger-is-better",
        path: file.path,
        sample: "the one value given",
      },
    };
  });
  return uniqueById(entries, file.path);
}
