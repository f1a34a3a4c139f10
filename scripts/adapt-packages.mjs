/**
 * Puts copies of three packages beside the compiled sources, changed for a distribution that is the same on every machine:
 * the bundler finds them before the ones that are installed.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const SHIM = "@bytecodealliance/preview2-shim";
const TRANSPILE = "@bytecodealliance/jco-transpile";
const DEMANGLE = "gecko-profiler-demangle";

/** Programs of the package that are used, each with its core modules. */
const TOOLS = [
  { name: "js-component-bindgen-component", modules: 2 },
  { name: "wasm-tools", modules: 2 },
];

/** How those programs load their core modules, and how they do when these are compressed. */
const LOADING = {
  given: "return WebAssembly.compile(await _fs.readFile(url));",
  compressed:
    "return WebAssembly.compile((await import('node:zlib')).brotliDecompressSync(await _fs.readFile(url)));",
};

/** How the demangler gets its module when it is compressed. */
const LOADING_DEMANGLER = `import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import * as glue from "./index_bg.js";
const bytes = brotliDecompressSync(readFileSync(import.meta.dirname + "/index_bg.wasm.br"));
const wasm = new WebAssembly.Instance(new WebAssembly.Module(bytes), { "./index_bg.js": glue }).exports;`;

/**
 * Copies and changes the packages.
 *
 * @param {string} target - a folder `node_modules`
 * @returns {void}
 * @throws {Error} when a package is not as it was when this was written
 */
export function adaptPackages(target) {
  adaptShim(join(target, SHIM));
  adaptTranspile(join(target, TRANSPILE));
  adaptDemangle(join(target, DEMANGLE));
}

/**
 * WASI for browsers: the one for Node starts threads and brings a library for every platform.
 *
 * @param {string} target - folder of the copy
 * @returns {void}
 */
function adaptShim(target) {
  const source = join("node_modules", SHIM);
  for (const name of ["dist/browser", "dist/common", "LICENSE"])
    cpSync(join(source, name), join(target, name), { recursive: true });
  const { name, version, license, type } = readPackage(source);
  const exports = {
    ".": "./dist/browser/index.js",
    "./instantiation": "./dist/common/instantiation.js",
    "./*": "./dist/browser/*.js",
  };
  writePackage(target, { name, version, license, type, exports });
}

/**
 * Puts the compressed core modules of the tools for components beside the program that loads them: to a fourth of their
 * size.
 *
 * @param {string} target - folder of the program
 * @returns {void}
 */
export function shipCoreModules(target) {
  for (const { name, modules } of TOOLS)
    for (let index = 1; index <= modules; index += 1) {
      const module = moduleName(name, index);
      const bytes = readFileSync(join("node_modules", TRANSPILE, "vendor", module));
      writeFileSync(join(target, `${module}.br`), compressed(bytes));
    }
}

/**
 * Puts the compressed module of the demangler beside the program that loads it.
 *
 * @param {string} target - folder of the program
 * @returns {void}
 */
export function shipDemangler(target) {
  const bytes = readFileSync(join("node_modules", DEMANGLE, "index_bg.wasm"));
  writeFileSync(join(target, "index_bg.wasm.br"), compressed(bytes));
}

/** Addons of the foreign function interface that are shipped: their place in its package for the platform, and here. */
const ADDONS = {
  "linux_x64/koffi.node": "koffi-linux-x64-glibc.node",
  "musl_x64/koffi.node": "koffi-linux-x64-musl.node",
};

/**
 * Puts the addons of the foreign function interface beside the program that loads them, as they are: what loads them may
 * write no file. Their licence lies beside them.
 *
 * @param {string} target - folder of the program
 * @returns {void}
 */
export function shipKoffi(target) {
  for (const [source, name] of Object.entries(ADDONS))
    cpSync(join("node_modules/@koromix/koffi-linux-x64", source), join(target, name));
  cpSync("node_modules/koffi/LICENSE.txt", join(target, "koffi-licence.txt"));
}

/**
 * The demangler as it finds its module where {@link shipDemangler} puts it: its own way needs a bundler that knows
 * WebAssembly.
 *
 * @param {string} target - folder of the copy
 * @returns {void}
 * @throws {Error} when it does not load its module as it did
 */
function adaptDemangle(target) {
  const source = join("node_modules", DEMANGLE);
  mkdirSync(target, { recursive: true });
  for (const name of ["index_bg.js", "index.d.ts", "LICENSE-APACHE", "LICENSE-MIT"])
    cpSync(join(source, name), join(target, name));
  const text = replaced(
    readFileSync(join(source, "index.js"), "utf8"),
    'import * as wasm from "./index_bg.wasm";',
    { by: LOADING_DEMANGLER, place: `${DEMANGLE}/index.js` },
  );
  writeFileSync(join(target, "index.js"), text);
  const { name, version, license, type, main, types } = readPackage(source);
  writePackage(target, { name, version, license, type, main, types });
}

/**
 * Names a core module of a tool.
 *
 * @param {string} name - name of the tool
 * @param {number} index - which, from 1
 * @returns {string} file name
 */
function moduleName(name, index) {
  return `${name}.core${index === 1 ? "" : index}.wasm`;
}

/**
 * The programs as they find their core modules where {@link shipCoreModules} puts them.
 *
 * @param {string} target - folder of the copy
 * @returns {void}
 * @throws {Error} when a program does not load its core modules as it did
 */
function adaptTranspile(target) {
  const source = join("node_modules", TRANSPILE);
  for (const name of ["dist/wasm-tools.js", "LICENSE"]) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    cpSync(join(source, name), join(target, name));
  }
  mkdirSync(join(target, "vendor"), { recursive: true });
  for (const { name, modules } of TOOLS) {
    const script = join("vendor", `${name}.js`);
    let text = replaced(readFileSync(join(source, script), "utf8"), LOADING.given, {
      by: LOADING.compressed,
      place: `${TRANSPILE}/${script}`,
    });
    for (let index = 1; index <= modules; index += 1) {
      const module = moduleName(name, index);
      const by = `import.meta.dirname + '/${module}.br'`;
      text = replaced(text, `new URL('./${module}', import.meta.url)`, {
        by,
        place: `${TRANSPILE}/${script}`,
      });
    }
    writeFileSync(join(target, script), text);
  }
  const { name, version, license, type, exports } = readPackage(source);
  writePackage(target, { name, version, license, type, exports });
}

/**
 * Compresses as small as it gets, the same on every machine.
 *
 * @param {Buffer} bytes - core module
 * @returns {Buffer} the same, compressed by Brotli
 */
function compressed(bytes) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/**
 * Replaces what must stand in a text exactly once.
 *
 * @param {string} text - whole text
 * @param {string} given - what is replaced
 * @param {{ by: string, place: string }} change - what replaces it, and the file for messages
 * @returns {string} the text, changed
 * @throws {Error} when it does not stand there once
 */
function replaced(text, given, { by, place }) {
  const parts = text.split(given);
  if (parts.length !== 2) throw new Error(`${place}: ${given} must stand there once`);
  return parts.join(by);
}

/**
 * Reads a package's own description.
 *
 * @param {string} folder - its folder
 * @returns {Record<string, unknown>} the content of package.json
 */
function readPackage(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

/**
 * Writes the description of a copy.
 *
 * @param {string} folder - its folder
 * @param {Record<string, unknown>} content - content of package.json
 * @returns {void}
 */
function writePackage(folder, content) {
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(content, null, 2)}\n`);
}
