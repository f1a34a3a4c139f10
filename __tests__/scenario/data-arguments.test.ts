import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseResult } from "../../src/config/result-document.ts";
import { fillBytes } from "../../src/model/data.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import { injectWork } from "../../src/wasm/inject-work.ts";
import { readModule } from "../../src/wasm/read-module.ts";
import { assemble } from "../wasm/assemble.ts";
import { folderWith, wasmBench } from "./command-line.ts";

const THIN =
  "sampling: { processes: 1, rounds: 2, copies: 1, warmup: 1ms, block: 500us, time: 60ms, samples: 1, max-instances: 3, timeout: 10s }\ngate: { regression: 90% }\n";

/** Memory from 4096 on, which is the heap of nobody else; sums, flips and traps. */
const CORE = `(memory (export "memory") 2) (global $next (mut i32) (i32.const 4096))
  (func (export "malloc") (param i32) (result i32) global.get $next
    global.get $next local.get 0 i32.add global.set $next)
  (func (export "free") (param i32) local.get 0 global.set $next)
  (func (export "sum") (param i32 i32) (result i32) (local i32 i32)
    loop
      local.get 3 local.get 0 local.get 2 i32.add i32.load8_u i32.add local.set 3
      local.get 2 i32.const 1 i32.add local.tee 2 local.get 1 i32.lt_u br_if 0
    end local.get 3)
  (func (export "flip") (param i32 i32 i32 i32) (result i32) (local i32)
    loop
      local.get 2 local.get 4 i32.add
      local.get 0 local.get 4 i32.add i32.load8_u i32.const 255 i32.xor i32.store8
      local.get 4 i32.const 1 i32.add local.tee 4 local.get 1 i32.lt_u br_if 0
    end local.get 1)
  (func (export "fail") (param i32 i32) local.get 0 i32.load8_u drop unreachable)`;

const INPUT = "für immer";
const flipped = Uint8Array.from(new TextEncoder().encode(INPUT), (byte) => byte ^ 255);
const FILLED = fillBytes(1024, 3).reduce((sum, byte) => sum + byte, 0);
const SPELLED = new TextEncoder().encode(INPUT).reduce((sum, byte) => sum + byte, 0);
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const SUM = `(component
  (core module $m (memory (export "memory") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) i32.const 1024)
    (func (export "sum") (param i32 i32) (result i32) (local i32 i32)
      loop
        local.get 3 local.get 0 local.get 2 i32.add i32.load8_u i32.add local.set 3
        local.get 2 i32.const 1 i32.add local.tee 2 local.get 1 i32.lt_u br_if 0
      end local.get 3))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $mem))
  (alias core export $i "realloc" (core func $realloc))
  (func (export "sum") (param "bytes" (list u8)) (result u32)
    (canon lift (core func $i "sum") (memory $mem) (realloc $realloc)))
  (func (export "spell") (param "text" string) (result u32)
    (canon lift (core func $i "sum") (memory $mem) (realloc $realloc))))`;

const FILES = {
  "in.txt": INPUT,
  "three.txt": "abc",
  "sum.wat": SUM,
  "glue.mjs": `export const kinds = (...all) => all.map((one) => one instanceof Uint8Array ? one.length : typeof one).join();
    export const echo = (bytes) => bytes;
    export const compute = async (text) => { await null; return text.length; };`,
  "native.mjs": "export const sum = (bytes) => bytes.reduce((all, one) => all + one, 0);",
};

const fill = "{ $fill: { bytes: 1KiB, seed: 3 } }";
const CONFIG = `${THIN}components:
  - name: core
    path: core.wasm
    alloc: malloc
    free: free
    execution:
      - { name: sum, export: sum, args: [${fill}], expect: ${FILLED}, native: "./native.mjs#sum" }
      - name: flip
        export: flip
        args: [{ $file: in.txt }, { $fill: { bytes: 64 } }]
        expect: { $sha256: "${sha256(flipped)}", at: "args[1]", length: result }
    trap: { export: fail, args: [{ $text: x }] }
  - name: fixed
    path: core.wasm
    at: 1024
    suites: [execution]
    execution: [{ name: sum, export: sum, args: [{ $bytes: "hex:0102ff" }], expect: 258 }]
  - name: glue
    path: glue.mjs
    suites: [instantiation, execution]
    execution:
      - { name: kinds, export: kinds, args: [{ $file: in.txt }, { $text: a }, { $file: ./in.txt, as: text }, 5], expect: "10,string,string,number" }
      - { name: echo, export: echo, args: [{ $bytes: "base64:AQL/" }], expect: { $bytes: "hex:0102ff" } }
      - { name: hash, export: echo, args: [{ $file: in.txt }], expect: { $sha256: "${sha256(new TextEncoder().encode(INPUT))}" } }
      - { name: compute, export: compute, args: [{ $text: four }], expect: 4 }
  - name: typed
    path: sum.wat
    suites: [execution]
    execution:
      - { name: sum, export: sum, args: [${fill}], expect: ${FILLED} }
      - { name: spell, export: spell, args: [{ $file: in.txt }], expect: ${SPELLED} }
`;

