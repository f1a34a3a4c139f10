import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { parseResult } from "../../src/config/result-document.ts";
import type { ResultDocument } from "../../src/model/result.ts";
import { assemble } from "../wasm/assemble.ts";
import { EXPECTED, original, slower } from "./action-modules.ts";
import { folderWith, wasmBench } from "./command-line.ts";

const SETTINGS = `sampling: { rounds: 4, copies: 1, warmup: 1ms, block: 300us, time: 200ms, processes: 1, samples: 1, timeout: 10s }
gate: { regression: 60% }
`;

const folders: string[] = [];

/** A project with a saved baseline. */
function saved(config: string, files: Readonly<Record<string, Uint8Array | string>>): string {
  const folder = folderWith({});
  folders.push(folder);
  write(folder, { "wasm-bench.yml": SETTINGS + config, ...files });
  const { code, out, err } = wasmBench(folder, "save", "main");
  expect(code, out + err).toBe(0);
  return folder;
}

function write(folder: string, files: Readonly<Record<string, Uint8Array | string>>): void {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
}

function run(
  folder: string,
  ...options: string[]
): ReturnType<typeof wasmBench> & { readonly result: ResultDocument } {
  const path = join(folder, "result.json");
  const ended = wasmBench(folder, "run", "--baseline", "main", "--json", path, ...options);
  return { ...ended, result: parseResult(readFileSync(path, "utf8"), path) };
}

/** What became of each benchmark: pairing, verdict, and that of its time. */
function outcomes({ benchmarks, judgement }: ResultDocument): Record<string, unknown[]> {
  return Object.fromEntries(
    judgement.benchmarks.map(({ id, verdict, metrics }, index) => [
      id,
      [
        benchmarks[index]?.pairing,
        verdict,
        metrics.find(({ metric }) => metric === "time")?.verdict,
      ],
    ]),
  );
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** `work(n)` that answers one more than the original and takes many times as long. */
const differing: Uint8Array = assemble(`(module
  (func (export "work") (param i32) (result i32) (local i32 i32 i32)
    loop
      local.get 1 local.get 2 i32.add local.set 1
      local.get 2 i32.const 1 i32.add local.tee 2
      local.get 0 i32.lt_u br_if 0
    end
    loop
      local.get 3 i32.const 1 i32.add local.tee 3 i32.const 12000 i32.lt_u br_if 0
    end
    local.get 1 i32.const 1 i32.add))`);

it("a slowed module is found however its benchmark is redefined, renamed or added in the same change", () => {
  const entry = (name: string, ...calls: string[]): string =>
    `  - { name: ${name}, path: ${name}.wasm, suites: [execution], execution: [${calls.join(", ")}] }\n`;
  const call = `{ name: work, export: work, args: [2000], expect: ${EXPECTED} }`;
  const names = ["argued", "freed", "answered", "divided", "titled", "former", "extended"];
  const folder = saved(
    `components:\n${names.map((name) => entry(name, call)).join("")}`,
    Object.fromEntries(names.map((name) => [`${name}.wasm`, original])),
  );
  write(folder, {
    "wasm-bench.yml": `${SETTINGS}components:
${entry("argued", "{ name: work, export: work, args: [2001], expect: 2001000 }")}${entry("freed", "{ name: work, export: work, args: [2000] }")}${entry(
  "answered",
  `{ name: work, export: work, args: [2000], expect: ${EXPECTED + 1} }`,
)}${entry("divided", `{ name: work, export: work, args: [2000], expect: ${EXPECTED}, operations: 3 }`)}${entry(
  "titled",
  call.replace("name: work", "name: labour"),
)}  - { name: latter, path: ./former.wasm, suites: [execution], execution: [${call}] }
${entry("extended", call, "{ name: half, export: work, args: [1000] }")}`,
    ...Object.fromEntries(names.map((name) => [`${name}.wasm`, slower])),
    "answered.wasm": differing,
  });
  const { code, out, err, result } = run(folder);
  expect(code, out + err).toBe(1);
  const red = ["paired", "regression", "regression"];
  expect(outcomes(result)).toEqual({
    "execution/work/argued": red,
    "execution/work/freed": red,
    "execution/work/answered": red,
    "execution/work/divided": red,
    "execution/labour/titled": red,
    "execution/work/latter": red,
    "execution/work/extended": red,
    "execution/half/extended": red,
    "execution/work/titled": ["missing", "missing", undefined],
    "execution/work/former": ["missing", "missing", undefined],
  });
  const fuel = result.judgement.benchmarks.map(
    ({ metrics }) => metrics.find(({ metric }) => metric === "fuel")?.verdict,
  );
  expect(fuel.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => "regression"));
  expect(out).toContain("its definition changed: both sides are measured by the new one\n");
  expect(out).toContain("new here, compared with the base's module\n");
  expect(out).toMatch(/failed: 8 regressions, 2 missing benchmarks/);
});

