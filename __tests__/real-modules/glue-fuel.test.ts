import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { injectWork } from "../../src/wasm/inject-work.ts";
import { readModule } from "../../src/wasm/read-module.ts";
import { type Bench, openBench } from "./run-bench.ts";

const PACKAGES = resolve(import.meta.dirname, "../../node_modules");
const MINUTES = 60_000;
const STEPS = 1_000;

/** Modules in files of their packages, by the component of `fixtures/real` whose glue runs them. */
const FILES: Readonly<Record<string, string>> = {
  "gofmt-glue": "@wasm-fmt/gofmt/gofmt.wasm",
  "zig-fmt-glue": "@wasm-fmt/zig_fmt/zig_fmt.wasm",
  "oxipng-glue": "@jsquash/oxipng/codec/pkg/squoosh_oxipng_bg.wasm",
  "one-ini": "@one-ini/wasm/one_ini_bg.wasm",
  "oniguruma-glue": "vscode-oniguruma/release/onig.wasm",
  "secp256k1-glue": "tiny-secp256k1/lib/secp256k1.wasm",
  "lodepng-glue": "@cwasm/lodepng/lodepng.wasm",
  "dprint-json-glue": "@dprint/json/plugin.wasm",
  "source-map-glue": "source-map/lib/mappings.wasm",
  "memfs-glue": "@cloudflare/workers-wasi/dist/memfs.wasm",
  "lz4-nodejs": "lz4-wasm-nodejs/lz4_wasm_nodejs_bg.wasm",
  "lz4-bundler": "lz4-wasm/lz4_wasm_bg.wasm",
};
/** Modules in the text of their JavaScript. */
const EMBEDDED = ["es-module-lexer-glue", "hash-wasm-glue", "as-sha256-glue", "yoga"];

/** Does more work in every function that a module exports. */
function slowed(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const own = readModule(bytes);
  const defined = new Set(own.bodies.map(({ index }) => index));
  return own.exports
    .filter(({ kind, index }) => kind === "function" && defined.has(index))
    .reduce((module, { name }) => injectWork(readModule(module), name, STEPS), bytes);
}

function packageOf(file: string): string {
  return file
    .split("/")
    .slice(0, file.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Gives a project copies of its packages, so that their modules can be others. */
function copyPackages(folder: string): void {
  const target = join(folder, "node_modules");
  unlinkSync(target);
  const copied = new Set(Object.values(FILES).map(packageOf));
  const scopes = new Set([...copied].filter((name) => name.includes("/")).map(dirname));
  const listed = (name: string): string[] =>
    scopes.has(name) ? readdirSync(join(PACKAGES, name)).map((one) => `${name}/${one}`) : [name];
  for (const name of readdirSync(PACKAGES).flatMap(listed)) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    if (copied.has(name)) cpSync(join(PACKAGES, name), join(target, name), { recursive: true });
    else symlinkSync(join(PACKAGES, name), join(target, name));
  }
}

/** Fuel of the calls of every component with glue, in one run. */
function countAll(project: Bench): Map<string, number> {
  const ids = [...Object.keys(FILES), ...EMBEDDED].map((name) => `execution/*/${name}`);
  const { result, status, output } = project.run(ids);
  expect(status, output).toBe(0);
  const sums = new Map<string, number>();
  for (const { benchmark, exact } of result.benchmarks) {
    const fuel = exact.find(({ metric }) => metric === "fuel")?.candidate ?? Number.NaN;
    sums.set(benchmark.component, (sums.get(benchmark.component) ?? 0) + fuel);
  }
  return sums;
}

let bench: Bench;

beforeAll(async () => {
  bench = await openBench();
  copyPackages(bench.folder);
});
afterAll(() => bench.remove());

it(
  "glue of other projects consumes more when its module does more, whatever its toolchain",
  () => {
    const plain = countAll(bench);
    for (const file of new Set(Object.values(FILES))) {
      const path = join(bench.folder, "node_modules", file);
      writeFileSync(path, slowed(new Uint8Array(readFileSync(path))));
    }
    const more = countAll(bench);
    for (const name of Object.keys(FILES)) {
      const before = plain.get(name) ?? Number.NaN;
      expect(more.get(name), name).toBeGreaterThanOrEqual(before + 4 * STEPS);
    }
    for (const name of EMBEDDED) expect(more.get(name), name).toBe(plain.get(name));
  },
  8 * MINUTES,
);
