import { ActionError } from "../../errors.ts";
import { logText } from "../../report/clean-text.ts";
import type { Paint } from "../../report/paint.ts";

/** What was looked at: `fine`, a `note` of what is less than it could be, or a `fault` that a run would meet. */
export interface Check {
  readonly state: "fine" | "note" | "fault";
  /** What it is about, such as `Node` or `component codec`. */
  readonly subject: string;
  readonly text: string;
}

const LONGEST_LINE = 400;
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
 * A check as one line.
 *
 * @param check - what was looked at; its text may quote files of others
 * @param paint - colours
 * @returns the line, without its end
 */
export function checkLine({ state, subject, text }: Check, paint: Paint): string {
  const mark = paint(STYLES[state], MARKS[state].padEnd(6));
  return `${mark}${subject.padEnd(SUBJECT_WIDTH)} ${logText(text.replaceAll(/\s+/g, " "), LONGEST_LINE)}`;
}
