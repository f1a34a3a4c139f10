import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, wasmBench } from "./command-line.ts";

const THIN =
  "sampling: { processes: 1, rounds: 2, copies: 1, warmup: 1ms, block: 500us, time: 100ms, samples: 1, max-instances: 4, timeout: 20s }\n";

/** Calls its host, wants a global, and gets its memory and table from whoever makes them. */
const CALLS = `(module (import "env" "step" (func $step (param i32) (result i32)))
  (import "env" "base" (global $base i32))
  (import "env" "memory" (memory 1 2))
  (import "other" "table" (table 1 funcref))
  (func (export "run") (param i32) (result i32) (local i32)
    loop local.get 1 call $step local.tee 1 local.get 0 i32.lt_s br_if 0 end
    local.get 1 global.get $base i32.add))`;
const HELPER = "export const step = (x) => (x + 1) | 0;\n";
const HOST = `import { step } from "./helper.mjs"; export const imports = { env: { step, base: 2 } };\n`;
/** The counter stops at what it is given, and 2 are added. */
const EXECUTION = "execution: [{ name: go, export: run, args: [5], expect: 7 }]";

const BIG = `(module (import "env" "memory" (memory 16 20))
  (func (export "touch") (result i32) (i32.store8 (i32.const 1000000) (i32.const 1)) (i32.const 1)))`;
const REACTOR = `(module (global $ready (mut i32) (i32.const 0))
  (func (export "_initialize") (global.set $ready (i32.const 1)))
  (func (export "ready") (result i32) (global.get $ready)))`;
const WIDE = `(module (func (export "wide") (param i64 i32) (result i64) local.get 0)
  (func (export "twice") (param f64) (result f64) local.get 0 local.get 0 f64.add))`;

const FILES = { "calls.wat": CALLS, "helper.mjs": HELPER, "host.mjs": HOST };

describe("imports that nobody provides", () => {
  const LISTED =
    /component "[^"]+" imports env\.step \(function \(i32\) -> \(i32\)\), env\.base \(global i32\), which nobody provides/;

  it.each([
    ["run", ["run"]],
    ["save", ["save", "main"]],
    ["compare", ["compare", "calls.wat", "calls.wat", "--call", "run(5)"]],
    ["fuel", ["fuel", "calls.wat", "run", "5"]],
    ["compare with no host", ["compare", "calls.wat", "calls.wat", "--host", "none"]],
  ])("are all listed before anything is measured, with the remedy, by %s", (_, args) => {
    const config = `components: [{ name: calls, path: calls.wat, ${EXECUTION} }]`;
    const { code, err, out } = wasmBench(
      folderWith({ ...FILES, "wasm-bench.yml": config }),
      ...args,
    );
    expect(err).toMatch(LISTED);
    expect(err).toContain('{ "env": { "step": …, "base": … } }');
    expect(out).not.toContain("fuel  ");
    expect(code).toBe(2);
  });

  it.each([
    [
      "lacks some",
      "export const imports = { env: { base: 1 } };",
      /nobody provides env\.step \(function \(i32\) -> \(i32\)\)/,
    ],
    [
      "gives something of another kind",
      "export const imports = { env: { step: 1, base: () => 1 } };",
      /nobody provides env\.step \(function \(i32\) -> \(i32\), got global\), env\.base \(global, got function\)/,
    ],
    [
      "gives a memory that is too small",
      "export const imports = { env: { step: (x) => x + 1, base: 1, memory: new WebAssembly.Memory({ initial: 0, maximum: 2 }) } };",
      /component "[^"]+": WebAssembly\.Instance\(\): Import #\d+ .*memory/,
    ],
  ])("are those that an imports module %s", (_, host, fault) => {
    const config = `components: [{ name: calls, path: calls.wat, host: ./host.mjs, ${EXECUTION} }]`;
    const folder = folderWith({ ...FILES, "wasm-bench.yml": config, "host.mjs": host });
    for (const args of [["run"], ["fuel", "calls.wat", "run", "5", "--host", "host.mjs"]]) {
      const { code, err } = wasmBench(folder, ...args);
      expect(err).toMatch(fault);
      expect(code).toBe(2);
    }
  });

  it("are told of a module that only its toolchain's glue can run", () => {
    const bindgen = `(module (import "wbg" "__wbindgen_throw" (func (param i32 i32))))`;
    const { code, err } = wasmBench(folderWith({ "a.wat": bindgen }), "compare", "a.wat", "a.wat");
    expect(err).toMatch(/wasm-bindgen: name the glue \(\.js\) beside it/);
    expect(code).toBe(2);
  });
});

