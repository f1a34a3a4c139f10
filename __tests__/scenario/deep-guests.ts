import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { EXPECTED, LOOPS, original, slower } from "./action-modules.ts";

/** A component whose work lies somewhere its entry does not show. */
export interface DeepGuest {
  /** File the configuration names, relative to its folder. */
  readonly path: string;
  /** Files that stay, relative to the configuration. */
  readonly files: Readonly<Record<string, string>>;
  /** The file that changes, and what is in it: WebAssembly, or text for so many repetitions. */
  readonly deep: { readonly path: string; readonly text?: (repeats: number) => string };
  /** Symbolic links: where, and what they say. */
  readonly links?: Readonly<Record<string, string>>;
}

const START = `const { exports: { work } } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {});`;
const EXPORTED = `${START}\nexport { work };`;

/** The same sum in JavaScript, done as often as asked. */
const sumIn = (repeats: number, keyword: string): string =>
  `${keyword} (n) => { let s = 0; for (let r = 0; r < ${repeats}; r++) { s = 0; for (let i = 0; i < n; i++) s = (s + i) | 0; } return s; };`;

/** Every way to code that a glue module has; the name of each is that of its component. */
export const DEEP_GUESTS: Readonly<Record<string, DeepGuest>> = {
  commonjs: {
    path: "commonjs/work.cjs",
    files: {
      "commonjs/work.cjs": `const bytes = require("node:fs").readFileSync(require("node:path").join(__dirname, "work_bg.wasm"));
${START}\nexports.work = work;`,
    },
    deep: { path: "commonjs/work_bg.wasm" },
  },
  import_meta: {
    path: "meta/glue.js",
    files: {
      "meta/package.json": `{ "version": "1.0.0", "type": "module" }`,
      "meta/glue.js": `import { readFileSync } from "fs";
const bytes = readFileSync(new URL("./deep/work.wasm", import.meta.url));\n${EXPORTED}`,
    },
    deep: { path: "meta/deep/work.wasm" },
  },
  streamed: {
    path: "streamed/glue.mjs",
    files: {
      "streamed/glue.mjs": `const answer = fetch(new URL("work.wasm", import.meta.url));
const { instance } = await WebAssembly.instantiateStreaming(answer, {});
export const work = instance.exports.work;`,
    },
    deep: { path: "streamed/work.wasm" },
  },
  fetched_relative: {
    path: "relative/glue.mjs",
    files: {
      "relative/glue.mjs": `const bytes = await (await fetch("work.wasm")).arrayBuffer();\n${EXPORTED}`,
    },
    deep: { path: "relative/work.wasm" },
  },
  awaited_two_deep: {
    path: "awaited/glue.mjs",
    files: {
      "awaited/glue.mjs": `import { bytes } from "./lib/first.mjs";\n${EXPORTED}`,
      "awaited/lib/first.mjs": `export const { bytes } = await import("./second.mjs");`,
      "awaited/lib/second.mjs": `import { open } from "node:fs/promises";
const file = await open(new URL("../data/work.wasm", import.meta.url), "r");
export const bytes = await file.readFile();`,
    },
    deep: { path: "awaited/data/work.wasm" },
  },
  elsewhere: {
    path: "elsewhere/glue.mjs",
    files: { "elsewhere/glue.mjs": `export { work } from "../../shared/work.mjs";` },
    deep: { path: "../shared/work.mjs", text: (repeats) => sumIn(repeats, "export const work =") },
  },
  package: {
    path: "package/glue.mjs",
    files: {
      "package/glue.mjs": `export { work } from "inner";`,
      "node_modules/inner/package.json": `{ "name": "inner", "version": "1.0.0", "main": "lib/main" }`,
      "node_modules/inner/lib/main.js": `exports.work = require("./deep").work;`,
    },
    deep: {
      path: "node_modules/inner/lib/deep/index.js",
      text: (repeats) => sumIn(repeats, "exports.work ="),
    },
  },
  parents_package: {
    path: "parents/glue.mjs",
    files: {
      "parents/glue.mjs": `export { work } from "@outer/sum/fast";`,
      "../node_modules/@outer/sum/package.json": `{ "name": "@outer/sum", "type": "module", "exports": { "./fast": "./src/fast.js" } }`,
      "../node_modules/@outer/sum/src/fast.js": `export * from "./deep.js";`,
    },
    deep: {
      path: "../node_modules/@outer/sum/src/deep.js",
      text: (repeats) => sumIn(repeats, "export const work ="),
    },
  },
  linked_package: {
    path: "linked/glue.mjs",
    files: {
      "linked/glue.mjs": `export { work } from "linked";`,
      "node_modules/.pnpm/linked@1/node_modules/linked/package.json": `{ "name": "linked", "exports": "./index.mjs" }`,
      "node_modules/.pnpm/linked@1/node_modules/linked/index.mjs": `export { work } from "needed";`,
      "node_modules/.pnpm/needed@1/node_modules/needed/package.json": `{ "name": "needed", "exports": "./index.mjs" }`,
    },
    links: {
      "node_modules/linked": ".pnpm/linked@1/node_modules/linked",
      "node_modules/.pnpm/linked@1/node_modules/needed": "../../needed@1/node_modules/needed",
    },
    deep: {
      path: "node_modules/.pnpm/needed@1/node_modules/needed/index.mjs",
      text: (repeats) => sumIn(repeats, "export const work ="),
    },
  },
  workspace: {
    path: "workspace/glue.mjs",
    files: {
      "workspace/glue.mjs": `import { work } from "#sum";\nexport { work };`,
      "workspace/package.json": `{ "imports": { "#sum": "@own/sum" } }`,
      "../packages/sum/package.json": `{ "name": "@own/sum", "type": "module", "exports": "./index.js" }`,
    },
    links: { "../node_modules/@own/sum": "../../packages/sum" },
    deep: {
      path: "../packages/sum/index.js",
      text: (repeats) => sumIn(repeats, "export const work ="),
    },
  },
  json: {
    path: "json/glue.mjs",
    files: {
      "json/glue.mjs": `import values from "./values.json" with { type: "json" };
const sum = ${sumIn(1, "")}
export const work = (n) => { let s = 0; for (let r = 0; r < values.repeats; r++) s = sum(n); return s; };`,
    },
    deep: { path: "json/values.json", text: (repeats) => JSON.stringify({ repeats }) },
  },
  when_called: {
    path: "called/glue.mjs",
    files: {
      "called/glue.mjs": `import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
export const work = (n) => require("./late.cjs")(n);`,
      "called/late.cjs": `const bytes = process.getBuiltinModule("fs").readFileSync(__dirname + "/late.wasm");\n${START}\nmodule.exports = work;`,
    },
    deep: { path: "called/late.wasm" },
  },
  working_folder: {
    path: "working/glue.mjs",
    files: {
      "working/glue.mjs": `import fs from "node:fs";
const repeats = Number(fs.readFileSync("working/data/repeats.txt", "ascii"));
const sum = ${sumIn(1, "")}
export const work = (n) => { let s = 0; for (let r = 0; r < repeats; r++) s = sum(n); return s; };`,
    },
    deep: { path: "working/data/repeats.txt", text: (repeats) => String(repeats) },
  },
  asked_for: {
    path: "asked/glue.mjs",
    files: {
      "asked/glue.mjs": `import { stat } from "node:fs/promises";
const { size } = await stat(new URL("./repeats", import.meta.url));
const sum = ${sumIn(1, "")}
export const work = (n) => { let s = 0; for (let r = 0; r < size; r++) s = sum(n); return s; };`,
    },
    deep: { path: "asked/repeats", text: (repeats) => "x".repeat(repeats) },
  },
  after_loading: {
    path: "after/glue.mjs",
    files: {
      "after/glue.mjs": `import { readFile } from "node:fs/promises";
const at = (name) => new URL(name, import.meta.url);
const next = async (name) => String(await readFile(at(name))).trim();
let repeats = 1;
next("first").then(next).then(async (name) => { await WebAssembly.compile(await readFile(at("empty.wasm"))); return next(name); }).then((text) => { repeats = Number(text); });
const sum = ${sumIn(1, "")}
export const work = (n) => { let s = 0; for (let r = 0; r < repeats; r++) s = sum(n); return s; };`,
      "after/first": "second",
      "after/second": "repeats",
      "after/empty.wasm": "\0asm\u0001\0\0\0",
    },
    deep: { path: "after/repeats", text: (repeats) => String(repeats) },
  },
  after_a_while: {
    path: "while/glue.mjs",
    files: {
      "while/glue.mjs": `import { readFileSync } from "node:fs";
let repeats = 1;
setTimeout(() => { repeats = Number(readFileSync(new URL("repeats", import.meta.url))); }, 20);
const sum = ${sumIn(1, "")}
export const work = (n) => { let s = 0; for (let r = 0; r < repeats; r++) s = sum(n); return s; };`,
    },
    deep: { path: "while/repeats", text: (repeats) => String(repeats) },
  },
  listed_folder: {
    path: "listed/glue.mjs",
    files: {
      "listed/glue.mjs": `import { readdirSync } from "node:fs";
const folder = new URL("parts/", import.meta.url);
const repeats = readdirSync(folder).length;
const sum = ${sumIn(1, "")}
export const work = (n) => { let s = 0; for (let r = 0; r < repeats; r++) s = sum(n); return s; };`,
      "listed/parts/one": "",
    },
    deep: { path: "listed/parts/two", text: (repeats) => String(repeats) },
  },
  variables_file: {
    path: "variables/glue.mjs",
    files: {
      "variables/glue.mjs": `import { fileURLToPath } from "node:url";
process.loadEnvFile(fileURLToPath(new URL("settings.env", import.meta.url)));
const repeats = Number(process.env.REPEATS_OF_THE_GUEST);
const sum = ${sumIn(1, "")}
export const work = (n) => { let s = 0; for (let r = 0; r < repeats; r++) s = sum(n); return s; };`,
    },
    deep: {
      path: "variables/settings.env",
      text: (repeats) => `REPEATS_OF_THE_GUEST=${repeats}\n`,
    },
  },
  handed_over: {
    path: "handed/glue.mjs",
    files: {
      "handed/glue.mjs": `import { scale } from "./scale.mjs";
let exports;
export const initSync = ({ module }) => { ({ exports } = new WebAssembly.Instance(new WebAssembly.Module(module), {})); };
export const work = (n) => { let s = 0; for (let r = 0; r < scale; r++) s = exports.work(n); return s; };`,
    },
    deep: { path: "handed/scale.mjs", text: (repeats) => `export const scale = ${repeats};` },
  },
};

