import { expect, it } from "vitest";
import { createCoreClock } from "../../src/suites/transpiled/core-clock.ts";

/** A clock that a test moves on. */
function handClock() {
  let at = 0;
  const pass = (ns: number): void => {
    at += ns;
  };
  return { ...createCoreClock(() => at), pass };
}

it("runs while a core module does, and stands while that calls JavaScript", () => {
  const { entering, leaving, read, pass } = handClock();
  const host = leaving(() => pass(1000));
  const inner = entering(() => pass(7));
  const core = entering((given) => {
    pass(10);
    host();
    // Another core module: it runs already.
    inner();
    pass(3);
    return given;
  });
  pass(500);
  expect(core(42)).toBe(42);
  pass(500);
  host();
  // 10 before the call of JavaScript, 7 and 3 after it.
  expect(read()).toEqual({ ns: 20, stretches: 2 });
});

it("stands again after a trap, inside and outside", () => {
  const { entering, leaving, read, pass } = handClock();
  const trap = (): never => {
    pass(5);
    throw new Error("trap");
  };
  const host = leaving(trap);
  expect(entering(trap)).toThrow("trap");
  expect(entering(() => host())).toThrow("trap");
  pass(100);
  // 5 inside; the second call runs for nothing before and after the 5 outside.
  expect(read()).toEqual({ ns: 5, stretches: 3 });
});

it("runs while JavaScript that a core module called calls one again", () => {
  const { entering, leaving, read, pass } = handClock();
  const inner = entering(() => pass(4));
  const host = leaving(() => {
    pass(50);
    inner();
    pass(50);
  });
  entering(() => {
    pass(1);
    host();
    pass(1);
  })();
  expect(read()).toEqual({ ns: 6, stretches: 3 });
});
