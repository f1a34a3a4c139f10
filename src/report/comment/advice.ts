import { isMove } from "../../gate/exact.ts";
import { isOpenRegression } from "../../gate/judge-benchmark.ts";
import { isOpenMissing } from "../../gate/removals.ts";
import { ENGINES, idOnV8, patternOfId } from "../../model/engine.ts";
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

/** What a pattern ends in that means one engine: with `?` in the place of the sign it would mean none. */
const ENGINE_BEHIND = new RegExp(`^(.*)(@(?:${ENGINES.join("|")}))$`, "s");

/** An id or pattern as one that matches it: what is unsafe becomes `?`, which stands for any character; an engine stays. */
function quoted(id: string): string {
  const [, name = id, engine = ""] = ENGINE_BEHIND.exec(id) ?? [];
  return `${cleanText(name, NAME_LIMIT).replace(UNSAFE, "?")}${engine}`;
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
    acceptance(result, groups, now),
    removal(result, groups),
    repetition(groups),
  ].filter((part) => part !== "");
  return `<details>\n<summary>What now</summary>\n\n${parts.join("\n\n")}\n\n</details>`;
}

function reproduction(result: ResultDocument, { attention }: Groups): string {
  const { baseline, run } = result;
  // What is gone cannot be run any more.
  const row = attention.find(({ judgement }) => judgement.verdict !== "missing");
  if (row === undefined || baseline === null) return "";
  const sides = `\`${shortSha(baseline.sha)}\` and \`${shortSha(run.sha)}\``;
  const on = row.engine === "v8" ? "" : ` --engine ${row.engine}`;
  const filter = `--filter '${patternIn(result, row.judgement.id)}'${on}`;
  return `**Reproduce** with builds of ${sides} in two folders:\n\n${fenced("sh", `wasm-bench compare BASE CANDIDATE ${filter}`)}`;
}

function acceptance(result: ResultDocument, { attention }: Groups, now: string): string {
  const regressed = attention.filter(({ judgement }) => isOpenRegression(judgement));
  const ids = [...new Set(regressed.map(({ judgement }) => idOnV8(judgement.id)))];
  const benchmarks = ids.map((id) =>
    regressed.filter(({ judgement }) => idOnV8(judgement.id) === id),
  );
  const until = dayAfterMonths(now, ACCEPTED_MONTHS);
  const entries = benchmarks
    .slice(0, MOST_ENTRIES)
    .flatMap((rows) => entriesOf(rows, result, until));
  if (entries.length === 0) return "";
  const more = benchmarks.length > MOST_ENTRIES ? "\n  # and the others likewise" : "";
  return `**Accept**, if it is meant, in \`wasm-bench.yml\`:\n\n${fenced("yaml", `accept:\n${entries.join("\n")}${more}`)}`;
}

/** A metric of a benchmark on one engine that regressed. */
interface Regressed {
  readonly row: Row;
  readonly metric: MetricJudgement;
}

/** An acceptance is for one metric, and for the engine it was seen on: for all of them where it was seen on all. */
function entriesOf(rows: readonly Row[], result: ResultDocument, until: string): string[] {
  const found = rows.flatMap((row) =>
    row.judgement.metrics
      .filter(({ verdict }) => verdict === "regression")
      .map((metric): Regressed => ({ row, metric })),
  );
  return found.flatMap(({ row, metric }) => {
    const alike = found.filter((one) => one.metric.metric === metric.metric);
    const isOnAll = row.beside.length > 0 && alike.length > row.beside.length;
    if (isOnAll && alike[0]?.row !== row) return [];
    const { id } = row.judgement;
    const pattern = isOnAll ? quoted(idOnV8(id)) : patternIn(result, id);
    return [entryOf(pattern, isOnAll ? alike : [{ row, metric }], until)];
  });
}

/** Growth from zero has no limit to write. */
function entryOf(pattern: string, covered: readonly Regressed[], until: string): string {
  const name = covered[0]?.metric.metric;
  const changes = covered.map(({ metric: { change } }) => change);
  if (changes.some((change) => change === null))
    return `  # ${name} of ${pattern} grew from zero: no limit covers that, \`exact\` of an override does`;
  const limit = Math.max(...changes.map((change) => (change === null ? 0 : limitOf(change))));
  return `  - { benchmark: "${pattern}", metric: ${name}, until: ${until}, limit: ${limit}%, reason: "TELL WHY" }`;
}

function patternIn({ judgement }: ResultDocument, id: string): string {
  return quoted(
    patternOfId(
      id,
      judgement.benchmarks.map((one) => one.id),
    ),
  );
}

/** What is gone comes back, or goes for good: by name and reason. */
function removal(result: ResultDocument, { attention }: Groups): string {
  const gone = attention.filter(({ judgement }) => isOpenMissing(judgement));
  if (gone.length === 0) return "";
  const entries = gone
    .slice(0, MOST_ENTRIES)
    .map(
      ({ judgement }) =>
        `  - { benchmark: "${patternIn(result, judgement.id)}", removed: true, reason: "TELL WHY" }`,
    );
  const more = gone.length > MOST_ENTRIES ? "\n  # and the others likewise" : "";
  return `**Gone**: bring it back, or accept that it is gone, in \`wasm-bench.yml\`:\n\n${fenced("yaml", `accept:\n${entries.join("\n")}${more}`)}`;
}

/** A whole number of per cent above what was measured. */
function limitOf({ center, high }: NonNullable<MetricJudgement["change"]>): number {
  return Math.floor(100 * Math.max(high, center)) + 1;
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
