import { describe, expect, test } from "vitest";
import { chooseObjects } from "../../src/baseline/choose-objects.ts";
import { leaveOut, MAX_OBJECTS, type ObjectReference } from "../../src/baseline/manifest.ts";
import { sampleBundle } from "./sample-baseline.ts";

const reference = (component: string, sha256: string, sizeBytes: number): ObjectReference => ({
  component,
  field: component,
  sha256,
  sizeBytes,
});

const THREE = [reference("a", "1", 10), reference("b", "2", 30), reference("c", "3", 20)];

describe("binaries that fit into a baseline", () => {
  test("are all of them up to the very byte", () => {
    const all = { kept: new Set(["1", "2", "3"]), sizeBytes: 60, leftOut: [] };
    expect(chooseObjects(THREE, 60)).toEqual(all);
    expect(chooseObjects([], 0)).toEqual({ kept: new Set(), sizeBytes: 0, leftOut: [] });
  });

  test("lack the largest components first, no more than must go", () => {
    expect(chooseObjects(THREE, 59)).toEqual({
      kept: new Set(["1", "3"]),
      sizeBytes: 30,
      leftOut: ["b"],
    });
    expect(chooseObjects(THREE, 29)).toMatchObject({ kept: new Set(["1"]), leftOut: ["b", "c"] });
    expect(chooseObjects(THREE, 9)).toEqual({
      kept: new Set(),
      sizeBytes: 0,
      leftOut: ["b", "c", "a"],
    });
  });

  test("lack components of one size in the order of their names", () => {
    const equal = ["c", "a", "b"].map((name) => reference(name, name, 10));
    expect(chooseObjects(equal, 10).leftOut).toEqual(["a", "b"]);
  });

  test("are whole components, whose size is that of all their binaries", () => {
    const parts = [reference("a", "1", 10), reference("a", "2", 10), reference("b", "3", 15)];
    expect(chooseObjects(parts, 34)).toMatchObject({ kept: new Set(["3"]), leftOut: ["a"] });
  });

  test("count once where several components share them, and stay for those that are kept", () => {
    const shared = [
      reference("a", "s", 20),
      reference("b", "s", 20),
      reference("b", "2", 5),
      reference("b", "s", 20),
    ];
    expect(chooseObjects(shared, 25)).toMatchObject({ sizeBytes: 25, leftOut: [] });
    expect(chooseObjects(shared, 24)).toEqual({
      kept: new Set(["s"]),
      sizeBytes: 20,
      leftOut: ["b"],
    });
  });

  test("are as many as a baseline may name, however small", () => {
    const many = (count: number): ObjectReference[] =>
      Array.from({ length: count }, (_, index) => reference("many", String(index), 0));
    const one = reference("one", "x", 1);
    expect(chooseObjects([one, ...many(MAX_OBJECTS - 1)], 1).leftOut).toEqual([]);
    expect(chooseObjects([one, ...many(MAX_OBJECTS)], 1).leftOut).toEqual(["one"]);
  });
});

describe("a component that is left out", () => {
  const { document } = sampleBundle({ one: Buffer.from("12345"), two: Buffer.from("123") });

  test("stays in the document by name, hash and size, with the reason", () => {
    const left = leaveOut(document, ["one"]);
    expect(left.components.map(({ name }) => name)).toEqual(["two"]);
    expect(left.leftOut).toEqual([
      {
        name: "one",
        sha256: document.components[0]?.sha256,
        sizeBytes: 5,
        reason: "its binaries do not fit into the baseline",
      },
    ]);
  });

  test("because it does not load from a baseline was not all seen", () => {
    expect(leaveOut(document, ["two"], "no such file").leftOut).toMatchObject([
      {
        name: "two",
        sizeBytes: 3,
        partlySeen: true,
        reason: "it does not load from a baseline: no such file",
      },
    ]);
  });

  test("stands behind those that were left out before", () => {
    const again = leaveOut(leaveOut(document, ["two"]), ["one"]);
    expect(again.components).toEqual([]);
    expect(again.leftOut.map(({ name }) => name)).toEqual(["two", "one"]);
  });
});
