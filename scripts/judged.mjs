import { readdirSync, readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { parseResult } from "../src/config/result-document.ts";
import { judge } from "../src/gate/judge.ts";
import { failureIn, firstLineOf } from "../src/github/comment-marker.ts";
import { renderComment } from "../src/report/comment/comment.ts";

/** Results of real runs, made by `npm run goldens`, and beside each the comment it gives. */
export const JUDGED = "fixtures/judged";

/** What a terminal was sent by the run of one of them. */
export const RECORDING = `${JUDGED}/recording.ansi`;

const REPOSITORY = "https://github.com/octo-org/codecs";
const LONGEST = 65_536;

/**
 * The results there are.
 *
 * @returns {string[]} their names, sorted
 */
export function judgedNames() {
  const files = readdirSync(JUDGED).filter((file) => file.endsWith(".json.br"));
  return files.map((file) => file.slice(0, -".json.br".length)).sort();
}

/**
 * Reads a stored result and judges its measurements again, as `judge` does.
 *
 * @param {string} name - one of {@link judgedNames}
 * @returns {{ stored: import("../src/model/result.ts").ResultDocument, result: import("../src/model/result.ts").ResultDocument }} as it was
 *   stored, and as it is judged now
 */
export function readJudged(name) {
  const file = `${JUDGED}/${name}.json.br`;
  const stored = parseResult(brotliDecompressSync(readFileSync(file)).toString(), file);
  const { judgement: _, ...measured } = stored;
  return { stored, result: { ...measured, judgement: judge(measured) } };
}

/**
 * The comment a result gives on the day it was measured.
 *
 * @param {import("../src/model/result.ts").ResultDocument} result - judged result
 * @param {import("../src/model/result.ts").ResultDocument} [before] - what the comment before it told of, where that was a failure
 * @returns {string} Markdown without the hidden first line
 */
export function commentOf(result, before) {
  const failure =
    before === undefined
      ? null
      : failureIn(`${firstLineOf("", before.run.sha)}\n${commentOf(before)}`);
  return renderComment(result, {
    reportUrl: `${REPOSITORY}/actions/runs/1930300412/artifacts/42`,
    baseUrl: REPOSITORY,
    now: result.createdAt,
    history: [],
    maxLength: LONGEST,
    ...(failure === null ? {} : { before: failure }),
  });
}
