import type { FunctionProfile, ProfiledFunction } from "../../model/function-profile.ts";
import type { MatchableGroup } from "./match-functions.ts";

type Group = MatchableGroup<ProfiledFunction>;

/** The functions of one build, and how they called each other. */
export interface CalledSide {
  readonly groups: readonly Group[];
  readonly profile: FunctionProfile;
}

/** What a function did: how often each caller called it, null for whoever calls exports, and its own fuel. */
interface Use {
  readonly callers: Map<Group | null, number>;
  self: number;
}

type Uses = ReadonlyMap<Group, Use>;

/**
 * Finds functions without a name by what they did, where nothing else tells: several with the same body up to constants
 * by their calls and fuel, and others by who calls them how often, each the only one that the same functions call as
 * often in both builds. What is found tells of the callers of others, so that is done until nothing more is found.
 *
 * @param base - functions of the baseline with their calls
 * @param candidate - functions of the candidate with their calls
 * @param found - the candidate's by the baseline's, as far as they are known otherwise
 * @returns these and the ones found; two names that differ are two functions
 */
export function matchByCalls(
  base: CalledSide,
  candidate: CalledSide,
  found: ReadonlyMap<Group, Group>,
): ReadonlyMap<Group, Group> {
  const pairs = new Map(found);
  const [left, right] = [usesOf(base), usesOf(candidate)];
  pairAlike(left, right, pairs);
  for (let known = -1; known < pairs.size; ) {
    known = pairs.size;
    const taken = new Set(pairs.values());
    // A caller is told by the candidate's function; one that is not found yet tells nothing.
    const before = onlyOnes(open(left, pairs), (group) => pairs.get(group) ?? null);
    const after = onlyOnes(open(right, taken), (group) => (taken.has(group) ? group : null));
    for (const [key, one] of before) {
      const other = after.get(key);
      if (other !== undefined && !(one.named && other.named)) pairs.set(one, other);
    }
  }
  return pairs;
}

function open(uses: Uses, found: { readonly has: (group: Group) => boolean }): Uses {
  return new Map([...uses].filter(([group]) => !found.has(group)));
}

/** Which of several alike is which says nothing: they did the same. */
function pairAlike(left: Uses, right: Uses, pairs: Map<Group, Group>): void {
  const alike = new Map<string, Group[]>();
  const key = ({ shape }: Group, { callers, self }: Use): string =>
    `${shape} ${[...callers.values()].reduce((sum, calls) => sum + calls, 0)} ${self}`;
  const isOpen = ({ named, shape }: Group): boolean => !named && shape !== "";
  for (const [group, use] of open(right, new Set(pairs.values()))) {
    if (isOpen(group)) alike.set(key(group, use), [...(alike.get(key(group, use)) ?? []), group]);
  }
  for (const [group, use] of open(left, pairs)) {
    const other = isOpen(group) ? alike.get(key(group, use))?.shift() : undefined;
    if (other !== undefined) pairs.set(group, other);
  }
}

function usesOf({ groups, profile }: CalledSide): Uses {
  const groupOf = new Map(
    groups.flatMap((group) => group.members.map((member) => [member, group] as const)),
  );
  const { functions, nodes } = profile;
  const at = (place: number): Group | null => {
    const called = functions[nodes[place]?.function ?? -1];
    return called === undefined ? null : (groupOf.get(called) ?? null);
  };
  const all = new Map<Group, Use>();
  for (const [place, { parent, calls, self }] of nodes.entries()) {
    const group = at(place);
    if (group === null || calls === 0) continue;
    const use = all.get(group) ?? { callers: new Map<Group | null, number>(), self: 0 };
    const caller = at(parent);
    use.callers.set(caller, (use.callers.get(caller) ?? 0) + calls);
    use.self += self;
    all.set(group, use);
  }
  return all;
}

/** Groups by their callers, those that no other shares. */
function onlyOnes(uses: Uses, found: (caller: Group) => Group | null): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group | null>();
  for (const [group, { callers }] of uses) {
    const key = keyOf(callers, found);
    if (key !== null) groups.set(key, groups.has(key) ? null : group);
  }
  return new Map([...groups].flatMap(([key, group]) => (group === null ? [] : [[key, group]])));
}

function keyOf(callers: Use["callers"], found: (caller: Group) => Group | null): string | null {
  const parts: string[] = [];
  for (const [caller, calls] of callers) {
    const same = caller === null ? null : found(caller);
    if (caller !== null && same === null) return null;
    parts.push(`${same === null ? "host" : `${same.module} ${same.index}`} ${calls}`);
  }
  return parts.sort().join(", ");
}
