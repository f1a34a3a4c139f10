import type { Paint } from "./paint.ts";

/** How a report is drawn on a terminal. */
export interface TerminalOptions {
  readonly paint: Paint;
  /** Columns of the terminal; 100 suits a log. */
  readonly width: number;
  /** ISO time of the reader, for the age of the baseline. */
  readonly now: string;
  /** Whether everything is told; else metrics that did not move and targets that are met are left out. */
  readonly isWhole: boolean;
  /** Whether a pipe or a file takes it: tables are as wide as they are, and every reason is told. */
  readonly isPiped: boolean;
  /** Whether the run is being saved as a baseline, so that nobody needs to be told how; absent when not. */
  readonly isKept?: boolean;
}
