/** What a compiler in SSA form knows of a value: the number itself, or only that it is the same as another. */
export interface Value {
  /** The number of a constant, unsigned; null when it is known only when the code runs. */
  readonly literal: bigint | null;
  /** The value it turned out to be, once every way to it was known; null while it stands for itself. */
  same: Value | null;
}

/** A value that is known only when the code runs. */
export const UNKNOWN: Value = { literal: null, same: null };

/** A stretch of code that is entered at its beginning alone, with what it knows of the locals. */
export interface Flow {
  /** Where the code comes from; more may follow until the flow is sealed. */
  readonly from: Flow[];
  readonly locals: Map<number, Value>;
  /** Whether all ways to it are known. */
  sealed: boolean;
  /** Locals that were asked for before all ways were known, in that order. */
  readonly open: (readonly [local: number, value: Value])[];
}

/**
 * Begins a stretch of code.
 *
 * @param from - the ways to it that are known by now
 * @param sealed - whether there are no others
 * @returns the flow, with no local set in it
 */
export function createFlow(from: readonly Flow[], sealed: boolean): Flow {
  return { from: [...from], locals: new Map(), sealed, open: [] };
}

/**
 * Follows a value to the one it turned out to be.
 *
 * @param value - any value
 * @returns the value that stands for itself
 */
export function resolve(value: Value): Value {
  let found = value;
  while (found.same !== null) found = found.same;
  return found;
}

/**
 * Tells what a local holds at the end of a flow. Where ways meet with the same value it is that value; with different ones,
 * or before all ways to a loop are known, it is unknown.
 *
 * @param local - index of the local
 * @param flow - where it is read
 * @returns the value; the flows on the way remember it
 */
export function readLocal(local: number, flow: Flow): Value {
  return run([{ flow, meets: null }], local);
}

/**
 * Says that all ways to a flow are known, and settles what was asked before.
 *
 * @param flow - sealed afterwards
 * @returns nothing
 */
export function seal(flow: Flow): void {
  flow.sealed = true;
  for (const [local, value] of flow.open) run(meet(flow, value), local);
}

/** A step of a look-up: find a local in a flow, or, with `meets`, decide what the ways to it agree on. */
interface Step {
  readonly flow: Flow;
  readonly meets: Value | null;
}

/** Asks all ways to a flow, then decides; the last step is taken first. */
function meet(flow: Flow, meets: Value): Step[] {
  return [{ flow, meets }, ...flow.from.map((from): Step => ({ flow: from, meets: null }))];
}

/** Not recursive: a function may have as many joins in a row as it has bytes. */
function run(steps: Step[], local: number): Value {
  const found: Value[] = [];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { flow, meets } = step;
    if (meets === null) steps.push(...find(local, flow, found));
    else found.push(settle(meets, found.splice(found.length - flow.from.length)));
  }
  return found.at(-1) ?? UNKNOWN;
}

/** Walks back along single ways to where the local was set; pushes its value, or returns the steps that will. */
function find(local: number, start: Flow, found: Value[]): Step[] {
  let flow = start;
  const passed = [flow];
  while (!flow.locals.has(local) && flow.sealed && flow.from.length === 1) {
    flow = flow.from[0] ?? start;
    passed.push(flow);
  }
  const known = flow.locals.get(local);
  const value = known ?? { literal: null, same: null };
  for (const one of passed) one.locals.set(local, value);
  if (known === undefined && flow.sealed) return meet(flow, value);
  if (known === undefined) flow.open.push([local, value]);
  found.push(value);
  return [];
}

/**
 * Decides what a value is that several ways bring along. A way that comes back to the value itself, as in a loop that
 * leaves a local alone, says nothing; a local that no way sets is 0.
 *
 * @param asked - the value; from now on the same as theirs, if they are the same
 * @param ways - what each way brings along
 * @returns the value they agree on, or the one that was asked for
 */
export function settle(asked: Value, ways: readonly Value[]): Value {
  const values = ways.map(resolve).filter((value) => value !== asked);
  const first = values[0] ?? { literal: 0n, same: null };
  if (values.some((value) => value !== first)) return asked;
  asked.same = first;
  return first;
}