const core = assemble(`(module ${CORE})`);
let folder = "";

interface Ran {
  readonly said: string;
  readonly verdict: (id: string) => string | undefined;
  readonly all: readonly BenchmarkResult[];
}

function measured(...args: readonly string[]): Ran {
  const { out, err } = wasmBench(folder, ...args, "--json", "result.json");
  const result = parseResult(readFileSync(join(folder, "result.json"), "utf8"), "result.json");
  return {
    said: out + err,
    verdict: (id) => result.judgement.benchmarks.find((one) => one.id === id)?.verdict,
    all: result.benchmarks,
  };
}

function fuelOf(...args: readonly string[]): number {
  const { out, err } = wasmBench(folder, "fuel", ...args);
  const found = /^fuel +([\d,]+)$/m.exec(out)?.[1];
  if (found === undefined) throw new Error(out + err);
  return Number(found.replaceAll(",", ""));
}

beforeAll(() => {
  folder = folderWith({ ...FILES, "wasm-bench.yml": CONFIG });
  writeFileSync(join(folder, "core.wasm"), core);
  writeFileSync(join(folder, "other.wasm"), core);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("data as arguments", () => {
  it("reaches every suite of a core module, glue and components; another file is another definition", () => {
    const first = measured("save", "main");
    const failed = first.all.flatMap(({ benchmark, visits }) =>
      visits.flatMap(({ failure }) =>
        failure === null ? [] : [`${benchmark.id} ${failure.message}`],
      ),
    );
    expect(failed, first.said).toEqual([]);
    const run = first.all.filter(
      ({ benchmark }) => benchmark.unsupported === null && benchmark.suite !== "size",
    );
    expect(run.every(({ visits }) => visits.length > 0)).toBe(true);
    // 14 suites of the core module with its two calls, and what the others have.
    expect(
      run.map(({ benchmark }) => benchmark.id).filter((id) => id.endsWith("/core")),
    ).toHaveLength(15);

    writeFileSync(join(folder, "in.txt"), `${INPUT}!`);
    writeFileSync(join(folder, "core.wasm"), injectWork(readModule(core), "flip", 300));
    writeFileSync(
      join(folder, "wasm-bench.yml"),
      CONFIG.replace(sha256(flipped), sha256(Uint8Array.from([...flipped, 33 ^ 255])))
        .replace(
          sha256(new TextEncoder().encode(INPUT)),
          sha256(new TextEncoder().encode(`${INPUT}!`)),
        )
        .replace("10,string", "11,string")
        .replace(`expect: ${SPELLED} }`, `expect: ${SPELLED + 33} }`),
    );
    const changed = measured("run", "--filter", "execution/*");
    const meetings = Object.fromEntries(
      changed.all.map(({ benchmark, pairing, definitionChange = "same" }) => [
        benchmark.id,
        `${pairing}, ${definitionChange}, ${changed.verdict(benchmark.id)}`,
      ]),
    );
    expect(meetings, changed.said).toMatchObject({
      "execution/flip/core": "paired, redefined, regression",
      "execution/kinds/glue": "identical, redefined, identical",
      "execution/compute/glue": "identical, same, identical",
      "execution/spell/typed": "identical, redefined, identical",
      "execution/sum/typed": "identical, same, identical",
    });
  });

  it("has no fuel of its own, on the command line neither", () => {
    const direct = fuelOf("core.wasm", "sum", "4096", "3");
    const data = '{ "$bytes": "hex:010203" }';
    expect(fuelOf("core.wasm", "sum", data)).toBe(direct);
    expect(fuelOf("other.wasm", `sum(${data})`, "--at", "2048")).toBe(direct);
    expect(fuelOf("other.wasm", "sum", '{ "$file": "three.txt" }', "--alloc", "malloc")).toBe(
      direct,
    );
  });

  it("needs a place, also on the command line", () => {
    const { code, err } = wasmBench(folder, "fuel", "other.wasm", "sum", '{ "$text": "a" }');
    expect(err).toContain("its data has no place in the memory of other.wasm");
    expect(code).toBe(2);
    const call = `sum({ "$fill": { "bytes": 64 } })`;
    const thin = ["--suite", "execution", "--quick", "--time-budget", "20s"];
    const compared = wasmBench(
      folder,
      "compare",
      "other.wasm",
      "other.wasm",
      "--call",
      call,
      "--at",
      "64",
      ...thin,
    );
    expect(compared.out + compared.err).toContain("identical");
    expect(compared.code).toBe(0);
  });
});
