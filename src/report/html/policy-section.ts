import type { PolicyChange } from "../../model/policy-change.ts";
import type { ResultDocument } from "../../model/result.ts";
import { escapeHtml, htmlName, htmlSentence } from "../escape-html.ts";
import { judgedByWords, policyChangesOf, policyTitle } from "../policy-words.ts";
import { codeHtml, paragraph, renderPlainTable } from "./cells.ts";

/**
 * What a pull request changes of its own gate, with the base's values.
 *
 * @param result - judged result
 * @returns HTML; empty where nothing differs
 */
export function renderPolicyChanges(result: ResultDocument): string {
  const { weaker, other } = policyChangesOf(result);
  if (weaker.length + other.length === 0) return "";
  const title = weaker.length > 0 ? policyTitle(result) : "Changes of the gate";
  return [
    `<section id="gate"><h2>${escapeHtml(title)}</h2>`,
    paragraph(escapeHtml(judgedByWords(result))),
    tableOf("What weakens it", weaker),
    tableOf("What does not weaken it", other),
    "</section>",
  ].join("");
}

function tableOf(caption: string, changes: readonly PolicyChange[]): string {
  const rows = changes.map(({ what, of, before, now }) => [
    htmlName(what),
    of.length === 0 ? "the whole run" : of.map(codeHtml).join(" "),
    htmlSentence(before),
    htmlSentence(now),
  ]);
  return renderPlainTable({
    caption,
    headings: ["What", "Of", "Before", "Now"],
    rows,
    numeric: [],
  });
}
