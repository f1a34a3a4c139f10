import fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { matchesBenchmark } from "../../src/gate/match.ts";
import { expandBraces } from "../../src/model/pattern.ts";

describe("benchmark pattern", () => {
  test.each([
    ["execution/blur_256", "execution/blur_256"],
    ["execution/blur_*", "execution/blur_256/image-filter"],
    ["execution/*", "execution/compute_heavy/fib_20"],
    ["instantiation/cold_start/*", "instantiation/cold_start/minimal_component"],
    ["**/fib_20", "execution/compute_heavy/fib_20"],
    ["execution/{a,b}/*", "execution/b/c"],
    ["*", "memory/scaling/1_components"],
    ["execution/a(b)/c", "execution/a(b)/c"],
    ["execution/.hidden*", "execution/.hidden_case"],
    ["execution/fib_?0", "execution/fib_20"],
    ["execution/{fib_{1,2}0,blur}", "execution/fib_20"],
    ["execution/{,x}y", "execution/y"],
    ["execution/{a", "execution/{a"],
    ["execution/{a}", "execution/{a}"],
    ["**", "memory"],
    ["execution/**/c", "execution/c"],
  ])("%s means %s", (pattern, id) => {
    expect(matchesBenchmark(pattern, id)).toBe(true);
  });

  test.each([
    ["execution/blur", "execution/blur_256"],
    ["blur_256", "execution/blur_256"],
    ["instantiation/cold_start/*", "instantiation/warm_start/minimal_component"],
    ["execution/*/fib_2", "execution/compute_heavy/fib_20"],
    ["!execution/**", "memory/scaling/1_components"],
    ["Execution/*", "execution/blur_256"],
    ["execution/fib_?", "execution/fib_20"],
    ["execution/(a|b)", "execution/a"],
    ["execution/[ab]", "execution/a"],
    ["", "execution/a"],
  ])("%s does not mean %s", (pattern, id) => {
    expect(matchesBenchmark(pattern, id)).toBe(false);
  });
});

describe("benchmark pattern, against a glob library", () => {
  const part = fc.stringMatching(/^[ab*?]{1,4}$/);
  const segment = fc.oneof(part, fc.constant("**"), fc.constant("{a,b*}"));
  const path = fc.array(fc.stringMatching(/^[ab]{1,3}$/), { minLength: 1, maxLength: 4 });

  test("decides alike", () => {
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), path, (pattern, id) => {
        // The library takes two last stars for one segment at least after a star, and for none after a word.
        fc.pre(pattern.at(-1) !== "**");
        const glob = pattern
          .map((one) => (one === "**" ? one : one.replace(/\*+/g, "*")))
          .join("/");
        const matches = picomatch(glob, { dot: true, windows: false, nonegate: true });
        const expected = id.some((_, index) => matches(id.slice(0, index + 1).join("/")));
        expect(matchesBenchmark(glob, id.join("/")), `${glob} ${id.join("/")}`).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test("many stars and many braces end at once", () => {
    const id = `${"a".repeat(500)}/${"a".repeat(500)}`;
    expect(matchesBenchmark(`${"*a".repeat(200)}*b`, id)).toBe(false);
    expect(matchesBenchmark(`${"**/".repeat(150)}x`, "a/".repeat(250))).toBe(false);
    expect(expandBraces("{a,b}".repeat(30)).length).toBeLessThanOrEqual(101);
  });
});
