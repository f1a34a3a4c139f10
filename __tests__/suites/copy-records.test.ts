import { afterEach, describe, expect, it } from "vitest";
import { memoriesOf, recordCopies } from "../../src/suites/wrapped/copy-records.ts";
import { timeEngine, UNIQUE_MODULES } from "../../src/suites/wrapped/unique-modules.ts";
import { type WrappedEngine, wrapEngine } from "../../src/suites/wrapped/wrap-engine.ts";
import { assemble } from "../wasm/assemble.ts";

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(assemble(text));
const WORK = bytesOf(`(module (memory (export "memory") 1) (func (export "work")))`);
const OTHER = bytesOf(`(module (func (export "other")))`);

let engine: WrappedEngine | null = null;
afterEach(() => engine?.release());

/** Modules of one way to compile, and how often the engine compiled. */
function watch(use: "kept" | "compiled-anew") {
  const records = recordCopies(UNIQUE_MODULES, use);
  let compiled = 0;
  const { hooks } = timeEngine(records.hooks, { now: () => 0, cpu: () => 0 });
  engine = wrapEngine({
    ...hooks,
    begin: (work) => {
      if (work === "compile") compiled += 1;
      return () => {};
    },
  });
  return { ...records, compiled: () => compiled };
}

describe("copies of glue", () => {
  it.each<[string, (bytes: Uint8Array<ArrayBuffer>) => Promise<WebAssembly.Module>]>([
    ["constructor", async (bytes) => new WebAssembly.Module(bytes)],
    ["promise", (bytes) => WebAssembly.compile(bytes)],
    ["source with its instance", async (bytes) => (await WebAssembly.instantiate(bytes)).module],
    [
      "stream",
      (bytes) =>
        WebAssembly.compileStreaming(
          new Response(bytes, { headers: { "content-type": "application/wasm" } }),
        ),
    ],
  ])("get a module that is compiled already, by %s", async (_, compile) => {
    const { compiled } = watch("kept");
    const first = await compile(WORK);
    expect(await compile(WORK.slice())).toBe(first);
    expect(compiled()).toBe(1);
    expect(await compile(OTHER)).not.toBe(first);
    expect(compiled()).toBe(2);
  });

  it("know a module by its bytes as they were", () => {
    const { compiled } = watch("kept");
    const own = WORK.slice();
    const first = new WebAssembly.Module(own);
    own.fill(0);
    expect(new WebAssembly.Module(WORK)).toBe(first);
    expect(compiled()).toBe(1);
  });

  it("compile anew where that is asked for, and the size of a module counts once", () => {
    const { compiled, moduleBytes } = watch("compiled-anew");
    expect(new WebAssembly.Module(WORK)).not.toBe(new WebAssembly.Module(WORK));
    expect(compiled()).toBe(2);
    new WebAssembly.Module(OTHER);
    expect(moduleBytes()).toBe(WORK.length + OTHER.length);
  });

  it("have instances and memories of their own", () => {
    const { begin } = watch("kept");
    const module = new WebAssembly.Module(WORK);
    const one = begin();
    const made = new WebAssembly.Instance(module);
    const other = begin();
    expect(one.instances).toEqual([made]);
    expect([...one.memories]).toEqual([made.exports.memory]);
    expect([other.instances.length, other.memories.size]).toEqual([0, 0]);
    new WebAssembly.Instance(module);
    new WebAssembly.Instance(module);
    expect([one.instances.length, other.instances.length]).toEqual([1, 2]);
  });
});

it("finds memories among imports and exports", () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const module = new WebAssembly.Module(
    bytesOf(`(module (import "env" "memory" (memory 1)) (export "again" (memory 0)))`),
  );
  const imports = { env: { memory }, other: null };
  const instance = new WebAssembly.Instance(module, imports as unknown as WebAssembly.Imports);
  expect(memoriesOf({ instance, module, imports })).toEqual([memory, memory]);
  expect(memoriesOf({ instance, module, imports: undefined })).toEqual([memory]);
});

it.each([
  ["a visit", UNIQUE_MODULES],
  ["copies", recordCopies(UNIQUE_MODULES, "kept").hooks],
  ["a cold start", timeEngine(UNIQUE_MODULES, { now: () => 0, cpu: () => 0 }).hooks],
])(
  "gives glue the engine's own exports in %s: nothing stands between it and a call",
  async (_, hooks) => {
    engine = wrapEngine(hooks);
    const hands = bytesOf(
      `(module (import "env" "work" (func $work)) (export "same" (func $work)))`,
    );
    const made = [
      new WebAssembly.Instance(new WebAssembly.Module(WORK)),
      (await WebAssembly.instantiate(WORK)).instance,
    ];
    for (const instance of made) {
      expect(Object.isFrozen(instance.exports)).toBe(true);
      const { work } = instance.exports as { work: () => void };
      // The engine hands an export of its own on as it is; a function around one would become another.
      const again = new WebAssembly.Instance(new WebAssembly.Module(hands), { env: { work } });
      expect(again.exports.same).toBe(work);
    }
  },
);
