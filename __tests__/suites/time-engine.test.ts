import { expect, it } from "vitest";
import { timeEngine, UNIQUE_MODULES } from "../../src/suites/wrapped/unique-modules.ts";
import { wrapEngine } from "../../src/suites/wrapped/wrap-engine.ts";
import { assemble } from "../wasm/assemble.ts";

/** A clock that a test moves on. */
function handClock(): { now: () => number; pass: (ns: number) => void } {
  let at = 0;
  return {
    now: () => at,
    pass: (ns: number): void => {
      at += ns;
    },
  };
}

it("adds up what the engine does, overlapping work of one kind once", () => {
  const { now, pass } = handClock();
  const { hooks, times } = timeEngine(UNIQUE_MODULES, { now, cpu: now });
  const first = hooks.begin("compile");
  pass(3);
  const second = hooks.begin("compile");
  pass(4);
  first();
  pass(5);
  second();
  pass(100);
  const third = hooks.begin("instantiate");
  pass(7);
  third();
  const fourth = hooks.begin("compile");
  pass(1);
  fourth();
  expect(times()).toEqual({ compile: 13, instantiate: 7, overhead: 0, overheadCpu: 0 });
});

it("gives every module that is compiled bytes of its own, and times both ways of making an instance", async () => {
  const { now, pass } = handClock();
  const { hooks, times } = timeEngine(UNIQUE_MODULES, { now, cpu: now });
  const bytes = new Uint8Array(
    assemble(`(module (func (export "run") (result i32) (i32.const 7)))`),
  );
  const seen: string[] = [];
  const engine = wrapEngine({
    ...hooks,
    prepare: (given) => {
      const prepared = hooks.prepare(given);
      seen.push(prepared.bytes.join());
      return prepared;
    },
    begin: (work) => {
      const end = hooks.begin(work);
      return () => {
        pass(work === "compile" ? 10 : 1);
        end();
      };
    },
  });
  try {
    const { instance } = await WebAssembly.instantiate(bytes, {});
    const other = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    const answers = [instance, other].map(({ exports }) => (exports.run as () => number)());
    expect(answers).toEqual([7, 7]);
    expect(engine.replaced()).toBeNull();
  } finally {
    engine.release();
  }
  expect(new Set(seen).size).toBe(2);
  expect(times()).toMatchObject({ compile: 20, instantiate: 2 });
});
