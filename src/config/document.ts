import * as v from "valibot";
import { ActionError, type ActionErrorCode, messageOf } from "../errors.ts";
import { describeIssue, describeValue, faultsOf, formatFault } from "./fault.ts";

/** Turns a document of one version into one of the next. Parts it must understand it reads with {@link readPart}. */
export type Migration = (document: Fields) => Fields;

/** What a stored document must be. */
export interface DocumentFormat<Schema extends v.GenericSchema> {
  /** Value of its `kind` field. */
  readonly kind: string;
  /** The version this release reads and writes. */
  readonly version: number;
  /** Migration by the version it starts from; every version from the oldest one readable has its step. */
  readonly migrations: ReadonlyMap<number, Migration>;
  readonly schema: Schema;
  /** Code of the error for anything wrong with it. */
  readonly code: ActionErrorCode;
  /** Longest text accepted, in characters. */
  readonly maxCharacters: number;
}

/** A part of an older document is not what its version says. */
class PartFault extends Error {}

/**
 * Reads the part of an older document that a migration changes.
 *
 * @param schema - what the part was in that version
 * @param value - the part
 * @param path - where it stands, for messages
 * @returns the part, typed
 * @throws what {@link readDocument} tells as a damaged document
 */
export function readPart<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  path: readonly string[],
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value, { message: describeIssue, abortEarly: true });
  if (parsed.success) return parsed.output;
  const faults = faultsOf(parsed.issues).map((fault) => ({
    ...fault,
    path: [...path, ...fault.path],
  }));
  throw new PartFault(faults.map(formatFault).join("; "));
}

/** A document before it is checked. */
export type Fields = Readonly<Record<string, unknown>>;

interface Source {
  readonly name: string;
  readonly code: ActionErrorCode;
}

function damaged(source: Source, fault: string, cause?: unknown): ActionError {
  return new ActionError({
    code: source.code,
    message: `${source.name}: ${fault}`,
    hint: `The ${source.code} is damaged: write it again, or remove it.`,
    ...(cause === undefined ? {} : { cause }),
  });
}

function readJson(text: string, source: Source): Fields {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) {
      throw damaged(source, `not valid JSON: ${messageOf(cause)}`, cause);
    }
    throw cause;
  }
  if (typeof document !== "object" || document === null || Array.isArray(document)) {
    throw damaged(source, `expected an object, got ${describeValue(document)}`);
  }
  return { ...document };
}

function versionOf(document: Fields, kind: string, source: Source): number {
  if (document.kind !== kind) {
    throw damaged(source, `kind: expected "${kind}", got ${describeValue(document.kind)}`);
  }
  const { version } = document;
  if (typeof version !== "number" || !Number.isSafeInteger(version) || version < 1) {
    throw damaged(source, `version: expected a whole number from 1, got ${describeValue(version)}`);
  }
  return version;
}

/** Null where a step is missing. */
function migrate(
  document: Fields,
  from: number,
  format: Omit<DocumentFormat<v.GenericSchema>, "schema">,
): Fields | null {
  let current = document;
  for (let version = from; version < format.version; version += 1) {
    const step = format.migrations.get(version);
    if (step === undefined) {
      return null;
    }
    current = { ...step(current), version: version + 1 };
  }
  return current;
}

function migrated(
  document: Fields,
  format: Omit<DocumentFormat<v.GenericSchema>, "schema">,
  { source, version }: { readonly source: Source; readonly version: number },
): Fields | null {
  try {
    return migrate(document, version, format);
  } catch (fault) {
    if (fault instanceof PartFault) throw damaged(source, fault.message, fault);
    throw fault;
  }
}

/**
 * Reads a stored document: size, JSON, kind, version, migrations, then every field.
 *
 * @param text - the document
 * @param name - its file or key, for messages
 * @param format - what it must be
 * @returns the document, typed, its keys in the order of the schema
 * @throws ActionError with the format's code, naming document and field: too long, damaged, or of a version that this
 * release cannot read
 */
export function readDocument<Schema extends v.GenericSchema>(
  text: string,
  name: string,
  format: DocumentFormat<Schema>,
): v.InferOutput<Schema> {
  const source = { name, code: format.code };
  if (text.length > format.maxCharacters) {
    throw damaged(
      source,
      `${text.length} characters, more than the ${format.maxCharacters} accepted`,
    );
  }
  const document = readJson(text, source);
  const version = versionOf(document, format.kind, source);
  const current = version > format.version ? null : migrated(document, format, { source, version });
  if (current === null) {
    const relation = version > format.version ? "newer" : "older";
    throw new ActionError({
      code: format.code,
      message: `${name}: version ${version} of ${format.kind} is ${relation} than the version ${format.version} this release reads`,
      hint:
        relation === "newer"
          ? "Update the action to the release that wrote it."
          : "Write it again with this release.",
    });
  }
  const parsed = v.safeParse(format.schema, current, { message: describeIssue, abortEarly: true });
  if (!parsed.success) {
    throw damaged(source, faultsOf(parsed.issues).map(formatFault).join("; "));
  }
  return parsed.output;
}

/**
 * Writes a document so that equal documents give equal text: keys in the order of the schema, bigints as
 * `{ "$bigint": "123" }`, one line.
 *
 * @param document - the document; not modified
 * @param schema - its schema
 * @returns JSON that {@link readDocument} reads back
 * @throws RangeError naming the field, when the document could not be read back: a fault of ours
 */
export function writeDocument(document: unknown, schema: v.GenericSchema): string {
  const parsed = v.safeParse(schema, document, { message: describeIssue, abortEarly: true });
  if (!parsed.success) {
    throw new RangeError(
      `document to be written: ${faultsOf(parsed.issues).map(formatFault).join("; ")}`,
    );
  }
  const encode = (_key: string, value: unknown): unknown =>
    typeof value === "bigint" ? { $bigint: value.toString() } : value;
  return `${JSON.stringify(parsed.output, encode)}\n`;
}
