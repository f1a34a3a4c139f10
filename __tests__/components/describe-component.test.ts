import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { describeComponent } from "../../src/components/describe-component.ts";
import type { Component } from "../../src/model/component.ts";
import { assemble } from "../wasm/assemble.ts";

function component(name: string, bytes: Uint8Array): Component {
  return {
    name,
    origin: "user",
    format: "wasm",
    path: `${name}.wasm`,
    host: { kind: "none" },
    bytes,
    module: null,
    sha256: "",
    glue: null,
    fuelLimit: null,
  };
}

it("tells each component its own compressed sizes, also where several hold the same bytes", () => {
  const small = assemble("(module)");
  const large = assemble('(module (func (export "work") (param i32) (result i32) local.get 0))');
  const sizes = [
    component("one", small),
    component("two", large),
    component("three", new Uint8Array(small)),
  ].map((one) => {
    const { name, sizeBytes, gzipBytes, brotliBytes } = describeComponent(one);
    return [name, sizeBytes, gzipBytes, brotliBytes];
  });
  const packed = (bytes: Uint8Array): number[] => [
    bytes.length,
    gzipSync(bytes, { level: 9 }).length,
    brotliCompressSync(bytes).length,
  ];
  expect(sizes).toEqual([
    ["one", ...packed(small)],
    ["two", ...packed(large)],
    ["three", ...packed(small)],
  ]);
});
