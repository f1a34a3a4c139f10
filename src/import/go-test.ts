import type { Imported, ImportFile } from "../model/imported.ts";
import { rateEntry, sampled, type Whose } from "./entries.ts";
import { amount, type Field, importError } from "./fields.ts";
import { uniqueById } from "./unique.ts";
import { readUnit } from "./units.ts";

/** A benchmark's line: its name, how often it ran, and pairs of a value and a unit. */
const RESULT = /^(Benchmark\S*)\s+(\d+)\s+(\S.*)$/;
/** The rest of such a line, where the benchmark itself printed something behind its name. */
const REST = /^\s+(\d+)\s+(\S+ \S+.*)$/;
const ALONE = /^(Benchmark\S*)(?:\s.*)?$/;
const FAILED = /^\s*--- FAIL: (Benchmark\S*)|^(FAIL)\b|^(panic: .*)/;

/** One value of a line. */
interface Measured {
  readonly id: string;
  readonly written: string;
  readonly field: Field;
}

/** `go test -json` wraps each piece of output; joined they are what `go test` prints. */
function plainText(content: string): string {
  if (!/^\s*\{"/.test(content)) return content;
  return content
    .split("\n")
    .map((line) => /"Output":("(?:[^"\\]|\\.)*")/.exec(line)?.[1])
    .map((output) => (output === undefined ? "" : String(JSON.parse(output))))
    .join("");
}

function numberOf(word: string): unknown {
  return /^[-+]?(?:\d|\.\d)/.test(word) ? Number(word) : word;
}

/** Reads line by line: a package line names the package of those that follow. */
class GoReader {
  readonly found: Measured[] = [];
  #package = "";
  #pending = "";
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  read(line: string, number: number): void {
    const at = `line ${number}`;
    this.#refuseFailure(line, at);
    const [, name] = /^pkg:\s+(\S+)/.exec(line) ?? [];
    if (name !== undefined) this.#package = `${name}.`;
    const result = this.#resultOf(line);
    if (result === null) this.#pending = ALONE.exec(line)?.[1] ?? this.#pending;
    else this.#add(result.name, result.pairs, at);
  }

  #refuseFailure(line: string, at: string): void {
    const failed = FAILED.exec(line);
    if (failed === null) return;
    const what = failed[1] === undefined ? line.trim() : `${failed[1]} failed`;
    throw importError(`${this.#path}: ${at}`, `the run did not end well: ${what}`);
  }

  #resultOf(line: string): { readonly name: string; readonly pairs: string } | null {
    const [, name = "", , pairs = ""] = RESULT.exec(line) ?? [];
    if (isPairs(pairs)) return { name, pairs };
    const [, , rest = ""] = REST.exec(line) ?? [];
    return this.#pending !== "" && isPairs(rest) ? { name: this.#pending, pairs: rest } : null;
  }

  #add(name: string, pairs: string, at: string): void {
    this.#pending = "";
    const words = pairs.trim().split(/\s+/);
    for (let index = 0; index + 1 < words.length; index += 2) {
      const [word = "", written = ""] = [words[index], words[index + 1]];
      const suffix = written === "ns/op" ? "" : ` ${written}`;
      const field: Field = { file: this.#path, path: `${at}: ${written}`, value: numberOf(word) };
      this.found.push({ id: `${this.#package}${name}${suffix}`, written, field });
    }
  }
}

function isPairs(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return words.length >= 2 && /^[-+]?(?:\d|\.\d|Inf|NaN)/.test(words[0] ?? "");
}

function entryOf(id: string, written: string, fields: readonly Field[], path: string): Imported {
  const whose: Whose = { source: { format: "go", path, sample: "one run of the benchmark" } };
  const reading = readUnit(written);
  if (reading.kind === "rate") {
    return rateEntry({ id, written, fields, periodNs: reading.periodNs, whose });
  }
  if (reading.kind !== "cost") {
    return { id, unit: "count", written, samples: fields.map(amount), ...whose };
  }
  const { unit, quantity, factor } = reading;
  const samples = fields.map((field) => amount(field) * factor);
  return { id, unit, ...(quantity && { quantity }), written, samples, ...whose };
}

/**
 * Imports what `go test -bench` prints, as text or with `-json`.
 *
 * @param file - the output
 * @returns one entry per benchmark and unit, one sample for each line of it (`-count` repeats them); of a unit that says
 * nothing less is better
 * @throws ActionError `import` naming file, line and fault, also when a benchmark or a package failed
 * @see https://golang.org/design/14313-benchmark-format
 */
export function importGo(file: ImportFile): readonly Imported[] {
  const reader = new GoReader(file.path);
  const lines = plainText(file.text).split(/\r?\n/);
  lines.forEach((line, index) => {
    reader.read(line, index + 1);
  });
  const groups = new Map<string, Measured[]>();
  for (const one of reader.found) groups.set(one.id, [...(groups.get(one.id) ?? []), one]);
  const found = [...groups].map(([id, group]) =>
    entryOf(
      id,
      group[0]?.written ?? "",
      group.map(({ field }) => field),
      file.path,
    ),
  );
  return uniqueById(found.map(sampled), file.path);
}
