import { styleText } from "node:util";
import type { ResultDocument } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import type { Paint, PaintStyle } from "../report/paint.ts";
import { plainPaint } from "../report/paint.ts";
import { renderTerminal } from "../report/terminal.ts";
import { hangText } from "../report/wrap-text.ts";
import type { Warn } from "./ask-git.ts";

/** Where a command prints. */
export interface Console {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True when the output is a terminal a person watches. */
  readonly isTerminal: boolean;
  /** True when the error output is a terminal on which a line can be rewritten. */
  readonly isLive: boolean;
  readonly width: number;
  readonly color: boolean;
}

const LOG_WIDTH = 120;

/**
 * The console of this process.
 *
 * @param wantsColor - false after `--no-color`
 * @returns writers and what the terminal can do; NO_COLOR and FORCE_COLOR are respected
 */
export function createConsole(wantsColor: boolean): Console {
  const { stdout, stderr, env } = process;
  const traits = consoleTraits({ output: stdout, errors: stderr, variables: env, wantsColor });
  return {
    out: (text: string): void => void stdout.write(text),
    err: (text: string): void => void stderr.write(text),
    ...traits,
  };
}

/** What a console is told from. */
interface ConsoleFacts {
  readonly output: { readonly isTTY?: boolean; readonly columns?: number };
  readonly errors: { readonly isTTY?: boolean };
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** False after `--no-color`. */
  readonly wantsColor: boolean;
}

/** Values of FORCE_COLOR that ask for none. */
const UNFORCED = ["0", "false"];

/**
 * What can be shown on a console.
 *
 * @param facts - both outputs and the variables of the process
 * @returns whether it is a terminal, whether a line may be rewritten, width and colour; a dumb terminal has neither, and
 *   NO_COLOR comes before FORCE_COLOR
 */
export function consoleTraits({
  output,
  errors,
  variables,
  wantsColor,
}: ConsoleFacts): Omit<Console, "out" | "err"> {
  const { NO_COLOR, FORCE_COLOR, TERM } = variables;
  const isTerminal = output.isTTY === true;
  const isForced = FORCE_COLOR !== undefined && !UNFORCED.includes(FORCE_COLOR);
  const isDumb = TERM === "dumb";
  return {
    isTerminal,
    isLive: errors.isTTY === true && !isDumb,
    width: output.columns || LOG_WIDTH,
    color: wantsColor && !NO_COLOR && ((isTerminal && !isDumb) || isForced),
  };
}

/**
 * Prints warnings on the error output of a command.
 *
 * @param console - where they go
 * @returns told of each warning
 */
export function warnOn(console: Pick<Console, "err" | "isTerminal" | "width">): Warn {
  return ({ message }: Warning): void =>
    console.err(fittedText(`wasm-bench: warning: ${message}`, console));
}

/**
 * A sentence as it is printed: a terminal would break it in the middle of a word.
 *
 * @param text - one line
 * @param console - where it goes
 * @returns lines as wide as the terminal, or the one line for a pipe, with a line break at the end
 */
export function fittedText(
  text: string,
  { isTerminal, width }: Pick<Console, "isTerminal" | "width">,
): string {
  return `${isTerminal ? hangText(text, 2, width).join("\n") : text}\n`;
}

/**
 * How a console is painted on.
 *
 * @param console - console with or without colors
 * @returns styles where it shows colors, else plain text
 */
export function paintOf(console: Console): Paint {
  const styled: Paint = (style: PaintStyle, text: string): string =>
    styleText(style, text, { validateStream: false });
  return console.color ? styled : plainPaint;
}

/** How much a report tells. */
export interface ReportChoice {
  /** Whether every metric and target is told. */
  readonly isVerbose: boolean;
  /** Whether the run is being saved as a baseline; absent when not. */
  readonly isKept?: boolean;
}

/**
 * Prints the report of a run.
 *
 * @param result - judged result
 * @param console - where it goes; a pipe gets tables of full width and every reason
 * @param choice - how much is told
 */
export function printReport(result: ResultDocument, console: Console, choice: ReportChoice): void {
  const { width, isTerminal } = console;
  const { isVerbose: isWhole, isKept = false } = choice;
  const now = new Date().toISOString();
  const options = { paint: paintOf(console), width, now, isWhole, isPiped: !isTerminal, isKept };
  console.out(renderTerminal(result, options));
}

/**
 * The exit code a verdict ends with.
 *
 * @param result - judged result
 * @returns 1 when the gate failed, else 0
 */
export function exitCodeOf(result: ResultDocument): 0 | 1 {
  return result.judgement.verdict === "fail" ? 1 : 0;
}
