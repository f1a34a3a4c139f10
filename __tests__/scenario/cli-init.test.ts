import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { assembleText } from "../../src/components/assemble-text.ts";
import { folderWith, wasmBench } from "./command-line.ts";

const CORE = `(module
  (func (export "answer") (result i32) (i32.const 42))
  (func (export "fails") unreachable)
  (func (export "fib") (param i32) (result i32) (local.get 0)))`;
const COMMAND = `(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 1)
  (func (export "_start") (call $exit (i32.const 0))))`;
const REACTOR = `(module
  (import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))
  (memory (export "memory") 1)
  (func (export "_initialize"))
  (func (export "work") (result i32) (call $yield)))`;
const IMPORTS = `(module (import "env" "now" (func (result i32))))`;
const COMPONENT = `(component
  (core module $m (func (export "one") (result i32) (i32.const 1)))
  (core instance $i (instantiate $m))
  (func (export "one") (result u32) (canon lift (core func $i "one"))))`;

/** Glue of each toolchain, cut down to what tells it. */
const GLUE: Readonly<Record<string, string>> = {
  "nodejs/n.js": `let wasm;
exports.answer = function() { return wasm.answer(); };
exports.fib = function(n,
  rest) { return wasm.fib(n); };
exports.__wbindgen_throw = function(ptr, len) { throw new Error(); };
const bytes = require("fs").readFileSync(require("path").join(__dirname, "n_bg.wasm"));
wasm = new WebAssembly.Instance(new WebAssembly.Module(bytes), {}).exports;
`,
  "web/w.mjs": `let wasm;
export function answer() { return wasm.answer(); }
function __wbg_get_imports() { return {}; }
function initSync({ module }) {
  wasm = new WebAssembly.Instance(new WebAssembly.Module(module), __wbg_get_imports()).exports;
  return wasm;
}
async function __wbg_init(options) { return initSync(options); } // w_bg.wasm
export { initSync };
export default __wbg_init;
`,
  "emscripten/e.mjs": `var ENVIRONMENT_IS_NODE = typeof process == "object";
async function createModule({ wasmBinary } = {}) {
  const { instance } = await WebAssembly.instantiate(wasmBinary, {}); // e.wasm
  return { _answer: instance.exports.answer, _fails: instance.exports.fails };
}
export default createModule;
`,
  "as/a.mjs": `async function instantiate(module, imports = {}) {
  const adaptedImports = { env: Object.assign(Object.create(globalThis), imports.env || {}) };
  const { exports } = await WebAssembly.instantiate(module, adaptedImports);
  return exports;
}
export const {
  answer,
  fib,
} = await (async (url) => instantiate(
  await (async () => WebAssembly.compile(await (await import("node:fs/promises")).readFile(url)))(), {},
))(new URL("a.wasm", import.meta.url));
`,
  "jco/j.mjs": `import { readFile } from "node:fs/promises";
const fetchCompile = async (url) => WebAssembly.compile(await readFile(url));
const instantiateCore = WebAssembly.instantiate;
let exports0;
function answer() { return exports0.answer(); }
const $init = (async () => {
  const module0 = await fetchCompile(new URL("./j.core.wasm", import.meta.url));
  ({ exports: exports0 } = await instantiateCore(module0));
})();
await $init;
export { answer };
`,
  "raw/r.mjs": `export async function instantiate(module, imports = {}) {
  const adaptedImports = { env: imports.env }; // r.wasm
  return (await WebAssembly.instantiate(module, adaptedImports)).exports;
}
`,
  "web/unrelated.mjs": "export const answer = () => 42;\n",
};
const MODULES = [
  "nodejs/n_bg",
  "web/w_bg",
  "emscripten/e",
  "as/a",
  "jco/j.core",
  "raw/r",
  "core/core",
];

const WORKFLOW = ".github/workflows/wasm-bench.yml";
const read = (folder: string, name: string): string => readFileSync(join(folder, name), "utf8");

let project: string;
let ended: ReturnType<typeof wasmBench>;

beforeAll(async () => {
  project = folderWith({
    ...GLUE,
    "core/.keep": "",
    "wasi/command.wat": COMMAND,
    "wasi/reactor.wat": REACTOR,
    "wasi/imports.wat": IMPORTS,
    "component/one.component.wat": COMPONENT,
    "node_modules/other/other.wat": CORE,
  });
  const bytes = await assembleText(CORE, "core.wat");
  for (const name of MODULES) writeFileSync(join(project, `${name}.wasm`), bytes);
  ended = wasmBench(project, "init");
});

