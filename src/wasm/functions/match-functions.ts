/** A function, or several of one name, that is looked for in another build. */
export interface Matchable {
  readonly name: string;
  /** Whether the name means the same in another build. */
  readonly named: boolean;
  readonly exported: string | null;
  /** Hashes of its body; empty where several functions have the name. */
  readonly body: string;
  readonly shape: string;
  /** Where it stands in its guest: core module, then index. */
  readonly module: number;
  readonly index: number;
}

/** Functions of one name as one. */
export interface MatchableGroup<Function extends Matchable> extends Matchable {
  readonly members: readonly Function[];
}

/**
 * Joins functions of one name; those without one stay alone.
 *
 * @param functions - functions of one side
 * @returns groups in the order of their first functions
 */
export function groupByName<Function extends Matchable>(
  functions: readonly Function[],
): MatchableGroup<Function>[] {
  const groups = new Map<string, Function[]>();
  for (const one of functions) {
    const key = one.named ? one.name : `\0${one.module} ${one.index}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    const { name, named, exported, module, index } = first;
    const hashes = members.length === 1 ? first : { body: "", shape: "" };
    const { body, shape } = hashes;
    return [{ name, named, exported, module, index, body, shape, members }];
  });
}

type KeyOf = (one: Matchable) => string | null;

/** What tells that two functions are one, the surest first. Each must be the only one on both sides. */
const KEYS: readonly KeyOf[] = [
  ({ name, named }: Matchable): string | null => (named ? name : null),
  ({ exported }: Matchable): string | null => exported,
  ({ body }: Matchable): string | null => (body === "" ? null : body),
  ({ shape }: Matchable): string | null => (shape === "" ? null : shape),
];

/**
 * Finds the functions of one build in another: by name, then by export, then by what the body does, then by the same
 * without constants, and functions without names at last by their place between others that were found.
 *
 * @param base - functions of the baseline, each name once
 * @param candidate - functions of the candidate, each name once
 * @returns the candidate's by the baseline's; what only one side has is in no pair
 */
export function matchFunctions<Function extends Matchable>(
  base: readonly Function[],
  candidate: readonly Function[],
): ReadonlyMap<Function, Function> {
  const pairs = new Map<Function, Function>();
  const taken = new Set<Function>();
  const pair = (one: Function, other: Function): void => {
    pairs.set(one, other);
    taken.add(other);
  };
  for (const keyOf of KEYS) {
    const left = uniqueBy(
      base.filter((one) => !pairs.has(one)),
      keyOf,
    );
    const right = uniqueBy(
      candidate.filter((one) => !taken.has(one)),
      keyOf,
    );
    for (const [key, one] of left) {
      const other = right.get(key);
      if (other !== undefined) pair(one, other);
    }
  }
  for (const [one, other] of byPlace(base, candidate, { pairs, taken })) pair(one, other);
  return pairs;
}

function uniqueBy<Function extends Matchable>(
  functions: readonly Function[],
  keyOf: KeyOf,
): Map<string, Function> {
  const found = new Map<string, Function | null>();
  for (const one of functions) {
    const key = keyOf(one);
    if (key !== null) found.set(key, found.has(key) ? null : one);
  }
  return new Map([...found].flatMap(([key, one]) => (one === null ? [] : [[key, one]])));
}

interface Found<Function> {
  readonly pairs: ReadonlyMap<Function, Function>;
  readonly taken: ReadonlySet<Function>;
}

/** Between the same neighbours as many functions on both sides are the same ones, unless their names differ. */
function byPlace<Function extends Matchable>(
  base: readonly Function[],
  candidate: readonly Function[],
  { pairs, taken }: Found<Function>,
): [Function, Function][] {
  const gapsOfBase = gaps(base, (one) => pairs.get(one) ?? null);
  const gapsOfCandidate = gaps(candidate, (one) => (taken.has(one) ? one : null));
  return [...gapsOfBase].flatMap(([before, left]) => {
    const right = gapsOfCandidate.get(before);
    const isSame = right?.functions.length === left.functions.length && right.after === left.after;
    if (!isSame) return [];
    return left.functions.flatMap((one, place): [Function, Function][] => {
      const other = right.functions[place];
      // Two names that differ are two functions; where a side has none, nothing says so.
      return other === undefined || (one.named && other.named) ? [] : [[one, other]];
    });
  });
}

interface Gap<Function> {
  readonly functions: Function[];
  after: Function | null;
}

/** Runs of functions that were not found, by the candidate's function before each. */
function gaps<Function extends Matchable>(
  functions: readonly Function[],
  found: (one: Function) => Function | null,
): Map<Function | null, Gap<Function>> {
  const inOrder = functions.toSorted(
    (left, right) => left.module - right.module || left.index - right.index,
  );
  const all = new Map<Function | null, Gap<Function>>();
  let gap: Gap<Function> = { functions: [], after: null };
  all.set(null, gap);
  for (const one of inOrder) {
    const other = found(one);
    if (other === null) gap.functions.push(one);
    else {
      gap.after = other;
      gap = { functions: [], after: null };
      all.set(other, gap);
    }
  }
  return all;
}
