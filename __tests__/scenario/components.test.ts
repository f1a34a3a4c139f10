import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderWith, wasmBench } from "./command-line.ts";

const THIN =
  "sampling: { processes: 2, rounds: 2, copies: 1, warmup: 1ms, block: 500us, time: 100ms, samples: 1 }\n";

const SUM = `(memory (export "memory") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) i32.const 1024)
    (func (export "hello") (result i32) i32.const 42)
    (func (export "sum") (param i32 i32) (result i32) (local i32 i32)
      loop
        local.get 3 local.get 0 local.get 2 i32.add i32.load8_u i32.add local.set 3
        local.get 2 i32.const 1 i32.add local.tee 2 local.get 1 i32.lt_u br_if 0
      end local.get 3)`;
const FIB = `(func $fib (export "fib") (param i32) (result i32)
      local.get 0 i32.const 2 i32.lt_u if (result i32) local.get 0 else
      local.get 0 i32.const 1 i32.sub call $fib local.get 0 i32.const 2 i32.sub call $fib i32.add end)
    (func (export "fail") unreachable)`;

const sum = (core: string): string => `;; a component, not a module
(component (core module $m ${core})
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (alias core export $i "realloc" (core func $realloc))
  (func (export "hello") (result s32) (canon lift (core func $i "hello")))
  (func (export "sum") (param "bytes" (list u8)) (result u32)
    (canon lift (core func $i "sum") (memory $mem) (realloc $realloc))))`;
const fib = (core: string): string => `(component (core module $m (memory (export "m") 2) ${core})
  (core instance $i (instantiate $m))
  (func (export "fib") (param "n" u32) (result u32) (canon lift (core func $i "fib")))
  (func (export "fail") (canon lift (core func $i "fail"))))`;

const TYPED = readFileSync("fixtures/component/typed.component.wat", "utf8");
const HOSTED = readFileSync("fixtures/component/hosted.component.wat", "utf8");

/** 1000000 a square, its side, 1000 something and its 7, 5 - 2, flags 2, colour 1, "!" and 65, "hi" and 3 items from 9. */
const GATHERED = 2_000_000 + 40 + 1_007 + 3 + 2 + 1 + 100 + (200 + 65) + (104 + 2) + (9 + 3);
const GATHER =
  '[{ square: 40 }, 7, { x-pos: 5, y-pos: "-2" }, [write-all], dark-blue, 100, [200, A], hi, [9, 8, 7]]';

let folder = "";

beforeAll(() => {
  folder = folderWith({
    "sum.component.wat": sum(SUM),
    "sum.wat": `(module ${SUM})`,
    "fib.component.wat": fib(FIB),
    "fib.wat": `(module ${FIB})`,
    "typed.wat": TYPED,
    "hosted.wat": HOSTED,
    "host.mjs":
      'export const imports = { "docs:calc/step@1.0.0": { "next-value": (x) => x + 1 }, twice: (x) => 2 * x };\n',
    "half.mjs":
      'export const createImports = () => ({ "docs:calc/step": { nextValue: (x) => x + 1 } });\n',
  });
});

afterAll(() => rmSync(folder, { recursive: true }));

function fuelOf(...args: readonly string[]): number {
  const { out, err } = wasmBench(folder, "fuel", ...args);
  const found = /^fuel +([\d,]+)$/m.exec(out)?.[1];
  expect(found, out + err).toBeDefined();
  return Number(found?.replaceAll(",", ""));
}

interface Exact {
  readonly metric: string;
  readonly baseline: number | null;
  readonly candidate: number | null;
  readonly note: string | null;
}

interface Result {
  readonly benchmarks: readonly {
    readonly benchmark: { readonly id: string };
    readonly exact: readonly Exact[];
  }[];
  readonly judgement: {
    readonly benchmarks: readonly { readonly id: string; readonly verdict: string }[];
  };
}

interface Ran {
  readonly code: number | null;
  readonly said: string;
  readonly verdicts: ReadonlyMap<string, string>;
  readonly exactOf: (id: string) => readonly Exact[];
}

const NOTHING: Result = { benchmarks: [], judgement: { benchmarks: [] } };

function benchmarked(...args: readonly string[]): Ran {
  rmSync(join(folder, "result.json"), { force: true });
  const { code, out, err } = wasmBench(folder, ...args, "--json", "result.json");
  const path = join(folder, "result.json");
  const result = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Result) : NOTHING;
  return {
    code,
    said: out + err,
    verdicts: new Map(result.judgement.benchmarks.map(({ id, verdict }) => [id, verdict])),
    exactOf: (id) => result.benchmarks.find(({ benchmark }) => benchmark.id === id)?.exact ?? [],
  };
}

