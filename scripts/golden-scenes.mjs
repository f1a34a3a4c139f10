import { readFileSync } from "node:fs";
import { assembleText } from "../src/components/assemble-text.ts";
import { injectWork } from "../src/wasm/inject-work.ts";
import { readModule } from "../src/wasm/read-module.ts";
import { withNonce } from "../src/wasm/unique.ts";

/**
 * What a pull request is, to a repository of real modules.
 *
 * @typedef {object} Scene
 * @property {string} subject subject of its commit
 * @property {Readonly<Record<string, string | Uint8Array>>} [files] what it changes
 * @property {"old" | "new"} [packages] versions of the packages it depends on; the base has the old ones
 * @property {number} [neighbours] bursty neighbours on the runner; none when absent
 * @property {Readonly<Record<string, string | Uint8Array>>} [base] what its base has otherwise
 * @property {false} [hasBase] false where there is no baseline to compare with
 */

/** @type {(path: string) => string} */
const textOf = (path) => readFileSync(path, "utf8");
/** @type {(path: string) => Promise<Uint8Array>} */
const assembled = (path) => assembleText(textOf(path), path);

/** A hash written by hand as text, from a package; and two of the shipped reference components. */
const HASH = new Uint8Array(readFileSync("node_modules/xxhash-wasm/workerd/xxhash.wasm"));
const FIB = await assembled("fixtures/wat/fib.wat");
const FILL = await assembled("fixtures/wat/fill.wat");

/** Countdown steps in front of a call that make it about a sixth slower, and hardly slower. */
const SIXTH = 1000;
const LITTLE = 300;

/** @type {(bytes: Uint8Array, name: string, steps: number) => Uint8Array} */
const worked = (bytes, name, steps) => injectWork(readModule(bytes), name, steps);

/** The same code in other bytes, as a rebuild gives. */
const REBUILT = {
  "build/hash.wasm": withNonce(HASH, 1),
  "build/fib.wasm": withNonce(FIB, 1),
  "build/fill.wasm": withNonce(FILL, 1),
};

const HASHES = [
  "      - { name: hash_32, export: xxh32, args: [0, 32768, 0], expect: -93522692 }",
  "      - { name: hash_64, export: xxh64, args: [0, 32768, { $bigint: '0' }] }",
];
const FIBS = ["      - { name: fib_20, export: fib, args: [20], expect: 6765 }"];

/**
 * The configuration of the repository.
 *
 * @param {{ hashes?: readonly string[], fibs?: readonly string[], more?: string }} [parts] its calls, and further keys
 * @returns {string} wasm-bench.yml
 */
function configOf({ hashes = HASHES, fibs = FIBS, more = "" } = {}) {
  return `components:
  - name: hash
    path: build/hash.wasm
    suites: [execution, size]
    execution:
${hashes.join("\n")}
  - name: fib
    path: build/fib.wasm
    suites: [execution]
    execution:
${fibs.join("\n")}
  - name: fill
    path: build/fill.wasm
    suites: [execution]
    execution:
      - { name: fill_bytes, export: fill_bytes, args: [65536, 7], expect: 7 }
      - { name: fill_bulk, export: fill_bulk, args: [1048576, 7], expect: 7 }
  - name: ini
    path: glue/ini.mjs
    wasm: node_modules/@one-ini/wasm/one_ini_bg.wasm
    suites: [execution, size]
    execution:
      - { name: parse, export: parse, expect: 40 }
  - name: regex
    path: glue/regex.mjs
    wasm: node_modules/vscode-oniguruma/release/onig.wasm
    suites: [execution, size]
    execution:
      - { name: scan, export: scan, expect: 1024 }
${more}`;
}

/** Sixty calls of one module and one of another. */
const MANY = Array.from(
  { length: 60 },
  (_, at) => `      - { name: hash_${at + 1}k, export: xxh32, args: [0, ${1024 * (at + 1)}, 0] }`,
);

