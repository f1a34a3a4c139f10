import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, wasmBench } from "./command-line.ts";

const ADDS = `(module
  (func (export "run") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1))))`;
const EXECUTION = "execution: [{ name: go, export: run, args: [41], expect: 42 }]";
const TINY =
  "sampling: { processes: 1, rounds: 2, copies: 1, time: 100ms, warmup: 1ms, timeout: 20s }\n";

/** Glue as wasm-pack writes it for the web, cut down: nothing works before it is initialised. */
const WEB_GLUE = `let wasm;
export function run(x) { return wasm.run(x); }
export function initSync(bytes) {
  const { module } = bytes;
  wasm = new WebAssembly.Instance(new WebAssembly.Module(module)).exports;
}
export default async function init(bytes) { initSync(bytes); }
`;

/** A configuration of one component; further keys as lines. */
function config(path: string, ...lines: readonly string[]): string {
  const rest = lines.map((line) => `    ${line}\n`).join("");
  return `components:\n  - name: thing\n    path: ${path}\n${rest}`;
}

type Files = Readonly<Record<string, string>>;
type Case = readonly [name: string, files: Files, end: readonly [fault: RegExp, remedy: RegExp]];

const CASES: readonly Case[] = [
  [
    "glue that waits for its module, without `init`",
    { "wasm-bench.yml": config("glue.mjs", EXECUTION), "glue.mjs": WEB_GLUE },
    [
      /component "thing": run\(41\) failed, and the glue had compiled no module by then: .*undefined/,
      /`init`.*`wasm`/,
    ],
  ],
  [
    "`init` without `wasm`",
    { "wasm-bench.yml": config("glue.mjs", EXECUTION, "init: initSync"), "glue.mjs": WEB_GLUE },
    [/`init` names initSync, which takes the module, and `wasm` names none/, /under `wasm`/],
  ],
  [
    "`suites` of execution alone, without calls",
    { "wasm-bench.yml": config("a.wat", "suites: [execution]"), "a.wat": ADDS },
    [/component "thing": `suites` names execution, and `execution` names no call/, /Name calls/],
  ],
  [
    "`suites` with execution beside others, without calls",
    { "wasm-bench.yml": config("a.wat", "suites: [execution, memory]"), "a.wat": ADDS },
    [/component "thing": `suites` names execution/, /Name calls under `execution`/],
  ],
  [
    "`suites` that names none",
    { "wasm-bench.yml": config("a.wat", "suites: []"), "a.wat": ADDS },
    [/component "thing": `suites` is empty/, /without `suites` all are measured/],
  ],
  [
    "a trap that no suite measures",
    {
      "wasm-bench.yml": config("a.wat", "suites: [memory]", "trap: { export: run, args: [1] }"),
      "a.wat": ADDS,
    },
    [/components\[0\]\.trap: belongs to the suite crash_handling/, /name it there, or leave/],
  ],
  [
    "a list for a number of a core module",
    { "wasm-bench.yml": config("a.wat", EXECUTION.replace("[41]", "[[41]]")), "a.wat": ADDS },
    [
      /execution "go" of run: args\[0\]: expected a whole number .*\(i32\), got \[41\]/,
      /name glue/,
    ],
  ],
  [
    "a record with a large integer for a number of a core module",
    {
      "wasm-bench.yml": config("a.wat", EXECUTION.replace("[41]", "[{ x: 12345678901234567890 }]")),
      "a.wat": ADDS,
    },
    [/args\[0\]: expected a whole number .*got \{"x":"12345678901234567890n"\}/, /name glue/],
  ],
  [
    "a suite cut short",
    { "wasm-bench.yml": config("a.wat", "suites: [mem]"), "a.wat": ADDS },
    [/did you mean "memory"/, /docs\/configuration\.md/],
  ],
];

describe("what is configured and would be ignored, or fail without a reason, is refused with both", () => {
  it.each(CASES)("%s", (_, files, [fault, remedy]) => {
    const { code, err } = wasmBench(folderWith(files), "run", "--quick");
    expect(err).toMatch(fault);
    expect(err).toMatch(remedy);
    expect(code).toBe(2);
  });

  it.each([
    ["compare", ["compare", "a.wat", "a.wat", "--call", "run([1])"]],
    ["fuel", ["fuel", "a.wat", "run", "[1]"]],
  ])("a list for a number, in %s", (_, args) => {
    const { code, err } = wasmBench(folderWith({ "a.wat": ADDS }), ...args);
    expect(err).toMatch(/of run: args\[0\]: expected a whole number .*\(i32\), got \[1\]/);
    expect(code).toBe(2);
  });
});