const PLAIN = `(module
  (func (export "work") (param i32) (result i32) local.get 0))`;
const RICH = `(module
  (func (export "work") (param i32) (result i32) local.get 0)
  (func (export "extra") (param i32) (result i32) local.get 0 i32.const 1 i32.add))`;
const GLUE =
  "export function work(n) { let x = 0; for (let i = 0; i < n; i++) x += i; return x; }\n";

it("what the base's module cannot run is new, or told as not compared where it was known", () => {
  const config = (rest: string): string =>
    `components:\n  - { name: core, path: core.wat, suites: [execution], execution: [${rest}] }\n  - { name: glue, path: glue.mjs, suites: [execution], execution: [${rest}] }\n`;
  const folder = saved(config("{ name: work, export: work, args: [100] }"), {
    "core.wat": PLAIN,
    "glue.mjs": GLUE,
  });
  write(folder, {
    "wasm-bench.yml":
      SETTINGS +
      config(
        "{ name: work, export: extra, args: [100] }, { name: fresh, export: extra, args: [7] }",
      ),
    "core.wat": RICH,
    "glue.mjs": `${GLUE}export { work as extra };\n`,
  });
  const { code, out, err, result } = run(folder, "--fail-on", "not-compared");
  expect(code, out + err).toBe(1);
  expect(outcomes(result)).toEqual({
    "execution/work/core": ["new", "new", "new"],
    "execution/fresh/core": ["new", "new", "new"],
    "execution/work/glue": ["alternated", "inconclusive", "inconclusive"],
    "execution/fresh/glue": ["alternated", "new", "new"],
  });
  const uncompared = result.judgement.benchmarks.map(({ notCompared = "" }) => notCompared);
  expect(uncompared).toEqual([
    'its definition changed, and the base\'s module cannot run it: it exports no function "extra"',
    "",
    expect.stringMatching(/^its definition changed, and the base's module cannot run it: .*extra/),
    "",
  ]);
  expect(result.judgement.reasons[0]).toMatch(/^2 uncompared benchmarks: execution\/work\/core/);
  expect(out).toContain(
    'new here, and the base\'s module cannot run it: it exports no function "extra"',
  );
});

it("equal bytes with a changed definition are identical, but a definition they do not stand is a failure", () => {
  const config = (expected: number): string =>
    `components:\n  - { name: one, path: one.wat, suites: [execution], execution: [{ name: work, export: work, args: [5], expect: ${expected} }] }\n`;
  const folder = saved(config(5), { "one.wat": PLAIN });
  write(folder, { "wasm-bench.yml": SETTINGS + config(5).replace("args: [5]", "args: [6]") });
  const wrong = run(folder);
  expect(wrong.code, wrong.out).toBe(1);
  expect(outcomes(wrong.result)["execution/work/one"]?.slice(0, 2)).toEqual([
    "identical",
    "failed",
  ]);
  write(folder, {
    "wasm-bench.yml": SETTINGS + config(6).replace("args: [5]", "args: [6]"),
  });
  const right = run(folder);
  expect(right.code, right.out).toBe(0);
  expect(outcomes(right.result)["execution/work/one"]?.slice(0, 2)).toEqual([
    "identical",
    "identical",
  ]);
  expect(right.out).toContain("same bytes; its definition changed\n");
});
