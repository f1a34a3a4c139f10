import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { folderWith } from "./command-line.ts";
import { ENDLESS, type Installation, install, QUICK, type Told } from "./fault-stage.ts";

vi.setConfig({ hookTimeout: 240_000 });

const TRAPS = `(module (func (export "run") (param i32) (result i32) unreachable))`;
const DIVIDES = `(module (func (export "run") (param i32) (result i32) (i32.div_u (local.get 0) (i32.const 0))))`;
/** Other bytes for what is the same on both sides: identical modules are not measured. */
const other = (text: string): string =>
  text.replace("(module", '(module (global (export "g") i32 (i32.const 7))');

const CONFIG = `sampling: { processes: 2, rounds: 2, copies: 1, samples: 4, time: 100ms, warmup: 1ms, timeout: 1500ms }
components:
${["slow", "stuck", "traps", "differs"]
  .map(
    (name) =>
      `  - { name: ${name}, path: ${name}.wat, suites: [execution], execution: [{ name: go, export: run, args: [41] }] }`,
  )
  .join("\n")}
`;

let place: Installation;
let told: Told;
let benchmarks: readonly {
  readonly id: string;
  readonly verdict: string;
  readonly failure: unknown;
}[];

beforeAll(async () => {
  place = install();
  const folder = folderWith({
    "wasm-bench.yml": CONFIG,
    "old/slow.wat": QUICK,
    "new/slow.wat": ENDLESS,
    "old/stuck.wat": ENDLESS,
    "new/stuck.wat": other(ENDLESS),
    "old/traps.wat": TRAPS,
    "new/traps.wat": other(TRAPS),
    "old/differs.wat": TRAPS,
    "new/differs.wat": DIVIDES,
  });
  const args = ["compare", "old", "new", "--json", "r.json"];
  told = await place.begin("cli/index.js", folder, { args }).ended;
  benchmarks = JSON.parse(readFileSync(join(folder, "r.json"), "utf8")).judgement.benchmarks;
});
afterAll(() => place.remove());

const judged = (name: string) => benchmarks.find(({ id }) => id === `execution/go/${name}`);

describe("a comparison of modules that fail", () => {
  it("tells a candidate that does not end as slower than it can be measured, and is red", () => {
    expect(judged("slow")).toMatchObject({
      verdict: "failed",
      failure: { kind: "timeout", side: "candidate" },
    });
    expect(told.out).toMatch(
      /did not finish within 1\.50? s, where the baseline needs \d[\d.]* (?:ns|µs|ms): at least [\d,]+ × slower/,
    );
    expect(told.code).toBe(1);
  });

  it.each([
    ["stuck", "timeout"],
    ["traps", "trap"],
  ])("is inconclusive about %s, where both sides fail alike, and names the cause", (name, kind) => {
    expect(judged(name)).toMatchObject({
      verdict: "inconclusive",
      failure: { kind, side: null, alike: true },
      warnings: expect.arrayContaining([expect.objectContaining({ code: "both-failed" })]),
    });
  });

  it("charges the candidate where it fails in another way than the baseline", () => {
    expect(judged("differs")).toMatchObject({
      verdict: "failed",
      failure: { kind: "trap", category: "divide by zero", side: "candidate" },
    });
  });
});
