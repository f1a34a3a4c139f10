import { describe, expect, test } from "vitest";
import { matchesBenchmark } from "../../src/gate/match.ts";

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
  ])("%s does not mean %s", (pattern, id) => {
    expect(matchesBenchmark(pattern, id)).toBe(false);
  });
});
