import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { folderWith, wasmBench } from "./command-line.ts";

const SETTINGS =
  "sampling: { rounds: 6, copies: 2, warmup: 2ms, block: 500us, time: 200ms, processes: 1 }\n";
const component = (path: string): string =>
  `components:\n  - { name: one, path: ${path}, suites: [execution], execution: [{ name: work, export: work, args: [5] }] }\n`;
const WORK = '(module (func (export "work") (param i32) (result i32) local.get 0))';

let folder = "";

beforeAll(() => {
  folder = folderWith({
    // It exports no memory that could grow.
    "memory.yml": `${SETTINGS}components:\n  - { name: one, path: work.wat, suites: [memory] }\n`,
    "empty.yml": "components: []\n",
    "work.yml": SETTINGS + component("work.wat"),
    "wanting.yml": `${SETTINGS}gate: { fail-on: [no-baseline] }\n${component("work.wat")}`,
    "work.wat": WORK,
  });
});

afterAll(() => rmSync(folder, { recursive: true }));

it("a run that measured nothing fails whatever may fail it, and so does judging its result, or one without benchmarks", () => {
  const run = wasmBench(
    folder,
    "run",
    "-c",
    "memory.yml",
    "--filter",
    "memory/limit_enforcement/*",
    "--fail-on",
    "none",
    "--json",
    "r.json",
  );
  expect(run.code, run.out + run.err).toBe(1);
  expect(run.out).toMatch(
    /nothing was measured: 1 benchmark unsupported \(the module exports no memory[\s\S]*\nfailed: nothing was measured/,
  );
  expect(run.out).not.toMatch(/\d+ benchmarks? measured/);
  const again = wasmBench(folder, "judge", "r.json");
  expect(again.code, again.out).toBe(1);
  expect(again.out).toContain("confirmed, byte for byte");
  const stored = JSON.parse(readFileSync(join(folder, "r.json"), "utf8"));
  const told = structuredClone(stored);
  told.judgement.reasons = ["nothing was there to be measured"];
  writeFileSync(join(folder, "told.json"), JSON.stringify(told));
  expect(wasmBench(folder, "judge", "told.json").out).toContain("confirmed, in other words");
  told.judgement.verdict = "pass";
  writeFileSync(join(folder, "told.json"), JSON.stringify(told));
  expect(wasmBench(folder, "judge", "told.json").out).toContain("DIFFER");
  stored.judgement.benchmarks = [];
  writeFileSync(join(folder, "none.json"), JSON.stringify({ ...stored, benchmarks: [] }));
  const none = wasmBench(folder, "judge", "none.json");
  expect(none.code, none.out).toBe(1);
  expect(none.out).toContain("nothing was measured: the list of benchmarks is empty");
});

it("a run cut short before anything ran does not pass, even where open benchmarks are ignored", () => {
  const ignoring = SETTINGS.concat("gate: { inconclusive: ignore }\n", component("work.wat"));
  writeFileSync(join(folder, "ignoring.yml"), ignoring.concat("fuel: { profile: wasmtime-24 }\n"));
  const { code, out } = wasmBench(folder, ...["run", "-c", "ignoring.yml", "--time-budget", "1ns"]);
  expect(code, out).toBe(1);
  expect(out).toContain("nothing was measured: 1 benchmark never run");
});

it("an empty list of components is refused, and says what to write instead", () => {
  const { code, err } = wasmBench(folder, "run", "-c", "empty.yml");
  expect(code).toBe(2);
  expect(err).toMatch(/empty\.yml: components: names nothing to measure: list a component/);
});

it("a baseline that is wanted and absent fails where fail-on names it, in the configuration or on the command line", () => {
  const plain = wasmBench(folder, "run", "-c", "work.yml");
  expect(plain.code, plain.out + plain.err).toBe(0);
  const configured = wasmBench(folder, "run", "-c", "wanting.yml");
  expect(configured.code, configured.out).toBe(1);
  expect(configured.out).toContain("no baseline: there is no baseline main in baselines");
  const named = wasmBench(
    folder,
    ...["run", "-c", "work.yml", "--baseline", "nightly", "--fail-on", "no-baseline"],
  );
  expect(named.code, named.out).toBe(1);
  expect(named.out).toContain("no baseline: there is no baseline nightly in baselines");
  const slip = wasmBench(folder, "run", "-c", "work.yml", "--baseline", "nightly");
  expect(slip.code).toBe(2);
});
