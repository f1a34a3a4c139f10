import { describe, expect, it } from "vitest";
import { measureComponent, readCoreModules } from "../../../src/wasm/component/component-size.ts";
import { explainSizeChange } from "../../../src/wasm/size-change.ts";
import { assembleComponent } from "./assemble-component.ts";

const two = (body: string): string => `(component
  (core module $one (func (export "work") (result i32) ${body}))
  (component (core module $two (func (export "work") nop) (data "abc")))
  (core instance $i (instantiate $one))
  (func (export "work") (result s32) (canon lift (core func $i "work"))))`;

describe("measureComponent", () => {
  it("accounts for every byte: modules, what holds them together, and components inside", async () => {
    const bytes = await assembleComponent(two("i32.const 1"));
    const size = measureComponent(bytes);
    expect(size.sections.reduce((sum, section) => sum + section.bytes, 8)).toBe(bytes.length);
    expect(size).toMatchObject({ functions: 2, imports: 0, exports: 1, dataBytes: 3 });
    const names = size.sections.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["module 0: code", "module 1: data", "component: canonical"]),
    );
    expect(size.bodies.map(({ name }) => name)).toEqual(["module 0: work", "module 1: work"]);
    expect(readCoreModules(bytes).map(({ exports }) => exports.length)).toEqual([1, 1]);
  });

  it("tells in which module a component has grown", async () => {
    const [before, after] = await Promise.all(
      ["i32.const 1", "i32.const 1 i32.const 2 i32.add"].map(async (body) =>
        measureComponent(await assembleComponent(two(body))),
      ),
    );
    expect(before).toBeDefined();
    expect(explainSizeChange(before as never, after as never)[0]).toMatch(/^module 0: code \+3/);
  });
});
