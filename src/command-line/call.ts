import { ActionError } from "../errors.ts";
import type { Argument } from "../model/benchmark.ts";
import type { ExecutionEntry } from "../model/config.ts";

const FORM = /^([^()\s]+)\((.*)\)$/;

/**
 * Reads a call as written on the command line.
 *
 * @param text - an export with its arguments, such as `fib(20)` or `mix(1.5, 7n)`
 * @returns the call; its benchmark is named after the text
 * @throws ActionError (`usage`) naming the text
 */
export function parseCall(text: string): ExecutionEntry {
  const match = FORM.exec(text.trim());
  const [, name, list = ""] = match ?? [];
  if (name === undefined) throw callFault(text, "it is no call");
  const args =
    list.trim() === "" ? [] : list.split(",").map((part) => parseArgument(part.trim(), text));
  const label = [name, ...args.map(String)].join("_").replace(/[^A-Za-z0-9._-]/g, "_");
  return { name: label, export: name, args, native: null, operations: 1 };
}

function parseArgument(part: string, text: string): Argument {
  if (/^-?\d+n$/.test(part)) return BigInt(part.slice(0, -1));
  const value = Number(part);
  if (part === "" || !Number.isFinite(value))
    throw callFault(text, `${JSON.stringify(part)} is no finite number`);
  return value;
}

function callFault(text: string, fault: string): ActionError {
  return new ActionError({
    code: "usage",
    message: `${JSON.stringify(text)} cannot be called: ${fault}`,
    hint: "Write an export with numbers, such as 'fib(20)'; a trailing n makes a 64-bit integer.",
  });
}