/** Packages under the names that the older versions are installed by. */
export const PACKAGES = {
  "@one-ini/wasm": { old: "one-ini-old", new: "@one-ini/wasm" },
  "vscode-oniguruma": { old: "vscode-oniguruma-old", new: "vscode-oniguruma" },
};

/** The base of every scene. */
export const BASE = {
  "build/hash.wasm": HASH,
  "build/fib.wasm": FIB,
  "build/fill.wasm": FILL,
  "glue/ini.mjs": textOf("evaluation/real/one-ini.mjs"),
  "glue/regex.mjs": textOf("evaluation/real/oniguruma.mjs").replace(
    "../../fixtures/real/glue/read-file.mjs",
    "./read-file.mjs",
  ),
  "glue/read-file.mjs": textOf("fixtures/real/glue/read-file.mjs"),
  "wasm-bench.yml": configOf(),
};

/** @type {(more: string) => Record<string, string>} */
const configured = (more) => ({ "wasm-bench.yml": configOf({ more }) });

/** @type {Readonly<Record<string, Scene>>} */
export const SCENES = {
  slower: {
    subject: "Check every block twice",
    files: { ...REBUILT, "build/hash.wasm": worked(HASH, "xxh64", SIXTH) },
  },
  heavier: {
    subject: "Count what was hashed",
    files: { "build/hash.wasm": worked(HASH, "xxh32", LITTLE) },
  },
  faster: {
    subject: "Check every block once",
    base: { "build/hash.wasm": worked(HASH, "xxh64", SIXTH) },
    files: { "build/hash.wasm": HASH },
  },
  versions: { subject: "Update the parsers", packages: "new" },
  clean: { subject: "Build with another linker", files: REBUILT },
  identical: { subject: "Correct the manual", files: { "README.md": "# Hashes and parsers\n" } },
  missing: {
    subject: "Drop the hash of 32 bits",
    files: { "wasm-bench.yml": configOf({ hashes: HASHES.slice(1) }) },
  },
  failed: {
    subject: "Compute Fibonacci numbers as differences",
    files: {
      "build/fib.wasm": await assembleText(
        textOf("fixtures/wat/fib.wat").replace("(i32.add\n", "(i32.sub\n"),
        "fib.wat",
      ),
    },
  },
  new: {
    subject: "Measure a larger Fibonacci number",
    files: {
      "wasm-bench.yml": configOf({
        fibs: [...FIBS, "      - { name: fib_25, export: fib, args: [25], expect: 75025 }"],
      }),
    },
  },
  first: { subject: "Begin", hasBase: false },
  weakened: {
    subject: "Check every block twice, and allow for it",
    files: {
      ...configured(`gate: { regression: 25%, fail-on: [target, error] }\n`),
      "build/hash.wasm": worked(HASH, "xxh64", SIXTH),
    },
  },
  targets: {
    subject: "Promise a fast hash",
    files: {
      ...REBUILT,
      ...configured(
        `targets:\n  - { benchmark: "execution/hash_64/hash", metric: time, max: 1us, title: "Hashing stays fast", source: "docs/promises.md", severity: fail }\n`,
      ),
    },
  },
  accepted: {
    subject: "Check every block twice, knowingly",
    files: {
      ...configured(
        `accept:\n  - { benchmark: "execution/hash_64/*", until: 2027-12-31, limit: 60%, reason: "blocks are checked, #12" }\n  - { benchmark: "execution/hash_64/*", metric: fuel, until: 2027-12-31, limit: 60%, reason: "blocks are checked, #12" }\n`,
      ),
      "build/hash.wasm": worked(HASH, "xxh64", SIXTH),
    },
  },
  busy: {
    subject: "Build with another linker beside four neighbours",
    files: REBUILT,
    neighbours: 4,
  },
  many: {
    subject: "Measure sixty lengths",
    files: {
      "wasm-bench.yml": configOf({ hashes: MANY }),
      "build/hash.wasm": worked(HASH, "xxh32", LITTLE),
    },
  },
};
