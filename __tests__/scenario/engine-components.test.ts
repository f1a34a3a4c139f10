import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { parseResult } from "../../src/config/result-document.ts";
import { describeWithLibrary } from "../engines/real-library.ts";
import { folderWith, wasmBench } from "./command-line.ts";

const THIN =
  "sampling: { processes: 1, rounds: 2, copies: 1, warmup: 1ms, block: 500us, time: 50ms, samples: 1 }\ntargets: []\n";

const FIB = `(component
  (core module $m (memory (export "memory") 2)
    (func $fib (export "fib") (param i32) (result i32)
      local.get 0 i32.const 2 i32.lt_u if (result i32) local.get 0 else
      local.get 0 i32.const 1 i32.sub call $fib local.get 0 i32.const 2 i32.sub call $fib i32.add end)
    (func (export "fail") unreachable))
  (core instance $i (instantiate $m))
  (func (export "fib") (param "n" u32) (result u32) (canon lift (core func $i "fib")))
  (func (export "fail") (canon lift (core func $i "fail"))))`;

const HOST =
  'export const imports = { "docs:calc/step": { "next-value": (x) => x + 1 }, twice: (x) => 2 * x };\n';

const CONFIG = `${THIN}components:
  - { name: fib, path: fib.wat, trap: { export: fail }, execution: [{ name: fib, export: fib, args: [9], expect: 34 }] }
  - name: typed
    path: typed.wat
    suites: [execution]
    execution:
      - { name: half, export: halve, args: [7], expect: { ok: { half: 3, is-odd: true } } }
      - { name: wrong, export: halve, args: [7], expect: { ok: { half: 3, is-odd: false } } }
      - { name: error, export: halve, args: [0] }
  - name: hosted
    path: hosted.wat
    host: host.mjs
    suites: [execution]
    execution:
      - { name: own, export: run-it, args: [5], expect: 10 }
      - { name: wasi, export: "docs:calc/ops@1.0.0#is-late", expect: true }
`;

const FILES = {
  "wasm-bench.yml": CONFIG,
  "fib.wat": FIB,
  "typed.wat": readFileSync("fixtures/component/typed.component.wat", "utf8"),
  "hosted.wat": readFileSync("fixtures/component/hosted.component.wat", "utf8"),
  "host.mjs": HOST,
};

/** The same library, but that nobody finds a function of its component API: their names are others. */
function withoutComponents(library: string, folder: string): string {
  const path = join(folder, basename(library));
  const bytes = Buffer.from(readFileSync(library));
  const name = Buffer.from("\0wasmtime_component_new\0");
  const other = Buffer.from("\0wasmtime_component_old\0");
  for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1))
    other.copy(bytes, at);
  writeFileSync(path, bytes);
  return path;
}

describeWithLibrary("a component on Wasmtime", (library) => {
  const engines = (path: string): readonly string[] => [
    "--engine",
    "v8",
    "--engine",
    `wasmtime=${path}`,
  ];

  it("takes part in every suite, calls checked alike, and gives what it gives on V8", () => {
    const folder = folderWith(FILES);
    const args = [...engines(library), "--json", "result.json", "--verbose"];
    const { out, err } = wasmBench(folder, "run", ...args);
    const path = join(folder, "result.json");
    const { judgement, benchmarks } = parseResult(readFileSync(path, "utf8"), path);
    const verdicts = judgement.benchmarks.map(({ id, verdict }) => `${id} ${verdict}`);
    const on = (isNative: boolean): string[] =>
      verdicts
        .filter((one) => one.includes("@wasmtime") === isNative)
        .map((one) => one.replace("@wasmtime", ""))
        .filter((one) => !one.startsWith("size/"));
    expect(on(true), out + err).toEqual(on(false));
    expect(on(true).filter((one) => !one.endsWith(" new"))).toEqual([
      "memory/limit_enforcement/fib unsupported",
      "execution/wrong/typed failed",
      "execution/error/typed failed",
    ]);
    expect(on(true)).toHaveLength(19);
    const words = out.replaceAll(/\s+/g, " ");
    expect(words).toContain('halve returned the error "zero"');
    expect(words).toMatch(/footprint\/fib@wasmtime .*?pages 2 pages/);
    expect(words).toMatch(/fib\/fib@wasmtime .*?boundary cost \d/);
    const fuel = benchmarks
      .filter(({ benchmark }) => benchmark.id.startsWith("execution/own/hosted"))
      .map(({ exact }) => exact.find(({ metric }) => metric === "fuel")?.candidate);
    expect(fuel).toEqual([33, 33]);
  });

  it("is compared in pairs, and red on both engines where the candidate does more", () => {
    const more = FIB.replace("local.get 0 else", "local.get 0 else local.get 0 drop");
    const folder = folderWith({ "thin.yml": THIN, "old.wat": FIB, "new.wat": more });
    const args = ["-c", "thin.yml", "--call", "fib(9)", "--filter", "execution/*"];
    const named = [...args, ...engines(library), "--json", "result.json"];
    const { code, out, err } = wasmBench(folder, "compare", "old.wat", "new.wat", ...named);
    const path = join(folder, "result.json");
    const { judgement, benchmarks } = parseResult(readFileSync(path, "utf8"), path);
    expect(
      judgement.benchmarks.map(({ id, verdict }) => [id, verdict]),
      out + err,
    ).toEqual([
      ["execution/fib_9/module", "regression"],
      ["execution/fib_9/module@wasmtime", "regression"],
    ]);
    const sides = benchmarks.map(({ visits }) =>
      visits.flatMap(({ series }) =>
        series.filter(({ metric }) => metric === "time").map(({ side }) => side),
      ),
    );
    for (const measured of sides)
      expect([...new Set(measured)].toSorted()).toEqual(["baseline", "candidate"]);
    expect(code).toBe(1);
  });

  it("is unsupported where the library has no component API, which doctor tells, and fails nothing", () => {
    const folder = folderWith({
      "wasm-bench.yml": CONFIG.slice(0, CONFIG.indexOf("  - name: typed")),
      "fib.wat": FIB,
    });
    const path = withoutComponents(library, folder);
    const args = [...engines(path), "--filter", "execution/*", "--json", "result.json"];
    const { code, out } = wasmBench(folder, "run", ...args);
    const words = out.replaceAll(/\s+/g, " ");
    expect(words).toMatch(
      /the library of Wasmtime \S+ has no component API \(`wasmtime_component_new`\): name one of Wasmtime 39 or newer/,
    );
    const result = join(folder, "result.json");
    const { judgement } = parseResult(readFileSync(result, "utf8"), result);
    expect(judgement.benchmarks.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["execution/fib/fib", "new"],
      ["execution/fib/fib@wasmtime", "unsupported"],
    ]);
    expect(code).toBe(0);
    const told = wasmBench(folder, "doctor", ...engines(path));
    expect(told.out.replaceAll(/\s+/g, " ")).toContain("has no component API");
  });
});
