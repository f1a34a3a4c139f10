import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { type DocumentFormat, type Migration, readDocument } from "../../src/config/document.ts";
import { closed } from "../../src/config/structure.ts";
import { thrownBy } from "./thrown.ts";

const schema = closed({
  kind: v.literal("note"),
  version: v.literal(3),
  lines: v.array(v.string()),
});

// Version 1 had `text`, version 2 split it into `rows`, version 3 calls those `lines`.
const steps: readonly (readonly [number, Migration])[] = [
  [1, ({ text, ...rest }) => ({ ...rest, rows: String(text).split("\n") })],
  [2, ({ rows, ...rest }) => ({ ...rest, lines: rows })],
];

const format = (from: number): DocumentFormat<typeof schema> => ({
  kind: "note",
  version: 3,
  migrations: new Map(steps.filter(([version]) => version >= from)),
  schema,
  code: "baseline",
  maxCharacters: 1000,
});

describe("readDocument", () => {
  it.each([
    [1, { text: "a\nb" }],
    [2, { rows: ["a", "b"] }],
    [3, { lines: ["a", "b"] }],
  ])("brings version %d to the current one", (version, content) => {
    const text = JSON.stringify({ kind: "note", version, ...content });
    expect(readDocument(text, "n.json", format(1))).toEqual({
      kind: "note",
      version: 3,
      lines: ["a", "b"],
    });
  });

  it("checks a migrated document like a current one", () => {
    const text = JSON.stringify({ kind: "note", version: 2, rows: [5] });
    expect(thrownBy(() => readDocument(text, "n.json", format(1)))).toEqual({
      code: "baseline",
      message: "n.json: lines[0]: expected a string, got 5",
    });
  });

  it("refuses a version that has no way to the current one", () => {
    const text = JSON.stringify({ kind: "note", version: 1, text: "a" });
    expect(thrownBy(() => readDocument(text, "n.json", format(2))).message).toBe(
      "n.json: version 1 of note is older than the version 3 this release reads",
    );
  });
});