function runWith(config: string, ...args: readonly string[]): Ran {
  writeFileSync(join(folder, "wasm-bench.yml"), THIN + config);
  return benchmarked("run", ...args);
}

describe("fuel and size of components", () => {
  it("say which trap a call failed with", () => {
    const { code, out, err } = wasmBench(folder, "fuel", "fib.component.wat", "fail");
    expect(code).toBe(1);
    expect(`${out}${err}`).toContain("fail() failed: trap (unreachable)");
  });

  it("are those of the core modules inside", () => {
    const profile = ["--profile", "wasmtime-49"];
    expect(fuelOf("fib.component.wat", "fib(20)", ...profile)).toBe(218_906);
    expect(fuelOf("fib.wat", "fib(20)", ...profile)).toBe(218_906);
    expect(fuelOf("sum.component.wat", "hello")).toBe(fuelOf("sum.wat", "hello"));
    // Handing the bytes over calls the module's own allocator.
    expect(fuelOf("sum.component.wat", "sum", "[1, 2, 3, 4]")).toBe(
      fuelOf("sum.wat", "sum", "0", "4") + fuelOf("sum.wat", "realloc", "0", "0", "1", "4"),
    );
    const { out } = wasmBench(folder, "size", "sum.component.wat");
    expect(out).toMatch(/^module 0: code +\d+$/m);
    expect(out).toMatch(/^component: canonical +\d+$/m);
    expect(out).toContain("3 functions, 0 imports, 2 exports");
  });

  it.each([
    [
      ["sum.component.wat", "sum", "[1, 300]"],
      /bytes\[1\]: expected a whole number from 0 to 255 \(u8\), got 300/,
    ],
    [["sum.component.wat", "sum", "5"], /bytes: expected a list \(list<u8>\), got 5/],
    [["sum.component.wat", "sum"], /takes \(bytes: list<u8>\), 0 given/],
    [["sum.component.wat", "total"], /it exports no function "total"; it exports hello, sum/],
    [
      ["hosted.wat", "run-it", "3"],
      /imports docs:calc\/step@1\.0\.0, twice, which nobody provides/,
    ],
  ])("refuse what cannot be called, before anything runs: %j", (args, words) => {
    const { code, err } = wasmBench(folder, "fuel", ...args);
    expect(err).toMatch(words);
    expect(code).toBe(2);
  });

  it("name line and column of faulty text, and a binary that is damaged", () => {
    writeFileSync(join(folder, "faulty.wat"), "(component\n  (foo))");
    expect(wasmBench(folder, "size", "faulty.wat").err).toContain(
      "faulty.wat is not valid component text: 2:4: expected valid component field",
    );
    writeFileSync(join(folder, "cut.wasm"), Uint8Array.of(0, 97, 115, 109, 13, 0, 1, 0, 1, 9));
    const cut = wasmBench(folder, "size", "cut.wasm");
    expect(cut.err).toMatch(/cut\.wasm cannot be read: unexpected end at offset \d+/);
    expect(cut.code).toBe(2);
    const invalid = "(component (core module (func (result i32))))";
    writeFileSync(join(folder, "invalid.wat"), invalid);
    const refused = wasmBench(folder, "fuel", "invalid.wat", "work");
    expect(refused.err).toMatch(/invalid\.wat cannot be transpiled: .*type mismatch/);
    expect(refused.code).toBe(2);
  });
});

const FIB_CONFIG = (rest: string): string =>
  `components: [{ name: fib, path: fib.component.wat, execution: [{ name: fib, export: fib, args: [9], expect: 34 }], ${rest} }]\n`;

