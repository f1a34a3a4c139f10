import { rmSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { folderWith, wasmBench } from "./command-line.ts";

const CALL = "suites: [execution], execution: [{ name: work, export: work, args: [] }]";

const folder = folderWith({
  // As wasm-bindgen writes for pages.
  "pages.js": `let wasm_bindgen;
(function() {
    const __exports = {};
    async function __wbg_init(module_or_path) { return module_or_path; }
    wasm_bindgen = Object.assign(__wbg_init, __exports);
})();`,
  "named.mjs": "export const start = () => {}; export const go = () => 1;",
  "pages.yml": `components: [{ name: pages, path: pages.js, ${CALL} }]`,
  "pages-init.yml": `components: [{ name: pages, path: pages.js, init: wasm_bindgen, ${CALL} }]`,
  "init.yml": `components: [{ name: named, path: named.mjs, init: begin, ${CALL} }]`,
  "call.yml": `components: [{ name: named, path: named.mjs, ${CALL} }]`,
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("glue that does not export what the configuration names is refused before it is measured", () => {
  it.each([
    ["pages.yml", 'exports no function "work"; it exports none', "--target no-modules"],
    ["pages-init.yml", "`init` names wasm_bindgen", "--target no-modules"],
    ["init.yml", "it exports go, start", "Name one of its exports"],
    ["call.yml", 'exports no function "work"; it exports go, start', "Name one of its exports"],
  ])("%s", (config, words, remedy) => {
    const { code, out, err } = wasmBench(folder, "run", "--config", config, "--baseline", "none");
    expect(err).toContain(words);
    expect(err).toContain(remedy);
    expect(code, out + err).toBe(2);
  });
});
