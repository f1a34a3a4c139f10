import {
  type FunctionProfile,
  HOST_NODE,
  type ProfileNode,
  REFUND_NODE,
} from "../../model/function-profile.ts";

/** What the functions of one name consumed in one call. */
export interface FunctionRow {
  /** Hostile until escaped. */
  readonly name: string;
  readonly calls: number;
  /** Fuel of the functions themselves. */
  readonly self: number;
  /** Fuel of the functions with all that they called. */
  readonly inclusive: number;
}

/** Name of a node's function; undefined where it is none. */
type Name = string | undefined;

/** A profile by function. */
export interface ProfileSummary {
  /** What the functions consumed together, refunds taken off: the fuel of the call. */
  readonly fuel: number;
  /** Largest self fuel first. */
  readonly rows: readonly FunctionRow[];
  /** Fuel that no function consumed, such as that of starting. */
  readonly outside: number;
  /** Fuel that Wasmtime gives back, at most 0. */
  readonly refund: number;
}

/**
 * Adds up a profile by the names of functions.
 *
 * @param profile - profile of one call
 * @returns rows; self fuel, outside and refund add up to the fuel
 */
export function summarizeProfile(profile: FunctionProfile): ProfileSummary {
  const { functions, nodes } = profile;
  const names = nodes.map((node): Name => functions[node.function]?.name);
  const sums = subtreeSums(nodes);
  const rows = new Map<string, { calls: number; self: number; inclusive: number }>();
  for (const [place, { calls, self }] of nodes.entries()) {
    const name = names[place];
    if (name === undefined) continue;
    const row = rows.get(name) ?? { calls: 0, self: 0, inclusive: 0 };
    row.calls += calls;
    row.self += self;
    if (isOutermost(nodes, names, place)) row.inclusive += sums[place] ?? 0;
    rows.set(name, row);
  }
  const selfOf = (kind: number): number =>
    nodes.filter((node) => node.function === kind).reduce((sum, { self }) => sum + self, 0);
  return {
    fuel: nodes.reduce((sum, { self }) => sum + self, 0),
    rows: [...rows]
      .map(([name, row]) => ({ name, ...row }))
      .sort((left, right) => right.self - left.self || (left.name < right.name ? -1 : 1)),
    outside: selfOf(HOST_NODE),
    refund: selfOf(REFUND_NODE),
  };
}

/** Self fuel of every node and all below it; parents stand before their children. */
function subtreeSums(nodes: readonly ProfileNode[]): number[] {
  const sums = nodes.map(({ self }) => self);
  for (let place = nodes.length - 1; place >= 0; place -= 1) {
    const parent = nodes[place]?.parent ?? -1;
    if (parent >= 0) sums[parent] = (sums[parent] ?? 0) + (sums[place] ?? 0);
  }
  return sums;
}

/** Whether a name does not stand above a node already, whose sum then holds this one. */
function isOutermost(
  nodes: readonly ProfileNode[],
  names: readonly Name[],
  place: number,
): boolean {
  let above = nodes[place]?.parent ?? -1;
  while (above >= 0) {
    if (names[above] === names[place]) return false;
    above = nodes[above]?.parent ?? -1;
  }
  return true;
}
