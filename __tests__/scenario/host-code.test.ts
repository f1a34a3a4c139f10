import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseResult } from "../../src/config/result-document.ts";
import { EXPECTED, LOOPS } from "./action-modules.ts";
import { folderWith, wasmBench } from "./command-line.ts";

/** Calls its host for every number. */
const CALLS = `(module (import "env" "step" (func $step (param i32) (result i32)))
  (func (export "run") (param i32) (result i32) (local i32)
    loop local.get 1 call $step local.tee 1 local.get 0 i32.lt_s br_if 0 end local.get 1))`;
const WORKS = `(module (func (export "work") (param i32) (result i32) (local i32 i32)
  loop local.get 1 local.get 2 i32.add local.set 1
    local.get 2 i32.const 1 i32.add local.tee 2 local.get 0 i32.lt_u br_if 0 end local.get 1))`;

const STEP = "export const step = (x) => (x + 1) | 0;";
const SLOW_STEP = `let sink = 0;
export const step = (x) => { for (let i = 0; i < 40; i++) sink = (sink + i) | 0; return (x + 1) | 0; };`;

const HOSTED =
  "suites: [execution], execution: [{ name: run, export: run, args: [500], expect: 500 }]";
const CONFIG = `sampling: { rounds: 4, copies: 1, warmup: 2ms, block: 300us, time: 200ms, processes: 1, samples: 1 }
gate: { regression: 60% }
components:
  - { name: shared, path: calls.wat, host: host/host.mjs, ${HOSTED} }
  - { name: own, path: calls.wat, host: host/host.mjs, host-code: each, ${HOSTED} }
  - { name: set_beside, path: work.wat, suites: [execution], execution: [{ name: work, export: work, args: [${LOOPS}], expect: ${EXPECTED}, native: "native.mjs#work" }] }
`;

const folder = folderWith({
  "wasm-bench.yml": CONFIG,
  "calls.wat": CALLS,
  "work.wat": WORKS,
  "host/host.mjs": `import { step } from "./lib/helper.mjs";\nexport const createImports = () => ({ env: { step } });`,
  "host/lib/helper.mjs": STEP,
  "native.mjs": `import { sum } from "./sum.mjs";\nexport const work = sum;`,
  "sum.mjs":
    "export const sum = (n) => { let s = 0; for (let i = 0; i < n; i++) s = (s + i) | 0; return s; };",
});
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  const { code, out, err } = wasmBench(folder, "save", "main");
  expect(code, out + err).toBe(0);
});

interface Told {
  readonly code: number | null;
  readonly out: string;
  /** Pairing and verdict by component. */
  readonly outcomes: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
}

function run(...options: readonly string[]): Told {
  const { code, out } = wasmBench(
    folder,
    "run",
    "--baseline",
    "main",
    "--json",
    "r.json",
    ...options,
  );
  const path = join(folder, "r.json");
  const { benchmarks, judgement, warnings } = parseResult(readFileSync(path, "utf8"), path);
  const outcomes = benchmarks.map(({ benchmark, pairing }, index) => [
    benchmark.component,
    `${pairing} ${judgement.benchmarks[index]?.verdict}`,
  ]);
  const messages = warnings.map(({ message }) => message);
  return { code, out, outcomes: Object.fromEntries(outcomes), warnings: messages };
}

it("host code that did not change is identical with its component, and `show` lists it", () => {
  const same = "identical identical";
  expect(run()).toMatchObject({
    code: 0,
    outcomes: { shared: same, own: same, set_beside: same },
    warnings: [],
  });
  const { out } = wasmBench(folder, "show");
  expect(out.match(/host\/lib\/helper\.mjs +\d+ B {2}host code/g)).toHaveLength(2);
});

it("a changed helper is said once and both sides run it, or each side runs its own and the slow one is red", () => {
  writeFileSync(join(folder, "host/lib/helper.mjs"), SLOW_STEP);
  const { code, out, outcomes, warnings } = run();
  expect(outcomes).toMatchObject({
    shared: expect.stringMatching(/^paired (unchanged|inconclusive)$/),
    own: "alternated regression",
    set_beside: "identical identical",
  });
  expect(warnings).toEqual([
    "shared: its host code changed (host/lib/helper.mjs), and both sides ran the new one: what it costs does not show. With `host-code: each` every side runs its own",
  ]);
  expect(out).toContain("host/lib/helper.mjs), and both sides ran the new one");
  expect(code).toBe(1);
});

it("a changed helper of a native reference is said", () => {
  writeFileSync(join(folder, "host/lib/helper.mjs"), STEP);
  writeFileSync(
    join(folder, "sum.mjs"),
    `${readFileSync(join(folder, "sum.mjs"), "utf8")}// as fast`,
  );
  const { outcomes, warnings } = run("--filter", "work/set_beside");
  expect(outcomes.set_beside).toMatch(/^paired/);
  expect(warnings).toEqual([
    "set_beside: its native reference changed; what is said of it is true of the new one",
  ]);
});

it("a baseline without the host code asked for is said, and both sides run the new one", () => {
  const path = join(folder, "baselines/main/baseline.json");
  const document = JSON.parse(readFileSync(path, "utf8")) as {
    components: { hostClosure?: unknown }[];
  };
  for (const component of document.components) delete component.hostClosure;
  writeFileSync(path, JSON.stringify(document));
  const { outcomes, warnings } = run("--filter", "run/own");
  expect(outcomes.own).toMatch(/^paired/);
  expect(warnings).toEqual([
    "own: the baseline does not carry its host code, so both sides ran the new one although `host-code` is `each`; the next baseline will",
  ]);
});
