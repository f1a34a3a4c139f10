import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Procedure } from "../../src/model/benchmark.ts";
import { openNative } from "../../src/native.ts";
import { clockNs } from "../../src/suites/clocks.ts";
import { createNativeFactory } from "../../src/suites/native-guest.ts";
import { openNativeBy, releaseNative } from "../../src/suites/open-native.ts";
import type { Payload } from "../../src/suites/payload.ts";
import { observeAlone, prepareCopy } from "../../src/suites/prepare.ts";
import { observeColdStart } from "../../src/suites/procedures/cold-start.ts";
import { componentPayload, WORKING } from "./component-payload.ts";
import { measure, PROBE } from "./measure-copy.ts";
import { describeNative } from "./native-library.ts";

const RUN = { export: "run", args: [41], expect: 42 };
const FAIL = { export: "fail", args: [] };

/** Every procedure that is measured in rounds, with the metrics it tells. */
const ROUNDS: readonly (readonly [string, Procedure, readonly string[]])[] = [
  ["warm_start", { kind: "warm_start", call: RUN }, ["time"]],
  ["load", { kind: "load", call: RUN }, ["time", "compile", "slope_per_kib"]],
  [
    "call",
    { kind: "call", call: RUN, operations: 1, native: null, extras: [] },
    ["time", "boundary_cost"],
  ],
  ["sequence", { kind: "sequence", instances: 3, call: RUN }, ["time", "growth_bytes"]],
  ["guarded_call", { kind: "guarded_call", call: RUN }, ["time"]],
  ["categorize", { kind: "categorize", traps: [FAIL] }, ["time", "roundtrip_fail"]],
  [
    "cleanup after success",
    { kind: "cleanup", after: "success", call: RUN },
    ["time", "returned_bytes"],
  ],
  ["cleanup after trap", { kind: "cleanup", after: "trap", call: FAIL }, ["time"]],
  ["recover", { kind: "recover", trap: FAIL, call: RUN }, ["time"]],
  ["exhaust_fuel", { kind: "exhaust_fuel", call: RUN, fuel: 1 }, ["time"]],
];

/** A command that reads its input, counts its arguments and the variable it is given, and fails where any is missing. */
const COMMAND = `(component
  (import "wasi:cli/environment@0.2.0" (instance $environment
    (export "get-arguments" (func (result (list string))))))
  (alias export $environment "get-arguments" (func $arguments))
  (core module $memory (memory (export "memory") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) i32.const 4096))
  (core instance $r (instantiate $memory))
  (alias core export $r "memory" (core memory $mem))
  (alias core export $r "realloc" (core func $realloc))
  (core func $asked (canon lower (func $arguments) (memory $mem) (realloc $realloc)))
  (core module $m
    (import "host" "arguments" (func $arguments (param i32)))
    (import "room" "memory" (memory 1))
    (func (export "run") (result i32)
      (call $arguments (i32.const 64))
      (i32.ne (i32.load (i32.const 68)) (i32.const 3))))
  (core instance $i (instantiate $m
    (with "host" (instance (export "arguments" (func $asked))))
    (with "room" (instance $r))))
  (func $run (result (result)) (canon lift (core func $i "run")))
  (instance $cli (export "run" (func $run)))
  (export "wasi:cli/run@0.2.0" (instance $cli)))`;

