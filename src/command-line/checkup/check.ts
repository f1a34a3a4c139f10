import { ActionError } from "../../errors.ts";
import { logText } from "../../report/clean-text.ts";
import type { Paint } from "../../report/paint.ts";
import { hangText } from "../../report/wrap-text.ts";

/** What was looked at: `fine`, a `note` of what is less than it could be, or a `fault` that a run would meet. */
export interface Check {
  readonly state: "fine" | "note" | "fault";
  /** What it is about, such as `Node` or `component codec`. */
  readonly subject: string;
  readonly text: string;
}

const LONGEST_LINE = 600;
const MARK_WIDTH = 6;
const SUBJECT_WIDTH = 20;
const MARKS = { fine: "ok", note: "note", fault: "FAULT" } as const;
const STYLES = { fine: "green", note: "yellow", fault: "red" } as const;

/**
 * A check whose subject gave an error of the user's to mend.
 *
 * @param subject - what was looked at
 * @param thrown - whatever was caught
 * @returns the fault with its remedy, on one line
 * @throws what was caught, when it is a fault of this product
 */
export function faultCheck(subject: string, thrown: unknown): Check {
  if (!(thrown instanceof ActionError)) throw thrown;
  const remedy = thrown.hint === undefined ? "" : ` → ${thrown.hint}`;
  return { state: "fault", subject, text: `${thrown.message}${remedy}` };
}

/**
 * A check as it is printed.
 *
 * @param check - what was looked at; its text may quote files of others
 * @param paint - colours
 * @param width - columns of a terminal, in which the text is wrapped; Infinity keeps it on one line
 * @returns one line or more, without the last end
 */
export function checkLines({ state, subject, text }: Check, paint: Paint, width: number): string {
  const mark = paint(STYLES[state], MARKS[state].padEnd(MARK_WIDTH));
  const line = `${mark}${subject.padEnd(SUBJECT_WIDTH)} ${logText(text.replaceAll(/\s+/g, " "), LONGEST_LINE)}`;
  return hangText(line, MARK_WIDTH + SUBJECT_WIDTH + 1, width).join("\n");
}
