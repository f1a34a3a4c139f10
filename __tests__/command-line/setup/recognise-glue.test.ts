import { describe, expect, it } from "vitest";
import { plainGlue, recogniseGlue } from "../../../src/command-line/setup/recognise-glue.ts";

describe("JavaScript that no toolchain made", () => {
  const loads = "const { instance } = await WebAssembly.instantiate(readFileSync(url));";

  it("is glue where it compiles something and exports a function", () => {
    const text = `${loads} export function sum(bytes) { return instance.exports.sum(); }`;
    expect(plainGlue(text)).toMatchObject({
      kind: "JavaScript",
      init: null,
      exports: [{ name: "sum", params: "bytes" }],
    });
  });

  it("is none where it compiles nothing, or is a program", () => {
    expect(plainGlue("export function sum() { return 1; }")).toBeNull();
    expect(plainGlue(`${loads} console.log(instance.exports.sum());`)).toBeNull();
  });
});

describe("JavaScript that loads WebAssembly", () => {
  it.each([
    ["const answer = 42; export default answer;"],
    ['import { readFileSync } from "node:fs"; export function load() {}'],
    [""],
  ])("is none without marks of a toolchain: %j", (text) => {
    expect(recogniseGlue(text)).toBeNull();
  });

  it.each([
    ["await Deno.readFile(wasm_url)", /Deno\.readFile.*--target nodejs/],
    ["await WebAssembly.instantiateStreaming(fetch(wasmUrl), imports)", /^none$/],
  ])(
    "of wasm-bindgen for Deno is told apart, and loads where it fetches: %s",
    (reads, obstacle) => {
      const text = `export function answer() {} const imports = { __wbindgen_throw() {} }; ${reads};`;
      const glue = recogniseGlue(text);
      expect(glue).toMatchObject({ kind: "wasm-bindgen for Deno", init: null });
      expect(glue?.obstacle ?? "none").toMatch(obstacle);
    },
  );

  it("of AssemblyScript has the types its comments tell", () => {
    const text = `async function instantiate(module, imports = {}) { const adaptedExports = {
      countWords(text) {
        // words/countWords(~lib/string/String, ~lib/staticarray/StaticArray<i32>) => i32
      },
      title() {
        // words/title() => ~lib/string/String
      } }; }
      export const { memory, countWords, title, divide } = await (async url => instantiate(url))();`;
    expect(recogniseGlue(text)?.exports).toEqual([
      { name: "countWords", params: "String, StaticArray<i32>" },
      { name: "title", params: "" },
      { name: "divide", params: null },
    ]);
  });

  it("of wasm-bindgen for bundlers has the exports of its other half", () => {
    const text = 'import * as wasm from "./x_bg.wasm"; export * from "./x_bg.js";';
    const beside =
      "export function answer() {} export function add(a, b) {} export function __wbg_throw() {}";
    expect(recogniseGlue(text, beside)).toEqual({
      kind: "wasm-bindgen for bundlers",
      init: null,
      exports: [
        { name: "answer", params: "" },
        { name: "add", params: "a, b" },
      ],
      obstacle: null,
    });
  });

  it("of Emscripten is a factory with MODULARIZE, and loads itself without", () => {
    const shared = "var ENVIRONMENT_IS_NODE = true; var wasmBinary;";
    expect(recogniseGlue(`${shared} module.exports = createModule;`)?.init).toBe("default");
    expect(recogniseGlue(`${shared} export default createModule;`)?.init).toBe("default");
    expect(recogniseGlue(`${shared} module.exports = Module;`)?.init).toBeNull();
  });

  it.each([
    [
      "jco",
      "export function instantiate(getCoreModule, imports, instantiateCore) {}",
      "the component itself",
    ],
    [
      "wasm-bindgen for pages",
      "let wasm_bindgen;\n(function() { const __exports = {}; let __wbg_init; })();",
      "--target web",
    ],
  ])("of %s that nothing here can load is told with the remedy", (kind, text, words) => {
    const glue = recogniseGlue(text);
    expect(glue?.kind).toBe(kind);
    expect(glue?.obstacle).toContain(words);
  });

  it("of AssemblyScript with raw bindings is handed its module", () => {
    const text = "export async function instantiate(module, i) { const adaptedImports = i; }";
    expect(recogniseGlue(text)).toMatchObject({ init: "instantiate", obstacle: null });
  });

  it("exports only what others may call", () => {
    const text = `require("fs"); const marks = "__wbg_";
function hidden() {}
function shown() {}
exports.shown = shown;
exports.named = function() {};
exports.__wbg_x = function() {};`;
    expect(recogniseGlue(text)?.exports.map(({ name }) => name)).toEqual(["named", "shown"]);
  });
});
