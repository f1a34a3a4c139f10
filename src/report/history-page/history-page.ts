import { formatQuantity } from "../../wording/number.ts";
import { formatChange } from "../../wording/percent.ts";
import { formatValue } from "../../wording/value.ts";
import { shortSha } from "../environment-words.ts";
import { escapeHtml, htmlName } from "../escape-html.ts";
import type { BenchmarkHistory } from "../history.ts";
import { htmlDocument } from "../html/document.ts";
import { historyChart } from "../html/history-chart.ts";
import { STYLE } from "../html/style.ts";
import { renderFigure } from "../html/svg.ts";
import { formatMoment } from "../iso-time.ts";
import { metricLabel } from "../metric-label.ts";
import { badgeSentence } from "./badge.ts";
import { latestStep, newestMachine } from "./latest-step.ts";

/** What the page needs beside the stored runs. */
export interface HistoryPageOptions {
  /** Address of the repository, for example `https://github.com/owner/name`, or empty. */
  readonly baseUrl: string;
  /** ISO time of the writer. */
  readonly now: string;
}

/** Nothing may be loaded, and nothing runs. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** What an address that is linked begins with. */
const ADDRESS = /^https?:\/\//;

const CARDS = ".figures section h3{margin:.5rem 0 .2rem}.figures section p{margin:0 0 .5rem}";

const HOW_TO_READ =
  "A line is the time, or the size, of one benchmark over the stored runs of the baseline branch, oldest left. A broken " +
  "line marks another machine or engine, whose values cannot be compared; a triangle marks a lasting step, with the " +
  "commits it lies between. A history informs; it never fails a pull request.";

/**
 * The history of a repository as one static page: a line for each benchmark, those that became worse first.
 *
 * @param histories - stored runs by benchmark; names in them may be hostile
 * @param options - address of the repository and the time of writing
 * @returns a whole HTML document that needs no network and no script
 */
export function renderHistoryPage(
  histories: readonly BenchmarkHistory[],
  { baseUrl, now }: HistoryPageOptions,
): string {
  const risen = (one: BenchmarkHistory): number => Math.max(0, latestStep(one)?.change ?? 0);
  const sorted = histories.toSorted(
    (one, other) => risen(other) - risen(one) || (one.id < other.id ? -1 : 1),
  );
  const cards = sorted.map((one) => card(one, baseUrl)).join("\n");
  const main =
    histories.length === 0
      ? "<p>No run is stored yet.</p>"
      : `<p>${escapeHtml(HOW_TO_READ)}</p>\n<div class="figures">${cards}</div>`;
  const title = "History of the benchmarks";
  const body = `<header><h1>${title}</h1><p class="headline">${escapeHtml(badgeSentence(histories))}</p></header>
<main>
${main}
</main>
<footer>${repositoryLink(baseUrl)}Written ${formatMoment(now)}.</footer>`;
  return htmlDocument({ title, policy: POLICY, style: STYLE + CARDS, body });
}

function card(history: BenchmarkHistory, baseUrl: string): string {
  const { id, metric, unit, points } = history;
  const newest = points.at(-1);
  const step = latestStep(history);
  const stepped =
    step === null
      ? ""
      : ` · <span class="badge ${step.change > 0 ? "bad" : "good"}">${formatChange(step.change)}</span>`;
  const value = newest === undefined ? "" : formatValue(newest.value, unit);
  const at = newest === undefined ? "" : ` at ${commit(newest.sha, baseUrl)}`;
  const runs = formatQuantity(newestMachine(history).length, "run");
  const chart = points.length < 2 ? "" : renderFigure(historyChart(history));
  return `<section><h3><code>${htmlName(id)}</code></h3><p>${metricLabel(metric)} <b>${value}</b>${at} · ${runs}${stepped}</p>${chart}</section>`;
}

function commit(sha: string, baseUrl: string): string {
  const short = escapeHtml(shortSha(sha));
  return !ADDRESS.test(baseUrl) || !/^[0-9a-f]{40,64}$/.test(sha)
    ? `<code>${short}</code>`
    : `<a href="${escapeHtml(`${baseUrl}/commit/${sha}`)}"><code>${short}</code></a>`;
}

function repositoryLink(baseUrl: string): string {
  return ADDRESS.test(baseUrl)
    ? `<a href="${escapeHtml(baseUrl)}">${escapeHtml(baseUrl.replace(ADDRESS, ""))}</a> · `
    : "";
}
