import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { SYMBOLS } from "../engines/make-library.ts";
import { original } from "./action-modules.ts";
import { configOf } from "./action-stage.ts";
import { folderWith, wasmBench } from "./command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "wasm-bench-libraries-"));
afterAll(() => rmSync(folder, { recursive: true }));

const hasCompiler =
  process.platform === "linux" && spawnSync("cc", ["--version"]).error === undefined;

/** Functions that return nothing useful, all but some of them. */
function functions(but: readonly string[] = []): string {
  return SYMBOLS.filter((name) => !but.includes(name))
    .map((name) => `long ${name}(void) { return 0; }`)
    .join("\n");
}

/** Compiles C to a shared library. */
function compile(name: string, source: string, ...flags: readonly string[]): string {
  const [from, to] = [join(folder, `${name}.c`), join(folder, `lib${name}.so`)];
  writeFileSync(from, source);
  execFileSync("cc", ["-w", "-shared", "-fPIC", "-o", to, from, ...flags]);
  return to;
}

const MADE: readonly (readonly [what: string, make: () => string, message: RegExp])[] = [
  [
    "is older",
    () => compile("older", functions(["wasmtime_engine_clone"])),
    /has no function `wasmtime_engine_clone`, which Wasmtime has since 24: name a library of Wasmtime 24 or newer/,
  ],
  [
    "holds names of functions and not the functions",
    () =>
      compile("names", `const char names[] = ${SYMBOLS.map((name) => `"${name}\\0"`).join("\n")};`),
    /cannot be used: .*libnames\.so \(unknown\) has no function `wasm_config_new`: name a library of/,
  ],
  [
    "needs another library that is not there",
    () => {
      const other = compile("other", "long other(void) { return 0; }");
      const needing = `${functions()}\nextern long other(void); long use(void) { return other(); }`;
      const made = compile("needing", needing, "-L", folder, "-lother");
      rmSync(other);
      return made;
    },
    /cannot be used: .*libneeding\.so could not be loaded: .*libother\.so/,
  ],
  [
    "ends the process that loads it",
    () =>
      compile(
        "ending",
        `void abort(void); __attribute__((constructor)) void begin(void) { abort(); }\n${functions()}`,
      ),
    /cannot be used: the measuring process was ended by SIGABRT/,
  ],
];

describe.skipIf(!hasCompiler)("a library (needs Linux and a C compiler) that", () => {
  it.each(MADE)("%s ends the run with 2, one sentence and the three ways", (_, make, message) => {
    const project = folderWith({ "wasm-bench.yml": configOf(["work"]) });
    writeFileSync(join(project, "work.wasm"), original);
    const { code, err } = wasmBench(project, "run", "--engine", `wasmtime=${make()}`);
    expect(err).toMatch(message);
    expect(err).toMatch(/hint: Name the library as .*WASM_BENCH_WASMTIME/);
    expect(code).toBe(2);
  });
});
