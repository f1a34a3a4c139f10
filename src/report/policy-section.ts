import type { PolicyChange } from "../model/policy-change.ts";
import type { ResultDocument } from "../model/result.ts";
import { formatQuantity } from "../wording/number.ts";
import { codeName, sentence } from "./escape-markdown.ts";
import type { Section } from "./markdown-sections.ts";
import { type MarkdownColumn, renderMarkdownTable } from "./markdown-table.ts";
import { judgedByWords, namedChange, policyChangesOf, policyTitle } from "./policy-words.ts";

/** Rows that stand open; the rest is folded. */
const MOST_OPEN = 4;

/** Changes that weaken nothing are shown up to here; the report has all. */
const MOST_OTHER = 20;

const COLUMNS: readonly MarkdownColumn<PolicyChange>[] = [
  { title: "What", align: "l", cell: whatCell },
  { title: "Before", align: "l", cell: ({ before }: PolicyChange): string => sentence(before) },
  { title: "Now", align: "l", cell: ({ now }: PolicyChange): string => sentence(now) },
];

function whatCell(change: PolicyChange): string {
  const { what, names, more } = namedChange(change);
  const of = names.length === 0 ? "" : ` of ${names.map(codeName).join(", ")}`;
  return `${codeName(what)}${of}${more === "" ? "" : ` ${more}`}`;
}

/**
 * The section of what a pull request changes of its own gate.
 *
 * @param result - judged result
 * @returns a section of the changes that weaken, with all others folded; empty where nothing differs
 */
export function policySection(result: ResultDocument): Section {
  const { weaker, other } = policyChangesOf(result);
  const render = (limit: number): string => {
    const isWhole = limit >= weaker.length;
    return [weakerPart(result, limit), isWhole ? otherPart(other, weaker.length > 0) : ""]
      .filter((part) => part !== "")
      .join("\n\n");
  };
  return { rows: Math.max(1, weaker.length), render };
}

function weakerPart(result: ResultDocument, limit: number): string {
  const { weaker } = policyChangesOf(result);
  if (weaker.length === 0) return "";
  const shown = weaker.slice(0, limit);
  const folded = shown.slice(MOST_OPEN);
  return [
    `### ⚠️ ${policyTitle(result)}`,
    renderMarkdownTable(COLUMNS, shown.slice(0, MOST_OPEN)),
    folded.length === 0
      ? ""
      : foldedTable(`${formatQuantity(folded.length, "more", "more")} that weaken it`, folded),
    moreLine(weaker.length - shown.length),
    sentence(judgedByWords(result)),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function foldedTable(title: string, changes: readonly PolicyChange[], below = ""): string {
  const parts = [renderMarkdownTable(COLUMNS, changes), below].filter((part) => part !== "");
  return `<details>\n<summary>${title}</summary>\n\n${parts.join("\n\n")}\n\n</details>`;
}

function moreLine(hidden: number): string {
  return hidden > 0 ? `_${formatQuantity(hidden, "more", "more")} in the report._` : "";
}

function otherPart(other: readonly PolicyChange[], isBeside: boolean): string {
  if (other.length === 0) return "";
  const noun = isBeside ? "further change" : "change";
  const title = `${formatQuantity(other.length, noun)} of the gate, none of which weakens it`;
  return foldedTable(title, other.slice(0, MOST_OTHER), moreLine(other.length - MOST_OTHER));
}
