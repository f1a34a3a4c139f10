import { cleanText, NAME_LIMIT, SENTENCE_LIMIT } from "./clean-text.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/**
 * Escapes text of ours for HTML content and quoted attributes.
 *
 * @param text - text without hostile characters beyond those HTML knows
 * @returns text that cannot open a tag, an entity or leave an attribute
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? "");
}

/**
 * A hostile name as HTML.
 *
 * @param name - benchmark, component or section name
 * @returns cleaned, capped and escaped
 */
export function htmlName(name: string): string {
  return escapeHtml(cleanText(name, NAME_LIMIT));
}

/**
 * A hostile sentence as HTML.
 *
 * @param text - reason, failure message or guest text
 * @returns cleaned, capped and escaped
 */
export function htmlSentence(text: string): string {
  return escapeHtml(cleanText(text, SENTENCE_LIMIT));
}
