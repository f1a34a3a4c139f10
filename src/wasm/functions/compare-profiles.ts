import type {
  FunctionChange,
  FunctionDifference,
  FunctionUse,
} from "../../model/function-difference.ts";
import type {
  FunctionProfile,
  ProfiledFunction,
  ProfileNode,
} from "../../model/function-profile.ts";
import type { Sides } from "../../model/sides.ts";
import { compareWays } from "./compare-ways.ts";
import { matchByCalls } from "./match-by-calls.ts";
import { groupByName, type MatchableGroup, matchFunctions } from "./match-functions.ts";
import { summarizeProfile } from "./summarize-profile.ts";

/** Functions that are kept of a comparison. */
const KEPT = 50;
/** A caller does the work of an inlined function when its own fuel grew by at least this share of it. */
const INLINED_SHARE = 0.25;

type Group = MatchableGroup<ProfiledFunction>;

/** A profile with its functions told by the name they have in the comparison. */
interface NamedSide {
  readonly fuel: number;
  readonly uses: ReadonlyMap<string, FunctionUse>;
  readonly profile: FunctionProfile;
}

/**
 * Compares what one call consumed in two builds, function by function.
 *
 * @param sides - profiles with tidy names
 * @returns functions that differ, the largest change of own fuel first, and the ways by which they were called; the
 *   changes of own fuel, that of the rest added, are the change of the fuel
 */
export function compareProfiles({
  baseline,
  candidate,
}: Sides<FunctionProfile>): FunctionDifference {
  const groups = {
    baseline: groupByName(baseline.functions),
    candidate: groupByName(candidate.functions),
  };
  const pairs = matchByCalls(
    { groups: groups.baseline, profile: baseline },
    { groups: groups.candidate, profile: candidate },
    matchFunctions(groups.baseline, groups.candidate),
  );
  const formerly = new Map<string, string>();
  const keys = new Map<ProfiledFunction, string>();
  for (const group of groups.candidate) name(keys, group, group.name);
  const taken = new Set(groups.candidate.map((group) => group.name));
  for (const group of groups.baseline) {
    const other = pairs.get(group);
    // A function without a name may have the number of another one in the other build.
    const own = taken.has(group.name) ? `${group.name} (before)` : group.name;
    name(keys, group, other?.name ?? own);
    const isRenamed = other !== undefined && other.name !== group.name;
    // What had no name before had a number, which says nothing.
    if (isRenamed && group.named) formerly.set(other.name, group.name);
  }
  const before = namedSide(baseline, keys);
  const after = namedSide(candidate, keys);
  const all = [...new Set([...before.uses.keys(), ...after.uses.keys()])]
    .map((key) => changeOf(key, { before, after, formerly }))
    .filter(isChanged)
    .sort((left, right) => extent(right) - extent(left) || (left.name < right.name ? -1 : 1));
  const functions = all.slice(0, KEPT);
  const restOf = (side: NamedSide, pick: (change: FunctionChange) => FunctionUse | null): number =>
    side.fuel - functions.reduce((sum, change) => sum + (pick(change)?.self ?? 0), 0);
  return {
    baseline: before.fuel,
    candidate: after.fuel,
    functions,
    rest: {
      baseline: restOf(before, (change) => change.baseline),
      candidate: restOf(after, (change) => change.candidate),
    },
    ways: compareWays({ baseline: before.profile, candidate: after.profile }),
  };
}

function name(keys: Map<ProfiledFunction, string>, group: Group, key: string): void {
  for (const member of group.members) keys.set(member, key);
}

function namedSide(
  profile: FunctionProfile,
  keys: ReadonlyMap<ProfiledFunction, string>,
): NamedSide {
  const functions = profile.functions.map((one) => ({ ...one, name: keys.get(one) ?? one.name }));
  const named = { functions, nodes: profile.nodes };
  const { fuel, rows } = summarizeProfile(named);
  // What was called before the call alone, such as while loading, is known and took no part in it.
  const used = rows.filter(({ calls, self }) => calls > 0 || self !== 0);
  const uses = new Map(
    used.map(({ name: key, calls, self, inclusive }) => [key, { calls, self, inclusive }]),
  );
  return { fuel, uses, profile: named };
}

interface Compared {
  readonly before: NamedSide;
  readonly after: NamedSide;
  readonly formerly: ReadonlyMap<string, string>;
}

function changeOf(key: string, compared: Compared): FunctionChange {
  const { before, after, formerly } = compared;
  const change = {
    name: key,
    baseline: before.uses.get(key) ?? null,
    candidate: after.uses.get(key) ?? null,
  };
  if (change.baseline === null) return { ...change, fate: "new" };
  const other = formerly.get(key);
  if (change.candidate !== null)
    return other === undefined ? change : { ...change, fate: "renamed", other };
  const into = callerThatGrew(key, change.baseline, compared);
  return into === null ? { ...change, fate: "gone" } : { ...change, fate: "inlined", other: into };
}

/** The caller whose own fuel grew most, where that may be the work of a function that is called no more. */
function callerThatGrew(
  key: string,
  { self }: FunctionUse,
  { before, after }: Compared,
): string | null {
  const { functions, nodes } = before.profile;
  const nameOf = (node: ProfileNode | undefined): string | undefined =>
    functions[node?.function ?? -1]?.name;
  const callers = new Set(
    nodes.filter((node) => nameOf(node) === key).map((node) => nameOf(nodes[node.parent])),
  );
  const grown = [...callers].flatMap((caller) => {
    const [old, now] = [before.uses.get(caller ?? ""), after.uses.get(caller ?? "")];
    const growth = (now?.self ?? 0) - (old?.self ?? 0);
    const isIt = caller !== undefined && old && now && growth > 0 && growth >= self * INLINED_SHARE;
    return isIt ? [{ caller, growth }] : [];
  });
  return grown.sort((left, right) => right.growth - left.growth)[0]?.caller ?? null;
}

function isChanged({ baseline, candidate, fate }: FunctionChange): boolean {
  return (
    fate !== undefined || baseline?.self !== candidate?.self || baseline?.calls !== candidate?.calls
  );
}

function extent({ baseline, candidate }: FunctionChange): number {
  return Math.abs((candidate?.self ?? 0) - (baseline?.self ?? 0));
}
