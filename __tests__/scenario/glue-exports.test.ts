import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { assemble } from "../wasm/assemble.ts";
import { folderWith, wasmBench } from "./command-line.ts";

const ANSWER = Buffer.from(assemble(`(module (func (export "answer") (result i32) i32.const 42))`));
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
  "late.mjs": `import { readFile } from "node:fs/promises";
    let instance;
    readFile(new URL("./answer.wasm", import.meta.url)).then(WebAssembly.instantiate).then((made) => { instance = made.instance; });
    export const work = () => instance.exports.answer();`,
  "compiling.mjs": `let instance;
    WebAssembly.instantiate(Buffer.from("${ANSWER.toString("base64")}", "base64")).then((made) => { instance = made.instance; });
    export const work = () => instance.exports.answer();`,
  "late.yml": `components: [{ name: late, path: late.mjs, ${CALL} }]`,
  "compiling.yml": `components: [{ name: compiling, path: compiling.mjs, ${CALL} }]`,
  "pages.yml": `components: [{ name: pages, path: pages.js, ${CALL} }]`,
  "pages-init.yml": `components: [{ name: pages, path: pages.js, init: wasm_bindgen, ${CALL} }]`,
  "init.yml": `components: [{ name: named, path: named.mjs, init: begin, ${CALL} }]`,
  "call.yml": `components: [{ name: named, path: named.mjs, ${CALL} }]`,
});
writeFileSync(join(folder, "answer.wasm"), ANSWER);
afterAll(() => rmSync(folder, { recursive: true }));

describe("glue that lacks what the configuration names, or has its module too late, is refused before it is measured", () => {
  it.each([
    ["pages.yml", 'exports no function "work"; it exports none', "--target no-modules"],
    ["pages-init.yml", "`init` names wasm_bindgen", "--target no-modules"],
    ["init.yml", "it exports go, start", "Name one of its exports"],
    ["call.yml", 'exports no function "work"; it exports go, start', "Name one of its exports"],
    ["late.yml", "work() fails as soon as the glue is loaded", "await it in the `setup`"],
    ["compiling.yml", "work() fails as soon as the glue is loaded", "await it in the `setup`"],
  ])("%s", (config, words, remedy) => {
    const { code, out, err } = wasmBench(folder, "run", "--config", config, "--baseline", "none");
    expect(err).toContain(words);
    expect(err).toContain(remedy);
    expect(code, out + err).toBe(2);
  });
});
