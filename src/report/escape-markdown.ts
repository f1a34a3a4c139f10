import { cleanText, NAME_LIMIT, SENTENCE_LIMIT } from "./clean-text.ts";

/** Word joiner: invisible, and no longer a mention, reference, address or emoji where it stands. */
const JOINER = "&#8288;";

/** Inside `<code>` only addresses are still recognised. */
const NAME_TRIGGERS = /@(?=\S)|:(?=[^\s\d])|\bwww(?=\.)/gi;

/** In running text a renderer also looks for mentions, references, commits, emoji and formulas. */
const SENTENCE_TRIGGERS =
  /[@#$](?=\S)|:(?=[^\s\d])|\bwww(?=\.)|\bgh-(?=\d)|\b(?=\d*[a-f])[0-9a-f]{7,64}\b/gi;

/** Everything Markdown or HTML could take for more than a character; an underscore inside a word is none. */
const MEANINGFUL =
  /[^\p{L}\p{M}\p{N}\p{S}\p{P} ]|[!"#$&*<>?@[\\\]^`{|}~]|:(?![ \d])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

function encode(text: string): string {
  return text.replace(MEANINGFUL, (character) => `&#${character.codePointAt(0) ?? 0};`);
}

/** Encodes, and puts a joiner behind each trigger; a commit hash is broken into groups of four. */
function defang(text: string, triggers: RegExp): string {
  let output = "";
  let from = 0;
  for (const match of text.matchAll(triggers)) {
    const to = match.index + match[0].length;
    output += encode(text.slice(from, match.index));
    output += (match[0].match(/.{1,4}/gu) ?? []).map((part) => encode(part) + JOINER).join("");
    from = to;
  }
  return output + encode(text.slice(from));
}

/**
 * A hostile name for Markdown: `<code>` with numeric entities.
 *
 * @param name - benchmark, component or section name
 * @returns inline HTML that shows the name and can do nothing
 * @see docs/threat-model.md
 */
export function codeName(name: string): string {
  return `<code>${defang(cleanText(name, NAME_LIMIT), NAME_TRIGGERS) || "&#32;"}</code>`;
}

/**
 * A hostile sentence for running Markdown text.
 *
 * @param text - reason, failure message, acceptance or guest text
 * @returns one line of text without mention, reference, link, tag, emphasis or table break
 */
export function sentence(text: string): string {
  return defang(cleanText(text, SENTENCE_LIMIT), SENTENCE_TRIGGERS);
}

/**
 * Keeps a number and its unit on one line of a table cell.
 *
 * @param text - formatted number
 * @returns text with no-break spaces
 */
export function keepTogether(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}

/**
 * A trusted address for a Markdown link.
 *
 * @param url - address made by this product or given by the platform
 * @returns the address, or null when it is no plain http(s) address
 */
export function linkTarget(url: string): string | null {
  return /^https?:\/\/[\w.~:/?#@!$&'*+,;=%-]+$/i.test(url) ? url : null;
}
