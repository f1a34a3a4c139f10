import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseResult } from "../../src/config/result-document.ts";
import type { ResultDocument } from "../../src/model/result.ts";
import type { BenchmarkJudgement } from "../../src/model/verdict.ts";
import { assemble } from "../wasm/assemble.ts";
import { folderWith, wasmBench } from "./command-line.ts";

const THIN =
  "sampling: { processes: 1, rounds: 2, copies: 1, warmup: 1ms, block: 500us, time: 50ms, samples: 1 }\ngate: { regression: 900% }\n";

/** Counts its calls, does something, and returns 7. */
const guest = (body: string, memory = `(memory (export "memory") 1)`): string =>
  `${memory} (table 1 funcref) (global $calls (mut i32) (i32.const 0))
  (func (export "work") (result i32)
    (global.set $calls (i32.add (global.get $calls) (i32.const 1))) ${body} (i32.const 7))`;
const GROW = "(drop (memory.grow (i32.const 1)))";
const when = (condition: string, body = GROW): string => `(if ${condition} (then ${body}))`;
const TENTH = when("(i32.eqz (i32.rem_u (global.get $calls) (i32.const 10)))");
const FILLS = when("(i32.lt_u (global.get $calls) (i32.const 50))");
const TABLE = when(
  "(i32.lt_u (global.get $calls) (i32.const 5000))",
  "(drop (table.grow 0 (ref.null func) (i32.const 1)))",
);

/** Leaks until it holds so many pages: timing calls it more often than counting does. */
const leaking = (most: number): string => when(`(i32.lt_u (memory.size) (i32.const ${most}))`);

const FILES = {
  "still.wat": `(module ${guest("")})`,
  "leaky.wat": `(module ${guest(leaking(2500))})`,
  "kept.wat": `(module ${guest(leaking(2500), "(memory 1)")})`,
  "tenth.wat": `(module ${guest(TENTH)})`,
  "fills.wat": `(module ${guest(FILLS)})`,
  "table.wat": `(module ${guest(TABLE)})`,
  "glue.wat": `(module ${guest(leaking(2500))})`,
  "glue.mjs": `import { readFileSync } from "node:fs";
    const bytes = readFileSync(new URL("./glue.wasm", import.meta.url));
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    export const work = () => exports.work();`,
  "component.wat": `(component (core module $m ${guest(leaking(2500), "(memory 1)")})
    (core instance $i (instantiate $m))
    (func (export "work") (result s32) (canon lift (core func $i "work"))))`,
};
const PATHS: Readonly<Record<string, string>> = {
  still: "still.wat",
  leaky: "leaky.wat",
  kept: "kept.wat",
  tenth: "tenth.wat",
  fills: "fills.wat",
  table: "table.wat",
  component: "component.wat",
};

const componentOf = (name: string, path: string): string =>
  `  - { name: ${name}, path: ${path}, suites: [execution], execution: [{ name: work, export: work, expect: 7 }] }\n`;

let folder = "";

beforeAll(() => {
  folder = folderWith(FILES);
  writeFileSync(join(folder, "glue.wasm"), assemble(FILES["glue.wat"]));
});

afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly code: number | null;
  readonly said: string;
  readonly result: ResultDocument;
}

function run(config: string, ...args: readonly string[]): Run {
  writeFileSync(join(folder, "wasm-bench.yml"), THIN + config);
  const { code, out, err } = wasmBench(folder, "run", ...args, "--json", "result.json");
  const text = readFileSync(join(folder, "result.json"), "utf8");
  return { code, said: out + err, result: parseResult(text, "result.json") };
}

function save(config: string, name: string): void {
  writeFileSync(join(folder, "wasm-bench.yml"), THIN + config);
  const { code, out, err } = wasmBench(folder, "save", name);
  expect(code, out + err).toBe(0);
}

function judgementOf({ result, said }: Run, name: string): BenchmarkJudgement {
  const found = result.judgement.benchmarks.find(({ id }) => id === `execution/work/${name}`);
  expect(found, said).toBeDefined();
  return found as BenchmarkJudgement;
}

function leakOf(one: Run, name: string): readonly (number | undefined)[] {
  const judged = judgementOf(one, name).metrics.find(({ metric }) => metric === "pages_per_call");
  return [judged?.baseline?.center, judged?.candidate?.center];
}

/** What the warning says of a benchmark. */
function growthOf(one: Run, name: string): readonly string[] {
  return judgementOf(one, name)
    .warnings.filter(({ code }) => code === "grows")
    .map(({ message }) => message);
}

describe("growth from call to call", () => {
  it("is told of every kind of guest and fails nothing by itself; what fills up once is none", () => {
    const names = Object.entries({ ...PATHS, glue: "glue.mjs" });
    const all = run(`components:\n${names.map((one) => componentOf(...one)).join("")}`);
    expect(all.code, all.said).toBe(0);
    expect(names.map(([name]) => [name, leakOf(all, name)[1]])).toEqual([
      ["still", 0],
      ["leaky", 1],
      ["kept", 1],
      ["tenth", 0.1],
      ["fills", 0],
      ["table", 0],
      ["component", 1],
      ["glue", 1],
    ]);
    expect(growthOf(all, "still")).toEqual([]);
    expect(growthOf(all, "fills")).toEqual([]);
    expect(growthOf(all, "leaky")).toEqual([
      "each further call adds 1 page of memory: 2 pages after 1, 101 pages after 100, 1,001 pages after 1,000, 2,001 pages after 2,000",
    ]);
    expect(growthOf(all, "table")[0]).toMatch(/^each further call adds 1 element to a table/);
    const missed = all.result.judgement.targets.filter(({ verdict }) => verdict === "missed");
    expect(missed.map(({ id, target }) => [id, target.severity])).toEqual(
      ["leaky", "kept", "tenth", "component", "glue"].map((name) => [
        `execution/work/${name}`,
        "info",
      ]),
    );
    expect(all.said).toContain("each further call adds 1 page of memory");
  });

  it("fails a run where the base had none, and where a target says so", () => {
    const config = (path: string): string => `components:\n${componentOf("app", path)}`;
    save(config("still.wat"), "still");
    const leaks = run(config("leaky.wat"), "--baseline", "still");
    expect(leaks.code, leaks.said).toBe(1);
    expect(leakOf(leaks, "app")).toEqual([0, 1]);
    const leak = judgementOf(leaks, "app").metrics.find(
      ({ metric }) => metric === "pages_per_call",
    );
    expect(leak).toMatchObject({
      verdict: "regression",
      because: "0 pages to 1 page, where no growth is allowed",
    });

    save(config("leaky.wat"), "leaky");
    const known = run(config("kept.wat"), "--baseline", "leaky");
    expect(known.code, known.said).toBe(0);
    expect(leakOf(known, "app")).toEqual([1, 1]);
    expect(growthOf(known, "app")[0]).toMatch(/; the baseline adds 1 page$/);
    const limit = `targets: [{ benchmark: "execution/**", metric: pages_per_call, max: 0 }]\n`;
    const gated = run(config("kept.wat") + limit, "--baseline", "leaky");
    expect(gated.code, gated.said).toBe(1);
    expect(gated.said).toMatch(/missed target: execution\/work\/app pages_per_call 1 page/);
  });
});
