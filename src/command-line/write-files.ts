import { serializeResult } from "../config/result-document.ts";
import type { ResultDocument } from "../model/result.ts";
import { renderComment } from "../report/comment/comment.ts";
import type { History } from "../report/history.ts";
import { renderHtml } from "../report/html/page.ts";
import { renderJunit } from "../report/junit.ts";
import type { Options } from "./options.ts";
import { requirePlaces, writeText } from "./write-text.ts";

/** Longest note that GitLab takes, in characters; other systems take less of a file, and cut it themselves. */
const LONGEST_MARKDOWN = 1_000_000;

/** Where the documents of a run go; null for one that nobody asked for. */
export type FilePlaces = Pick<Options, "json" | "html" | "junit" | "markdown">;

/**
 * Checks, before anything is measured, that the documents a user asked for can be written.
 *
 * @param places - paths
 * @throws ActionError (`usage`) naming the path and what stands in its place
 */
export function requireFilePlaces({ json, html, junit, markdown }: FilePlaces): Promise<void> {
  return requirePlaces([json, html, junit, markdown]);
}

/**
 * Writes the documents a user asked for.
 *
 * @param result - judged result
 * @param places - paths
 * @param history - stored runs of the baseline compared with, and this one
 * @throws ActionError (`usage`) when a file cannot be written
 */
export async function writeFiles(
  result: ResultDocument,
  { json, html, junit, markdown }: FilePlaces,
  history: History = [],
): Promise<void> {
  const now = new Date().toISOString();
  if (json !== null) await writeText(json, serializeResult(result));
  if (html !== null) await writeText(html, renderHtml(result, { history, now }));
  if (junit !== null) await writeText(junit, renderJunit(result));
  if (markdown !== null) {
    const links = { baseUrl: "", reportUrl: "" };
    const options = { ...links, history, now, maxLength: LONGEST_MARKDOWN };
    await writeText(markdown, renderComment(result, options));
  }
}
