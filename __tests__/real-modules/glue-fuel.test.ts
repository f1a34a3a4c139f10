import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { parse } from "yaml";
import { injectWork } from "../../src/wasm/inject-work.ts";
import { readModule } from "../../src/wasm/read-module.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
const MINUTES = 60_000;
const STEPS = 1_000;

/** Modules in files of their packages, by the component of `fixtures/real` whose glue runs them. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  "gofmt-glue": ["@wasm-fmt/gofmt/gofmt.wasm"],
  "zig-fmt-glue": ["@wasm-fmt/zig_fmt/zig_fmt.wasm"],
  "one-ini-glue": ["@one-ini/wasm/one_ini_bg.wasm"],
  "oxipng-glue": ["@jsquash/oxipng/codec/pkg/squoosh_oxipng_bg.wasm"],
  "one-ini-parser": ["@one-ini/wasm/one_ini_bg.wasm"],
  "oniguruma-glue": ["vscode-oniguruma/release/onig.wasm"],
  "secp256k1-glue": ["tiny-secp256k1/lib/secp256k1.wasm"],
  "lodepng-glue": ["@cwasm/lodepng/lodepng.wasm"],
  "dprint-json-glue": ["@dprint/json/plugin.wasm"],
  "source-map-glue": ["source-map/lib/mappings.wasm"],
  "memfs-glue": ["@cloudflare/workers-wasi/dist/memfs.wasm"],
};
/** Modules in the text of their JavaScript. */
const EMBEDDED = ["es-module-lexer-glue", "hash-wasm-glue", "as-sha256-glue"];

interface Entry {
  readonly name: string;
  readonly path: string;
  readonly execution: readonly { readonly export: string; readonly args?: readonly unknown[] }[];
}

/** Does more work in every function that a module exports. */
function slowed(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const own = readModule(bytes);
  const defined = new Set(own.bodies.map(({ index }) => index));
  return own.exports
    .filter(({ kind, index }) => kind === "function" && defined.has(index))
    .reduce((module, { name }) => injectWork(readModule(module), name, STEPS), bytes);
}

/** A project whose packages are copies, so that their modules can be others. */
function openProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "glue-fuel-"));
  cpSync(join(PROJECT, "fixtures/real"), folder, { recursive: true });
  const packages = join(PROJECT, "node_modules");
  const copied = new Set(Object.values(FILES).flatMap((files) => files.map(packageOf)));
  const scopes = new Set([...copied].filter((name) => name.includes("/")).map(dirname));
  const listed = (name: string): string[] =>
    scopes.has(name) ? readdirSync(join(packages, name)).map((one) => `${name}/${one}`) : [name];
  for (const name of readdirSync(packages).flatMap(listed)) {
    const target = join(folder, "node_modules", name);
    mkdirSync(dirname(target), { recursive: true });
    if (copied.has(name)) cpSync(join(packages, name), target, { recursive: true });
    else symlinkSync(join(packages, name), target);
  }
  return folder;
}

function packageOf(file: string): string {
  return file
    .split("/")
    .slice(0, file.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Fuel of the first call of every component with glue; two counts that differ are none. */
function countAll(folder: string): Map<string, number> {
  const text = readFileSync(join(folder, "wasm-bench.yml"), "utf8");
  const { components } = parse(text) as { components: readonly Entry[] };
  const found = components.filter(({ path }) => !path.endsWith(".wasm"));
  return new Map(found.map((entry) => [entry.name, countOne(folder, entry)]));
}

function countOne(folder: string, { path, execution }: Entry): number {
  const [first] = execution;
  const args = (first?.args ?? []).map((one) => JSON.stringify(one)).join(", ");
  const program = join(inject("bundle"), "cli/index.js");
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [program, "fuel", path, `${first?.export}(${args})`],
    { cwd: folder, encoding: "utf8" },
  );
  const fuel = /^fuel +([\d,]+)$/m.exec(stdout)?.[1];
  if (status !== 0 || fuel === undefined) throw new Error(`${path}: ${stdout}${stderr}`);
  return Number(fuel.replaceAll(",", ""));
}

describe("glue of other projects", () => {
  let folder = "";
  let plain: Map<string, number>;

  beforeAll(() => {
    folder = openProject();
    plain = countAll(folder);
  }, 4 * MINUTES);
  afterAll(() => rmSync(folder, { recursive: true }));

  it("has fuel, equal in two processes, whatever its toolchain", () => {
    expect([...plain.keys()].sort()).toEqual([...Object.keys(FILES), ...EMBEDDED].sort());
    expect([...plain].filter(([, fuel]) => !(fuel > 0))).toEqual([]);
  });

  it(
    "consumes more when its module does more",
    () => {
      for (const file of new Set(Object.values(FILES).flat())) {
        const path = join(folder, "node_modules", file);
        writeFileSync(path, slowed(new Uint8Array(readFileSync(path))));
      }
      const more = countAll(folder);
      for (const name of Object.keys(FILES)) {
        const before = plain.get(name) ?? Number.NaN;
        expect(more.get(name), name).toBeGreaterThanOrEqual(before + 4 * STEPS);
      }
      for (const name of EMBEDDED) expect(more.get(name), name).toBe(plain.get(name));
    },
    4 * MINUTES,
  );
});
