import type { FunctionProfile } from "../model/function-profile.ts";
import { logText } from "../report/clean-text.ts";
import { summarizeProfile } from "../wasm/functions/summarize-profile.ts";
import { formatCount } from "../wording/number.ts";
import { formatPercent } from "../wording/percent.ts";

/** Functions that are printed; a file holds all of them. */
const SHOWN = 30;
const NAME_WIDTH = 44;
const NUMBER_WIDTH = 15;
const SHARE_WIDTH = 9;

/**
 * Prints what the functions of a call consumed.
 *
 * @param profile - profile of the call, its names readable
 * @returns a table, largest own fuel first; its own fuel adds up to the fuel of the call
 */
export function functionLines(profile: FunctionProfile): string {
  const summary = summarizeProfile(profile);
  const shown = summary.rows.slice(0, SHOWN);
  const rest = summary.rows.slice(SHOWN);
  const share = (fuel: number): string =>
    summary.fuel === 0 ? "" : formatPercent(fuel / summary.fuel);
  const line = (name: string, calls: string, self: number, inclusive: number | null): string =>
    row(name, [
      calls,
      formatCount(self),
      share(self),
      inclusive === null ? "" : formatCount(inclusive),
      inclusive === null ? "" : share(inclusive),
    ]);
  const lines = [
    "",
    row("function", ["calls", "self", "share", "with callees", "share"]),
    ...shown.map((one) => line(one.name, formatCount(one.calls), one.self, one.inclusive)),
    ...(rest.length === 0
      ? []
      : [line(`${formatCount(rest.length)} more`, "", sum(rest.map(({ self }) => self)), null)]),
    ...(summary.outside === 0 ? [] : [line("outside of functions", "", summary.outside, null)]),
    ...(summary.refund === 0 ? [] : [line("given back by Wasmtime", "", summary.refund, null)]),
    line("total", "", summary.fuel, null),
  ];
  return `${lines.map((text) => text.trimEnd()).join("\n")}\n`;
}

/**
 * Gives what functions consumed for programs.
 *
 * @param profile - profile of the call, its names readable
 * @returns parts of a document: functions, what is none of them, and the tree of calls
 */
export function profileParts(profile: FunctionProfile): object {
  const summary = summarizeProfile(profile);
  return {
    functions: summary.rows,
    outside: summary.outside,
    refund: summary.refund,
    calls: profile.nodes.map(({ function: called, parent, calls, self }) => ({
      function: profile.functions[called]?.name ?? null,
      parent: parent < 0 ? null : parent,
      calls,
      self,
    })),
  };
}

/** Names come from the module: control characters lose their effect. */
function row(name: string, cells: readonly string[]): string {
  const widths = [NUMBER_WIDTH, NUMBER_WIDTH, SHARE_WIDTH, NUMBER_WIDTH, SHARE_WIDTH];
  const label = logText(name, NAME_WIDTH).padEnd(NAME_WIDTH);
  return [label, ...cells.map((cell, place) => cell.padStart(widths[place] ?? 0))].join(" ");
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
