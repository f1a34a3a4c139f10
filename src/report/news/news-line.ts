import {
  ATTENTION_KINDS,
  type AttentionKind,
  attentionOf,
  type BenchmarkAttention,
} from "../../gate/attention.ts";
import { nothingMeasured } from "../../gate/nothing-measured.ts";
import type { ResultDocument } from "../../model/result.ts";
import { formatQuantity } from "../../wording/number.ts";
import { isBusy } from "../environment-words.ts";
import { codeName, sentence } from "../escape-markdown.ts";
import { opinionNews } from "../opinion-words.ts";
import { policyChangesOf } from "../policy-words.ts";
import type { Groups, Row } from "../rows.ts";
import { changeWords } from "./change-words.ts";
import type { ShortName } from "./short-name.ts";

/** What the news are made of. */
export interface NewsFacts {
  readonly result: ResultDocument;
  readonly groups: Groups;
  /** All rows: what the benchmarks are counted among. */
  readonly rows: readonly Row[];
  readonly names: ReadonlyMap<string, ShortName>;
  /** Whether the comment before this one told of a failure. */
  readonly isFixed: boolean;
  /** How names and sentences are written. */
  readonly spelling: Spelling;
}

/** How hostile names and sentences are written; numbers of ours need no care. */
export interface Spelling {
  readonly name: (name: string) => string;
  readonly text: (text: string) => string;
}

/** For running Markdown. */
export const MARKDOWN: Spelling = { name: codeName, text: sentence };
/** For one line of plain text, whose writer still cleans it. */
export const PLAIN: Spelling = {
  name: (name: string): string => name,
  text: (text: string): string => text,
};

/** Accepted changes that are named. */
const MOST_ACCEPTED = 2;

/** One kind of news: a sentence of its own, and the same as an addition to another. */
interface Item {
  readonly alone: string;
  readonly beside: string;
}

/**
 * The first line of a comment: what moved and by how much, or that nothing did.
 *
 * @param facts - result, its rows and their names
 * @returns one line without an icon, for example `<code>blur_256</code> is 15.2 % slower, 1 missed target`
 */
export function newsLine(facts: NewsFacts): string {
  const { result } = facts;
  const opinion = opinionNews(result.judgement);
  const [first, second] = opinion === null ? itemsOf(facts) : [];
  const news = opinion === null ? (first?.alone ?? fixedNews(facts)) : facts.spelling.text(opinion);
  const { weaker } = policyChangesOf(result);
  const weakened =
    weaker.length === 0 ? "" : `, gate weakened by ${formatQuantity(weaker.length, "change")}`;
  return `${news}${second === undefined ? "" : `, ${second.beside}`}${weakened}`;
}

/**
 * What became of one regressed benchmark, as a line of its own.
 *
 * @param facts - names and their spelling
 * @param row - a regression
 * @returns for example `blur_256 is 15.2 % slower (image-filter)`
 */
export function regressionLine(facts: Pick<NewsFacts, "names" | "spelling">, row: Row): string {
  return placed(facts, row, row.deciding ? changeWords(row.deciding) : "regressed");
}

/** News that ask for attention, worst first. */
function itemsOf(facts: NewsFacts): Item[] {
  const nothing = nothingMeasured(facts.result.benchmarks);
  return [
    ...(nothing === null
      ? []
      : [{ alone: "Nothing was measured", beside: "nothing was measured" }]),
    ...ATTENTION_KINDS.flatMap((kind) => itemOf(kind, facts) ?? []),
  ];
}

function itemOf(kind: AttentionKind, facts: NewsFacts): Item | null {
  if (kind === "missed-target") return missedNews(facts);
  if (kind === "undecided-target") return undecidedNews(facts);
  const rows = facts.groups.attention.filter(({ judgement }) => attentionOf(judgement) === kind);
  return rows.length === 0 ? null : BENCHMARK_NEWS[kind](facts, rows);
}

/** What is told of the benchmarks of a kind; there is one at least. */
const BENCHMARK_NEWS: Readonly<
  Record<BenchmarkAttention, (facts: NewsFacts, rows: readonly Row[]) => Item>
> = {
  failed: failedNews,
  regression: regressionNews,
  missing: (facts: NewsFacts, rows: readonly Row[]) => absentNews(facts, rows, "gone"),
  "not-compared": (facts: NewsFacts, rows: readonly Row[]) =>
    absentNews(facts, rows, "not compared"),
  "too-noisy": noisyNews,
  inconclusive: unsureNews,
};

function called(
  { names, spelling }: Pick<NewsFacts, "names" | "spelling">,
  { judgement }: Row,
): string {
  return spelling.name(names.get(judgement.id)?.name ?? judgement.id);
}

/** Name and place: what a sentence begins with that speaks of one benchmark. */
function placed(facts: Pick<NewsFacts, "names" | "spelling">, row: Row, words: string): string {
  const place = facts.names.get(row.judgement.id)?.place ?? "";
  const where = place === "" ? "" : ` (${facts.spelling.name(place)})`;
  return `${called(facts, row)} ${words}${where}`;
}

