import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, inject, it } from "vitest";
import { assembleText } from "../../src/components/assemble-text.ts";

/** Projects, without the repository and its packages around them. */
const home = mkdtempSync(join(tmpdir(), "wasm-bench-alone-"));
const GOOD = `(module (func (export "run") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1))))`;
const COMPONENT_HEADER = Uint8Array.of(0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0);

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Files of one project by name; values are text or bytes. */
type Files = Readonly<Record<string, string | Uint8Array>>;

let projects = 0;

/** Runs the shipped command line in a folder that holds only the given files. */
function run(files: Files, args: readonly string[] = ["run"]): Promise<Ended & { folder: string }> {
  projects += 1;
  const folder = join(home, `project${projects}`);
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(inject("bundle"), "cli/index.js"), ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: inject("compileCache") },
    });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.once("close", (code) => resolve({ code, out, err, folder }));
  });
}

/** A configuration of one component; further keys of the component as lines. */
function config(path: string, lines: readonly string[] = [], before = ""): string {
  const rest = lines.map((line) => `    ${line}\n`).join("");
  return `${before}components:\n  - name: thing\n    path: ${path}\n${rest}`;
}

const EXECUTION = "execution: [{ name: go, export: run, args: [41], expect: 42 }]";
const TINY =
  "sampling: { processes: 1, rounds: 2, copies: 1, time: 100ms, warmup: 1ms, timeout: 20s }\n";

afterAll(() => rmSync(home, { recursive: true }));

/** Input, files, arguments, words that name the fault, words that say what to do. */
type Case = readonly [
  name: string,
  files: Files | (() => Promise<Files>),
  end: readonly [args: readonly string[], fault: RegExp, remedy: RegExp],
];

const CASES: readonly Case[] = [
  [
    "text that is no YAML",
    { "wasm-bench.yml": "components: [\n  - {" },
    [["run"], /wasm-bench\.yml/, /hint:/],
  ],
  ["an unknown key", { "wasm-bench.yml": "componets: []\n" }, [["run"], /componets/, /components/]],
  [
    "a value of the wrong kind",
    { "wasm-bench.yml": `${config("a.wat")}sampling: { rounds: many }\n`, "a.wat": GOOD },
    [["run"], /sampling\.rounds/, /many/],
  ],
  [
    "two components of one name",
    {
      "wasm-bench.yml": `${config("a.wat")}  - name: thing\n    path: b.wat\n`,
      "a.wat": GOOD,
      "b.wat": GOOD,
    },
    [["run"], /thing/, /already at \[0\]/],
  ],
  [
    "an export that is not there",
    { "wasm-bench.yml": config("a.wat", [EXECUTION.replace("run", "walk")]), "a.wat": GOOD },
    [["run"], /a\.wat exports no function "walk"; it exports run/, /Name one of its exports/],
  ],
  [
    "the wrong number of arguments",
    { "wasm-bench.yml": config("a.wat", [EXECUTION.replace("[41]", "[41, 1]")]), "a.wat": GOOD },
    [["run"], /run takes 1 argument \(i32\), 2 given/, /one value per parameter/],
  ],
  [
    "an argument that is no number",
    { "wasm-bench.yml": config("a.wat", [EXECUTION.replace("[41]", '["x"]')]), "a.wat": GOOD },
    [["run"], /args\[0\]: expected a whole number .*\(i32\), got "x"/, /name glue/],
  ],
  [
    "WebAssembly text with a fault",
    { "wasm-bench.yml": config("a.wat"), "a.wat": "(module (func (export 1)))" },
    [["run"], /a\.wat.*a\.wat:1:\d+/s, /line and column/],
  ],
  [
    "a module cut off in the middle",
    async () => ({
      "wasm-bench.yml": config("a.wasm"),
      "a.wasm": (await assembleText(GOOD, "a.wat")).slice(0, 30),
    }),
    [["run"], /component "thing": a\.wasm cannot be decoded/, /truncated/],
  ],
  [
    "a file that is no module",
    { "wasm-bench.yml": config("a.wasm"), "a.wasm": "<html>404</html>" },
    [["run"], /component "thing": a\.wasm is /, /Name a \.wasm or \.wat file/],
  ],
  [
    "an empty file",
    { "wasm-bench.yml": config("a.wasm"), "a.wasm": "" },
    [["run"], /component "thing": a\.wasm is /, /Name a \.wasm or \.wat file/],
  ],
  [
    "a file that is not there",
    { "wasm-bench.yml": config("no.wasm") },
    [["run"], /no\.wasm cannot be read/, /Build the module/],
  ],
  [
    "an imports module that is not there",
    { "wasm-bench.yml": config("a.wat", ["host: ./no.mjs"]), "a.wat": GOOD },
    [["run"], /\.\/no\.mjs cannot be found/, /`imports` or `createImports`/],
  ],
  ["a configuration that is not there", {}, [["run", "--config", "no.yml"], /no\.yml/, /hint:/]],
  ["an option nobody knows", {}, [["run", "--fast"], /--fast/, /--help/]],
  ["a command nobody knows", {}, [["walk"], /no command "walk"/, /--help/]],
  ["a suite nobody knows", {}, [["run", "--suite", "speed"], /speed/, /instantiation/]],
  [
    "a filter that matches nothing",
    {},
    [["run", "--filter", "execution/nothing"], /no benchmark matches execution\/nothing/, /--list/],
  ],
  [
    "a flag the engine does not have",
    {
      "wasm-bench.yml": `${config("a.wat", [EXECUTION], "sampling: { flags: [--no-such-flag] }\n")}`,
      "a.wat": GOOD,
    },
    [["run"], /--no-such-flag/, /sampling\.flags/],
  ],
];

