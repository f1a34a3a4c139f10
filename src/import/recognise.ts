import { ActionError } from "../errors.ts";
import { IMPORT_FORMATS, type ImportFile, type ImportFormat } from "../model/imported.ts";
import { readJson } from "./fields.ts";
import { readUnit } from "./units.ts";

/** Criterion writes several files for a benchmark; this one describes it. */
function isCriterion({ path, text }: ImportFile): boolean {
  return /\/benchmark\.json$/.test(path) && /"group_id"/.test(text);
}

function has(value: unknown, ...keys: readonly string[]): boolean {
  return (
    typeof value === "object" && value !== null && keys.every((key) => Object.hasOwn(value, key))
  );
}

/** First item of a list under a key; undefined where there is none. */
function firstOf(value: object, key: string): unknown {
  const list: unknown = Reflect.get(value, key);
  return Array.isArray(list) ? list[0] : undefined;
}

function isTask(value: unknown): boolean {
  const isNamed = ["name", "Task name", "Task Name"].some((key) => has(value, key));
  const isTimed = ["result", "latency", "hz", "Samples"].some((key) => has(value, key));
  return isNamed && isTimed;
}

/** Formats of JSON, but lists of a name, a unit and a value: those are looked at apart. */
type MarkedFormat = Exclude<ImportFormat, "criterion" | `custom-${string}`>;

/** Whether a value has what only the files of a format hold; `isList` when it is the first item of a list. */
function isMarked(format: MarkedFormat, first: object, isList: boolean): boolean {
  switch (format) {
    case "sightglass":
      return isList && has(first, "phase", "event", "count");
    case "gungraun":
      return has(first, "module_path", "function_name");
    case "hyperfine":
      return has(firstOf(first, "results"), "command");
    case "google-benchmark":
      return has(first, "context") && has(firstOf(first, "benchmarks"), "real_time", "cpu_time");
    case "pytest-benchmark":
      return has(firstOf(first, "benchmarks"), "stats");
    case "vitest":
      return (
        has(firstOf(first, "files"), "filepath", "groups") ||
        has(firstOf(first, "testResults"), "assertionResults")
      );
    case "tinybench":
      return (isList && isTask(first)) || LISTS.some((key) => isTask(firstOf(first, key)));
    case "go":
      return has(first, "Action", "Package");
  }
}

/** What people call a list of tasks. */
const LISTS = ["tasks", "results", "benchmarks"];

const MARKED = IMPORT_FORMATS.filter(
  (format): format is MarkedFormat => format !== "criterion" && !format.startsWith("custom-"),
);

const CUSTOM = ["custom-smaller-is-better", "custom-bigger-is-better"] as const;

/** Every unit that says by itself which way is better leaves nothing to the form. */
function customFormats(rows: readonly unknown[]): readonly ImportFormat[] {
  const units = rows.map((row) => (has(row, "unit") ? Reflect.get(row as object, "unit") : ""));
  const isTold = units.every((unit) => {
    const { kind } = readUnit(String(unit));
    return kind === "cost" || kind === "rate";
  });
  return isTold ? [CUSTOM[0]] : CUSTOM;
}

/** The first line alone tells of a file with a value a line. */
function parsedOf(file: ImportFile): unknown {
  const line = file.text.trimStart().split("\n", 1)[0] ?? "";
  const isAlone = /^\{.*\}\s*$/.test(line);
  return readJson(isAlone ? { ...file, text: line } : file).value;
}

function formatsOf(file: ImportFile): readonly ImportFormat[] {
  if (!/^\uFEFF?\s*[[{]/.test(file.text)) {
    return /^Benchmark\S*\s+\d+\s+\S+\s+\S+/m.test(file.text) || /^(?:goos|pkg): /m.test(file.text)
      ? ["go"]
      : [];
  }
  const root = parsedOf(file);
  const isList = Array.isArray(root);
  const first: unknown = isList ? root[0] : root;
  if (typeof first !== "object" || first === null) return [];
  if (isList && has(first, "name", "unit", "value")) return customFormats(root);
  return MARKED.filter((format) => isMarked(format, first, isList));
}

function unrecognised(message: string): ActionError {
  return new ActionError({
    code: "import",
    message,
    hint: `Name the format: ${IMPORT_FORMATS.join(", ")}.`,
  });
}

/**
 * Which formats the content of a file may be.
 *
 * @param file - the file
 * @returns the formats; empty when it looks like none, or cannot be parsed
 * @throws whatever is no ActionError
 */
export function possibleFormats(file: ImportFile): readonly ImportFormat[] {
  try {
    return isCriterion(file) ? ["criterion"] : formatsOf(file);
  } catch (thrown) {
    if (thrown instanceof ActionError) return [];
    throw thrown;
  }
}

/**
 * Recognises the tool that wrote files, by their content.
 *
 * @param files - its files
 * @returns the one format all of them have
 * @throws ActionError `import` naming the formats when a file is of none or may be of several, and when two differ
 */
export function recogniseFormat(files: readonly ImportFile[]): ImportFormat {
  // What Criterion writes beside its results belongs to it.
  if (files.some(isCriterion)) return "criterion";
  const [first, ...others] = files.map((file) => [file.path, formatIn(file)] as const);
  if (first === undefined) throw unrecognised("no file was given");
  const [path, format] = first;
  const other = others.find(([, one]) => one !== format);
  if (other === undefined) return format;
  throw unrecognised(
    `${path} is of ${format} and ${other[0]} of ${other[1]}: one import reads one format`,
  );
}

function formatIn(file: ImportFile): ImportFormat {
  const [format, ...more] = formatsOf(file);
  if (/^\uFEFF?\s*(?:\[\s*\]|\{\s*\})?\s*$/.test(file.text)) {
    throw unrecognised(`${file.path}: the file is empty`);
  }
  if (format === undefined) {
    const known = IMPORT_FORMATS.join(", ");
    throw unrecognised(`${file.path}: its content is of no format known here (${known})`);
  }
  if (more.length === 0) return format;
  throw unrecognised(
    `${file.path}: its content may be of ${[format, ...more].join(" or ")}${format === CUSTOM[0] ? ": its units do not say whether more is better" : ""}`,
  );
}
