import { describe, expect, it } from "vitest";
import type { WitFunction, WitItem, WitWorld } from "../../../src/model/wit.ts";
import { findWitExport, fullName, toCamelCase } from "../../../src/wasm/component/names.ts";

const WORK: WitFunction = { params: [], result: null, isAsync: false };
const item = (name: string, ...functions: string[]): WitItem => ({
  name,
  functions: Object.fromEntries(functions.map((one) => [one, WORK])),
  isFunction: functions.length === 1 && functions[0] === name,
});

const WORLD: WitWorld = {
  imports: [],
  exports: [
    item("run-it", "run-it"),
    item("docs:calc/ops@1.0.0", "add", "run-it"),
    item("docs:calc/more@1.0.0", "add", "take-away"),
  ],
};

function found(named: string): string {
  const one = findWitExport(WORLD, named);
  return "fault" in one ? one.fault : fullName(one);
}

describe("findWitExport", () => {
  it.each([
    ["run-it", "run-it"],
    ["runIt", "run-it"],
    ["ops#run-it", "docs:calc/ops@1.0.0#run-it"],
    ["docs:calc/ops#add", "docs:calc/ops@1.0.0#add"],
    ["docs:calc/more@1.0.0#add", "docs:calc/more@1.0.0#add"],
    ["take-away", "docs:calc/more@1.0.0#take-away"],
  ])("finds %s", (named, full) => {
    expect(found(named)).toBe(full);
  });

  it("says which functions a short name may mean", () => {
    expect(found("add")).toBe('"add" may be docs:calc/ops@1.0.0#add or docs:calc/more@1.0.0#add');
  });

  it.each(["ops#take-away", "docs:calc/ops@2.0.0#add", "nothing"])(
    "lists what there is for %s",
    (named) => {
      expect(found(named)).toContain(
        `it exports no function "${named}"; it exports run-it, docs:calc/ops@1.0.0#add`,
      );
    },
  );
});

it.each([
  ["x", "x"],
  ["x-pos", "xPos"],
  ["read-URL", "readUrl"],
  ["to-utf-8", "toUtf8"],
  ["xPos", "xPos"],
])("toCamelCase gives %s the name %s", (name, camel) => {
  expect(toCamelCase(name)).toBe(camel);
});