describe("a file in UTF-16 is refused by the name of the encoding", () => {
  const GLUE = "export const run = (x) => x + 1;";
  const HOST = "export const imports = {};";
  const withHost = config("a.wat", "host: ./host.mjs", EXECUTION);

  it.each([
    ["the configuration", "wasm-bench.yml", { "wasm-bench.yml": config("a.wat"), "a.wat": ADDS }],
    ["a module as text", "a.wat", { "wasm-bench.yml": config("a.wat"), "a.wat": ADDS }],
    ["glue", "glue.mjs", { "wasm-bench.yml": config("glue.mjs"), "glue.mjs": GLUE }],
    ["host code", "host.mjs", { "wasm-bench.yml": withHost, "a.wat": ADDS, "host.mjs": HOST }],
  ])("%s", (_, name, files) => {
    const folder = folderWith(files);
    writeFileSync(join(folder, name), Buffer.from(`\ufeff${Reflect.get(files, name)}`, "utf16le"));
    const { code, err } = wasmBench(folder, "run", "--quick");
    expect(err).toContain(`${name} cannot be read: it is written in UTF-16, not in UTF-8`);
    expect(err).toMatch(/hint: Save it as UTF-8/);
    expect(code).toBe(2);
  });

  it("in host code and glue of fuel", () => {
    const folder = folderWith({ "a.wat": ADDS });
    writeFileSync(join(folder, "host.mjs"), Buffer.from(`\ufeff${HOST}`, "utf16le"));
    for (const args of [
      ["a.wat", "run", "1", "--host", "host.mjs"],
      ["host.mjs", "run"],
    ]) {
      const { code, err } = wasmBench(folder, "fuel", ...args);
      expect(err).toContain("host.mjs cannot be read: it is written in UTF-16");
      expect(code).toBe(2);
    }
  });

  it("in size and fuel, without a mark too", () => {
    const folder = folderWith({});
    writeFileSync(join(folder, "a.wat"), Buffer.from(ADDS, "utf16le"));
    expect(wasmBench(folder, "size", "a.wat").err).toContain("written in UTF-16");
    expect(wasmBench(folder, "fuel", "a.wat", "run", "1").err).toContain("written in UTF-16");
  });
});

describe("a failure whose own words say little", () => {
  const CALLS = `(module (import "host" "act" (func $act))
    (func (export "run") (result i32) (call $act) (i32.const 1)))`;
  const acting = (code: string): string =>
    `export const imports = { host: { act() { ${code} } } };`;
  const component = (name: string): string =>
    `  - { name: ${name}, path: calls.wat, host: ./${name}.mjs, suites: [execution], execution: [{ name: go, export: run }] }\n`;

  it("names the permission with its switch, and says that an error has no message", () => {
    const folder = folderWith({
      "wasm-bench.yml": `${TINY}components:\n${["writes", "spawns", "mute", "nothing", "bare"].map(component).join("")}`,
      "calls.wat": CALLS,
      "writes.mjs": `import { writeFileSync } from "node:fs";${acting("writeFileSync('x', 'y');")}`,
      "spawns.mjs": `import { execSync } from "node:child_process";${acting("execSync('true');")}`,
      "mute.mjs": acting("throw new Error();"),
      "nothing.mjs": acting("throw null;"),
      "bare.mjs": acting("throw {};"),
    });
    const { code, out } = wasmBench(folder, "run", "--json", "result.json");
    const plain = out.replaceAll(/\s+/g, " ");
    expect(plain).toContain('`sampling: { flags: ["--allow-fs-write=/folder/*"] }`');
    expect(plain).toContain('`sampling: { flags: ["--allow-child-process"] }`');
    expect(plain).toContain("an error without a message was thrown");
    expect(plain).toContain("null was thrown, which is no error");
    expect(plain).toContain("an object without a message was thrown");
    const fuel = wasmBench(folder, "fuel", "calls.wat", "run", "--host", "nothing.mjs");
    expect(fuel.out).toContain("run() failed: host-error: null was thrown, which is no error");
    expect(fuel.code).toBe(1);
    expect(code).toBe(1);
  });
});

describe("a module of a proposal this engine does not have", () => {
  /** One function whose body is an operator of wide arithmetic. */
  const WIDE = Uint8Array.of(
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0],
    ...[7, 7, 1, 3, 0x72, 0x75, 0x6e, 0, 0, 10, 6, 1, 4, 0, 0xfc, 0x13, 0x0b],
  );

  it("has a size, and is refused by whatever runs it", () => {
    const folder = folderWith({ "wasm-bench.yml": config("wide.wasm") });
    writeFileSync(join(folder, "wide.wasm"), WIDE);
    const size = wasmBench(folder, "size", "wide.wasm");
    expect(size.out, size.err).toMatch(/^code +8$/m);
    expect(size.out).toContain("operators are not counted: unknown opcode 0xfc 0x13");
    expect(size.code).toBe(0);
    for (const args of [["run"], ["fuel", "wide.wasm", "run"]]) {
      const { code, err } = wasmBench(folder, ...args);
      expect(err).toMatch(/wide\.wasm is not valid for this engine: .*opcode/);
      expect(err).toMatch(/may use a proposal that Node [\d.]+ does not have/);
      expect(code).toBe(2);
    }
  });
});

describe("glue that waits for its module", () => {
  it("is told of in fuel too", () => {
    const folder = folderWith({ "glue.mjs": WEB_GLUE });
    const { code, err } = wasmBench(folder, "fuel", "glue.mjs", "run", "41");
    expect(err).toMatch(/run\(41\) failed, and the glue had compiled no module by then/);
    expect(err).toMatch(/`init`.*`wasm`/);
    expect(code).toBe(2);
  });
});