describe("a fault of the input ends the program with exit code 2, its name and what to do", () => {
  it.each(CASES)("%s", async (_, files, [args, fault, remedy]) => {
    const { code, err } = await run(typeof files === "function" ? await files() : files, args);
    expect(err).toMatch(fault);
    expect(err).toMatch(remedy);
    expect(err).not.toMatch(/^\s+at .*:\d+/m);
    expect(err).not.toContain("internal error");
    expect(code).toBe(2);
  });
});

describe("a fault that only measuring can find fails the benchmark", () => {
  it.each([
    ["an imports module that throws", "throw new Error('no licence');", /no licence/],
    ["an imports module without imports", "export const other = 1;", /exports neither `imports`/],
  ])("%s", async (_, code, words) => {
    const files = {
      "wasm-bench.yml": config("a.wat", [EXECUTION, "host: ./host.mjs"], TINY),
      "a.wat": GOOD,
      "host.mjs": code,
    };
    const ended = await run(files, ["run", "--filter", "execution/*", "--json", "result.json"]);
    const result = JSON.parse(readFileSync(join(ended.folder, "result.json"), "utf8"));
    expect(result.judgement.benchmarks[0].verdict).toBe("failed");
    expect(ended.out).toMatch(words);
    expect(ended.out + ended.err).not.toMatch(/^\s+at .*:\d+/m);
    expect(ended.code).toBe(1);
  });
});

describe("a Component Model binary", () => {
  it("that is cut off, or that calls what it does not export, is refused by name before anything runs", async () => {
    const cut = Uint8Array.of(...COMPONENT_HEADER, 1, 40, 0);
    const files = { "cut.yml": config("cut.wasm"), "cut.wasm": cut };
    const ended = await run(files, ["run", "-c", "cut.yml"]);
    expect(ended.err).toMatch(
      /the component cut\.wasm cannot be read: unexpected end at offset \d+/,
    );
    expect(ended.code).toBe(2);
    const empty = { "wasm-bench.yml": config("a.wasm", [EXECUTION]), "a.wasm": COMPONENT_HEADER };
    const called = await run(empty, ["run"]);
    expect(called.err).toMatch(/a\.wasm: it exports no function ".*"; it exports none/);
    expect(called.code).toBe(2);
  });
});
