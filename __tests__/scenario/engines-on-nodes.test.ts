import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, inject, it } from "vitest";
import { parseResult } from "../../src/config/result-document.ts";
import { describeOnOtherNodes } from "../engines/other-nodes.ts";
import { describeWithLibrary } from "../engines/real-library.ts";
import { assemble } from "../wasm/assemble.ts";
import { original, slower } from "./action-modules.ts";
import { configOf } from "./action-stage.ts";
import { folderWith } from "./command-line.ts";

/** All tests of native engines, those that fill the memory left out: which Node runs them is no matter there. */
const SUITE_TIMEOUT_MS = 400_000;
const PATTERN = "^(?!.*leaves? )";
/** Fewer would mean that the project, or its files, were not found. */
const LEAST_TESTS = 200;

/** Every suite on both engines, as thin as it gets. */
const ALL_SUITES = `
components:
  - name: work
    path: work.wasm
    suites: [instantiation, execution, memory, crash_handling]
    execution: [{ name: work, export: work, args: [41], expect: 42 }]
    trap: { export: fail, args: [] }
sampling: { processes: 2, rounds: 2, copies: 2, block: 0.2ms, warmup: 0.2ms, samples: 30, max-instances: 2 }
`;
const MODULE = `(module (memory (export "memory") 1 4)
  (func (export "work") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
  (func (export "fail") unreachable))`;

describeWithLibrary("Wasmtime on another Node than the one of the tests", (library) => {
  describeOnOtherNodes("the shipped program", ({ program, major }) => {
    const both = ["--engine", "v8", "--engine", `wasmtime=${library}`];
    const run = (cwd: string, ...args: readonly string[]) =>
      spawnSync(program, [join(inject("bundle"), "cli", "index.js"), ...args], {
        cwd,
        encoding: "utf8",
        env: { PATH: process.env.PATH },
      });
    const resultOf = (folder: string) => {
      const path = join(folder, "result.json");
      return parseResult(readFileSync(path, "utf8"), path);
    };

    it("measures every suite on both engines", () => {
      const folder = folderWith({ "wasm-bench.yml": ALL_SUITES });
      writeFileSync(join(folder, "work.wasm"), assemble(MODULE));
      const { status, stderr } = run(folder, "run", ...both, "--json", "result.json");
      expect([stderr, status]).toEqual([expect.any(String), 0]);
      const { environment, judgement } = resultOf(folder);
      expect(environment.node).toMatch(new RegExp(`^${major}\\.`));
      const measured = judgement.benchmarks.map(({ id, verdict, failure }) => [
        id,
        verdict,
        failure,
      ]);
      const onWasmtime = measured.filter(([id]) => String(id).endsWith("@wasmtime"));
      expect(onWasmtime).toHaveLength(measured.length / 2);
      expect(onWasmtime.length).toBeGreaterThan(10);
      expect(measured.filter(([, , failure]) => failure !== null)).toEqual([]);
    });

    it("makes a slower candidate red on both engines", () => {
      const folder = folderWith({ "wasm-bench.yml": configOf(["work"]) });
      for (const [name, module] of Object.entries({ old: original, slow: slower })) {
        mkdirSync(join(folder, name));
        writeFileSync(join(folder, name, "work.wasm"), module);
      }
      const { status } = run(folder, "compare", "old", "slow", ...both, "--json", "result.json");
      expect(status).toBe(1);
      expect(resultOf(folder).judgement.benchmarks.map(({ verdict }) => verdict)).toEqual([
        "regression",
        "regression",
      ]);
    });
  });

  describeOnOtherNodes("the tests of native engines", ({ program }) => {
    it(
      "pass there too",
      () => {
        const folder = folderWith({});
        const report = join(folder, "report.json");
        const vitest = resolve("node_modules", "vitest", "vitest.mjs");
        const reporting = ["--reporter=json", `--outputFile=${report}`];
        const args = ["run", "--project=native", `--testNamePattern=${PATTERN}`, ...reporting];
        const { PATH, HOME } = process.env;
        const env = { PATH, HOME, WASM_BENCH_WASMTIME: library };
        const { status } = spawnSync(program, [vitest, ...args], { env, encoding: "utf8" });
        const { testResults, numPassedTests } = JSON.parse(readFileSync(report, "utf8"));
        const failed = testResults.flatMap(
          (file: { assertionResults: { status: string; fullName: string }[] }) =>
            file.assertionResults
              .filter((one) => one.status === "failed")
              .map((one) => one.fullName),
        );
        expect(failed).toEqual([]);
        expect(numPassedTests).toBeGreaterThan(LEAST_TESTS);
        expect(status).toBe(0);
      },
      SUITE_TIMEOUT_MS,
    );
  });
});
