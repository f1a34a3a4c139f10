import { describe, expect, it } from "vitest";
import { docstringFaults } from "../../scripts/docstrings.mjs";

const faults = (text: string) => docstringFaults("a.ts", text);

describe("docstringFaults", () => {
  it("accepts a complete docstring", () => {
    expect(
      faults(`/**
 * Adds.
 *
 * @param left - a number
 * @returns the sum
 * @throws RangeError when negative
 */
export function add(left: number): number { if (left < 0) throw new RangeError("x"); return left; }`),
    ).toEqual([]);
  });

  it.each([
    ["a function", "export function f(): void {}", "f"],
    ["a constant", "export const LIMIT = 1;", "LIMIT"],
    ["an interface", "export interface Shape { readonly a: 1 }", "Shape"],
    ["a type", "export type Name = string;", "Name"],
    ["a class", "export class Thing {}", "Thing"],
  ])("names %s without a docstring", (_what, text, name) => {
    expect(faults(`\n${text}`)).toEqual([`a.ts:2 ${name}: no docstring`]);
  });

  it("asks for each parameter, the result and what is thrown", () => {
    expect(
      faults(`/** Does.\n * @param a - first */
export function f(a: number, b: number, { c }: { c: 1 }): number { throw new Error(String(c)); }`),
    ).toEqual([
      "a.ts:3 f: no @param b",
      "a.ts:3 f: no @param for argument 3",
      "a.ts:3 f: no @returns",
      "a.ts:3 f: throws but no @throws",
    ]);
  });

  it("treats an exported arrow function as a function", () => {
    expect(faults("/** Doubles. */\nexport const double = (a: number): number => 2 * a;")).toEqual([
      "a.ts:2 double: no @param a",
      "a.ts:2 double: no @returns",
    ]);
  });

  it("does not ask for @throws when only an inner function throws", () => {
    expect(
      faults(
        "/** Makes. */\nexport function make(): void { const f = () => { throw new Error(); }; f; }",
      ),
    ).toEqual([]);
  });

  it("looks at methods of an exported class, not at private ones", () => {
    expect(
      faults(
        "/** Counts. */\nexport class Counter { #a(): void {} private b(): void {} next(): number { return 1; } }",
      ),
    ).toEqual(["a.ts:2 next: no docstring"]);
  });

  it("leaves alone what is not exported", () => {
    expect(faults("function inner(a: number): number { return a; }")).toEqual([]);
  });
});
