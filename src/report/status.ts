import { STATUS_LIMIT } from "../model/platform-limits.ts";
import type { ResultDocument } from "../model/result.ts";
import { logText } from "./clean-text.ts";
import { headlineOf } from "./headline.ts";
import { runWord } from "./verdict-words.ts";

/**
 * The description of a commit status: the verdict with its counts.
 *
 * @param result - judged result
 * @returns at most {@link STATUS_LIMIT} UTF-16 units on one line, not cut through a surrogate pair
 */
export function renderStatus(result: ResultDocument): string {
  return logText(`${runWord(result.judgement.verdict)}: ${headlineOf(result)}`, STATUS_LIMIT);
}
