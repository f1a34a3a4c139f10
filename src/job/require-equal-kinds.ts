import { ActionError } from "../errors.ts";
import type { Imported } from "../model/imported.ts";
import type { Unit } from "../model/metric.ts";
import type { ImportedSides } from "./imported-visits.ts";

const KINDS: Readonly<Record<Unit, string>> = {
  ns: "a time",
  bytes: "a size",
  pages: "a count of pages",
  count: "a count",
  ratio: "a share",
  fuel: "fuel",
};

/** Two counts are one kind only when they count the same thing. */
function kindOf({ unit, quantity, written }: Imported): string {
  if (quantity === "score") return "a score, of which more is better";
  return unit === "count" ? `a count of ${written}` : KINDS[unit];
}

function sameCount(left: Imported, right: Imported): boolean {
  const isCount = left.unit === "count" && left.quantity === undefined;
  return !isCount || thing(left.written) === thing(right.written);
}

/** `allocs/op` and `allocations` count the same. */
function thing(written: string): string {
  const [head = ""] = written
    .trim()
    .toLowerCase()
    .split(/\s*\/\s*|\s+per\s+/);
  const singular = head.replace(/ies$/, "y").replace(/(?<!s)s$/, "");
  return singular.replace(/^allocation$/, "alloc").replace(/^instr$/, "instruction");
}

/**
 * Refuses a benchmark that is a time on one side and a size on the other: whatever became of it, no comparison says it.
 *
 * @param sides - both sides of one benchmark
 * @throws ActionError (`import`) naming the benchmark, both units and both files
 */
export function requireEqualKinds({ candidate, baseline }: ImportedSides): void {
  if (candidate === null || baseline === null) return;
  const isEqual =
    candidate.unit === baseline.unit &&
    (candidate.quantity === "score") === (baseline.quantity === "score") &&
    sameCount(candidate, baseline);
  if (isEqual) return;
  const say = (side: Imported): string =>
    `${kindOf(side)} (unit ${JSON.stringify(side.written)} in ${side.source.path})`;
  throw new ActionError({
    code: "import",
    message: `benchmark ${JSON.stringify(candidate.id)} was ${say(baseline)} and is ${say(candidate)}: its unit changed its kind`,
    hint: "Give what is measured otherwise another name, or measure the base anew with the new unit.",
  });
}
