import type {
  FunctionChange,
  FunctionDifference,
  FunctionFate,
} from "../model/function-difference.ts";
import { formatCount, formatQuantity, formatSignedCount } from "../wording/number.ts";
import { formatChange } from "../wording/percent.ts";

/** Functions that are named in a sentence. */
const NAMED = 3;
/** A function is not named whose change is a smaller share of the largest one. */
const LEAST_SHARE = 0.01;
/** Longest name in a sentence, in characters. */
const MAX_NAME = 60;

/**
 * Says which functions made the fuel of a call move.
 *
 * @param difference - the call by function; undefined where it was not counted so
 * @returns for example `fuel +12.4 %: decode_block +12.0 %, 3 more calls; memcpy +0.4 %`, or `fuel +8.1 %, all in decode`; empty
 *   when nothing is known. Names are the guest's and hostile until escaped
 */
export function explainFunctions(difference: FunctionDifference | undefined): string[] {
  if (difference === undefined) return [];
  const moved = difference.functions.filter((one) => changeOf(one) !== 0);
  const largest = Math.abs(moved[0] === undefined ? 0 : changeOf(moved[0]));
  if (largest === 0) return ["no function consumed more fuel, and none less"];
  const named = moved
    .slice(0, NAMED)
    .filter((one) => Math.abs(changeOf(one)) >= largest * LEAST_SHARE);
  const share = shareOf(difference);
  const whole = `fuel ${share(difference.candidate - difference.baseline)}`;
  const [first] = named;
  if (first !== undefined && moved.length === 1)
    return [[`${whole}, all in ${shortened(first.name)}`, ...asides(first)].join(", ")];
  const parts = named.map((one) =>
    [`${shortened(one.name)} ${share(changeOf(one))}`, ...asides(one)].join(", "),
  );
  const others = moved.length - named.length;
  const more =
    others > 0
      ? [`${formatCount(others)} more ${others === 1 ? "function" : "functions"} by less`]
      : [];
  return [`${whole}: ${[...parts, ...more].join("; ")}`];
}

function changeOf({ baseline, candidate }: FunctionChange): number {
  return (candidate?.self ?? 0) - (baseline?.self ?? 0);
}

/** Fuel as a share of the base's, or as a count where that had none. */
function shareOf({ baseline }: FunctionDifference): (fuel: number) => string {
  return (fuel: number): string =>
    baseline === 0 ? formatSignedCount(fuel) : formatChange(fuel / baseline);
}

/** What else is known of a function that moved. */
function asides(change: FunctionChange): string[] {
  return [callWords(change), fateWords(change)].filter((part) => part !== "");
}

function callWords({ baseline, candidate }: FunctionChange): string {
  if (baseline === null || candidate === null) return "";
  const more = candidate.calls - baseline.calls;
  if (more === 0) return "";
  return formatQuantity(Math.abs(more), more > 0 ? "more call" : "fewer call");
}

function fateWords({ fate, other = "", baseline, candidate }: FunctionChange): string {
  if (fate === undefined) return "";
  const words: Readonly<Record<FunctionFate, string>> = {
    renamed: `before ${shortened(other)}`,
    inlined: `probably inlined into ${shortened(other)}`,
    new: `new in this call, ${formatQuantity(candidate?.calls ?? 0, "call")}`,
    gone: `called no more, ${formatQuantity(baseline?.calls ?? 0, "call")} before`,
  };
  return words[fate];
}

function shortened(name: string): string {
  return name.length <= MAX_NAME ? name : `${name.slice(0, MAX_NAME - 1)}…`;
}
