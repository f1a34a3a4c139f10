import type { Unit } from "../model/metric.ts";

/** What a written unit says about its values. */
export type UnitReading =
  /** A time, a size or a cost: less is better, whatever stands beside it. Values are to be multiplied by `factor`. */
  | {
      readonly kind: "cost";
      readonly unit: Unit;
      readonly quantity?: "allocated";
      readonly factor: number;
    }
  /** A rate: more is better, and the time of one is `periodNs` divided by the value. */
  | { readonly kind: "rate"; readonly periodNs: number }
  /** A share of a hundred; which way is worse it does not say. */
  | { readonly kind: "share" }
  /** A count of something unknown; which way is worse it does not say. */
  | { readonly kind: "open" };

const KIB = 1024;

/** Nanoseconds of each unit of time, in lower case and without a plural s. */
const TIMES: ReadonlyMap<string, number> = new Map([
  ["ps", 1e-3],
  ["picosecond", 1e-3],
  ["ns", 1],
  ["nsec", 1],
  ["nanosecond", 1],
  ["us", 1e3],
  ["µs", 1e3],
  ["μs", 1e3],
  ["usec", 1e3],
  ["microsecond", 1e3],
  ["ms", 1e6],
  ["msec", 1e6],
  ["millisecond", 1e6],
  ["s", 1e9],
  ["sec", 1e9],
  ["second", 1e9],
  ["min", 6e10],
  ["minute", 6e10],
  ["h", 3.6e12],
  ["hour", 3.6e12],
]);

/** Bytes of each unit of size. */
const SIZES: ReadonlyMap<string, number> = new Map([
  ["b", 1],
  ["byte", 1],
  ["kb", 1e3],
  ["kilobyte", 1e3],
  ["mb", 1e6],
  ["megabyte", 1e6],
  ["gb", 1e9],
  ["gigabyte", 1e9],
  ["kib", KIB],
  ["kibibyte", KIB],
  ["mib", KIB ** 2],
  ["mebibyte", KIB ** 2],
  ["gib", KIB ** 3],
  ["gibibyte", KIB ** 3],
]);

/** Things of which fewer are better, whoever counts them. */
const COSTS: ReadonlySet<string> = new Set([
  "instruction",
  "instr",
  "ir",
  "cycle",
  "clock",
  "allocation",
  "alloc",
  "malloc",
  "syscall",
  "miss",
  "fault",
  "mispredict",
  "gas",
]);

/** How often in a second, by names that hold no stroke. */
const FREQUENCIES: ReadonlyMap<string, number> = new Map([
  ["hz", 1],
  ["khz", 1e3],
  ["mhz", 1e6],
  ["ghz", 1e9],
  ["fps", 1],
  ["rps", 1],
  ["qps", 1],
  ["tps", 1],
  ["bps", 1],
  ["kbps", 1],
  ["mbps", 1],
  ["gbps", 1],
]);

/** A name and what it is without a plural. */
function formsOf(name: string): readonly string[] {
  return [name, name.replace(/s$/, ""), name.replace(/es$/, "")];
}

function found<Value>(table: ReadonlyMap<string, Value>, name: string): Value | undefined {
  return formsOf(name)
    .map((form) => table.get(form))
    .find((value) => value !== undefined);
}

/** `cache-misses` and `instructions:u` count misses and instructions. */
function isCost(name: string): boolean {
  const words = name.split(/[\s\-_.:]+/).filter((word) => word !== "");
  return words.some((word) => formsOf(word).some((form) => COSTS.has(form)));
}

/** `p99-ns` is a time in ns: what stands before a dash says of what. */
function lastPart(name: string): string {
  return name.includes("-") ? (name.split("-").at(-1) ?? name) : name;
}

function costOf(head: string, isPer: boolean): UnitReading | null {
  const time = found(TIMES, head) ?? found(TIMES, lastPart(head));
  if (time !== undefined) return { kind: "cost", unit: "ns", factor: time };
  const size = found(SIZES, head);
  if (size !== undefined) {
    const whose = isPer ? ({ quantity: "allocated" } as const) : {};
    return { kind: "cost", unit: "bytes", ...whose, factor: size };
  }
  if (head === "fuel") return { kind: "cost", unit: "fuel", factor: 1 };
  return isCost(head) ? { kind: "cost", unit: "count", factor: 1 } : null;
}

/**
 * Reads a unit as people write it.
 *
 * @param written - for example `ns/iter`, `KiB`, `allocs/op`, `MB/s`, `ops per second`, `%` or `points`
 * @returns what its values are, and which way is worse where it says so
 */
export function readUnit(written: string): UnitReading {
  const name = written.trim().toLowerCase();
  if (name === "%" || found(new Map([["percent", true]]), name) !== undefined) {
    return { kind: "share" };
  }
  const frequency = FREQUENCIES.get(name);
  if (frequency !== undefined) return { kind: "rate", periodNs: 1e9 / frequency };
  const [head = "", tail, ...more] = name.split(/\s*\/\s*|\s+per\s+|_per_/);
  const period = tail === undefined ? undefined : found(TIMES, tail);
  const isRate = period !== undefined && more.length === 0 && found(TIMES, head) === undefined;
  if (isRate) return head === "" ? { kind: "open" } : { kind: "rate", periodNs: period };
  return costOf(head, tail !== undefined) ?? { kind: "open" };
}
