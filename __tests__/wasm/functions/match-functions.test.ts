import { describe, expect, it } from "vitest";
import { hashBody } from "../../../src/wasm/functions/hash-body.ts";
import {
  groupByName,
  type Matchable,
  matchFunctions,
} from "../../../src/wasm/functions/match-functions.ts";
import { readModule } from "../../../src/wasm/read-module.ts";
import { assemble } from "../assemble.ts";

function make(index: number, parts: Partial<Matchable> = {}): Matchable {
  const named = parts.name !== undefined;
  const own = { name: `func[${index}]`, named, exported: null, module: 0, index };
  return { ...own, body: `body${index}`, shape: `shape${index}`, ...parts };
}

function pairsOf(base: readonly Matchable[], candidate: readonly Matchable[]): string[] {
  return [...matchFunctions(base, candidate)].map(([one, other]) => `${one.index}-${other.index}`);
}

describe("matchFunctions", () => {
  it("finds a function by name wherever it stands and whatever it does now", () => {
    expect(pairsOf([make(1, { name: "a" })], [make(2), make(9, { name: "a" })])).toEqual(["1-9"]);
  });

  it("finds one that has another name by its export", () => {
    const base = [make(1, { name: "old", exported: "run" })];
    expect(pairsOf(base, [make(2, { name: "new", exported: "run" })])).toEqual(["1-2"]);
  });

  it("finds one without name and export by its body, then without constants", () => {
    const base = [make(1, { body: "x" }), make(2, { shape: "y" })];
    expect(pairsOf(base, [make(5, { shape: "y" }), make(6, { body: "x" })])).toEqual([
      "1-6",
      "2-5",
    ]);
  });

  it("finds a changed one without a name between neighbours that are the same", () => {
    const base = [make(1, { body: "a" }), make(2), make(3, { body: "c" })];
    const candidate = [make(4, { body: "a" }), make(5), make(6, { body: "c" })];
    expect(pairsOf(base, candidate).sort()).toEqual(["1-4", "2-5", "3-6"]);
  });

  it("finds one that has a name on one side only in the same way, and none whose names differ", () => {
    const around = [make(1, { body: "a" }), make(3, { body: "c" })];
    const candidate = [make(4, { body: "a" }), make(5, { name: "new" }), make(6, { body: "c" })];
    expect(pairsOf([...around, make(2)], candidate)).toContain("2-5");
    expect(pairsOf([...around, make(2, { name: "old" })], candidate)).not.toContain("2-5");
  });

  it("does not guess where a neighbour is new, or several bodies are equal", () => {
    const base = [make(1, { body: "a" }), make(2), make(3, { body: "c" })];
    const candidate = [make(4, { body: "a" }), make(5), make(6), make(7, { body: "c" })];
    expect(pairsOf(base, candidate)).toEqual(["1-4", "3-7"]);
    const twins = [make(1, { body: "t", shape: "" }), make(2, { body: "t", shape: "" })];
    const named = [make(8, { name: "n", body: "t" })];
    expect(pairsOf(twins, named)).toEqual([]);
  });

  it("does not take one function twice", () => {
    const base = [make(1, { name: "a", body: "x" }), make(2, { body: "x" })];
    expect(pairsOf(base, [make(3, { name: "a", body: "x" })])).toEqual(["1-3"]);
  });
});

describe("groupByName", () => {
  it("joins functions of one name and leaves those without one alone", () => {
    const groups = groupByName([make(1, { name: "a" }), make(2), make(3, { name: "a" }), make(4)]);
    expect(groups.map(({ members }) => members.map(({ index }) => index))).toEqual([
      [1, 3],
      [2],
      [4],
    ]);
  });
});

describe("hashBody", () => {
  const hashOf = (text: string, place: number): ReturnType<typeof hashBody> => {
    const facts = readModule(assemble(text));
    const body = facts.bodies[place];
    if (body === undefined) throw new Error("there is no such function");
    return hashBody(facts.bytes, body);
  };
  const base = `(module (memory 1) (global $g (mut i32) (i32.const 0))
    (func $a i32.const 16 i32.load offset=4 global.set $g call $b) (func $b))`;

  it("does not see that functions, globals and types have other numbers", () => {
    const moved = `(module (type (func (param i64))) (memory 1) (global (mut i64) (i64.const 1))
      (global $g (mut i32) (i32.const 0)) (func (type 0)) (func $b)
      (func $a i32.const 16 i32.load offset=4 global.set $g call $b))`;
    expect(hashOf(moved, 2)).toEqual(hashOf(base, 0));
  });

  it("sees another constant or offset, which the looser one does not", () => {
    for (const other of [base.replace("const 16", "const 32"), base.replace("=4", "=8")]) {
      expect(hashOf(other, 0).body).not.toBe(hashOf(base, 0).body);
      expect(hashOf(other, 0).shape).toBe(hashOf(base, 0).shape);
    }
  });

  it.each([
    ["another operator", "i32.load8_u"],
    ["another local", "drop local.get 0"],
  ])("sees %s", (_, operator) => {
    const text = (code: string): string =>
      `(module (memory 1) (func (local i32 i32) i32.const 1 ${code} drop))`;
    expect(hashOf(text(operator), 0).shape).not.toBe(hashOf(text("i32.load"), 0).shape);
    expect(hashOf(text("drop local.get 1"), 0).shape).not.toBe(
      hashOf(text("drop local.get 0"), 0).shape,
    );
  });
});
