import { ActionError, messageOf } from "../errors.ts";
import type { ImportFile } from "../model/imported.ts";

/** Longest file accepted, in characters. */
const MAX_CHARACTERS = 64 * 1024 * 1024;

/** A parsed value with the place it stands at. Unknown fields are welcome: other tools add some with every release. */
export interface Field {
  readonly file: string;
  /** Path within the file, empty for its root. */
  readonly path: string;
  readonly value: unknown;
}

/**
 * The error for a file that cannot be imported.
 *
 * @param at - file, and path within it, of the fault
 * @param fault - what is wrong there
 * @param cause - what was thrown underneath
 * @returns the error, to be thrown
 */
export function importError(at: string, fault: string, cause?: unknown): ActionError {
  return new ActionError({
    code: "import",
    message: `${at}: ${fault}`,
    hint: "Run the tool again, and import its files as it wrote them.",
    ...(cause === undefined ? {} : { cause }),
  });
}

function describe(value: unknown): string {
  if (typeof value === "string") {
    return JSON.stringify(value.slice(0, 60));
  }
  if (typeof value === "object" && value !== null) {
    return Array.isArray(value) ? "a list" : "an object";
  }
  return value === undefined ? "nothing" : String(value);
}

/**
 * The error for a field of a wrong type or value.
 *
 * @param field - the field
 * @param expected - what was expected
 * @returns the error, to be thrown
 */
export function unexpected(field: Field, expected: string): ActionError {
  const at = field.path === "" ? field.file : `${field.file}: ${field.path}`;
  return importError(at, `expected ${expected}, got ${describe(field.value)}`);
}

/**
 * Parses a JSON file.
 *
 * @param file - its path and text
 * @returns the root value
 * @throws ActionError `import` when it is too long, empty, truncated or no JSON
 */
export function readJson(file: ImportFile): Field {
  if (file.text.length > MAX_CHARACTERS) {
    throw importError(
      file.path,
      `${file.text.length} characters, more than the ${MAX_CHARACTERS} accepted`,
    );
  }
  try {
    return { file: file.path, path: "", value: parse(file.text.replace(/^\uFEFF/, "")) };
  } catch (cause) {
    if (cause instanceof SyntaxError) {
      const fault = file.text.trim() === "" ? "the file is empty" : messageOf(cause);
      throw importError(file.path, `not valid JSON: ${fault}`, cause);
    }
    throw cause;
  }
}

/** JSON has no NaN and no Infinity; tools write them all the same. In their place stands null: the field is named by whom reads it. */
function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    const STRING_OR_WORD = /"(?:[^"\\]|\\.)*"|[-+]?\b(?:NaN|nan|Infinity|inf)\b/g;
    const mended = content.replace(STRING_OR_WORD, (found) => (found[0] === '"' ? found : "null"));
    if (mended === content) throw cause;
    return JSON.parse(mended);
  }
}

/**
 * Parses a file of JSON values: one, a list of them, or one a line.
 *
 * @param file - its path and text
 * @returns the values with their places
 * @throws ActionError `import` as {@link readJson} does
 */
export function readJsonValues(file: ImportFile): readonly Field[] {
  const lines = file.text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line))) {
    return lines.map((line, index) => {
      const { value } = readJson({ path: `${file.path}: line ${index + 1}`, text: line });
      return { file: file.path, path: `line ${index + 1}`, value };
    });
  }
  const root = readJson(file);
  return Array.isArray(root.value) ? items(root) : [root];
}

/**
 * Reads the list that a JSON file holds, where most importers begin.
 *
 * @param file - its path and text
 * @param key - name under which the list stands; absent where the file is the list
 * @returns its items with their places
 * @throws ActionError `import` as {@link readJson} does, and when there is no list
 */
export function readEntries(file: ImportFile, key?: string): readonly Field[] {
  const root = readJson(file);
  return items(key === undefined ? root : member(root, key));
}

/**
 * Looks a key up in an object.
 *
 * @param field - the object
 * @param keys - names of the key, the first one present is taken: some tools changed their spelling
 * @returns the value there, undefined where none is
 * @throws ActionError `import` when the field is no object
 */
export function member(field: Field, ...keys: readonly string[]): Field {
  const { value } = field;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw unexpected(field, "an object");
  }
  const key = keys.find((candidate) => Object.hasOwn(value, candidate)) ?? keys[0] ?? "";
  const found: unknown = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
  return { file: field.file, path: field.path === "" ? key : `${field.path}.${key}`, value: found };
}

/**
 * Reads a list.
 *
 * @param field - the list
 * @returns its items with their places
 * @throws ActionError `import` when it is no list
 */
export function items(field: Field): readonly Field[] {
  if (!Array.isArray(field.value)) {
    throw unexpected(field, "a list");
  }
  const { file, path } = field;
  return field.value.map((value: unknown, index) => ({ file, path: `${path}[${index}]`, value }));
}

/**
 * Reads text that is not empty.
 *
 * @param field - the text
 * @returns the text
 * @throws ActionError `import` when it is none
 */
export function text(field: Field): string {
  if (typeof field.value !== "string" || field.value.trim() === "") {
    throw unexpected(field, "a string");
  }
  return field.value;
}

/**
 * Reads a number that can be a measurement.
 *
 * @param field - the number
 * @returns a finite number from 0
 * @throws ActionError `import` when it is none; JSON has no NaN, and writers put null in its place
 */
export function amount(field: Field): number {
  if (typeof field.value !== "number" || !Number.isFinite(field.value) || field.value < 0) {
    throw unexpected(field, "a finite number from 0");
  }
  return field.value;
}

/**
 * A name in the parts that patterns of benchmarks know. A double colon would not be printed as it is: the log of a
 * workflow takes it for a command.
 *
 * @param name - name whose parts are told apart by `::`
 * @returns the same with `/` between them
 */
export function asPath(name: string): string {
  return name.replaceAll("::", "/");
}

/**
 * Tells whether a field is absent or null.
 *
 * @param field - the field
 * @returns true when there is nothing to read
 */
export function isNothing(field: Field): boolean {
  return field.value === undefined || field.value === null;
}
