import type { WayChange } from "../../model/function-difference.ts";
import type { FunctionProfile } from "../../model/function-profile.ts";
import type { Sides } from "../../model/sides.ts";

/** Ways that are kept: as many as a picture shows. */
const KEPT = 300;
/** Smallest share of the whole that a picture shows. */
const LEAST_SHARE = 0.003;
/** Name of the first way. */
const WHOLE = "call";

interface Way {
  readonly name: string;
  readonly parent: number;
  baseline: number;
  candidate: number;
}

/**
 * Joins the trees of calls of two builds.
 *
 * @param sides - profiles whose functions have the same names where they are the same
 * @returns the larger ways with the fuel of each side, a way before those that continue it; the first is the whole
 */
export function compareWays({ baseline, candidate }: Sides<FunctionProfile>): WayChange[] {
  const ways: Way[] = [{ name: WHOLE, parent: -1, baseline: 0, candidate: 0 }];
  const places = new Map<string, number>();
  addSide(baseline, "baseline", { ways, places });
  addSide(candidate, "candidate", { ways, places });
  for (let place = ways.length - 1; place > 0; place -= 1) {
    const own = ways[place];
    const parent = ways[own?.parent ?? -1];
    if (own === undefined || parent === undefined) continue;
    parent.baseline += own.baseline;
    parent.candidate += own.candidate;
  }
  return larger(ways);
}

function addSide(
  { functions, nodes }: FunctionProfile,
  side: keyof Sides<number>,
  { ways, places }: { readonly ways: Way[]; readonly places: Map<string, number> },
): void {
  const placed: number[] = [];
  for (const node of nodes) {
    const name = functions[node.function]?.name;
    const parent = placed[node.parent] ?? 0;
    const key = `${parent} ${name}`;
    const place = name === undefined ? 0 : (places.get(key) ?? ways.length);
    if (place === ways.length && name !== undefined) {
      places.set(key, place);
      ways.push({ name, parent, baseline: 0, candidate: 0 });
    }
    placed.push(place);
    const way = ways[place];
    if (way !== undefined) way[side] += node.self;
  }
}

/** No way is smaller than one that continues it, so that what is kept stays a tree. */
function larger(ways: readonly Way[]): WayChange[] {
  const size = (way: Way | undefined): number => Math.max(way?.baseline ?? 0, way?.candidate ?? 0);
  const least = size(ways[0]) * LEAST_SHARE;
  const kept = [...ways.keys()]
    .filter((place) => place === 0 || size(ways[place]) >= least)
    .sort((left, right) => size(ways[right]) - size(ways[left]) || left - right)
    .slice(0, KEPT)
    .sort((left, right) => left - right);
  const places = new Map(kept.map((place, index) => [place, index]));
  return kept.flatMap((place) => {
    const way = ways[place];
    return way === undefined ? [] : [{ ...way, parent: places.get(way.parent) ?? -1 }];
  });
}