describeNative("a procedure on a component", (engine) => {
  let working: Payload;
  let folder: string;
  beforeAll(async () => {
    openNativeBy(openNative);
    working = await componentPayload(WORKING, engine);
    folder = mkdtempSync(join(tmpdir(), "wasm-bench-native-"));
  });
  afterEach(() => releaseNative());
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(ROUNDS)("is measured in rounds: %s", async (_, procedure, metrics) => {
    const values = await measure(procedure, working);
    expect(Object.keys(values)).toEqual(expect.arrayContaining([...metrics]));
    expect(values.time).toBeGreaterThan(0);
    expect(Object.values(values).every(Number.isFinite)).toBe(true);
  });

  it("raises every trap in an instance of its own, some made at once", async () => {
    const traps = [FAIL, { export: "divide", args: [0] }];
    const request = { payload: working, nonce: 1, probe: PROBE };
    const { operations } = await prepareCopy({ kind: "categorize", traps }, request);
    expect(operations.map(({ metric, kind, operations: count }) => [metric, kind, count])).toEqual([
      ["time", "timed", 2],
      ["roundtrip_fail", "observed", 20],
      ["roundtrip_divide", "observed", 20],
    ]);
  });

  it("takes engine, code, store and first call anew for a cold start", async () => {
    const observed = await observeColdStart({ payload: working, call: RUN, nonce: 1 }, clockNs);
    const { time, compile, instantiate, first_call: first, cpu } = observed;
    expect(time).toBeCloseTo(compile + instantiate + first, 0);
    expect(Math.min(compile, instantiate, first, cpu)).toBeGreaterThan(0);
  });

  it.each([
    ["footprint", { kind: "footprint", touch: true, instances: [1, 4, 8] }],
    ["scaling", { kind: "scaling", instances: [8], call: RUN }],
  ] as const)(
    "holds at least its memory for every live instance, though nobody reaches it: %s",
    async (_, procedure) => {
      // Other tests live in this process, and let go of less than the memories of these instances.
      const large = WORKING.replace(
        '(memory (export "memory") 2)',
        '(memory (export "memory") 128)',
      );
      const payload = await componentPayload(large, engine);
      const observed = await observeAlone(procedure, { payload, nonce: 1, probe: PROBE });
      expect(observed.pages).toEqual([128]);
      const [resident = 0] = observed.resident_bytes ?? [];
      expect(resident / (128 * 65_536)).toBeGreaterThan(0.9);
    },
  );

  it("fails where a component does not answer as expected, or returns where it must trap", async () => {
    const call = { ...RUN, expect: 43 };
    const procedure = { kind: "call", call, operations: 1, native: null, extras: [] } as const;
    const request = { payload: working, nonce: 1, probe: PROBE };
    const { verify } = await prepareCopy(procedure, request);
    expect(verify).toThrow("run(41) returned 42, expected 43");
    const traps = { kind: "categorize", traps: [RUN] } as const;
    await expect(prepareCopy(traps, request)).rejects.toThrow("run(41) returned, expected a trap");
  });

  it("makes a command anew for every run, with its arguments", async () => {
    const call = { export: "run", args: [] };
    const procedure = { kind: "call", call, operations: 1, native: null, extras: [] } as const;
    const wasi = { args: ["a", "b"], env: {}, preopens: {}, stdin: null };
    const payload = await componentPayload(COMMAND, engine, { wasi });
    expect((await measure(procedure, payload)).time).toBeGreaterThan(0);
    const lacking = await componentPayload(COMMAND, engine);
    await expect(measure(procedure, lacking)).rejects.toThrow("run returned the error");
  });

  it("finds an imports module whose classes stand for resources", async () => {
    const host = join(folder, "host.mjs");
    writeFileSync(
      host,
      `export const made = [];
       export const dropped = [];
       class Counter {
         constructor(start) { this.value = start; made.push(start); }
         static of(start) { return new Counter(start * 10); }
         add(step) { this.value += step; return this.value; }
         [Symbol.dispose]() { dropped.push(this.value); }
       }
       const take = (counter) => counter.value;
       export const imports = { "docs:count/counters": { Counter, take } };`,
    );
    const { payload, seen } = await resourcePayload(host);
    const guest = (await createNativeFactory(payload)).create();
    const run = guest.find("run");
    // 5 + 1, then the one of ten times 5 and 1.
    expect([run(5), run(7)]).toEqual([6 + 51, 8 + 71]);
    const { made, dropped } = await seen();
    expect(made).toEqual([5, 50, 7, 70]);
    // The second is given away for good, and is its taker's.
    expect(dropped).toEqual([6, 8]);
  });

  it("names what an imports module lacks before anything is called", async () => {
    const host = join(folder, "lacking.mjs");
    writeFileSync(host, `export const imports = { "docs:count/counters": { take: () => 1 } };`);
    const { payload } = await resourcePayload(host);
    const factory = await createNativeFactory(payload);
    expect(() => factory.create()).toThrow(
      "nobody provides docs:count/counters@1.0.0#[constructor]counter",
    );
  });

  interface Seen {
    readonly made: readonly number[];
    readonly dropped: readonly number[];
  }

  async function resourcePayload(
    path: string,
  ): Promise<{ payload: Payload; seen: () => Promise<Seen> }> {
    const url = `file://${path}`;
    const host = { kind: "module", url, args: [] } as const;
    const payload = await componentPayload(RESOURCES, engine, { host });
    return { payload, seen: async () => (await import(url)) as Seen };
  }
});

/** Makes a counter, adds 1 and lets it go; makes another by a function, adds 1 and gives it away. */
const RESOURCES = `(component
  (import "docs:count/counters@1.0.0" (instance $counters
    (export "counter" (type $counter (sub resource)))
    (export "[constructor]counter" (func (param "start" u32) (result (own $counter))))
    (export "[static]counter.of" (func (param "start" u32) (result (own $counter))))
    (export "[method]counter.add"
      (func (param "self" (borrow $counter)) (param "step" u32) (result u32)))
    (export "take" (func (param "counter" (own $counter)) (result u32)))))
  (alias export $counters "counter" (type $counter))
  (alias export $counters "[constructor]counter" (func $make))
  (alias export $counters "[static]counter.of" (func $of))
  (alias export $counters "[method]counter.add" (func $add))
  (alias export $counters "take" (func $take))
  (core func $make-core (canon lower (func $make)))
  (core func $of-core (canon lower (func $of)))
  (core func $add-core (canon lower (func $add)))
  (core func $take-core (canon lower (func $take)))
  (core func $drop-core (canon resource.drop $counter))
  (core module $m
    (import "host" "make" (func $make (param i32) (result i32)))
    (import "host" "of" (func $of (param i32) (result i32)))
    (import "host" "add" (func $add (param i32 i32) (result i32)))
    (import "host" "take" (func $take (param i32) (result i32)))
    (import "host" "drop" (func $drop (param i32)))
    (func (export "run") (param i32) (result i32) (local i32 i32)
      (local.set 1 (call $make (local.get 0)))
      (local.set 2 (call $add (local.get 1) (i32.const 1)))
      (call $drop (local.get 1))
      (local.set 1 (call $of (local.get 0)))
      (drop (call $add (local.get 1) (i32.const 1)))
      (i32.add (local.get 2) (call $take (local.get 1)))))
  (core instance $i (instantiate $m (with "host" (instance
    (export "make" (func $make-core)) (export "of" (func $of-core)) (export "add" (func $add-core))
    (export "take" (func $take-core)) (export "drop" (func $drop-core))))))
  (func (export "run") (param "start" u32) (result u32) (canon lift (core func $i "run"))))`;
