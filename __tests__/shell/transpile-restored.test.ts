import { resolve } from "node:path";
import { expect, it } from "vitest";
import type { Component, ComponentFormat } from "../../src/model/component.ts";
import { transpileRestored } from "../../src/shell/transpile-restored.ts";
import { assembleFixture } from "../wasm/component/assemble-component.ts";

const TOOLS = resolve("src/transpiler.ts");

function component(name: string, format: ComponentFormat, bytes: Uint8Array): Component {
  return {
    name,
    origin: "user",
    format,
    path: `${name}.wasm`,
    host: { kind: "none" },
    bytes,
    module: null,
    sha256: "",
    glue: null,
    fuelLimit: null,
  };
}

it("transpiles components of a baseline again, and leaves out with a warning what cannot be", async () => {
  const bytes = await assembleFixture("typed");
  const { components, warnings } = await transpileRestored(
    [
      component("core", "wasm", bytes),
      component("whole", "component", bytes),
      component("cut", "component", bytes.subarray(0, 40)),
    ],
    TOOLS,
  );
  expect(components.map(({ name, transpiled }) => [name, transpiled?.modules.length])).toEqual([
    ["core", undefined],
    ["whole", 1],
  ]);
  expect(warnings).toEqual([
    {
      code: "baseline-component",
      message: expect.stringMatching(
        /cut\.wasm of the baseline cannot be read: .*; it is not compared$/,
      ),
    },
  ]);
});

it("does not take a missing program for a fault of the baseline", async () => {
  const bytes = await assembleFixture("hosted");
  const restored = [component("whole", "component", bytes)];
  await expect(transpileRestored(restored, resolve("src/nowhere.ts"))).rejects.toMatchObject({
    code: "environment",
  });
});
