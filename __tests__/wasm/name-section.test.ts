import { describe, expect, it } from "vitest";
import { readFunctionNames } from "../../src/wasm/name-section.ts";
import { readModule } from "../../src/wasm/read-module.ts";
import { assemble } from "./assemble.ts";

/** A module of two functions without names. */
const PLAIN = assemble('(module (func (export "a")) (func (export "b")))').slice();

/** Length and content. */
const sized = (content: readonly number[]): number[] => [content.length, ...content];
const text = (name: string): number[] => sized([...Buffer.from(name)]);
/** One entry of a map of names. */
const named = (index: number, name: string): number[] => [index, ...text(name)];
/** The names of functions, sub-section 1. */
const functionNames = (...entries: readonly (readonly number[])[]): number[] => [
  1,
  ...sized([entries.length, ...entries.flat()]),
];

function namesOf(...content: readonly number[]): [number, string][] {
  const section = [0, ...sized([...text("name"), ...content])];
  const bytes = Uint8Array.from([...withoutNames(), ...section]);
  return [...readFunctionNames(bytes, readModule(bytes).sections)];
}

/** The assembler writes a name section of its own, the last one. */
function withoutNames(): Uint8Array {
  const { sections } = readModule(PLAIN);
  return PLAIN.subarray(0, sections.find(({ name }) => name === "custom:name")?.start);
}

describe("the names of functions", () => {
  const first = named(0, "alpha");
  const second = named(1, "beta");

  it("are read by index, whatever sub-sections stand around them", () => {
    const module = [0, ...sized(text("module"))];
    const locals = [2, ...sized([0])];
    const expected = [
      [0, "alpha"],
      [1, "beta"],
    ];
    expect(namesOf(...module, ...functionNames(first, second), ...locals)).toEqual(expected);
    expect(namesOf(...functionNames(first), ...locals)).toEqual([[0, "alpha"]]);
  });

  it("are none without such a section", () => {
    expect([...readFunctionNames(PLAIN, [])]).toEqual([]);
  });

  it.each([
    ["a second name that is longer than the section", functionNames(first, [1, 200, 65])],
    ["more names counted than there are", [1, ...sized([3, ...first, ...second])]],
    [
      "a sub-section after them that is longer than the section",
      [...functionNames(first, second), 2, 9, 0],
    ],
  ])("count as none with %s, not as the half that could be read", (_, content) => {
    expect(namesOf(...content)).toEqual([]);
  });
});