/** The folder of the configuration within the project. */
export const APP = "app";

const REPEATS = 4;

/** Writes every guest below a project folder, with a configuration in its folder {@link APP}. */
export async function writeDeepGuests(project: string): Promise<void> {
  for (const guest of Object.values(DEEP_GUESTS)) {
    for (const [name, text] of Object.entries(guest.files)) await put(project, name, text);
    for (const [name, target] of Object.entries(guest.links ?? {})) {
      await mkdir(dirname(join(project, APP, name)), { recursive: true });
      await symlink(target, join(project, APP, name));
    }
  }
  await put(project, "handed/work.wasm", original);
  await changeDeepFiles(project, false);
}

/** Makes what every guest reaches fast or slow. */
export async function changeDeepFiles(project: string, isSlow: boolean): Promise<void> {
  for (const { deep } of Object.values(DEEP_GUESTS)) {
    const bytes = isSlow ? slower : original;
    await put(project, deep.path, deep.text?.(isSlow ? REPEATS : 1) ?? bytes);
  }
}

/** The lines of the configuration for every guest. */
export const DEEP_COMPONENTS = Object.entries(DEEP_GUESTS)
  .map(([name, { path }]) => {
    const module = name === "handed_over" ? "wasm: handed/work.wasm, init: initSync, " : "";
    return `  - { name: ${name}, path: ${path}, ${module}suites: [execution], execution: [{ name: work, export: work, args: [${LOOPS}], expect: ${EXPECTED} }] }\n`;
  })
  .join("");

async function put(project: string, name: string, content: string | Uint8Array): Promise<void> {
  const path = join(project, APP, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