function failedNews(facts: NewsFacts, rows: readonly Row[]): Item {
  const [row] = rows;
  const beside = formatQuantity(rows.length, "failure");
  if (row === undefined || rows.length > 1)
    return { alone: `${formatQuantity(rows.length, "benchmark")} failed`, beside };
  const kind = row.judgement.failure?.kind ?? "";
  return {
    alone: placed(facts, row, kind === "" ? "failed" : `failed: ${facts.spelling.text(kind)}`),
    beside,
  };
}

function regressionNews(facts: NewsFacts, rows: readonly Row[]): Item {
  const [row] = rows;
  const beside = formatQuantity(rows.length, "regression");
  const words = row?.deciding ? changeWords(row.deciding) : "regressed";
  if (row === undefined) return { alone: beside, beside };
  if (rows.length === 1) return { alone: regressionLine(facts, row), beside };
  const count = formatQuantity(rows.length, "benchmark regressed", "benchmarks regressed");
  return { alone: `${count}; ${called(facts, row)} ${words}`, beside };
}

function absentNews(facts: NewsFacts, rows: readonly Row[], word: string): Item {
  const [row] = rows;
  const count = formatQuantity(rows.length, "benchmark");
  const beside = `${rows.length} ${word}`;
  return row !== undefined && rows.length === 1
    ? { alone: placed(facts, row, `is ${word}`), beside }
    : { alone: `${count} are ${word}`, beside };
}

function missedNews({ result: { judgement }, spelling }: NewsFacts): Item | null {
  const { missed } = judgement.targetCounts;
  if (missed === 0) return null;
  const [first] = judgement.targets.filter(({ verdict }) => verdict === "missed");
  const beside = formatQuantity(missed, "missed target");
  const alone =
    first !== undefined && missed === 1
      ? `Target missed: ${spelling.text(first.target.title)}`
      : beside;
  return { alone, beside };
}

function undecidedNews({ result: { judgement } }: NewsFacts): Item | null {
  // What only informs is no news until it is missed.
  const inconclusive = judgement.targets.filter(
    ({ verdict, target }) => verdict === "inconclusive" && target.severity !== "info",
  ).length;
  const words = formatQuantity(inconclusive, "undecided target");
  return inconclusive === 0 ? null : { alone: words, beside: words };
}

function noisyNews({ rows: all, result }: NewsFacts, rows: readonly Row[]): Item {
  const words = isBusy(result) ? "Runner too busy" : "Too noisy";
  const among = `${rows.length} of ${formatQuantity(all.length, "benchmark")}`;
  return { alone: `${words} to judge ${among}`, beside: `${rows.length} too noisy to judge` };
}

function unsureNews(facts: NewsFacts, rows: readonly Row[]): Item {
  const [row] = rows;
  const beside = `${rows.length} inconclusive`;
  if (row !== undefined && rows.length === 1)
    return { alone: placed(facts, row, "is inconclusive"), beside };
  const among = `${rows.length} of ${formatQuantity(facts.rows.length, "benchmark")}`;
  return { alone: `Cannot tell for ${among}`, beside };
}

/** A failure is mended only where nothing fails. */
function fixedNews(facts: NewsFacts): string {
  const isMended = facts.isFixed && facts.result.judgement.verdict !== "fail";
  const news = calmNews(facts);
  return isMended ? `Fixed: ${news.replace(/^No change/, "no change")}` : news;
}

/** Nothing asks for attention: what became better, or that nothing moved. */
function calmNews(facts: NewsFacts): string {
  const { result, groups, rows } = facts;
  const { counts, verdict, reasons } = result.judgement;
  const total = formatQuantity(rows.length - counts.unsupported - counts.missing, "benchmark");
  // Something that no benchmark stands for.
  if (verdict === "fail") return facts.spelling.text(reasons[0] ?? "the gate failed");
  if (verdict === "no-baseline") return `${total} measured, nothing to compare with yet`;
  const [better] = groups.improvements;
  if (better !== undefined) {
    const words = better.deciding ? changeWords(better.deciding) : "improved";
    return groups.improvements.length === 1
      ? placed(facts, better, words)
      : `${groups.improvements.length} benchmarks improved; ${called(facts, better)} ${words}`;
  }
  if (groups.accepted.length > 0) return acceptedNews(facts);
  return rows.some(({ judgement }) => ["unchanged", "identical"].includes(judgement.verdict))
    ? `No change in ${total}`
    : `${total} measured, not compared`;
}

/** What was accepted, by name: nobody should have to open anything for it. */
function acceptedNews({ groups, names, spelling }: NewsFacts): string {
  const named = groups.accepted.slice(0, MOST_ACCEPTED).map((row) => {
    const words =
      row.judgement.verdict === "missing"
        ? "is gone"
        : row.deciding
          ? changeWords(row.deciding)
          : "regressed";
    return placed({ names, spelling }, row, words);
  });
  const rest = groups.accepted.length - named.length;
  const more = rest === 0 ? "" : ` and ${formatQuantity(rest, "more", "more")}`;
  return `Accepted: ${named.join(", ")}${more}; nothing else moved`;
}
