import { expect, test } from "vitest";
import type { Call, Procedure } from "../../src/model/benchmark.ts";
import type { ModuleFacts } from "../../src/model/module-facts.ts";
import { readModule } from "../../src/wasm/read-module.ts";
import { runObstacle } from "../../src/wasm/run-obstacle.ts";
import { assemble } from "./assemble.ts";

const call = (name: string): Call => ({ export: name, args: [1] });
const calling = (name: string): Procedure => ({ kind: "guarded_call", call: call(name) });

const PLAIN = readModule(
  assemble(`(module (memory (export "memory") 1)
  (func (export "work") (param i32) (result i32) local.get 0))`),
);
const WIDE = readModule(
  assemble('(module (func (export "work") (param i64) (result i64) local.get 0))'),
);
const RICH = readModule(
  assemble(`(module (memory (export "heap") 1)
  (func (export "work") (param i32) (result i32) local.get 0)
  (func (export "more") (param i32)))`),
);

test("a module that exports what is called, with the same signature, can run it", () => {
  expect(runObstacle(calling("work"), { baseline: PLAIN, candidate: RICH })).toBeNull();
  const alone: Procedure = { kind: "footprint", touch: true, instances: [1] };
  expect(runObstacle(alone, { baseline: PLAIN, candidate: RICH })).toBeNull();
});

test("a module that lacks what places data cannot run it, and a workload may ask for anything", () => {
  const place = { alloc: "more", free: null, at: null };
  const placed: Procedure = { kind: "guarded_call", call: { ...call("work"), place } };
  const sides = { baseline: PLAIN, candidate: RICH };
  expect(runObstacle(placed, sides)).toBe('it exports no function "more"');
  expect(runObstacle(placed, { baseline: RICH, candidate: RICH })).toBeNull();
  expect(runObstacle({ kind: "workload", name: "a" }, sides)).toBeNull();
});

test.each<[string, Procedure, ModuleFacts | null, string]>([
  ["a missing export", calling("more"), PLAIN, 'it exports no function "more"'],
  ["a memory under the name", calling("memory"), PLAIN, 'it exports no function "memory"'],
  [
    "another signature",
    calling("work"),
    WIDE,
    'its "work" is (i64) -> (i64), this one\'s (i32) -> (i32)',
  ],
  [
    "a missing memory",
    { kind: "grow", memory: "heap", call: null },
    PLAIN,
    'it exports no memory "heap"',
  ],
  [
    "the second of two calls",
    { kind: "recover", trap: call("work"), call: call("more") },
    PLAIN,
    'it exports no function "more"',
  ],
  ["another kind of binary", calling("work"), null, "it is a Component Model binary"],
])("names %s", (_, procedure, baseline, obstacle) => {
  expect(runObstacle(procedure, { baseline, candidate: RICH })).toBe(obstacle);
});
