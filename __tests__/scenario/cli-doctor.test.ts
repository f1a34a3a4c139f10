import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { folderWith, wasmBench } from "./command-line.ts";

const CORE = `(module
  (func (export "answer") (result i32) (i32.const 42))
  (func (export "fails") unreachable))`;
const IMPORTS = `(module (import "env" "now" (func (result i32))) (func (export "answer")))`;
const WASI = `(module (import "wasi_snapshot_preview1" "sched_yield" (func (result i32))))`;
const COMMAND = `(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 1)
  (func (export "_start") (call $exit (i32.const 0))))`;
const ANSWER = "execution: [{ name: answer, export: answer }]";
const component = (name: string, path: string, keys = ANSWER): string =>
  `  - { name: ${name}, path: ${path}, ${keys} }\n`;

/** The line about a subject. */
function lineOf(out: string, subject: string): string {
  return out.split("\n").find((line) => line.slice(6).startsWith(subject)) ?? "";
}

describe("wasm-bench doctor", () => {
  it("says one line each of what is fine, and ends with 0", () => {
    const folder = folderWith({
      "wasm-bench.yml": `components:\n${component("good", "a.wat", `${ANSWER}, trap: { export: fails }`)}${component("command", "command.wat", "host: wasi")}${component("bare", "a.wat", "suites: [memory]")}`,
      "a.wat": CORE,
      "command.wat": COMMAND,
    });
    const { code, out } = wasmBench(folder, "doctor");
    expect(lineOf(out, "component command")).toMatch(/^ok .* 1 call made$/);
    expect(lineOf(out, "component bare")).toMatch(/^note .* 0 calls made/);
    expect(out).toContain(process.versions.node);
    expect(lineOf(out, "clock")).toMatch(/^(?:ok|note) +clock +/);
    expect(lineOf(out, "permission model")).toMatch(/^(?:ok|note) /);
    expect(lineOf(out, "measuring process")).toMatch(/^ok .* starts in /);
    expect(lineOf(out, "configuration")).toMatch(/^ok .*wasm-bench\.yml: 3 components$/);
    expect(lineOf(out, "component good")).toMatch(
      /^ok .*loads, imports provided, 1 call made, traps$/,
    );
    expect(lineOf(out, "baseline")).toMatch(/^note .*none in baselines\/main/);
    expect(lineOf(out, "git")).toMatch(/^note .*no commit here/);
    expect(lineOf(out, "GitHub Actions")).toBe("");
    expect(out).toContain("nothing is in the way of a run");
    expect(code).toBe(0);
  });

  it("names every fault of every component with the remedy, and ends with 2", () => {
    const folder = folderWith({
      "wasm-bench.yml": `components:\n${[
        component("good", "a.wat"),
        component("absent", "absent.wat"),
        component("imports", "imports.wat"),
        component("wasi", "wasi.wat", "suites: [memory]"),
        component("export", "a.wat", "execution: [{ name: x, export: anser }]"),
        component("traps", "a.wat", "execution: [{ name: x, export: fails }]"),
        component("exits", "exits.wat", "host: wasi"),
        component("returns", "a.wat", `${ANSWER}, trap: { export: answer }`),
        component("glue", "glue.mjs"),
        component("linked", "imports.wat", `host: ./host.mjs, ${ANSWER}`),
      ].join("")}`,
      "a.wat": CORE,
      "imports.wat": IMPORTS,
      "wasi.wat": WASI,
      "exits.wat": COMMAND.replace("i32.const 0", "i32.const 3"),
      "glue.mjs": "throw new Error('no licence');\n",
      "host.mjs": "export const imports = { env: {} };\n",
    });
    const { code, out } = wasmBench(folder, "doctor");
    expect(lineOf(out, "component good")).toMatch(/^ok /);
    expect(lineOf(out, "component absent")).toMatch(/^FAULT .*it is missing → Build the module/);
    expect(lineOf(out, "component imports")).toMatch(/^FAULT .*imports env\.now.*→ Name a module/);
    expect(lineOf(out, "component wasi")).toMatch(/^note .*loads, imports provided/);
    expect(lineOf(out, "component export")).toMatch(/^FAULT .*exports no function "anser"/);
    expect(lineOf(out, "component traps")).toMatch(/^FAULT .*fails\(\) fails: unreachable/);
    expect(lineOf(out, "component returns")).toMatch(/^FAULT .*trap: answer returned/);
    expect(lineOf(out, "component glue")).toMatch(/^FAULT .*does not load: .*no licence/);
    expect(lineOf(out, "component linked")).toMatch(
      /^FAULT .*nobody provides env\.now \(function.*→ Let the module/,
    );
    expect(lineOf(out, "component exits")).toMatch(/^FAULT .*exited with code 3/);
    expect(out).toContain("8 faults");
    expect(code).toBe(2);
  });

  it("tells a configuration that cannot be read, a flag nobody knows and a damaged baseline", () => {
    const broken = folderWith({ "wasm-bench.yml": "componets: []\n", "baselines/main/x": "" });
    const first = wasmBench(broken, "doctor");
    expect(lineOf(first.out, "configuration")).toMatch(/^FAULT .*did you mean "components"/);
    expect(lineOf(first.out, "baseline")).toMatch(/^FAULT |^note /);
    expect(first.code).toBe(2);
    const flagged = folderWith({
      "wasm-bench.yml": `sampling: { flags: [--no-such-flag] }\ncomponents:\n${component("a", "a.wat")}`,
      "a.wat": CORE,
    });
    const second = wasmBench(flagged, "doctor");
    expect(lineOf(second.out, "measuring process")).toMatch(
      /^FAULT .*--no-such-flag.*sampling\.flags/,
    );
    expect(second.code).toBe(2);
  });

  it("reads what a workflow step is told, and names what is missing", () => {
    const folder = folderWith({ "event.json": "{}" });
    const run = (more: Readonly<Record<string, string>>) =>
      spawnSync(process.execPath, [join(inject("bundle"), "cli", "index.js"), "doctor"], {
        cwd: folder,
        encoding: "utf8",
        env: { PATH: process.env.PATH, GITHUB_ACTIONS: "true", ...more },
      });
    const told = {
      GITHUB_REPOSITORY: "owner/name",
      GITHUB_WORKSPACE: folder,
      GITHUB_EVENT_NAME: "workflow_dispatch",
      GITHUB_EVENT_PATH: join(folder, "event.json"),
      GITHUB_SHA: "a".repeat(40),
      GITHUB_REF: "refs/heads/main",
    };
    const whole = run(told);
    expect(lineOf(whole.stdout, "GitHub Actions")).toMatch(
      /^note .*event workflow_dispatch of owner\/name at a{12}; GITHUB_OUTPUT and GITHUB_STEP_SUMMARY not set/,
    );
    expect(whole.status).toBe(0);
    const { GITHUB_EVENT_PATH: _, ...less } = told;
    const partial = run(less);
    expect(lineOf(partial.stdout, "GitHub Actions")).toMatch(
      /^FAULT .*GITHUB_EVENT_PATH is not set/,
    );
    expect(partial.status).toBe(2);
  });
});
