import { serializeResult } from "../config/result-document.ts";
import { ActionError } from "../errors.ts";
import { judge } from "../gate/judge.ts";
import type { Measurements, ResultDocument } from "../model/result.ts";

/**
 * Judges measurements that were read from a file, whose numbers nobody vouches for.
 *
 * @param measurements - every field checked by itself
 * @param name - where they come from, for messages
 * @returns the result with its verdicts, which can be stored
 * @throws ActionError (`result`) when the numbers together give nothing that can be calculated with
 */
export function judgeStored(measurements: Measurements, name: string): ResultDocument {
  return requireSense(name, () => ({ ...measurements, judgement: judge(measurements) }));
}

/**
 * Makes a result of numbers nobody vouches for.
 *
 * @param name - where they come from, for messages
 * @param make - judges them
 * @returns the result, which can be stored
 * @throws ActionError (`result`) when the numbers together give nothing that can be calculated with
 */
export function requireSense(name: string, make: () => ResultDocument): ResultDocument {
  try {
    const result = make();
    serializeResult(result);
    return result;
  } catch (thrown) {
    if (thrown instanceof RangeError) throw senseless(name, thrown);
    throw thrown;
  }
}

function senseless(name: string, cause: RangeError): ActionError {
  return new ActionError({
    code: "result",
    message: `${name}: its numbers cannot be judged: ${cause.message}`,
    hint: "The result is damaged: write it again, or remove it.",
    cause,
  });
}
