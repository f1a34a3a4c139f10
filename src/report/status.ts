import { STATUS_LIMIT } from "../model/platform-limits.ts";
import type { ResultDocument } from "../model/result.ts";
import { logText } from "./clean-text.ts";
import { headlineParts } from "./headline.ts";
import { newsLine, PLAIN } from "./news/news-line.ts";
import { shortNames } from "./news/short-name.ts";
import { groupRows, rowsOf } from "./rows.ts";
import { runWord } from "./verdict-words.ts";

/**
 * The description of a commit status: the verdict with what moved and by how much, then its counts.
 *
 * @param result - judged result
 * @returns at most {@link STATUS_LIMIT} UTF-16 units on one line, not cut through a surrogate pair
 */
export function renderStatus(result: ResultDocument): string {
  const rows = rowsOf(result);
  const facts = { result, rows, groups: groupRows(rows), names: shortNames(rows) };
  const news = newsLine({ ...facts, isFixed: false, spelling: PLAIN });
  return logText(
    `${runWord(result.judgement.verdict)}: ${news} · ${headlineParts(result).rest}`,
    STATUS_LIMIT,
  );
}
