import { ANNOTATION_LIMIT } from "../model/platform-limits.ts";
import type { Warning } from "../model/sample.ts";
import type { Annotation, Log } from "../ports.ts";
import { disarm, escapeCommandData, escapeCommandProperty } from "./command-text.ts";

/** What the log is made of. */
export interface LogDeps {
  /** Prints text as it is. */
  readonly write: (text: string) => void;
  /** An unguessable word, new each time. */
  readonly token: () => string;
}

/** Longest annotation, in characters: longer ones are cut by GitHub in the middle of a sentence. */
const MAX_MESSAGE = 1000;
const TITLE = "wasm-bench";

type Level = Annotation["level"];

/**
 * The log of a workflow step.
 *
 * @param deps - where text goes, and unguessable words
 * @returns the log; it counts annotations, so one step needs one log
 * @see docs/threat-model.md
 */
export function createLog(deps: LogDeps): Log {
  const left: Record<Level, number> = {
    error: ANNOTATION_LIMIT,
    warning: ANNOTATION_LIMIT,
    notice: ANNOTATION_LIMIT,
  };
  const line = (text: string): void => deps.write(`${text}\n`);
  const info = (text: string): void => line(disarm(text));
  const command = ({ level, title, message }: Omit<Annotation, "weight">): void => {
    // A command without a message shows nothing.
    const short = shorten(disarm(message.trim() === "" ? title : message));
    if (left[level] === 0) {
      info(`${level}: ${title}: ${short}`);
      return;
    }
    left[level] -= 1;
    line(`::${level} title=${escapeCommandProperty(disarm(title))}::${escapeCommandData(short)}`);
  };
  return {
    info,
    group: (title: string, lines: readonly string[]): void => {
      line(`::group::${escapeCommandData(disarm(title))}`);
      for (const one of lines) info(one);
      line("::endgroup::");
    },
    quote: (title: string, text: string): void => {
      const token = deps.token();
      line(`::group::${escapeCommandData(disarm(title))}`);
      line(`::stop-commands::${token}`);
      info(text.replaceAll(token, ""));
      line(`::${token}::`);
      line("::endgroup::");
    },
    warn: ({ message }: Warning): void => command({ level: "warning", title: TITLE, message }),
    error: (message: string): void => command({ level: "error", title: TITLE, message }),
    annotate: (annotations: readonly Annotation[]): void => {
      const worstFirst = [...annotations].sort((a, b) => b.weight - a.weight);
      const fits = { ...left };
      const shown = worstFirst.filter(({ level }) => {
        fits[level] -= 1;
        return fits[level] >= 0;
      });
      for (const annotation of shown) command(annotation);
      const rest = annotations.length - shown.length;
      if (rest > 0) info(`${rest} more in the summary of this run`);
    },
  };
}

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length <= MAX_MESSAGE
    ? text
    : `${characters.slice(0, MAX_MESSAGE - 1).join("")}…`;
}
