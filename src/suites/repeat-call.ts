import type { Slope, SlopeEnd } from "../model/slope.ts";

/** Fuel that the wanted calls together may take: 50 ms of counting code that computes, more where it waits for memory. */
const MOST_FUEL = 100_000_000;
/** Time that all calls together may take: hosts take time without fuel. */
const MOST_NS = 1_000_000_000;
/** Pages by which memory may grow, 256 MiB: a leak is seen long before. */
const MOST_PAGES = 4_096;
/** How often a call is made, the largest number its fuel allows. */
const TIMES = [1_000, 100, 10] as const;
/** Calls just before a look of which the cheapest counts: what is done once in a while is none of a call's growth. */
const WINDOW = 50;

/** What can be seen of a guest. */
export interface Seen {
  readonly pages: number | null;
  readonly elements: number | null;
}

/** A guest that was called once, and is to be called again. */
export interface RepeatedGuest {
  /** Fuel of the first call. */
  readonly fuel: number;
  /** Calls once more with a budget, and returns the fuel that took; throws what the guest or its host throws. */
  readonly call: (budget: number) => number;
  readonly look: () => Seen;
  /** Nanoseconds that were taken so far, on a clock that never goes back. */
  readonly now: () => number;
}

/** What came of it, with what the call threw that ended it. */
export interface Repeated {
  readonly slope: Slope;
  /** Undefined unless a failure ended it. */
  readonly error?: unknown;
}

/** After every call: its fuel, and what was seen. */
interface Trail {
  readonly fuel: number[];
  readonly seen: Seen[];
}

/**
 * Calls an export 1,000 times on one instance, or 100 or 10 times where its fuel allows no more. What still grew after a tenth of
 * that is called as often again, which tells a leak from something that fills up once.
 *
 * @param guest - called once already
 * @returns what was seen after 1, a tenth of the calls, all, and twice as many
 * @see docs/adr/0039-sizes-and-leaks-without-a-clock.md
 */
export function repeatCall(guest: RepeatedGuest): Repeated {
  const trail: Trail = { fuel: [guest.fuel], seen: [guest.look()] };
  const wanted = TIMES.find((times) => times * Math.max(guest.fuel, 1) <= MOST_FUEL);
  if (wanted === undefined) return { slope: slopeOf(trail, [1], "fuel") };
  const deadline = guest.now() + MOST_NS;
  const tenth = wanted === 10 ? 2 : wanted / 10;
  const first = callUntil(wanted, guest, { trail, deadline });
  if (first !== null) return cutShort(trail, first);
  const points = [1, tenth, wanted];
  if (!hasGrown(trail, tenth, wanted)) return { slope: slopeOf(trail, points, null) };
  const second = callUntil(2 * wanted, guest, { trail, deadline: deadline + MOST_NS });
  if (second !== null) return cutShort(trail, second);
  return { slope: slopeOf(trail, [...points, 2 * wanted], null) };
}

/** Why calling stopped. */
interface Stop {
  readonly end: SlopeEnd;
  readonly error?: unknown;
}

function callUntil(
  times: number,
  guest: RepeatedGuest,
  { trail, deadline }: { readonly trail: Trail; readonly deadline: number },
): Stop | null {
  let left = 2 * MOST_FUEL - sum(trail.fuel);
  const pages = trail.seen[0]?.pages ?? 0;
  while (trail.fuel.length < times) {
    if (left <= 0) return { end: "fuel" };
    if (guest.now() > deadline) return { end: "time" };
    let fuel: number;
    try {
      fuel = guest.call(left);
    } catch (error) {
      return { end: "failure", error };
    }
    left -= fuel;
    const seen = guest.look();
    trail.fuel.push(fuel);
    trail.seen.push(seen);
    if ((seen.pages ?? 0) - pages > MOST_PAGES) return { end: "memory" };
  }
  return null;
}

/** What was seen until then is looked at in the same proportions. */
function cutShort(trail: Trail, { end, error }: Stop): Repeated {
  const made = trail.fuel.length;
  const points = [...new Set([1, Math.ceil(made / 10), Math.ceil(made / 2), made])];
  return { slope: slopeOf(trail, points, end), ...(end === "failure" ? { error } : {}) };
}

function hasGrown(trail: Trail, from: number, to: number): boolean {
  const { pages, elements, fuel } = slopeOf(trail, [from, to], null);
  return [pages, elements, fuel].some(([before = 0, after = 0]) => after > before);
}

function slopeOf(trail: Trail, calls: readonly number[], ended: SlopeEnd | null): Slope {
  const valuesOf = (key: keyof Seen): number[] =>
    calls.flatMap((at) => trail.seen[at - 1]?.[key] ?? []);
  return {
    calls,
    pages: valuesOf("pages"),
    elements: valuesOf("elements"),
    fuel: calls.map((at) => cheapest(trail.fuel, at)),
    ended,
  };
}

function cheapest(fuel: readonly number[], at: number): number {
  return Math.min(...fuel.slice(Math.max(0, at - Math.min(WINDOW, Math.ceil(at / 2))), at));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}
