import type { Imported, ImportFile } from "../model/imported.ts";
import {
  amount,
  type Field,
  importError,
  isNothing,
  items,
  member,
  readEntries,
  text,
  unexpected,
} from "./fields.ts";
import { uniqueById } from "./unique.ts";

const NS_PER_SECOND = 1e9;

/** A command that fails is fast for the wrong reason; hyperfine writes null where a signal killed it. */
function refuseFailures(result: Field, command: string): void {
  const codes = member(result, "exit_codes");
  const failed = isNothing(codes) ? undefined : items(codes).find((code) => code.value !== 0);
  if (failed !== undefined) {
    const how =
      failed.value === null ? "was killed by a signal" : `exited with code ${String(failed.value)}`;
    throw importError(
      `${failed.file}: ${failed.path}`,
      `the command ${JSON.stringify(command)} ${how}`,
    );
  }
}

/** `-P size 1 2` measures the same command twice: the parameters tell them apart, in the order of their names. */
function parametersOf(result: Field): readonly string[] {
  const parameters = member(result, "parameters");
  if (isNothing(parameters)) return [];
  const { value } = parameters;
  if (typeof value !== "object" || value === null) throw unexpected(parameters, "an object");
  const names = Object.keys(value).sort();
  return names.length === 0
    ? []
    : [`(${names.map((name) => `${name}=${parameterText(member(parameters, name))}`).join(", ")})`];
}

/** Numbers of `--parameter-scan` may come as numbers, all others as text, which may be empty. */
function parameterText(field: Field): string {
  return typeof field.value === "string" || typeof field.value === "number"
    ? String(field.value)
    : text(field);
}

function importResult(result: Field): Imported {
  const command = text(member(result, "command"));
  refuseFailures(result, command);
  const times = member(result, "times");
  const seconds = isNothing(times) ? [amount(member(result, "mean"))] : items(times).map(amount);
  if (seconds.length === 0) {
    throw importError(
      `${times.file}: ${times.path}`,
      "expected at least one time, got an empty list",
    );
  }
  return {
    id: [command, ...parametersOf(result)].join(" "),
    unit: "ns",
    written: "s",
    samples: seconds.map((value) => value * NS_PER_SECOND),
    source: {
      format: "hyperfine",
      path: result.file,
      sample: isNothing(times) ? "mean of all runs of the command" : "one run of the command",
    },
  };
}

/**
 * Imports what `hyperfine --export-json` writes.
 *
 * @param file - the file
 * @returns one entry per command, identified by its text and its parameters; wall time in ns per run
 * @throws ActionError `import` naming file and field of the fault, also when a run of a command failed
 */
export function importHyperfine(file: ImportFile): readonly Imported[] {
  const results = readEntries(file, "results");
  return uniqueById(results.map(importResult), file.path);
}
