import { isComparedExactly } from "../../gate/compared-exactly.ts";
import { formatCount } from "../../wording/number.ts";
import { formatChangeInterval } from "../../wording/percent.ts";
import { benchmarkAnchor } from "../anchor.ts";
import { changeText } from "../change-text.ts";
import { capText } from "../clean-text.ts";
import { escapeHtml, htmlName, htmlSentence } from "../escape-html.ts";
import { metricPrefix, seenWords, whyWords } from "../news/row-words.ts";
import { shortNames } from "../news/short-name.ts";
import { groupRows, type Row } from "../rows.ts";
import { sidesText } from "../sides-text.ts";
import { benchmarkBadge, codeHtml } from "./cells.ts";

/** News that are listed; the tables below have all. */
const MOST_LISTED = 12;
/** Longest reason, in characters; the details have all of it. */
const MOST_WHY = 160;

/**
 * What asks for attention, worst first, then what became better: the comment's table as a list that fits any width.
 *
 * @param rows - all rows of a result
 * @returns HTML; empty where nothing moved
 */
export function renderNews(rows: readonly Row[]): string {
  const { attention, improvements } = groupRows(rows);
  const news = [...attention, ...improvements];
  if (news.length === 0) return "";
  const names = shortNames(rows);
  const items = news.slice(0, MOST_LISTED).map((row) => {
    const { name = row.judgement.id, place = "" } = names.get(row.judgement.id) ?? {};
    return `<li>${nameCell(row, name, place)}${changeCell(row)}<span class="why">${htmlSentence(capText(whyWords(row), MOST_WHY))}</span></li>`;
  });
  const hidden = news.length - items.length;
  const more =
    hidden > 0
      ? `<p class="muted">${formatCount(hidden)} more in <a href="#benchmarks">the tables</a>, worst first.</p>`
      : "";
  return `<section id="news"><h2>What changed</h2><ul class="news">${items.join("")}</ul>${more}</section>`;
}

function nameCell({ judgement }: Row, name: string, place: string): string {
  const where = place === "" ? "" : ` <span class="muted">${htmlName(place)}</span>`;
  const target = escapeHtml(benchmarkAnchor(judgement.id));
  return `<span class="what">${benchmarkBadge(judgement)} <a href="#${target}">${codeHtml(name)}</a>${where}</span>`;
}

/** The change by the metric that decided, named where it is no time; `~` where nothing was shown. */
function changeCell(row: Row): string {
  const { deciding, judgement } = row;
  if (deciding === null) return "<span></span><span></span>";
  const sides = `<span class="sides">${sidesText(deciding)}</span>`;
  if (deciding.change === null) return `<span></span>${sides}`;
  if (judgement.verdict === "inconclusive") {
    const seen = seenWords(deciding);
    return `<span class="moved muted">~${seen === "" ? "" : ` (${seen})`}</span>${sides}`;
  }
  const interval = isComparedExactly(deciding)
    ? ""
    : ` <span class="muted">(${formatChangeInterval(deciding.change)})</span>`;
  return `<span class="moved">${metricPrefix(row, deciding)}<b>${changeText(deciding.change, deciding)}</b>${interval}</span>${sides}`;
}
