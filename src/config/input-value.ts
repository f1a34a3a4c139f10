import { ActionError } from "../errors.ts";
import { describeValue } from "./fault.ts";
import { didYouMean } from "./suggest.ts";
import { parseQuantity } from "./units.ts";

/** Reads the text of an input; an input that was not set is an empty string. */
export type InputSource = (name: string) => string;

/**
 * The error for an input with a wrong value.
 *
 * @param name - name of the input; one that begins with dashes is called an option
 * @param fault - what is wrong
 * @param hint - what to write instead
 * @returns the error, to be thrown
 */
export function inputError(name: string, fault: string, hint: string): ActionError {
  return new ActionError({
    code: "input",
    message: `${name.startsWith("--") ? "option" : "input"} ${name}: ${fault}`,
    hint,
  });
}

/**
 * Checks one of a closed list of words.
 *
 * @param name - name of the input, for messages
 * @param value - what was written
 * @param allowed - the words accepted
 * @returns the word
 * @throws ActionError `input` naming the input, the allowed words and the nearest one
 */
export function parseChoice<const Word extends string>(
  name: string,
  value: string,
  allowed: readonly Word[],
): Word {
  const found = allowed.find((word) => word === value);
  if (found === undefined) {
    const fault = `expected one of ${allowed.join(", ")}, got ${describeValue(value)}${didYouMean(value, allowed)}`;
    throw inputError(name, fault, `Set ${name} to one of the values listed.`);
  }
  return found;
}

/**
 * Checks a list of words, separated by commas, spaces or lines.
 *
 * @param name - name of the input, for messages
 * @param value - what was written
 * @param allowed - the words accepted
 * @returns each word once, in the order of `allowed`; null when nothing was written
 * @throws ActionError `input` naming the first word that is not accepted
 */
export function parseList<const Word extends string>(
  name: string,
  value: string,
  allowed: readonly Word[],
): readonly Word[] | null {
  const words = value.split(/[\s,]+/).filter((word) => word !== "");
  const chosen = new Set(words.map((word) => parseChoice(name, word, allowed)));
  return words.length === 0 ? null : allowed.filter((word) => chosen.has(word));
}

/**
 * Checks a switch.
 *
 * @param name - name of the input, for messages
 * @param value - `true` or `false` in any case, or nothing
 * @param fallback - the value when nothing was written
 * @returns the switch
 * @throws ActionError `input` for any other word
 */
export function parseSwitch(name: string, value: string, fallback: boolean): boolean {
  return value === ""
    ? fallback
    : parseChoice(name, value.toLowerCase(), ["true", "false"]) === "true";
}

/**
 * Checks a duration or percentage.
 *
 * @param name - name of the input, for messages
 * @param value - such as `90s` or `5%`, or nothing
 * @param unit - `ns` for a duration, `ratio` for a percentage
 * @returns ns or a fraction, above zero; null when nothing was written
 * @throws ActionError `input` naming the units accepted
 */
export function parseAmount(name: string, value: string, unit: "ns" | "ratio"): number | null {
  if (value === "") {
    return null;
  }
  const parsed = parseQuantity(value, unit);
  const example = unit === "ns" ? "90s" : "5%";
  if ("fault" in parsed) {
    throw inputError(name, parsed.fault, `Write ${name} with its unit, such as ${example}.`);
  }
  if (parsed.value === 0) {
    throw inputError(
      name,
      "must be above zero",
      `Write a value such as ${example}, or leave ${name} empty.`,
    );
  }
  return parsed.value;
}
