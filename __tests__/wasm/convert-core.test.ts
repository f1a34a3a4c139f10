import { describe, expect, it } from "vitest";
import type { Argument } from "../../src/model/benchmark.ts";
import type { FunctionType } from "../../src/model/module-facts.ts";
import { convertCoreCall } from "../../src/wasm/convert-core.ts";

function signature(params: readonly string[], results: readonly string[] = []): FunctionType {
  return { kind: "function", params, results, resultsStart: 0, resultsEnd: 0 };
}

function argument(type: string, value: Argument): Argument | undefined {
  return convertCoreCall({ export: "f", args: [value] }, signature([type])).args[0];
}

function expected(types: readonly string[], value: Argument): Argument | undefined {
  return convertCoreCall({ export: "f", args: [], expect: value }, signature([], types)).expect;
}

describe("an argument of a core module becomes what its type takes", () => {
  it.each<[string, Argument, Argument]>([
    ["i64", 5, 5n],
    ["i64", 5n, 5n],
    ["i64", "5", 5n],
    ["i64", "5n", 5n],
    ["i64", "-9223372036854775808", -(2n ** 63n)],
    ["i64", "18446744073709551615", 2n ** 64n - 1n],
    ["i32", 5, 5],
    ["i32", 5n, 5],
    ["i32", -(2 ** 31), -(2 ** 31)],
    ["i32", 2 ** 32 - 1, 2 ** 32 - 1],
    ["f32", 1.5, 1.5],
    ["f64", 2 ** 80, 2 ** 80],
    ["f64", 7n, 7],
    ["f64", "nan", Number.NaN],
    ["f32", "-inf", Number.NEGATIVE_INFINITY],
    ["externref", null, null],
  ])("%s: %o gives %o", (type, value, converted) => {
    expect(argument(type, value)).toBe(converted);
  });

  it.each<[string, Argument, string]>([
    ["i32", 2 ** 40, "a whole number from -2147483648 to 4294967295 (i32), got 1099511627776"],
    ["i32", -(2 ** 31) - 1, "a whole number from -2147483648 to 4294967295 (i32)"],
    ["i32", 2n ** 32n, 'from -2147483648 to 4294967295 (i32), got "4294967296n"'],
    ["i32", 1.5, "a whole number from -2147483648 to 4294967295 (i32), got 1.5"],
    ["i32", Number.NaN, "a whole number from -2147483648 to 4294967295 (i32)"],
    ["i32", "nan", '(i32), got "nan"'],
    ["i32", "5", '(i32), got "5"'],
    ["i32", true, "(i32), got true"],
    ["i32", [41], "(i32), got [41]"],
    ["i64", 1.5, "from -9223372036854775808 to 18446744073709551615 (i64), got 1.5"],
    ["i64", "5.0", '(i64), got "5.0"'],
    ["i64", 2 ** 60, "has lost digits: write it as a text, in quotes"],
    ["i64", "18446744073709551616", "(i64), got"],
    ["f64", "1.5", '"nan", "inf" or "-inf" (f64), got "1.5"'],
    ["f32", 1e300, "1e+300 is larger than any f32"],
    ["externref", 5, "a reference (externref) can only be null here, got 5"],
    ["(ref extern)", null, "a reference ((ref extern)) can only be null here"],
  ])("%s: %o is refused with its place and the reason", (type, value, reason) => {
    expect(() => argument(type, value)).toThrow(reason);
    expect(() => argument(type, value)).toThrow(/^args\[0\]: /);
  });

  it("is refused where JavaScript cannot call the function at all", () => {
    expect(() => argument("v128", 0)).toThrow("f: it takes or returns v128");
    expect(() => expected(["v128"], 0)).toThrow("f: it takes or returns v128");
  });

  it("is one for each parameter", () => {
    const call = { export: "f", args: [1] };
    expect(() => convertCoreCall(call, signature(["i32", "i64"]))).toThrow(
      "f: takes 2 arguments (i32, i64), 1 given",
    );
    expect(() => convertCoreCall(call, signature([]))).toThrow("takes no arguments, 1 given");
  });
});

describe("an expected result is compared by the type of the result", () => {
  it.each<[string, Argument, Argument]>([
    ["i64", 5, 5n],
    ["i64", "18446744073709551615", -1n],
    ["i32", 2 ** 32 - 1, 2 ** 32 - 1],
    ["f64", "nan", Number.NaN],
  ])("%s: %o stands for %o", (type, value, converted) => {
    expect(expected([type], value)).toBe(converted);
  });

  it("is a list where there are several", () => {
    expect(expected(["i32", "i64"], [1, 2])).toEqual([1, 2n]);
    expect(() => expected(["i32", "i64"], [1])).toThrow(
      "expect: expected a list of 2 values (i32, i64), got [1]",
    );
    expect(() => expected(["i32", "i64"], [1, 1.5])).toThrow("expect[1]: expected a whole number");
  });

  it("is refused where nothing is returned, or nothing of that kind", () => {
    expect(() => expected([], 1)).toThrow("expect: f returns nothing");
    expect(() => expected(["i32"], 1.5)).toThrow("expect: expected a whole number");
  });

  it("is left away where none is given", () => {
    const call = convertCoreCall({ export: "f", args: [] }, signature([], ["i32"]));
    expect(call).toEqual({ export: "f", args: [] });
  });
});