describe("imports that somebody provides", () => {
  it("come from --host or the configuration, in compare and fuel", () => {
    const folder = folderWith(FILES);
    const fuel = wasmBench(folder, "fuel", "calls.wat", "run(5)", "--host", "host.mjs");
    expect(fuel.out, fuel.err).toMatch(/^fuel +\d+\n[\s\S]*memory pages +1$/m);
    const { code, out, err } = wasmBench(
      folder,
      ...[
        "compare",
        "calls.wat",
        "calls.wat",
        "--call",
        "run(5)",
        "--host",
        "./host.mjs",
        "-s",
        "execution",
        "--quick",
      ],
    );
    expect(code, out + err).toBe(0);

    const config = `${THIN}components: [{ name: calls, path: calls.wat, host: ./host.mjs, ${EXECUTION} }]`;
    const configured = folderWith({ ...FILES, "wasm-bench.yml": config });
    const again = wasmBench(configured, "fuel", "calls.wat", "run(5)");
    expect(again.out, again.err).toBe(fuel.out);
    const compared = wasmBench(configured, "compare", "calls.wat", "calls.wat", "-s", "execution");
    expect(compared.code, compared.out + compared.err).toBe(0);
  });

  it("are not for glue", () => {
    const folder = folderWith({ "glue.mjs": "export const run = () => 1;", "host.mjs": HOST });
    const { code, err } = wasmBench(folder, "fuel", "glue.mjs", "run", "--host", "host.mjs");
    expect(err).toContain("glue gives its module its own");
    expect(code).toBe(2);
  });

  it("are made as they are declared, touched, and counted; a reactor is ready without a host", () => {
    const folder = folderWith({
      "wasm-bench.yml": `${THIN}components:
  - { name: big, path: big.wat, suites: [memory, execution], execution: [{ name: touch, export: touch, expect: 1 }] }
  - { name: given, path: big.wat, host: ./memory.mjs, suites: [memory, execution], execution: [{ name: touch, export: touch, expect: 1 }] }
  - { name: reactor, path: reactor.wat, suites: [execution], execution: [{ name: ready, export: ready, expect: 1 }] }
`,
      "big.wat": BIG,
      "reactor.wat": REACTOR,
      "memory.mjs":
        "export const createImports = () => ({ env: { memory: new WebAssembly.Memory({ initial: 16, maximum: 20 }) } });\n",
    });
    const { out, err } = wasmBench(folder, "run", "--json", "result.json");
    expect(existsSync(join(folder, "result.json")), out + err).toBe(true);
    const result = JSON.parse(readFileSync(join(folder, "result.json"), "utf8")) as Result;
    for (const name of ["big", "given"]) {
      const execution = result.benchmarks.find(
        ({ benchmark }) => benchmark.id === `execution/touch/${name}`,
      );
      expect(execution?.exact).toContainEqual(
        expect.objectContaining({ metric: "pages", candidate: 16 }),
      );
      const footprint = result.benchmarks.find(
        ({ benchmark }) => benchmark.id === `memory/footprint/${name}`,
      );
      const series = footprint?.visits[0]?.series ?? [];
      expect(series.find(({ metric }) => metric === "pages")?.values).toEqual([16]);
      // All 16 pages were written: 1 MiB an instance.
      expect(series.find(({ metric }) => metric === "resident_bytes")?.values[0]).toBeGreaterThan(
        800_000,
      );
    }
    const failed = result.judgement.benchmarks.filter(({ verdict }) => verdict === "failed");
    expect(failed).toEqual([]);
  });
});

interface Result {
  readonly benchmarks: readonly {
    readonly benchmark: { readonly id: string };
    readonly exact: readonly object[];
    readonly visits: readonly {
      readonly series: readonly { readonly metric: string; readonly values: readonly number[] }[];
    }[];
  }[];
  readonly judgement: {
    readonly benchmarks: readonly { readonly id: string; readonly verdict: string }[];
  };
}

describe("numbers are converted by the signature", () => {
  it.each([["5"], ['"5"'], ["5n"], ['{ $bigint: "5" }']])("an i64 takes %s", (value) => {
    const execution = `execution: [{ name: w, export: wide, args: [${value}, 4294967295], expect: ${value} }, { name: t, export: twice, args: [inf], expect: inf }]`;
    const folder = folderWith({
      "wasm-bench.yml": `${THIN}components: [{ name: wide, path: wide.wat, suites: [execution], ${execution} }]`,
      "wide.wat": WIDE,
    });
    const { code, out, err } = wasmBench(folder, "run");
    expect(code, out + err).toBe(0);
  });

  it.each([
    [
      "wide(5, 1099511627776)",
      /args\[1\]: expected a whole number from -2147483648 to 4294967295 \(i32\), got 1099511627776/,
    ],
    ["wide(5, 1.5)", /args\[1\]: expected a whole number/],
    ["wide(5)", /wide takes 2 arguments \(i64, i32\), 1 given/],
    ["twice(true)", /args\[0\]: expected a number, or "nan"/],
  ])("what does not fit is refused with the reason: %s", (call, fault) => {
    const folder = folderWith({ "wide.wat": WIDE });
    for (const args of [
      ["compare", "wide.wat", "wide.wat", "--call", call],
      ["fuel", "wide.wat", call],
    ]) {
      const { code, err } = wasmBench(folder, ...args);
      expect(err).toMatch(fault);
      expect(code).toBe(2);
    }
  });

  it("in fuel too", () => {
    const folder = folderWith({ "wide.wat": WIDE });
    const { out, err } = wasmBench(folder, "fuel", "wide.wat", "wide", "5", "7");
    expect(out, err).toMatch(/^fuel +\d+/m);
  });
});
