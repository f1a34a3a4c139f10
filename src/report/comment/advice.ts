import { isMove } from "../../gate/exact.ts";
import { isOpenRegression } from "../../gate/judge-benchmark.ts";
import { isOpenMissing } from "../../gate/removals.ts";
import { engineOfId, idOnV8 } from "../../model/engine.ts";
import type { ResultDocument } from "../../model/result.ts";
import type { MetricJudgement } from "../../model/verdict.ts";
import { cleanText, NAME_LIMIT } from "../clean-text.ts";
import { shortSha } from "../environment-words.ts";
import { dayAfterMonths } from "../iso-time.ts";
import type { Groups, Row } from "../rows.ts";
import { benchmarkWord } from "../verdict-words.ts";

/** Regressions whose acceptance is written out. */
const MOST_ENTRIES = 3;
/** An acceptance is proposed for so long. */
const ACCEPTED_MONTHS = 3;

/** A block of code that nothing in it can end. */
function fenced(language: string, text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(Math.max(3, longest + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Everything that could mean more than a letter to a shell, to YAML or to a reader of Markdown. */
const UNSAFE = /[^\p{L}\p{M}\p{N} ._:/()=+,*-]/gu;

/** An id as a pattern that matches it: what is unsafe becomes `?`, which stands for any character. */
function quoted(id: string): string {
  return cleanText(id, NAME_LIMIT).replace(UNSAFE, "?");
}

/** A benchmark as a pattern that means it on its own engine and on no other one that was measured. */
function patternOf({ judgement: { id }, beside }: Row): string {
  const name = quoted(idOnV8(id));
  const engine = engineOfId(id);
  return engine === "v8" && beside.length === 0 ? name : `${name}@${engine}`;
}

/**
 * What to do about a comment that asks for attention: reproduce, accept a regression or a removal, run again.
 *
 * @param result - judged result
 * @param groups - its rows by what they ask
 * @param now - ISO time of the reader
 * @returns a folded block; empty where nothing asks for attention
 */
export function adviceBlock(result: ResultDocument, groups: Groups, now: string): string {
  if (groups.attention.length === 0) return "";
  const parts = [
    reproduction(result, groups),
    acceptance(groups, now),
    removal(groups),
    repetition(groups),
  ].filter((part) => part !== "");
  return `<details>\n<summary>What now</summary>\n\n${parts.join("\n\n")}\n\n</details>`;
}

function reproduction({ baseline, run }: ResultDocument, { attention }: Groups): string {
  // What is gone cannot be run any more.
  const row = attention.find(({ judgement }) => judgement.verdict !== "missing");
  if (row === undefined || baseline === null) return "";
  const sides = `\`${shortSha(baseline.sha)}\` and \`${shortSha(run.sha)}\``;
  const filter = `--filter '${patternOf(row)}'`;
  return `**Reproduce** with builds of ${sides} in two folders:\n\n${fenced("sh", `wasm-bench compare BASE CANDIDATE ${filter}`)}`;
}

function acceptance({ attention }: Groups, now: string): string {
  const regressed = attention.filter(({ judgement }) => isOpenRegression(judgement));
  const ids = [...new Set(regressed.map(({ judgement }) => idOnV8(judgement.id)))];
  const benchmarks = ids.map((id) =>
    regressed.filter(({ judgement }) => idOnV8(judgement.id) === id),
  );
  const entries = benchmarks.slice(0, MOST_ENTRIES).flatMap((rows) => entriesOf(rows, now));
  if (entries.length === 0) return "";
  const more = benchmarks.length > MOST_ENTRIES ? "\n  # and the others likewise" : "";
  return `**Accept**, if it is meant, in \`wasm-bench.yml\`:\n\n${fenced("yaml", `accept:\n${entries.join("\n")}${more}`)}`;
}

/** An acceptance is for one metric. One that names no engine is for all of them: for that it regressed on all. */
function entriesOf(rows: readonly Row[], now: string): string[] {
  const until = dayAfterMonths(now, ACCEPTED_MONTHS);
  const found = rows.flatMap((row) =>
    row.judgement.metrics
      .filter(({ verdict }) => verdict === "regression")
      .map((metric) => ({ row, metric })),
  );
  return found.flatMap(({ row, metric }) => {
    const alike = found.filter((one) => one.metric.metric === metric.metric);
    const isOnAll = alike.length > row.beside.length && row.beside.length > 0;
    if (isOnAll && alike[0]?.row !== row) return [];
    const name = isOnAll ? quoted(idOnV8(row.judgement.id)) : patternOf(row);
    const limit = Math.max(...(isOnAll ? alike : [{ metric }]).map((one) => limitOf(one.metric)));
    return [
      `  - { benchmark: "${name}", metric: ${metric.metric}, until: ${until}, limit: ${limit}%, reason: "TELL WHY" }`,
    ];
  });
}

/** What is gone comes back, or goes for good: by name and reason. */
function removal({ attention }: Groups): string {
  const gone = attention.filter(({ judgement }) => isOpenMissing(judgement));
  if (gone.length === 0) return "";
  const entries = gone
    .slice(0, MOST_ENTRIES)
    .map((row) => `  - { benchmark: "${patternOf(row)}", removed: true, reason: "TELL WHY" }`);
  const more = gone.length > MOST_ENTRIES ? "\n  # and the others likewise" : "";
  return `**Gone**: bring it back, or accept that it is gone, in \`wasm-bench.yml\`:\n\n${fenced("yaml", `accept:\n${entries.join("\n")}${more}`)}`;
}

/** A whole number of per cent above what was measured. */
function limitOf({ change }: MetricJudgement): number {
  return Math.floor(100 * Math.max(change?.high ?? 0, change?.center ?? 0)) + 1;
}

function repetition({ attention }: Groups): string {
  const isOpen = ({ judgement }: Row): boolean =>
    ["contaminated", "too noisy"].includes(benchmarkWord(judgement));
  if (attention.some(isOpen))
    return "**Run again** where the runner was at fault: contaminated, or too noisy to judge.";
  return attention.some(({ judgement }) => isMove(judgement.verdict))
    ? "**Running again** will not help: a regression was confirmed on fresh processes, or counted exactly."
    : "";
}
