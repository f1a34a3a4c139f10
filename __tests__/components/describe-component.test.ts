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

it("adds up the modules that glue was seen to need, and knows no size where one was not kept", () => {
  const modules = [assemble("(module)"), assemble('(module (memory (export "memory") 1))')];
  const file = (name: string, bytes: Uint8Array | null, sizeBytes: number) => ({
    name,
    sha256: "",
    sizeBytes,
    bytes,
  });
  const files = [
    file("pkg/glue.js", new Uint8Array(100), 100),
    ...modules.map((bytes, index) =>
      file(`pkg/${index}.wasm`, new Uint8Array(bytes), bytes.length),
    ),
  ];
  const sizesWith = (all: typeof files): number[] => {
    const closure = {
      root: "",
      folder: null,
      entry: "pkg/glue.js",
      files: all,
      links: [],
      compiled: [],
    };
    const glue = { path: "/pkg/glue.js", init: null, closure };
    const facts = describeComponent({
      ...component("glue", new Uint8Array()),
      format: "glue",
      glue,
    });
    return [facts.sizeBytes, facts.gzipBytes, facts.brotliBytes, facts.sections.length];
  };
  const sum = (sizes: readonly number[]): number => sizes.reduce((all, one) => all + one, 0);
  expect(sizesWith(files)).toEqual([
    sum(modules.map(({ length }) => length)),
    sum(modules.map((bytes) => gzipSync(bytes, { level: 9 }).length)),
    sum(modules.map((bytes) => brotliCompressSync(bytes).length)),
    // A name section in one; memory, export and name section in the other.
    4,
  ]);
  const junk = file("pkg/no.wasm", new TextEncoder().encode("no module"), 9);
  expect(sizesWith([...files, junk])[3]).toBe(0);
  const none = [0, 0, 0, 0];
  expect(sizesWith([...files, file("pkg/large.wasm", null, 10 ** 9)])).toEqual(none);
  expect(sizesWith(files.slice(0, 1))).toEqual(none);
});
