import type { ResultDocument } from "../../model/result.ts";
import { formatQuantity } from "../../wording/number.ts";
import { engineOf } from "../environment-words.ts";
import { commitLink, type Links, readOn, reasonList } from "../markdown-context.ts";
import { policyChangesOf } from "../policy-words.ts";
import type { Groups } from "../rows.ts";

/** How to read a comment: the page that explains every word of it. */
const READING_URL = "https://github.com/airssys/wasm-bench-action/blob/main/docs/reading.md";

/**
 * Why a run failed, or wants a look, that no benchmark and no target stands for.
 *
 * @param result - judged result
 * @returns a list; empty where nothing of the kind is to be said
 */
export function openReasons(result: ResultDocument): string {
  const { verdict } = result.judgement;
  const isWeakened = policyChangesOf(result).weaker.length > 0;
  return verdict === "fail" || (verdict === "warn" && !isWeakened) ? reasonList(result) : "";
}

/**
 * How many did not move, what was compared with what, and where to read on.
 *
 * @param result - judged result
 * @param groups - its rows by what they ask
 * @param links - addresses of the repository and the report
 * @returns one line of Markdown
 */
export function closingLine(result: ResultDocument, groups: Groups, links: Links): string {
  const [first] = readOn(result, links);
  const further = [...(first === undefined ? [] : [first]), `[how to read this](${READING_URL})`];
  return [othersWords(result, groups), comparedWords(result, links.baseUrl), further.join(" · ")]
    .filter((part) => part !== "")
    .join(" ");
}

/**
 * What heads all that stands behind the news.
 *
 * @param result - judged result
 * @returns a title
 */
export function wholeTitle({ judgement }: ResultDocument): string {
  const targets = judgement.targets.length === 0 ? "" : ", targets";
  const count = judgement.benchmarks.length;
  const all = count === 1 ? "The benchmark" : `All ${formatQuantity(count, "benchmark")}`;
  return `${all}${targets}, environment, trend`;
}

function othersWords({ judgement }: ResultDocument, groups: Groups): string {
  const { quiet, accepted } = groups;
  const count = (...verdicts: string[]): number =>
    quiet.filter((row) => verdicts.includes(row.judgement.verdict)).length;
  const calm = count("unchanged", "identical");
  const isAll = calm === judgement.benchmarks.length;
  const parts = [
    ...(calm === 0 || isAll
      ? []
      : [formatQuantity(calm, "other did not change", "others did not change")]),
    ...(count("new") === 0 ? [] : [`${count("new")} new`]),
    ...(accepted.length === 0 ? [] : [`${accepted.length} accepted`]),
    ...(count("unsupported") === 0 ? [] : [`${count("unsupported")} unsupported`]),
  ];
  return parts.length === 0 ? "" : `${parts.join(", ")}.`;
}

function comparedWords(result: ResultDocument, baseUrl: string): string {
  const { baseline, environment } = result;
  const isCompared = result.judgement.benchmarks.some(
    ({ verdict }) => !["new", "unsupported", "missing"].includes(verdict),
  );
  if (baseline === null || !isCompared) return "Nothing was compared.";
  const isOurs = engineOf(environment) !== "";
  const place = baseline.offset === undefined ? "" : " (not the base)";
  return `Compared with ${commitLink(baseline.sha, baseUrl)}${place}${isOurs ? ", both on this runner" : ""}.`;
}