describe("a component that is benchmarked", () => {
  it("takes part in every suite", () => {
    const { said, verdicts, exactOf } = runWith(FIB_CONFIG("trap: { export: fail }"), "--verbose");
    const told = [...verdicts].map(([id, verdict]) => `${id} ${verdict}`);
    expect(told, said).toHaveLength(15);
    expect(told.filter((one) => !one.endsWith(" new"))).toEqual([
      "memory/limit_enforcement/fib unsupported",
    ]);
    expect(said).toContain("a component keeps its memories to itself");
    expect(said).toMatch(/footprint\/fib[^\n]*\n +pages 2 pages/);
    // Beside the time of its call, wherever the line is broken.
    expect(said).toMatch(/lifting\s+and\s+lowering\s+\d+(\.\d)?\s%/);
    expect(exactOf("execution/fib/fib")).toContainEqual(
      expect.objectContaining({ metric: "pages", candidate: 2, note: null }),
    );
  });

  it("is called with typed values, its results compared with typed values, WASI and host code at hand", () => {
    const calls = [
      `{ name: all, export: gather-all, args: ${GATHER}, expect: ${GATHERED} }`,
      "{ name: half, export: halve, args: [7], expect: { ok: { half: 3, is-odd: true } } }",
      "{ name: none, export: letter, args: [0], expect: null }",
      "{ name: letter, export: letter, args: [65], expect: A }",
      "{ name: wrong, export: halve, args: [7], expect: { ok: { half: 3, is-odd: false } } }",
      "{ name: something, export: letter, args: [65], expect: null }",
      "{ name: error, export: halve, args: [0] }",
    ];
    const { said, verdicts, exactOf } = runWith(`components:
  - { name: typed, path: typed.wat, suites: [execution], execution: [${calls.join(", ")}] }
  - name: hosted
    path: hosted.wat
    host: host.mjs
    suites: [execution]
    execution:
      - { name: own, export: run-it, args: [5], expect: 10 }
      - { name: wasi, export: "docs:calc/ops@1.0.0#is-late", expect: true }
`);
    const verdictOf = (name: string): string | undefined => verdicts.get(`execution/${name}`);
    const good = [
      "all/typed",
      "half/typed",
      "none/typed",
      "letter/typed",
      "own/hosted",
      "wasi/hosted",
    ];
    expect(good.map(verdictOf), said).toEqual(good.map(() => "new"));
    const bad = ["wrong/typed", "something/typed", "error/typed"];
    expect(bad.map(verdictOf)).toEqual(bad.map(() => "failed"));
    expect(said).toContain(
      'halve(7) returned {"half":3,"isOdd":true}, expected {"half":3,"isOdd":false}',
    );
    expect(said).toContain('halve returned the error "zero"');
    expect(exactOf("execution/own/hosted")).toContainEqual(
      expect.objectContaining({ metric: "fuel", candidate: 33, note: null }),
    );
  });

  it("whose host code lacks an import is refused before anything is measured", () => {
    const { code, said } = runWith(
      "components: [{ name: hosted, path: hosted.wat, host: half.mjs, suites: [execution], execution: [{ name: own, export: run-it, args: [5] }] }]\n",
    );
    expect(said).toMatch(
      /component "hosted": nobody provides twice: let the module named by `host`/,
    );
    expect(code).toBe(2);
  });
});

describe("a component and its baseline", () => {
  it("are identical by their bytes, and compared in pairs when these have changed", () => {
    writeFileSync(join(folder, "wasm-bench.yml"), THIN + FIB_CONFIG("suites: [execution]"));
    const saved = wasmBench(folder, "save", "main");
    expect(saved.code, saved.out + saved.err).toBe(0);
    const same = benchmarked("run");
    expect(same.verdicts.get("execution/fib/fib"), same.said).toBe("identical");
    const twice = "local.get 0 else local.get 0 drop";
    writeFileSync(join(folder, "fib.component.wat"), fib(FIB.replace("local.get 0 else", twice)));
    const { code, said, verdicts, exactOf } = benchmarked("run");
    expect(verdicts.get("execution/fib/fib"), said).toBe("regression");
    const [fuel] = exactOf("execution/fib/fib").filter(({ metric }) => metric === "fuel");
    // One more operator, for every call that is not of 0 or 1: fib(9) makes 109 calls, of which 55 are.
    expect((fuel?.candidate ?? 0) - (fuel?.baseline ?? 0)).toBe(54);
    expect(said).toContain("module 0: code +");
    expect(code).toBe(1);
  });

  it("are compared the same way when both are given", () => {
    writeFileSync(join(folder, "old.wat"), sum(SUM));
    const grown = SUM.replace("i32.const 42", "i32.const 40 i32.const 2 i32.add");
    writeFileSync(join(folder, "new.wat"), sum(grown));
    writeFileSync(join(folder, "thin.yml"), THIN);
    const { said, exactOf } = benchmarked(
      ...[
        "compare",
        "old.wat",
        "new.wat",
        "-c",
        "thin.yml",
        "--call",
        "sum([1, 2])",
        "--call",
        "hello()",
      ],
      ...["--filter", "execution/*"],
    );
    expect(exactOf("execution/hello/module"), said).toContainEqual(
      expect.objectContaining({ metric: "fuel", baseline: 2, candidate: 4 }),
    );
  });
});
