import type { Procedure } from "../../model/benchmark.ts";
import { callsOf } from "../../model/procedure-calls.ts";
import type { Sides } from "../../model/sides.ts";
import type { WitFunction, WitWorld } from "../../model/wit.ts";
import { findWitExport } from "./names.ts";
import { typeName } from "./type-name.ts";

/**
 * Why a baseline's component cannot run what is defined for the candidate's.
 *
 * @param procedure - what is done for the benchmark
 * @param worlds - what the components of both sides export; null for what is none
 * @returns for example `it exports no function "blur"`; null when its exports are what the procedure asks for
 */
export function worldObstacle(
  procedure: Procedure,
  { baseline, candidate }: Sides<WitWorld | null>,
): string | null {
  if (baseline === null) return "it is no Component Model binary";
  if (candidate === null) return "it is a Component Model binary";
  for (const { export: name } of callsOf(procedure)) {
    const found = findWitExport(baseline, name);
    if ("fault" in found) return `it exports no function "${name}"`;
    const asked = findWitExport(candidate, name);
    if ("fault" in asked || isSame(found.type, asked.type)) continue;
    return `its "${name}" is ${typeOf(found.type)}, this one's ${typeOf(asked.type)}`;
  }
  return null;
}

/** Whether both take and return values of the same types, however many parts these have; names of parameters are no matter. */
function isSame(one: WitFunction, other: WitFunction): boolean {
  const [left, right] = [one, other].map(({ params, result }) =>
    JSON.stringify([params.map(({ type }) => type), result]),
  );
  return left === right;
}

function typeOf({ params, result }: WitFunction): string {
  const list = params.map(({ type }) => typeName(type)).join(", ");
  return `(${list}) -> ${result === null ? "()" : typeName(result)}`;
}
