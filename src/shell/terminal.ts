import { styleText } from "node:util";
import type { ResultDocument } from "../model/result.ts";
import type { Warning } from "../model/sample.ts";
import type { Paint, PaintStyle } from "../report/paint.ts";
import { plainPaint } from "../report/paint.ts";
import { renderTerminal } from "../report/terminal.ts";
import type { Warn } from "./ask-git.ts";

/** Where a command prints. */
export interface Console {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True when the output is a terminal a person watches. */
  readonly isTerminal: boolean;
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
  const isTerminal = process.stdout.isTTY === true;
  const { NO_COLOR, FORCE_COLOR } = process.env;
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== "0";
  return {
    out: (text: string): void => void process.stdout.write(text),
    err: (text: string): void => void process.stderr.write(text),
    isTerminal,
    width: process.stdout.columns || LOG_WIDTH,
    color: wantsColor && !NO_COLOR && (isTerminal || forced),
  };
}

/**
 * Prints warnings on the error output of a command.
 *
 * @param console - where they go
 * @returns told of each warning
 */
export function warnOn({ err }: Pick<Console, "err">): Warn {
  return ({ message }: Warning): void => err(`wasm-bench: warning: ${message}\n`);
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

/**
 * Prints the report of a run.
 *
 * @param result - judged result
 * @param console - where it goes; what is no terminal gets everything
 * @param isVerbose - whether a terminal gets everything too
 */
export function printReport(result: ResultDocument, console: Console, isVerbose: boolean): void {
  const { width, isTerminal } = console;
  const isWhole = isVerbose || !isTerminal;
  const now = new Date().toISOString();
  console.out(renderTerminal(result, { paint: paintOf(console), width, now, isWhole }));
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
