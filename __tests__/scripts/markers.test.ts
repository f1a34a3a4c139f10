import { describe, expect, it } from "vitest";
import { replaceBetweenMarkers, table } from "../../scripts/markers.mjs";

describe("replaceBetweenMarkers", () => {
  it("replaces the marked part and nothing else", () => {
    const text = "a\n<!-- x:start -->\nold\n<!-- x:end -->\nb\n";
    expect(replaceBetweenMarkers(text, "x", "new")).toBe(
      "a\n<!-- x:start -->\nnew\n<!-- x:end -->\nb\n",
    );
  });

  it.each([
    ["no marker", "a"],
    ["no end", "<!-- x:start -->"],
    ["the end before the start", "<!-- x:end --><!-- x:start -->"],
  ])("refuses a document with %s", (_what, text) => {
    expect(replaceBetweenMarkers(text, "x", "new")).toBeNull();
  });
});

describe("table", () => {
  it("escapes bars and joins lines inside a cell", () => {
    expect(table(["a", "b"], [["1|2", "3\n4"]])).toBe("| a | b |\n| --- | --- |\n| 1\\|2 | 3 4 |");
  });
});
