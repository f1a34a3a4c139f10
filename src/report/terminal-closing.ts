import stringWidth from "string-width";
import { isComparedExactly } from "../gate/compared-exactly.ts";
import { isOpenRegression } from "../gate/judge-benchmark.ts";
import { isOpenMissing } from "../gate/removals.ts";
import type { ResultDocument } from "../model/result.ts";
import { formatQuantity } from "../wording/number.ts";
import { formatChangeInterval } from "../wording/percent.ts";
import { changeText } from "./change-text.ts";
import { logText, NAME_LIMIT, SENTENCE_LIMIT } from "./clean-text.ts";
import { baselineWords, engineOf } from "./environment-words.ts";
import { headlineOf } from "./headline.ts";
import { metricLabel } from "./metric-label.ts";
import { newsLine, PLAIN } from "./news/news-line.ts";
import { seenWords } from "./news/row-words.ts";
import { shortNames } from "./news/short-name.ts";
import type { PaintStyle } from "./paint.ts";
import { referenceWords } from "./policy-words.ts";
import { decisive, type Groups, type Row } from "./rows.ts";
import { sidesText } from "./sides-text.ts";
import type { TerminalOptions } from "./terminal-options.ts";
import { benchmarkWord, runWord, tierWords } from "./verdict-words.ts";
import { appendFitting, fitName } from "./wrap-text.ts";

/** Benchmarks that moved, named in the last lines. */
const MOST_MOVERS = 3;
/** Columns of a name beside what became of it, where there is no room for more. */
const NAME_COLUMNS = 28;
/** Columns for what became of a benchmark: change, interval, both values and what it asks for. */
const SAID_COLUMNS = 52;
/** A name is not shortened below this. */
const LEAST_NAME = 12;
/** Reasons that no benchmark stands for. */
const MOST_REASONS = 2;

const VERDICT_STYLES: Readonly<Record<string, PaintStyle>> = {
  pass: "green",
  warn: "yellow",
  fail: "red",
  "no-baseline": "yellow",
};

/** What the last lines are made of. */
export interface ClosingFacts {
  readonly result: ResultDocument;
  readonly rows: readonly Row[];
  readonly groups: Groups;
  readonly options: TerminalOptions;
}

/**
 * The last lines of a report, which stand above the prompt: what moved, what it was compared with, what to do, and the verdict.
 *
 * @param facts - judged result, its rows and how they are drawn
 * @returns lines, the verdict last; most of them at most, not counting lines that are broken for want of width
 */
export function closingLines(facts: ClosingFacts): readonly string[] {
  const { result, rows, groups, options } = facts;
  const { paint } = options;
  const { verdict } = result.judgement;
  const news = newsLine({
    result,
    rows,
    groups,
    names: shortNames(rows),
    isFixed: false,
    spelling: PLAIN,
  });
  return [
    paint("bold", logText(news, SENTENCE_LIMIT)),
    ...moverLines(facts),
    ...reasonLines(facts),
    comparedLine(facts),
    ...(isAdvised(facts) ? [...meaningLines(facts), ...nextLines(facts)] : []),
    paint(
      "bold",
      paint(VERDICT_STYLES[verdict] ?? "bold", `${runWord(verdict)}: ${headlineOf(result)}`),
    ),
  ];
}

/** What a runner's log, and a result of another tool, cannot act on is not advised. */
function isAdvised({ result, options }: ClosingFacts): boolean {
  return result.run.event === "local" && !options.isWhole && isOurs(result);
}

function isOurs({ environment }: ResultDocument): boolean {
  return engineOf(environment) !== "";
}

function moverLines({ rows, groups, options }: ClosingFacts): readonly string[] {
  const moved = [...groups.attention, ...groups.improvements];
  const names = shortNames(rows);
  const shown = moved.slice(0, MOST_MOVERS).map((row) => {
    const { name, place } = names.get(row.judgement.id) ?? { name: row.judgement.id, place: "" };
    const whole = logText(place === "" ? name : `${name} (${place})`, SENTENCE_LIMIT);
    return { row, whole };
  });
  const widest = Math.max(0, ...shown.map(({ whole }) => stringWidth(whole)));
  const columns = Math.min(widest, Math.max(NAME_COLUMNS, options.width - SAID_COLUMNS));
  const lines = shown.map(({ row, whole }) =>
    moverLine(row, { name: whole, columns }, options.width),
  );
  const rest = moved.length - shown.length;
  return rest === 0 ? lines : [...lines, `  and ${formatQuantity(rest, "more", "more")} above`];
}

/** Name and change are never dropped; values and what it asks for stand behind them where there is room. */
function moverLine(
  row: Row,
  { name, columns }: { readonly name: string; readonly columns: number },
  width: number,
): string {
  const [first = "", ...others] = saidOf(row, decisive(row).primary);
  const room = { width, separator: "  " };
  const free = Math.max(LEAST_NAME, width - stringWidth(first) - 2 * room.separator.length);
  const fitted = fitName(name, Math.min(columns, free));
  const padding = " ".repeat(Math.max(0, Math.min(columns, free) - stringWidth(fitted)));
  const line = `${room.separator}${fitted}${padding}${room.separator}${first}`;
  return others.reduce((sum, text) => appendFitting(sum, [text], room), line);
}

