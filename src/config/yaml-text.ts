import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
} from "yaml";
import { ActionError } from "../errors.ts";

/** Longest configuration accepted, in characters. */
const MAX_CONFIG_CHARACTERS = 1024 * 1024;

/** Most nodes aliases may expand to: a few anchors are welcome, an exponential bomb is not. */
const MAX_ALIASES = 100;

/** Deepest nesting accepted. */
const MAX_DEPTH = 32;

/** Most syntax faults listed in one message. */
const MAX_SYNTAX_FAULTS = 10;

/** A YAML document as plain values, with the places they stand at. */
export interface YamlText {
  /** Plain values; integers beyond 2^53 are bigints, an empty document is an empty object. */
  readonly value: unknown;
  /** Line of the value or key at a path, from 1; null where it cannot be told. */
  readonly lineOf: (path: readonly (string | number)[]) => number | null;
}

/** Integers are read as bigints so that none is rounded; those that fit become numbers again. */
function withNumbers(value: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) {
    throw new RangeError(`nested deeper than ${MAX_DEPTH}, or an anchor that contains itself`);
  }
  if (typeof value === "bigint") {
    const asNumber = Number(value);
    return Number.isSafeInteger(asNumber) ? asNumber : value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => withNumbers(item, depth + 1));
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, withNumbers(item, depth + 1)]),
    );
  }
  return value;
}

interface Step {
  readonly node: unknown;
  readonly offset: number | null;
}

function startOf(node: unknown): number | null {
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}

/** Goes one key down; a value in a map is shown where its key stands. */
function stepInto(node: unknown, key: string | number): Step {
  if (isMap(node)) {
    const pair = node.items.find(
      (entry) => isScalar(entry.key) && String(entry.key.value) === String(key),
    );
    return { node: pair?.value, offset: startOf(pair?.key) };
  }
  const item = isCollection(node) ? node.get(key, true) : undefined;
  return { node: item, offset: startOf(item) };
}

function offsetOf(document: Document, path: readonly (string | number)[]): number | null {
  let step: Step = { node: document.contents, offset: startOf(document.contents) };
  for (const key of path) {
    const next = stepInto(step.node, key);
    step = { node: next.node, offset: next.offset ?? step.offset };
  }
  return step.offset;
}

function parseWhole(text: string, lines: LineCounter): Document {
  return parseDocument(text, { intAsBigInt: true, lineCounter: lines, prettyErrors: false });
}

function refuse(message: string, cause?: unknown): ActionError {
  return new ActionError({
    code: "config",
    message,
    hint: "Mend the YAML; docs/configuration.md shows a complete file.",
    ...(cause === undefined ? {} : { cause }),
  });
}

function syntaxFaults(document: Document, path: string, lines: LineCounter): string {
  return [...document.errors, ...document.warnings]
    .slice(0, MAX_SYNTAX_FAULTS)
    .map((fault) => {
      const { line, col } = lines.linePos(fault.pos[0]);
      const said = fault.code === "MULTIPLE_DOCS" ? "only one document is accepted" : fault.message;
      return `${path}:${line}:${col}: ${said}`;
    })
    .join("\n");
}

/** What toJS throws for an exponential bomb, and our own limits: all the file's fault, not ours. */
function isResourceFault(thrown: unknown): thrown is Error {
  return thrown instanceof RangeError || thrown instanceof ReferenceError;
}

/**
 * Reads a YAML document.
 *
 * @param text - the document
 * @param path - its path, for messages
 * @returns its plain values and where they stand
 * @throws ActionError `config` with line and column of every syntax fault, duplicate key or unknown tag
 */
export function readYaml(text: string, path: string): YamlText {
  if (text.length > MAX_CONFIG_CHARACTERS) {
    throw refuse(
      `${path}: ${text.length} characters, more than the ${MAX_CONFIG_CHARACTERS} accepted`,
    );
  }
  const lines = new LineCounter();
  try {
    const document = parseWhole(text, lines);
    const faults = syntaxFaults(document, path, lines);
    if (faults !== "") {
      throw refuse(faults);
    }
    const value: unknown = withNumbers(document.toJS({ maxAliasCount: MAX_ALIASES })) ?? {};
    const lineOf: YamlText["lineOf"] = (at: readonly (string | number)[]) => {
      const offset = offsetOf(document, at);
      return offset === null ? null : lines.linePos(offset).line;
    };
    return { value, lineOf };
  } catch (thrown) {
    if (isResourceFault(thrown)) {
      throw refuse(`${path}: ${thrown.message}`, thrown);
    }
    throw thrown;
  }
}