describe("wasm-bench init", () => {
  it("recognises every kind, and says in ten lines at most what it wrote, what it left out and what is next", () => {
    expect(ended.err).toBe("");
    expect(ended.code).toBe(0);
    expect(ended.out.trimEnd().split("\n").length).toBeLessThanOrEqual(10);
    expect(ended.out).toContain("wrote wasm-bench.yml");
    expect(ended.out).toContain(`wrote ${WORKFLOW}`);
    expect(ended.out).toMatch(/left out wasi\/imports\.wat: it imports env\.now/);
    expect(ended.out).toContain("wasm-bench doctor");
  });

  it("proposes each with what it needs, and the calls that gave a result", () => {
    const { components } = parse(read(project, "wasm-bench.yml"));
    const answer = [{ name: "answer", export: "answer" }];
    expect(components).toEqual([
      { name: "a", path: "as/a.mjs", execution: answer },
      {
        name: "e",
        path: "emscripten/e.mjs",
        wasm: "emscripten/e.wasm",
        init: "default",
        execution: [{ name: "answer", export: "_answer" }],
      },
      { name: "j", path: "jco/j.mjs", execution: answer },
      { name: "n", path: "nodejs/n.js", execution: answer },
      { name: "r", path: "raw/r.mjs", init: "instantiate", wasm: "raw/r.wasm", execution: answer },
      {
        name: "w",
        path: "web/w.mjs",
        wasm: "web/w_bg.wasm",
        init: "initSync",
        execution: answer,
      },
      {
        name: "one",
        path: "component/one.component.wat",
        execution: [{ name: "one", export: "one" }],
      },
      { name: "core", path: "core/core.wasm", execution: answer, trap: { export: "fails" } },
      { name: "command", path: "wasi/command.wat", host: "wasi" },
      {
        name: "reactor",
        path: "wasi/reactor.wat",
        host: "wasi",
        execution: [{ name: "work", export: "work" }],
      },
    ]);
    expect(read(project, "wasm-bench.yml")).toContain("args: [] } # (n, rest)\n");
    expect(read(project, "wasm-bench.yml")).toMatch(
      /# {3}- \{ name: fib, export: fib, args: \[\] \} # \(i32\) -> \(i32\)/,
    );
  });

  it("writes what a run measures, without a failure", () => {
    const thin = "sampling: { processes: 1, rounds: 2, copies: 1, time: 50ms, warmup: 1ms }\n";
    const config = `${read(project, "wasm-bench.yml")}${thin}`;
    writeFileSync(join(project, "thin.yml"), config);
    const args = ["-c", "thin.yml", "--filter", "execution/*", "--json", "result.json"];
    const { code, out } = wasmBench(project, "run", ...args);
    expect(out).not.toMatch(/failed/);
    expect(code).toBe(0);
    const { judgement } = JSON.parse(read(project, "result.json"));
    expect(judgement.benchmarks.length).toBe(10);
  });

  it("writes a workflow with the action and the permissions it needs", () => {
    const workflow = parse(read(project, WORKFLOW));
    expect(workflow.on.push).toEqual({ branches: ["main"] });
    expect(workflow.permissions).toEqual({ contents: "read", "pull-requests": "write" });
    const steps: readonly { uses: string }[] = workflow.jobs["wasm-bench"].steps;
    expect(steps.map(({ uses }) => uses)).toContain("airssys/wasm-bench-action@v1");
  });

  it("does not ask for calls that a configuration of one's own may have", () => {
    const mine = "components: [{ name: a, path: a.wat }]\n";
    const folder = folderWith({ "a.wat": CORE, "wasm-bench.yml": mine });
    const { code, out } = wasmBench(folder, "init");
    expect(out).toContain(
      "1. wasm-bench init --print shows what would be proposed beside wasm-bench.yml",
    );
    expect(out).not.toContain("add calls");
    expect([code, read(folder, "wasm-bench.yml")]).toEqual([0, mine]);
  });

  it("overwrites neither file: the one that is there stays, and both are refused", () => {
    const folder = folderWith({ "a.wat": CORE, [WORKFLOW]: "mine\n" });
    const first = wasmBench(folder, "init");
    expect(first.out).toContain(`${WORKFLOW} is there: left as it is`);
    expect(first.code).toBe(0);
    expect(read(folder, WORKFLOW)).toBe("mine\n");
    const before = read(folder, "wasm-bench.yml");
    const again = wasmBench(folder, "init");
    expect(again.err).toMatch(/are there already, and init overwrites nothing/);
    expect(again.code).toBe(2);
    expect(read(folder, "wasm-bench.yml")).toBe(before);
  });

  it("prints only, when asked to, and looks where it is told", () => {
    const folder = folderWith({ "in/a.wat": CORE, "out/b.wat": CORE });
    const { out, code } = wasmBench(folder, "init", "in", "--print");
    expect(out).toContain("path: in/a.wat");
    expect(out).not.toContain("b.wat");
    expect(out).toContain("uses: airssys/wasm-bench-action@v1");
    expect(code).toBe(0);
    expect([
      existsSync(join(folder, "wasm-bench.yml")),
      existsSync(join(folder, WORKFLOW)),
    ]).toEqual([false, false]);
  });

  it("takes one module, or glue that carries its module itself", async () => {
    const base64 = Buffer.from(await assembleText(CORE, "core.wat")).toString("base64");
    const code = `const instantiateCore = WebAssembly.instantiate;
const bytes = Buffer.from("${base64}", "base64");
let exports0;
const $init = (async () => {
  ({ exports: exports0 } = await instantiateCore(await WebAssembly.compile(bytes)));
})();
await $init;
function answer() { return exports0.answer(); }
export { answer };
`;
    const folder = folderWith({ "in/a.wat": CORE, "in/b.wat": CORE, "in/c.mjs": code });
    const one = wasmBench(folder, "init", "in/b.wat", "--print");
    expect(one.out).toContain("path: in/b.wat");
    expect(one.out).not.toContain("a.wat");
    const glue = wasmBench(folder, "init", "in/c.mjs", "--print");
    expect(glue.out).toMatch(/# jco\n {2}- name: c\n {4}path: in\/c\.mjs\n {4}execution:/);
  });

  it("says so where nothing can be measured, and writes nothing", () => {
    const folder = folderWith({ "imports.wat": IMPORTS });
    const { err, code } = wasmBench(folder, "init");
    expect(err).toMatch(
      /nothing in \. can be measured as it is: imports\.wat: it imports env\.now/,
    );
    expect(code).toBe(2);
    expect(existsSync(join(folder, "wasm-bench.yml"))).toBe(false);
    expect(wasmBench(folder, "init", "absent").err).toMatch(/absent cannot be searched/);
    expect(wasmBench(folderWith({}), "init").err).toMatch(/no \.wasm, \.wat or glue is there/);
  });
});