/** What became of a benchmark, the most important first. */
function saidOf(row: Row, primary: Row["primary"]): readonly string[] {
  const { judgement } = row;
  const word = benchmarkWord(judgement);
  const { failure } = judgement;
  if (failure !== null) return [`failed: ${failure.kind}`, logText(failure.message, NAME_LIMIT)];
  const change = primary?.change ?? null;
  if (primary === null || change === null) return [word];
  const isExact = isComparedExactly(primary);
  const metric = primary.metric === "time" ? "" : `${metricLabel(primary.metric)} `;
  const interval = isExact ? "" : ` (${formatChangeInterval(change)})`;
  const moved = `${metric}${changeText(change, primary)}${interval}`;
  if (judgement.verdict !== "inconclusive")
    return [moved, sidesText(primary), tierWords(judgement.tier) || word];
  const seen = seenWords(primary);
  return [seen === "" ? word : `${word}, ${seen}`, moved];
}

/** Why a run has its verdict where no benchmark stands for it; a pipe is told all reasons anyway. */
function reasonLines({ result, groups, options }: ClosingFacts): readonly string[] {
  const { verdict, reasons, targetCounts } = result.judgement;
  const isTold = groups.attention.length > 0 || targetCounts.missed > 0;
  if (verdict === "pass" || isTold || options.isPiped) return [];
  return reasons.slice(0, MOST_REASONS).map((text) => `  ${logText(text, SENTENCE_LIMIT)}`);
}

const COMPARED: readonly string[] = ["improvement", "unchanged", "regression", "inconclusive"];

/** What was compared with what; that nothing was, where that is so. */
function comparedLine({ result, rows, options }: ClosingFacts): string {
  const { baseline } = result;
  const baselineName = logText(baseline?.key ?? "", NAME_LIMIT);
  const isCompared = rows.some(({ judgement }) => COMPARED.includes(judgement.verdict));
  const identical = rows.filter(({ judgement }) => judgement.verdict === "identical").length;
  if (baseline === null) return "Nothing was compared: there is no baseline.";
  if (baseline.source === "compare")
    return `Compared: ${baselineName} (baseline) with ${logText(candidateName(result), NAME_LIMIT)} (candidate).`;
  const words = baselineWords(result, options.now);
  const place = [words?.sha ?? "", words?.age ?? ""].filter((text) => text !== "").join(", ");
  const named = `${baselineName}${place === "" ? "" : ` (${place})`}`;
  if (isCompared) return `Compared with ${named}.`;
  return identical === 0
    ? `Nothing was compared with ${named}.`
    : `Nothing was compared: ${formatQuantity(identical, "benchmark runs", "benchmarks run")} the code of ${named}.`;
}

/** The file of the candidate, or the folder of several. */
function candidateName({ components }: ResultDocument): string {
  const [first, ...others] = components.map(({ path }) => path);
  if (first === undefined) return "the candidate";
  if (others.length === 0) return first;
  const slash = first.lastIndexOf("/");
  return slash < 0 ? "." : first.slice(0, slash);
}

/** What the numbers of a run are that has nothing to compare with. */
function meaningLines({ result, rows, options }: ClosingFacts): readonly string[] {
  const isCompared = rows.some(({ judgement }) => COMPARED.includes(judgement.verdict));
  const isMeasured = rows.some(({ primary }) => primary?.candidate != null);
  if (isCompared || !isMeasured) return [];
  const [estimate, interval] = ["estimate", "interval"].map((word) => options.paint("dim", word));
  return [
    `${estimate} is one call (memory: bytes an instance); ${interval} holds the truth with ${Math.round(100 * result.policy.confidenceLevel)} %.`,
  ];
}

/** What a reader may do next, the most urgent first. */
function nextLines({ result, groups, options }: ClosingFacts): readonly string[] {
  const { paint } = options;
  return [...urgentLines(groups), ...firstSteps(result, options)]
    .slice(0, 1)
    .concat("all metrics and targets: --verbose · charts: --html FILE · raw data: --json FILE")
    .map((line) => paint("dim", line));
}

function urgentLines({ attention }: Groups): readonly string[] {
  const [first] = attention;
  if (first === undefined) return [];
  const { judgement } = first;
  const id = logText(judgement.id, NAME_LIMIT).replaceAll("'", "?");
  if (isOpenMissing(judgement))
    return [
      "next: bring it back, or accept that it is gone: `accept` in wasm-bench.yml (removed: true)",
    ];
  const accept = isOpenRegression(judgement) ? "; if it is meant: `accept` in wasm-bench.yml" : "";
  return [`next: look at it alone with --filter '${id}'${accept}`];
}

/** What a run without a comparison lacks. */
function firstSteps(result: ResultDocument, { isKept }: TerminalOptions): readonly string[] {
  const isReference = referenceWords(result) !== "";
  if (isReference)
    return ["next: wasm-bench init writes wasm-bench.yml for your own modules, then run again"];
  return result.baseline === null && isKept !== true
    ? ["next: wasm-bench save main keeps these modules and numbers to compare later runs with"]
    : [];
}
