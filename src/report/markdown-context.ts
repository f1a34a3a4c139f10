import type { ResultDocument } from "../model/result.ts";
import { benchmarkAnchor } from "./anchor.ts";
import { baselineLead } from "./baseline-lead.ts";
import {
  baselineWords,
  environmentLine,
  runnerLine,
  shortSha,
  timeLine,
} from "./environment-words.ts";
import { codeName, linkTarget, sentence } from "./escape-markdown.ts";
import type { History } from "./history.ts";
import { historyFor } from "./history.ts";
import { generalWarnings } from "./opinion-words.ts";
import { judgedByWords, referenceWords } from "./policy-words.ts";
import type { Row } from "./rows.ts";
import { groupRows } from "./rows.ts";
import { changePointSentences, trendChart } from "./trend.ts";

/** Reasons and warnings shown; the report has all. */
const MOST_LINES = 8;

/** Where a reader can go from a comment or summary; addresses are made by this product or given by the platform. */
export interface Links {
  /** Address of the artifact with the HTML report, or empty. */
  readonly reportUrl: string;
  /** Address of the repository, for example `https://github.com/owner/name`, or empty. */
  readonly baseUrl: string;
}

function listOf(texts: readonly string[], icon: string): string {
  const unique = [...new Set(texts)];
  const shown = unique.slice(0, MOST_LINES).map((text) => `- ${icon}${sentence(text)}`);
  const hidden = unique.length - shown.length;
  return [...shown, ...(hidden > 0 ? [`- ${hidden} more in the report`] : [])].join("\n");
}

/**
 * Says that nothing of the repository was measured, where that is so.
 *
 * @param result - judged result
 * @returns a line of its own; empty otherwise
 */
export function referenceNote(result: ResultDocument): string {
  const words = referenceWords(result);
  return words === "" ? "" : `**⚠️ ${sentence(words)}**`;
}

/**
 * What was compared with instead of the base, right below the title.
 *
 * @param result - judged result
 * @param links - address of the repository
 * @returns a quoted line; empty where the base itself was compared with
 */
export function leadLine(result: ResultDocument, { baseUrl }: Links): string {
  const lead = baselineLead(result);
  if (lead === null) return "";
  const { baseline } = result;
  const commit = commitLink(baseline?.sha ?? "", baseUrl);
  const base = commitLink(baseline?.offset?.base ?? "", baseUrl);
  return `> ⚠️ **Compared with ${commit}, ${lead.place}** ${base}: ${lead.meaning}.`;
}

/**
 * Reasons of the verdict and suspicious suites.
 *
 * @param result - judged result
 * @returns a list, empty without reasons
 */
export function reasonList(result: ResultDocument): string {
  const suites = result.judgement.suites.filter(({ suspicious }) => suspicious);
  return listOf(
    [
      ...result.judgement.reasons,
      ...suites.map(({ suite, because }) => `suite ${suite}: ${because}`),
    ],
    "",
  );
}

/**
 * Warnings about the run and its policy.
 *
 * @param result - judged result
 * @param told - messages that stand elsewhere already
 * @returns a list, empty without warnings
 */
export function warningList(result: ResultDocument, told: readonly string[] = []): string {
  const single = result.judgement.benchmarks.flatMap(({ id, warnings }) =>
    warnings.map(({ message }) => `${id}: ${message}`),
  );
  const general = generalWarnings(result).map(({ message }) => message);
  return listOf(
    [...general, ...single].filter((text) => !told.includes(text)),
    "⚠️ ",
  );
}

/**
 * A commit, as a link where there is somewhere to go.
 *
 * @param sha - full hash
 * @param baseUrl - address of the repository, or empty
 * @returns Markdown
 */
export function commitLink(sha: string, baseUrl: string): string {
  const target = linkTarget(`${baseUrl}/commit/${sha}`);
  const short = shortSha(sha);
  return target === null || baseUrl === "" || short === "unknown"
    ? `\`${short}\``
    : `[\`${short}\`](${target})`;
}

/**
 * Where to read on: the HTML report where it was uploaded, and the run.
 *
 * @param result - judged result
 * @param links - address of the report
 * @returns Markdown links; none where there is nowhere to go
 */
export function readOn(result: ResultDocument, { reportUrl }: Pick<Links, "reportUrl">): string[] {
  const report = linkTarget(reportUrl);
  const run = linkTarget(result.run.url);
  return [
    ...(report === null ? [] : [`[Report](${report})`]),
    ...(run === null ? [] : [`[workflow run](${run})`]),
  ];
}

/**
 * The name of a benchmark, as a link to its place in the HTML report where that was uploaded.
 *
 * @param row - whose place
 * @param name - its name as Markdown
 * @param links - address of the report
 * @returns Markdown
 */
export function linkedName(
  { judgement }: Pick<Row, "judgement">,
  name: string,
  { reportUrl }: Pick<Links, "reportUrl">,
): string {
  const target =
    reportUrl === "" ? null : linkTarget(`${reportUrl}#${benchmarkAnchor(judgement.id)}`);
  return target === null ? name : `[${name}](${target})`;
}

function baselineText(result: ResultDocument, options: Links & { readonly now: string }): string {
  const words = baselineWords(result, options.now);
  if (words === null) return "**Baseline:** none, nothing was compared";
  const known = [words.age, words.match, words.engine, words.source].filter((part) => part !== "");
  const commit = words.sha === "" ? [] : [commitLink(result.baseline?.sha ?? "", options.baseUrl)];
  return `**Baseline:** ${[...commit, ...known.map(sentence)].join(" · ")}`;
}

/**
 * What was compared with what, where, and where to read more.
 *
 * @param result - judged result
 * @param options - links and the reader's ISO time
 * @returns Markdown lines joined by hard breaks
 */
export function contextBlock(
  result: ResultDocument,
  options: Links & { readonly now: string },
): string {
  const runner = runnerLine(result);
  const links = readOn(result, options);
  const judgedBy = judgedByWords(result) === "" ? [] : ["**Policy:** the baseline's"];
  return [
    baselineText(result, options),
    ...judgedBy,
    `**Candidate:** ${commitLink(result.run.sha, options.baseUrl)}${links.length > 0 ? ` · ${links.join(" · ")}` : ""}`,
    `**Environment:** ${sentence(environmentLine(result.environment))}`,
    ...(runner === "" ? [] : [`**Runner:** ${sentence(runner)}`]),
    `**Time:** ${sentence(timeLine(result.time))}`,
  ].join("<br>\n");
}

/**
 * The trend of the benchmarks that need attention most.
 *
 * @param rows - rows of a result
 * @param history - stored runs
 * @param most - most charts to draw
 * @returns Markdown with Mermaid charts; empty without history
 */
export function trendBlock(rows: readonly Row[], history: History, most: number): string {
  const { attention, improvements } = groupRows(rows);
  const charts = [...attention, ...improvements]
    .flatMap((row) => historyFor(history, row.judgement.id, row.primary?.metric ?? null) ?? [])
    .slice(0, most)
    .map((entry) => {
      const steps = changePointSentences(entry)
        .slice(0, 3)
        .map(
          (text) => `- step in ${codeName(entry.id)}: ${text.replace(/\b[0-9a-f]{8}\b/g, "`$&`")}`,
        );
      return [trendChart(entry), steps.join("\n")].filter((part) => part !== "").join("\n\n");
    });
  if (charts.length === 0) return "";
  return `<details>\n<summary>Trend on the baseline branch</summary>\n\n${charts.join("\n\n")}\n\n</details>`;
}
