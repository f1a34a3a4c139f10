/**
 * The functions Benchmark.js takes from lodash, in plain JavaScript.
 *
 * Benchmark.js looks for lodash at run time. Evaluating lodash would cost every measuring process a third of its start
 * and make every block a third longer, for about thirty functions that the language has by now. Each does what lodash
 * documents for the arguments that Benchmark.js gives; a test compares them with lodash.
 *
 * @see __tests__/measure/underscore.test.ts
 * @see bench/child-start.mjs
 */

import { clockNs } from "../../suites/clocks.ts";

type Dictionary = Record<PropertyKey, unknown>;
type Visit = (value: unknown, key: string | number, all: unknown) => unknown;
type Fold = (sum: unknown, value: unknown, key: number) => unknown;

const isObjectLike = (value: unknown): value is object =>
  typeof value === "object" && value !== null;

const has = (value: unknown, key: PropertyKey): boolean =>
  value !== null && value !== undefined && Object.hasOwn(value as object, key);

/** Unlike lodash, a prototype is not plain: Benchmark.js clones its own before every run, only to read it. */
function isPlainObject(value: unknown): value is Dictionary {
  if (!isObjectLike(value) || Object.hasOwn(value, "constructor")) return false;
  const parent = Object.getPrototypeOf(value);
  return parent === null || parent === Object.prototype;
}

/** A deep copy of arrays and plain objects; everything else is passed on as it is, as Benchmark.js wants it. */
function cloneDeepWith(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cloneDeepWith);
  if (!isPlainObject(value)) return value;
  const copy: Dictionary = {};
  for (const key of Object.keys(value)) {
    const item = value[key];
    copy[key] = isObjectLike(item) ? cloneDeepWith(item) : item;
  }
  return copy;
}

/** Visits own enumerable properties until the visitor answers false. */
function forOwn(value: object, visit: Visit): object {
  for (const key of Object.keys(value)) {
    if (visit((value as Dictionary)[key], key, value) === false) break;
  }
  return value;
}

/** Visits the items of a list, or the properties of anything else, until the visitor answers false. */
function each(value: object, visit: Visit): object {
  if (!isList(value)) return forOwn(value, visit);
  for (let i = 0; i < value.length; i += 1) if (visit(value[i], i, value) === false) break;
  return value;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return typeof value !== "function" && Number.isInteger((value as { length?: unknown }).length);
}

function defaults(target: Dictionary, ...sources: Dictionary[]): Dictionary {
  for (const source of sources) {
    for (const key in source) if (target[key] === undefined) target[key] = source[key];
  }
  return target;
}

function pick(value: Dictionary, keys: readonly string[]): Dictionary {
  return Object.fromEntries(keys.filter((key) => key in value).map((key) => [key, value[key]]));
}

/** The first of the items whose property is smallest. */
function minBy(list: readonly Record<string, number>[], key: string): unknown {
  return list.reduce((best, one) => ((one[key] ?? NaN) < (best[key] ?? NaN) ? one : best));
}

/** Fills a template that only inserts values: `${name}`. Most of Benchmark.js's insert none. */
function template(text: string): (values: Record<string, string>) => string {
  const [head = "", ...parts] = text.split("${");
  return (values: Record<string, string>): string => {
    let filled = head;
    for (const part of parts) {
      const end = part.indexOf("}");
      filled += (values[part.slice(0, end)] ?? "") + part.slice(end + 1);
    }
    return filled;
  };
}

/** What Benchmark.js knows as `_`. */
export const underscore: Dictionary = {
  assign: Object.assign,
  cloneDeepWith,
  defaults,
  delay: (run: () => void, milliseconds: number): unknown => setTimeout(run, milliseconds),
  each,
  eq: (left: unknown, right: unknown): boolean =>
    left === right || (Number.isNaN(left) && Number.isNaN(right)),
  filter: (list: ArrayLike<unknown>, keep: Visit): unknown[] => Array.from(list).filter(keep),
  forEach: each,
  forOwn,
  get: (value: Dictionary | null | undefined, key: string): unknown => value?.[key],
  has,
  indexOf: (list: ArrayLike<unknown>, item: unknown): number => Array.from(list).indexOf(item),
  isArray: Array.isArray,
  isError: (value: unknown): boolean => value instanceof Error,
  isFinite: Number.isFinite,
  isFunction: (value: unknown): boolean => typeof value === "function",
  isNaN: Number.isNaN,
  isObject: (value: unknown): boolean => isObjectLike(value) || typeof value === "function",
  isObjectLike,
  isPlainObject,
  isString: (value: unknown): boolean => typeof value === "string",
  map: (list: ArrayLike<unknown>, visit: Visit): unknown[] => Array.from(list).map(visit),
  minBy,
  noop: (): void => {},
  /** Benchmark.js only subtracts these; a wall clock may be set back in between. */
  now: (): number => clockNs() / 1e6,
  /** Benchmark.js leaves the first argument open and gives the rest. */
  partial:
    (run: (...values: unknown[]) => unknown, _open: unknown, ...rest: unknown[]) =>
    (value: unknown): unknown =>
      run(value, ...rest),
  pick,
  /** Without a start the fold begins with the first item. */
  reduce: (list: ArrayLike<unknown>, fold: Fold, ...start: [] | [unknown]): unknown =>
    Array.from(list).reduce(fold, ...(start as [unknown])),
  result: (value: Dictionary | null | undefined, key: PropertyKey): unknown => value?.[key],
  template,
  toArray: (list: ArrayLike<unknown> | null | undefined): unknown[] => Array.from(list ?? []),
};
