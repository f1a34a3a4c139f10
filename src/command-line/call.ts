import { decodeArgument } from "../config/argument.ts";
import { ActionError, messageOf } from "../errors.ts";
import type { Argument } from "../model/benchmark.ts";
import type { ExecutionEntry } from "../model/config.ts";

const FORM = /^([^()\s]+)\((.*)\)$/;

/**
 * Reads a call as written on the command line.
 *
 * @param text - an export with its arguments, such as `fib(20)`, `mix(1.5, 7n)` or `sum([1, 2, 3])`
 * @returns the call; its benchmark is named after the text
 * @throws ActionError (`usage`) naming the text
 */
export function parseCall(text: string): ExecutionEntry {
  const match = FORM.exec(text.trim());
  const [, name, list = ""] = match ?? [];
  if (name === undefined) throw callFault(text, "it is no call");
  const parts = list.trim() === "" ? [] : splitArguments(list).map((part) => part.trim());
  const args = parts.map((part) => parseArgument(part, text));
  const words = parts.map((part, index) => (isPlain(args[index]) ? String(args[index]) : part));
  const label = [name, ...words]
    .join("_")
    .replace(/[^A-Za-z0-9._-]+/g, "_")
    .slice(0, MOST_LABEL);
  return { name: label, export: name, args, native: null, operations: 1 };
}

/** Longest name of a benchmark. */
const MOST_LABEL = 64;

function isPlain(value: Argument | undefined): boolean {
  return typeof value === "number" || typeof value === "bigint";
}

/** Commas inside lists, records and texts belong to them. */
function splitArguments(list: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const [piece] of list.matchAll(/"(?:[^"\\]|\\.)*"|[\s\S]/g)) {
    if ("[{".includes(piece)) depth += 1;
    if ("]}".includes(piece)) depth -= 1;
    if (piece === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += piece;
  }
  return parts;
}

/** Values of components are written as JSON. */
function parseJson(part: string, text: string): Argument {
  let raw: unknown;
  try {
    raw = JSON.parse(part);
  } catch (cause) {
    throw callFault(text, `${JSON.stringify(part)} is no JSON: ${messageOf(cause)}`);
  }
  const decoded = decodeArgument(raw);
  if ("fault" in decoded) throw callFault(text, decoded.fault);
  return decoded.value;
}

function parseArgument(part: string, text: string): Argument {
  if (/^-?\d+n$/.test(part)) return BigInt(part.slice(0, -1));
  if (/^(?:[[{"]|true$|false$|null$)/.test(part)) return parseJson(part, text);
  if (/^(?:nan|-?inf)$/i.test(part)) return part.toLowerCase();
  const value = Number(part);
  if (part === "" || !Number.isFinite(value))
    throw callFault(text, `${JSON.stringify(part)} is no finite number`);
  return value;
}

function callFault(text: string, fault: string): ActionError {
  return new ActionError({
    code: "usage",
    message: `${JSON.stringify(text)} cannot be called: ${fault}`,
    hint: 'Write an export with numbers, such as \'fib(20)\'; nan, inf and -inf are numbers too. Components and glue take JSON, and data is written { "$bytes": "hex:00ff" }.',
  });
}
