import { describe, expect, it } from "vitest";
import { alikeWords, groupAlike } from "../../src/wording/group-alike.ts";

describe("what is said alike", () => {
  it("is grouped where only numbers differ, in the order of the first", () => {
    const said = ["sees ≥ 4.2 %", "failed", "sees ≥ 11 %", "sees ≥ 1,300 %"];
    expect(groupAlike(said, (text) => text)).toEqual([
      ["sees ≥ 4.2 %", "sees ≥ 11 %", "sees ≥ 1,300 %"],
      ["failed"],
    ]);
  });

  it("is nothing where nothing is said", () => {
    expect(groupAlike(["a", "b"], () => "")).toEqual([["a"], ["b"]]);
  });

  it.each([
    [[], ""],
    [["b"], " (alike: b)"],
    [["b", "c", "d"], " (alike: b, c and 1 more)"],
  ])("names %j as %j", (names, words) => {
    expect(alikeWords(names, 2)).toBe(words);
  });
});
