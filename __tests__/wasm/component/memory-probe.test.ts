import { describe, expect, it } from "vitest";
import { transpile } from "../../../src/transpiler.ts";
import { withMemoryProbes } from "../../../src/wasm/component/memory-probe.ts";
import { readWorld } from "../../../src/wasm/component/read-world.ts";
import { assembleComponent, assembleFixture } from "./assemble-component.ts";

const OS_PAGE_BYTES = 4096;
const PAGE_BYTES = 65_536;

type Exports = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** A component run by the JavaScript that others make of it, and the memories of its core modules. */
async function run(
  bytes: Uint8Array,
): Promise<{ exports: Exports; memories: readonly WebAssembly.Memory[] }> {
  const { source, modules } = await transpile(bytes);
  const address = `data:text/javascript;base64,${Buffer.from(source).toString("base64")}`;
  const { instantiate } = (await import(address)) as {
    instantiate: (
      moduleOf: (name: string) => WebAssembly.Module,
      imports: object,
      make: (module: WebAssembly.Module, imports?: WebAssembly.Imports) => WebAssembly.Instance,
    ) => Exports;
  };
  const memories: WebAssembly.Memory[] = [];
  const moduleOf = (name: string): WebAssembly.Module =>
    new WebAssembly.Module(
      new Uint8Array(modules.find((one) => one.name === name)?.bytes ?? new Uint8Array()),
    );
  const exports = instantiate(moduleOf, {}, (module, imports) => {
    const instance = new WebAssembly.Instance(module, imports);
    for (const item of Object.values(instance.exports))
      if (item instanceof WebAssembly.Memory && !memories.includes(item)) memories.push(item);
    return instance;
  });
  return { exports, memories };
}

const TWO = `(component
  (type $number (func (result u32)))
  (core module $first (memory (export "memory") 2) (func (export "n") (result i32) i32.const 1))
  (core module $second
    (import "a" "memory" (memory 1))
    (export "again" (memory 0)))
  (core module $third (memory (export "own") 1 3)
    (data (i32.const 4096) "abc")
    (func (export "first") (result i32) (i32.load8_u (i32.const 4096))))
  (core instance $a (instantiate $first))
  (core instance $b (instantiate $second (with "a" (instance $a))))
  (core instance $c (instantiate $third))
  (alias core export $c "first" (core func $letter))
  (func $letter (type $number) (canon lift (core func $letter)))
  (func (export "number") (type $number) (canon lift (core func $a "n")))
  (export "letter" (func $letter)))`;

describe("withMemoryProbes", () => {
  it("adds two functions for every memory that a core module defines and exports, each once", async () => {
    const bytes = await assembleComponent(TWO);
    const { bytes: probed, world, probes } = withMemoryProbes(bytes, readWorld(bytes));
    expect(probes).toHaveLength(2);
    expect(readWorld(probed)).toEqual(world);
    const { exports, memories } = await run(probed);
    const call = (name: string): unknown =>
      exports[name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())]?.();
    expect([call("number"), call("letter")]).toEqual([1, 97]);
    expect(probes.map(({ pages }) => call(pages))).toEqual([2, 1]);
    for (const { touch } of probes) expect(call(touch)).toBeUndefined();
    expect(call("letter")).toBe(97);
    const sizes = memories.map(({ buffer }) => buffer.byteLength / PAGE_BYTES);
    expect(sizes.toSorted()).toEqual([1, 2]);
    memories.find(({ buffer }) => buffer.byteLength === PAGE_BYTES)?.grow(2);
    expect(probes.map(({ pages }) => call(pages))).toEqual([2, 3]);
    expect(PAGE_BYTES % OS_PAGE_BYTES).toBe(0);
  });

  it("counts functions and types in front of its own: of imports, interfaces and components inside", async () => {
    for (const name of ["typed", "hosted"]) {
      const bytes = await assembleFixture(name);
      const { bytes: probed, world } = withMemoryProbes(bytes, readWorld(bytes));
      expect(readWorld(probed)).toEqual(world);
      expect((await transpile(probed)).modules.length).toBeGreaterThan(0);
    }
  });

  it("reaches memories of components inside, each instance for itself, however deep", async () => {
    const text = `(component
      (component $leaf
        (core module $m (memory (export "memory") 3)
          (func (export "n") (result i32) (memory.size)))
        (core instance $i (instantiate $m))
        (func (export "n") (result u32) (canon lift (core func $i "n"))))
      (component $branch
        (component $inner
          (core module $m (memory (export "memory") 5)) (core instance (instantiate $m)))
        (instance (instantiate $inner)))
      (core module $m (memory (export "memory") 1)) (core instance (instantiate $m))
      (instance $one (instantiate $leaf))
      (instance $two (instantiate $leaf))
      (instance $three (instantiate $branch))
      (export "n" (func $one "n")))`;
    const bytes = await assembleComponent(text);
    const { bytes: probed, world, probes, isWhole } = withMemoryProbes(bytes, readWorld(bytes));
    expect(isWhole).toBe(true);
    expect(readWorld(probed)).toEqual(world);
    const { exports } = await run(probed);
    const call = (name: string): unknown =>
      exports[name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())]?.();
    expect(probes.map(({ pages }) => call(pages))).toEqual([3, 3, 5, 1]);
    for (const { touch } of probes) expect(call(touch)).toBeUndefined();
    expect(call("n")).toBe(3);
  });

  it.each([
    [
      '(component (core module $m (memory (export "m") i64 1)) (core instance (instantiate $m)))',
      false,
    ],
    [
      '(component (component (core module $m (memory (export "m") 1 1 shared)) (core instance (instantiate $m))))',
      false,
    ],
    [
      '(component (type $t u32) (component (alias outer 1 $t (type $u)) (core module $m (memory (export "m") 1)) (core instance (instantiate $m))))',
      false,
    ],
    ["(component)", true],
  ])(
    "leaves a component alone whose memories it cannot reach, and says so: %s",
    async (text, isWhole) => {
      const bytes = await assembleComponent(text);
      expect(withMemoryProbes(bytes, readWorld(bytes))).toMatchObject({
        bytes,
        probes: [],
        isWhole,
      });
    },
  );
});
