import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CopyFacts } from "../../src/model/load-record.ts";
import { assemble } from "../wasm/assemble.ts";

const PROGRAM = resolve(import.meta.dirname, "../../fixtures/real/renew-glue.mjs");
const MODULE = `(module (memory (export "memory") 2) (func (export "work") (param i32) (result i32)
  (loop $l (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))) (local.get 0))
  (func (export "fail") unreachable))`;
const FIXED = MODULE.replace(`"memory") 2`, `"memory") 2 2`);
const LARGE = MODULE.replace(`(memory (export "memory") 2)`, `(memory (export "memory") i64 2)`);
const CALLS = `export const work = (n) => instance.exports.work(n); export const fail = () => instance.exports.fail();`;
const read = (name: string): string =>
  `import { readFileSync } from "node:fs"; const bytes = readFileSync(new URL("./${name}", import.meta.url));`;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "glue-renewals-"));
  for (const [name, text] of Object.entries({ work: MODULE, fixed: FIXED, large: LARGE }))
    writeFileSync(join(folder, `${name}.wasm`), assemble(text));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Observed = Readonly<Record<string, string | readonly Record<string, number>[] | object>>;

interface Renewed {
  readonly facts: CopyFacts;
  readonly observed: Observed;
}

/** In a process that nobody else hooks. */
function renew(name: string, code: string, ...handed: readonly string[]): Renewed {
  writeFileSync(join(folder, name), code);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--expose-gc", PROGRAM, pathToFileURL(join(folder, name)).href, ...handed],
    { encoding: "utf8", cwd: folder },
  );
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Renewed;
}

const TIMES = ["cpu", "time"];
/** Metrics of every observation, by procedure. */
const GIVEN = {
  warm_start: [...TIMES, "first_call", "instantiate"],
  load: [...TIMES, "compile", "first_call", "instantiate", "slope_per_kib"],
  sequence: [...TIMES, "growth_bytes"],
  grow: [...TIMES, "refused"],
  recover: TIMES,
  exhaust_fuel: TIMES,
};

describe("glue whose copies are told apart", () => {
  it.each<[string, string, string, string[]]>([
    [
      "imports an ES module that fetches",
      "web.mjs",
      `const { instance } = await WebAssembly.instantiateStreaming(fetch(new URL("./work.wasm", import.meta.url)));
      ${CALLS}`,
      [],
    ],
    [
      "requires",
      "node.cjs",
      `const bytes = require("fs").readFileSync(require("path").join(__dirname, "work.wasm"));
      const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes));
      exports.work = (n) => instance.exports.work(n); exports.fail = () => instance.exports.fail();`,
      [],
    ],
    ["imports the module", "bundler.mjs", `export * from "./work.wasm";`, []],
    [
      "makes an instance whenever it is initialised",
      "factory.mjs",
      `export default async ({ wasmBinary }) => {
        const { instance } = await WebAssembly.instantiate(wasmBinary);
        return { work: (n) => instance.exports.work(n), fail: () => instance.exports.fail() };
      };`,
      ["work.wasm"],
    ],
    [
      "initialises once",
      "once.mjs",
      `let instance;
      export default async ({ module }) => { instance ??= (await WebAssembly.instantiate(module)).instance; };
      ${CALLS}`,
      ["work.wasm"],
    ],
  ])("gives everything that needs copies when it %s", (_, name, code, handed) => {
    const { facts, observed } = renew(name, code, ...handed);
    expect(facts).toEqual({ fault: null, isLate: false, growth: null });
    for (const [kind, metrics] of Object.entries(GIVEN)) {
      const all = observed[kind] as readonly Record<string, number>[];
      expect(all, kind).toBeInstanceOf(Array);
      expect(all.length, kind).toBeGreaterThan(0);
      for (const one of all) {
        expect(Object.keys(one).sort(), kind).toEqual([...metrics].sort());
        expect(Math.min(one.time ?? 0, one.cpu ?? 0), kind).toBeGreaterThan(0);
      }
    }
    // Two pages each: a memory of their own.
    expect(observed.footprint).toMatchObject({ pages: [2], live: [5] });
    expect(observed.scaling).toMatchObject({ pages: [2], live: [3] });
  });

  it("is told from glue that keeps its instance where all copies find it", () => {
    const { facts, observed } = renew(
      "shared.mjs",
      `${read("work.wasm")} globalThis.kept ??= new WebAssembly.Instance(new WebAssembly.Module(bytes));
      const instance = globalThis.kept; ${CALLS}`,
    );
    expect(facts.fault).toContain("makes no WebAssembly instance of its own");
    for (const kind of ["warm_start", "load", "sequence", "recover", "scaling"])
      expect(observed[kind], kind).toBe(facts.fault);
  });

  it("is told from glue that compiles nothing, or loads only once", () => {
    expect(renew("plain.mjs", "export const work = () => 0;").facts.fault).toContain(
      "no WebAssembly",
    );
    const once = renew(
      "loads-once.mjs",
      `if (globalThis.isLoaded) throw new Error("loaded\\ntwice"); globalThis.isLoaded = true; export const work = () => 0;`,
    );
    expect(once.facts.fault).toMatch(/another copy of this glue cannot be loaded: .*loaded/);
  });

  it("is found out when it replaces what copies are seen by", () => {
    const { observed } = renew(
      "takes-over.mjs",
      `${read("work.wasm")} const own = WebAssembly.Instance;
      const instance = new own(new WebAssembly.Module(bytes));
      WebAssembly.Instance = class extends own {}; ${CALLS}`,
    );
    expect(observed.warm_start).toBe(
      "host code replaced WebAssembly.Instance, by which copies of glue are told apart",
    );
  });

  it.each([
    [
      "makes its instance in its first call",
      `${read("work.wasm")} let instance;
      const made = () => (instance ??= new WebAssembly.Instance(new WebAssembly.Module(bytes)));
      export const work = (n) => made().exports.work(n);`,
      { isLate: true, growth: null },
    ],
    [
      "has a memory that cannot grow",
      `${read("fixed.wasm")} const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes)); ${CALLS}`,
      { growth: "its memory cannot grow" },
    ],
    [
      "has a 64-bit memory",
      `${read("large.wasm")} const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes)); ${CALLS}`,
      { growth: "its memory is 64-bit: no growth that must be refused is known" },
    ],
    [
      "has two memories",
      `${read("work.wasm")} const module = new WebAssembly.Module(bytes);
      const other = new WebAssembly.Instance(module); const instance = new WebAssembly.Instance(module); ${CALLS}`,
      { growth: "it has 2 memories, and one is grown" },
    ],
  ])("says what lacks where it %s", (_, code, facts) => {
    expect(renew("lacks.mjs", code).facts).toMatchObject({ fault: null, ...facts });
  });
});
