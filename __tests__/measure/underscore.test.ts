import fc from "fast-check";
import lodash from "lodash";
import { describe, expect, it } from "vitest";
import { underscore } from "../../src/measure/child/underscore.ts";

type AnyFunction = (...values: unknown[]) => unknown;

/** A function of a table by its name. */
const pickFrom =
  (table: unknown) =>
  (name: string): AnyFunction => {
    const found = (table as Record<string, AnyFunction | undefined>)[name];
    if (found === undefined) throw new Error(`there is no ${name}`);
    return found;
  };
const our = pickFrom(underscore);
const their = pickFrom(lodash);

const PREDICATES = [
  "isArray",
  "isError",
  "isFinite",
  "isFunction",
  "isNaN",
  "isObject",
  "isObjectLike",
  "isPlainObject",
  "isString",
];
const ODDITIES: unknown[] = [
  new Error("x"),
  () => 1,
  /x/,
  new Map(),
  new (class Named {})(),
  Object.create(null),
  Number.NaN,
  -0,
  Number.POSITIVE_INFINITY,
];
const anything = fc.oneof(fc.anything(), fc.constantFrom(...ODDITIES));
const items = fc.array(fc.oneof(fc.integer(), fc.string()));
const record = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.oneof(fc.integer(), items));

/** Everything a visitor is shown, and when it was stopped. */
function visits(each: AnyFunction, value: unknown, stopAt: number): unknown[] {
  const seen: unknown[] = [];
  each(value, (item: unknown, key: unknown) => {
    seen.push([item, key]);
    return seen.length === stopAt ? false : undefined;
  });
  return seen;
}

describe("the functions handed to Benchmark.js, against lodash", () => {
  it.each(PREDICATES)("%s", (name) => {
    fc.assert(
      fc.property(anything, (value) => {
        // A prototype counts as plain with lodash and not with us.
        fc.pre(!(lodash.isObjectLike(value) && Object.hasOwn(value as object, "constructor")));
        return our(name)(value) === their(name)(value);
      }),
      { examples: ODDITIES.map((one) => [one]) },
    );
  });

  it("a prototype is not copied, only read", () => {
    class Named {}
    expect(our("cloneDeepWith")(Named.prototype)).toBe(Named.prototype);
  });

  it("eq", () => {
    fc.assert(fc.property(anything, anything, (a, b) => our("eq")(a, b) === lodash.eq(a, b)));
    fc.assert(fc.property(anything, (a) => our("eq")(a, a) === true));
  });

  it.each(["each", "forEach"])("%s visits lists and objects until told to stop", (name) => {
    fc.assert(
      fc.property(fc.oneof(items, record), fc.integer({ min: 1, max: 6 }), (value, stopAt) => {
        expect(visits(our(name), value, stopAt)).toEqual(visits(their(name), value, stopAt));
      }),
    );
  });

  it("forOwn", () => {
    fc.assert(
      fc.property(record, fc.integer({ min: 1, max: 6 }), (value, stopAt) => {
        expect(visits(our("forOwn"), value, stopAt)).toEqual(
          visits(their("forOwn"), value, stopAt),
        );
      }),
    );
  });

  it("cloneDeepWith copies lists and plain objects and shares the rest", () => {
    const keep = (value: unknown): unknown =>
      Array.isArray(value) || lodash.isPlainObject(value) ? undefined : value;
    const shared = { run: (): number => 1, error: new Error("x"), nested: [{ at: /x/ }] };
    const copy = our("cloneDeepWith")(shared, keep) as typeof shared;
    expect(copy).toEqual(shared);
    expect(copy.run).toBe(shared.run);
    expect(copy.error).toBe(shared.error);
    expect(copy.nested).not.toBe(shared.nested);
    expect(copy.nested[0]?.at).toBe(shared.nested[0]?.at);
    fc.assert(
      fc.property(record, (value) => {
        expect(our("cloneDeepWith")(value, keep)).toEqual(lodash.cloneDeepWith(value, keep));
      }),
    );
  });

  it("assign, defaults, pick, get, result, has", () => {
    fc.assert(
      fc.property(record, record, fc.array(fc.stringMatching(/^[a-z]$/)), (left, right, keys) => {
        expect(our("assign")({ ...left }, right)).toEqual(lodash.assign({ ...left }, right));
        expect(our("defaults")({ ...left }, right)).toEqual(lodash.defaults({ ...left }, right));
        expect(our("pick")(left, keys)).toEqual(lodash.pick(left, keys));
        for (const key of keys) {
          expect(our("has")(left, key)).toBe(lodash.has(left, key));
          expect(our("get")(left, key)).toBe(lodash.get(left, key));
          expect(our("result")(left, key)).toBe(lodash.result(left, key));
        }
      }),
    );
    for (const missing of [null, undefined]) {
      expect(our("get")(missing, "x")).toBeUndefined();
      expect(our("result")(missing, "x")).toBeUndefined();
      expect(our("has")(missing, "x")).toBe(false);
    }
  });

  it("filter, indexOf, map, reduce, toArray on lists and on what only looks like one", () => {
    const odd = (value: unknown, key: unknown): boolean => (Number(key) + Number(value)) % 2 !== 0;
    const join = (sum: unknown, value: unknown): string => `${sum},${value}`;
    fc.assert(
      fc.property(items, fc.boolean(), (list, asArrayLike) => {
        const value = asArrayLike ? { ...list, length: list.length } : list;
        for (const [name, rest] of [
          ["filter", [odd]],
          ["indexOf", [list.at(-1)]],
          ["map", [odd]],
          ["reduce", [join, ""]],
          ["reduce", [join, undefined]],
          ["toArray", []],
        ] as const) {
          const expected = their(name)(asArrayLike ? list : value, ...rest);
          expect(our(name)(value, ...rest), name).toEqual(expected);
        }
      }),
    );
  });

  it("reduce begins with the first item where no start is given", () => {
    const join = (sum: unknown, value: unknown): string => `${sum},${value}`;
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (list) => {
        expect(our("reduce")(list, join)).toBe(their("reduce")(list, join));
      }),
    );
  });

  it("minBy takes the first of the smallest", () => {
    const timers = fc.array(fc.record({ res: fc.integer({ min: 0, max: 3 }), id: fc.integer() }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(timers, (list) => our("minBy")(list, "res") === lodash.minBy(list, "res")),
    );
  });

  it("partial leaves the first argument open", () => {
    const subtract = (left: unknown, right: unknown): number => Number(left) - Number(right);
    const ourPartial = our("partial")(subtract, underscore, 2) as AnyFunction;
    expect(ourPartial(5)).toBe(lodash.partial(subtract, lodash, 2)(5));
  });

  it("template inserts values", () => {
    const [a, b] = ["a", "b"].map((name) => `$${`{${name}}`}`);
    for (const text of ["", "a", `${a}`, `x${a}y${b}z${a}`, `{a}$ ${b}{`]) {
      const values = { a: "1", b: "two" };
      const filled = (our("template")(text) as AnyFunction)(values);
      expect(filled).toBe(lodash.template(text)(values));
    }
  });
});
