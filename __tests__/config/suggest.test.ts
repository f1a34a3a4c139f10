import { describe, expect, it } from "vitest";
import { didYouMean, editDistance, nearest } from "../../src/config/suggest.ts";

describe("the distance between words", () => {
  it.each([
    ["", "", 0],
    ["abc", "abc", 0],
    ["", "abc", 3],
    ["abc", "", 3],
    ["abc", "abd", 1],
    ["abc", "ab", 1],
    ["ab", "abc", 1],
    // Swapped neighbours are one slip.
    ["ab", "ba", 1],
    ["fbi", "fib", 1],
    ["rnu", "run", 1],
    // With a letter between them, both are replaced.
    ["axb", "bxa", 2],
    // Two replacements (k, e) and an insertion (g).
    ["kitten", "sitting", 3],
    ["saturday", "sunday", 3],
  ])("from %j to %j is %i", (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
  });
});

describe("the word that was meant", () => {
  it("is at most three letters away", () => {
    expect(nearest("instantixxx", ["instantiate"])).toBe("instantiate");
    expect(nearest("instantxxxx", ["instantiate"])).toBeNull();
  });

  it("is at most half a word away, and of a short word one slip", () => {
    expect(nearest("fxel", ["fuel"])).toBe("fuel");
    expect(nearest("fxxl", ["fuel"])).toBeNull();
    expect(nearest("fuexx", ["fuels"])).toBe("fuels");
    expect(nearest("rnu", ["run", "runs"])).toBe("run");
    expect(nearest("fxl", ["fuel"])).toBeNull();
    expect(nearest("x", ["y"])).toBeNull();
    expect(nearest("", ["a"])).toBeNull();
  });

  it("is the nearest of several, and of equally near ones the first", () => {
    expect(nearest("tine", ["fine-grained", "tiny", "time"])).toBe("tiny");
    expect(nearest("memorx", ["memo", "memory"])).toBe("memory");
  });

  it("is the only one that begins as written, where none is near", () => {
    expect(nearest("mem", ["execution", "memory"])).toBe("memory");
    expect(nearest("exec", ["execution", "memory"])).toBe("execution");
    expect(nearest("in", ["instantiation", "info"])).toBeNull();
    expect(nearest("i", ["instantiation"])).toBeNull();
  });

  it("is found whatever the case, and whether written with dash, underscore or space", () => {
    expect(nearest("CRASH handling", ["crash_handling"])).toBe("crash_handling");
    expect(nearest("fail_on", ["fail-on"])).toBe("fail-on");
  });

  it("is suggested, or nothing is", () => {
    expect(didYouMean("tme", ["time"])).toBe('; did you mean "time"?');
    expect(didYouMean("zzzz", ["time"])).toBe("");
  });
});
