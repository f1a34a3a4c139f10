import { afterEach, beforeAll, expect, it } from "vitest";
import type { Call } from "../../src/model/benchmark.ts";
import type { CoreModule } from "../../src/model/component.ts";
import { countCall } from "../../src/suites/count.ts";
import type { Payload } from "../../src/suites/payload.ts";
import { transpile } from "../../src/transpiler.ts";
import { convertCall } from "../../src/wasm/component/convert-call.ts";
import { readWorld } from "../../src/wasm/component/read-world.ts";
import { instrumentFuel } from "../../src/wasm/fuel.ts";
import { assembleComponent, assembleFixture } from "../wasm/component/assemble-component.ts";
import { WORKING } from "./component-payload.ts";
import { describeNative, NOTHING, PROGRAM } from "./native-library.ts";

const PLENTY = 10n ** 12n;

/** A component as both sides take it. */
interface Counted {
  readonly bytes: Uint8Array;
  readonly modules: readonly CoreModule[];
  readonly source: string;
}

async function prepare(bytes: Uint8Array): Promise<Counted> {
  return { bytes, ...(await transpile(bytes)) };
}

/** What our counting process counts: the instrumented core modules, JavaScript between them. */
async function ours({ bytes, modules, source }: Counted, call: Call): Promise<number> {
  const rules = { profile: "wasmtime-49", mode: "wasmtime", cost: {} } as const;
  const validate = (rewritten: Uint8Array<ArrayBuffer>): boolean => WebAssembly.validate(rewritten);
  const parts = modules.map(({ name, bytes: own }) => ({
    name,
    module: instrumentFuel(new Uint8Array(own), { ...rules, validate }),
  }));
  const payload: Payload = {
    name: "c",
    side: "candidate",
    bytes,
    host: { kind: "none", url: "", args: [] },
    glue: null,
    transpiled: { source, modules, world: readWorld(bytes) },
  };
  const counted = { payload, module: null, parts, call, limit: null } as const;
  return (await countCall(counted as never, 1)).fuel;
}

/** One function with what its caller calls afterwards. */
const ENDING = `(component
  (core module $m (memory (export "memory") 1)
    (func (export "text") (result i32)
      (i32.store (i32.const 64) (i32.const 128)) (i32.store (i32.const 68) (i32.const 5))
      (i32.const 64))
    (func (export "end") (param i32) (i32.store (i32.const 64) (i32.const 0))))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $memory))
  (alias core export $i "end" (core func $end))
  (func (export "text") (result string)
    (canon lift (core func $i "text") (memory $memory) (post-return $end))))`;

const ROOM = `(memory (export "memory") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) i32.const 1024)`;

/** A component of two, one of which calls the other: numbers, and a list that is copied from memory to memory. */
const COMPOSED = `(component
  (component $inner
    (core module $m ${ROOM}
      (func (export "add") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
      (func (export "count") (param i32 i32) (result i32) (local.get 1)))
    (core instance $i (instantiate $m))
    (alias core export $i "memory" (core memory $memory))
    (alias core export $i "realloc" (core func $realloc))
    (func (export "add") (param "x" u32) (result u32) (canon lift (core func $i "add")))
    (func (export "count") (param "bytes" (list u8)) (result u32)
      (canon lift (core func $i "count") (memory $memory) (realloc $realloc))))
  (component $outer
    (import "add" (func $add (param "x" u32) (result u32)))
    (import "count" (func $count (param "bytes" (list u8)) (result u32)))
    (core module $room ${ROOM})
    (core instance $r (instantiate $room))
    (alias core export $r "memory" (core memory $memory))
    (alias core export $r "realloc" (core func $realloc))
    (core func $add-core (canon lower (func $add)))
    (core func $count-core (canon lower (func $count) (memory $memory)))
    (core module $m
      (import "inner" "add" (func $add (param i32) (result i32)))
      (import "inner" "count" (func $count (param i32 i32) (result i32)))
      (func (export "numbers") (result i32) (call $add (i32.const 41)))
      (func (export "list") (result i32) (call $count (i32.const 64) (i32.const 16))))
    (core instance $i (instantiate $m (with "inner" (instance
      (export "add" (func $add-core)) (export "count" (func $count-core))))))
    (func (export "numbers") (result u32) (canon lift (core func $i "numbers")))
    (func (export "list") (result u32) (canon lift (core func $i "list"))))
  (instance $i (instantiate $inner))
  (instance $o (instantiate $outer
    (with "add" (func $i "add")) (with "count" (func $i "count"))))
  (export "numbers" (func $o "numbers"))
  (export "list" (func $o "list")))`;

/** Values by the forms of a configuration. */
const CALLS: readonly (readonly [string, string, Call])[] = [
  ["numbers", "working", { export: "run", args: [41] }],
  ["recursion", "working", { export: "fib", args: [15] }],
  ["a list, for which the guest allocates", "working", { export: "sum", args: [[1, 2, 3, 4]] }],
  ["text, which is given back", "ending", { export: "text", args: [] }],
  ["a result", "typed", { export: "halve", args: [7] }],
  ["an option", "typed", { export: "letter", args: [65] }],
  [
    "everything at once",
    "typed",
    {
      export: "gather-all",
      args: [
        { square: 40 },
        7,
        { "x-pos": 5, "y-pos": "-2" },
        ["write-all"],
        "dark-blue",
        100,
        [200, "A"],
        "hi",
        [9, 8, 7],
      ],
    },
  ],
];

describeNative("the engine's own fuel for a component, beside ours", (library) => {
  const components = new Map<string, Counted>();
  beforeAll(async () => {
    components.set("working", await prepare(await assembleComponent(WORKING)));
    components.set("ending", await prepare(await assembleComponent(ENDING)));
    components.set("composed", await prepare(await assembleComponent(COMPOSED)));
    components.set("typed", await prepare(await assembleFixture("typed")));
  });
  afterEach(() => PROGRAM.releaseAll());

  const openWith = (bytes: Uint8Array) =>
    PROGRAM.open(library).makeEngine({ fuel: true }).compile(bytes, readWorld(bytes));

  // Between components that call one another lie adapters of core code, each made by the tools of its own version.
  it.each([
    ["numbers", 7],
    ["list", 5],
  ] as const)(
    "is about equal where components inside call one another, adapters included: %s",
    async (name, own) => {
      const counted = components.get("composed") as Counted;
      const guest = openWith(counted.bytes).instantiate(NOTHING);
      const run = guest.prepare(name, []);
      guest.setFuel(PLENTY);
      run();
      const consumed = Number(PLENTY - guest.fuelLeft());
      const counts = await ours(counted, { export: name, args: [] });
      expect(Math.min(consumed, counts)).toBeGreaterThan(own);
      expect(Math.abs(consumed / counts - 1)).toBeLessThan(0.2);
    },
  );

  it.each(CALLS)(
    "is equal where lifting and lowering is the engine's: %s",
    async (_, name, call) => {
      const counted = components.get(name) as Counted;
      const converted = convertCall(call, readWorld(counted.bytes));
      const guest = openWith(counted.bytes).instantiate(NOTHING);
      const run = guest.prepare(converted.export, converted.args);
      guest.setFuel(PLENTY);
      run();
      expect(Number(PLENTY - guest.fuelLeft())).toBe(await ours(counted, converted));
    },
  );
});
