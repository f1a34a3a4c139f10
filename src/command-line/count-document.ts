import type { ExecutionEntry, FuelConfig } from "../model/config.ts";
import type { Count } from "../model/count.ts";
import type { FunctionProfile } from "../model/function-profile.ts";
import { formatCount } from "../wording/number.ts";
import { profileParts } from "./fuel-functions.ts";

/** How a call was counted, and by function. */
export interface Counted {
  readonly fuel: FuelConfig;
  /** Null where it was not counted by function. */
  readonly profile: FunctionProfile | null;
}

/**
 * Whether a call was counted and consumed the same every time.
 *
 * @param count - what came of counting it
 * @returns true when its fuel is a number to rely on
 */
export function isExact({ fuel, failure }: Count): boolean {
  return failure === null && new Set(fuel).size === 1;
}

/**
 * Tells what a call that failed had consumed until then.
 *
 * @param count - what came of counting it
 * @param rules - how it was counted
 * @returns lines for the terminal; none where that is not known
 */
export function spentLines({ failure, spent }: Count, { mode }: FuelConfig): string[] {
  if (spent === undefined) return [];
  const line = `fuel          ${formatCount(spent)} until it failed`;
  const isPartial = failure?.kind === "trap" && mode === "wasmtime";
  return isPartial
    ? [
        line,
        "              as Wasmtime tells it; `fuel.mode: complete` counts up to the trap itself",
      ]
    : [line];
}

/**
 * Writes what a call consumed for programs.
 *
 * @param call - export and arguments
 * @param count - what came of counting it
 * @param counted - how it was counted, and by function
 * @returns JSON: the call, the rules, `fuel` of every count (of a call that failed what it had consumed until then), whether
 *   that is exact, the memory pages afterwards, and the failure or null; integers of 64 bits are text with a trailing n.
 *   `functions` and `calls` are there where it was counted by function
 */
export function countDocument(call: ExecutionEntry, count: Count, counted: Counted): string {
  const { fuel, pages, failure, spent } = count;
  const { profile, mode, cost } = counted.fuel;
  const document = {
    export: call.export,
    args: call.args,
    profile,
    mode,
    cost,
    fuel: spent === undefined ? fuel : [spent],
    exact: isExact(count),
    pages: pages.at(-1) ?? null,
    failure:
      failure === null
        ? null
        : { kind: failure.kind, category: failure.category, message: failure.message },
    ...(counted.profile === null ? {} : profileParts(counted.profile)),
  };
  const plain = (_: string, value: unknown): unknown =>
    typeof value === "bigint" ? `${value}n` : value;
  return `${JSON.stringify(document, plain, 2)}\n`;
}
