import type { FunctionChange, FunctionDifference } from "../../model/function-difference.ts";
import { formatCount, formatSignedCount } from "../../wording/number.ts";
import { formatChange } from "../../wording/percent.ts";
import { htmlName } from "../escape-html.ts";
import { codeHtml, renderPlainTable } from "./cells.ts";
import { functionsChart } from "./functions-chart.ts";
import { renderFigure } from "./svg.ts";

const HEADINGS = [
  "Function",
  "Own fuel before",
  "After",
  "Change",
  "Of the whole",
  "Calls before",
  "After",
  "With callees before",
  "After",
];

/**
 * How a call differs by function: a table of what changed, and the ways by which functions were called.
 *
 * @param difference - the difference; undefined where the call was not counted by function
 * @returns HTML; empty without a difference. Names are escaped here
 */
export function renderFunctions(difference: FunctionDifference | undefined): string {
  if (difference === undefined) return "";
  const chart = functionsChart(difference);
  const picture = chart === null ? "" : `<div class="figures ways">${renderFigure(chart)}</div>`;
  const table = renderPlainTable({
    caption: "Fuel by function",
    headings: HEADINGS,
    rows: [
      ...difference.functions.map((change) => cells(change, difference)),
      ...restCells(difference),
    ],
    numeric: [1, 2, 3, 4, 5, 6, 7, 8],
  });
  return `${picture}${table}`;
}

function shareOf(change: number, { baseline }: FunctionDifference): string {
  return baseline === 0 ? "" : formatChange(change / baseline);
}

function cells(change: FunctionChange, whole: FunctionDifference): readonly string[] {
  const { baseline, candidate } = change;
  const moved = (candidate?.self ?? 0) - (baseline?.self ?? 0);
  const count = (value: number | undefined): string =>
    value === undefined ? "–" : formatCount(value);
  return [
    `${codeHtml(change.name)}${noteOf(change)}`,
    count(baseline?.self),
    count(candidate?.self),
    formatSignedCount(moved),
    shareOf(moved, whole),
    count(baseline?.calls),
    count(candidate?.calls),
    count(baseline?.inclusive),
    count(candidate?.inclusive),
  ];
}

function noteOf({ fate, other = "" }: FunctionChange): string {
  if (fate === undefined) return "";
  const name = htmlName(other);
  const words = {
    renamed: `before <code>${name}</code>`,
    inlined: `probably inlined into <code>${name}</code>`,
    new: "new in this call",
    gone: "called no more",
  };
  return `<br><span class="muted">${words[fate]}</span>`;
}

function restCells({ rest, ...whole }: FunctionDifference): (readonly string[])[] {
  if (rest.baseline === 0 && rest.candidate === 0) return [];
  const moved = rest.candidate - rest.baseline;
  const share = whole.baseline === 0 ? "" : formatChange(moved / whole.baseline);
  const numbers = [
    formatCount(rest.baseline),
    formatCount(rest.candidate),
    formatSignedCount(moved),
  ];
  return [["all others", ...numbers, share, "", "", "", ""]];
}
