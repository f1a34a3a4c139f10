import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GuestView } from "../../src/suites/open-workload.ts";
import type { WorkloadBenchmark } from "../../src/suites/workload-module.ts";
import type { Benchmark, Guest } from "../../types/index.d.ts";

const HEAD = `// @ts-check
/** @typedef {import("wasm-bench-action").Guest<{ sum(at: number, length: number): number }>} Guest */
/** @param {Guest} guest */
export async function setup(guest) {
  if (guest.memory === null) throw new Error("no memory");
  new Uint8Array(guest.memory.buffer).fill(2);
  await guest.load("./extra.mjs");
  return { at: 16 };
}
`;
const GOOD = `${HEAD}
/** @type {import("wasm-bench-action").Workload<{ at: number }, Guest["exports"]>["benchmarks"]} */
export const benchmarks = {
  add_up: { run: (guest, { at }) => guest.exports.sum(at, 10), expect: 20, operations: 10, clock: "wall" },
  async later(guest, state) { await guest.load("x"); return state.at; },
};
`;

let folder = "";

/** What the compiler says of a workload that is checked against the package. */
function compilerOn(code: string): string {
  writeFileSync(join(folder, "workload.mjs"), code);
  const tsc = resolve("node_modules/typescript/bin/tsc");
  const { stdout, stderr } = spawnSync(process.execPath, [tsc], { cwd: folder, encoding: "utf8" });
  return stdout + stderr;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wasm-bench-types-"));
  mkdirSync(join(folder, "node_modules"));
  const compilerOptions = {
    noEmit: true,
    checkJs: true,
    strict: true,
    module: "nodenext",
    target: "es2024",
    lib: ["es2024", "dom"],
    types: [],
  };
  const config = { compilerOptions, files: ["workload.mjs"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  symlinkSync(resolve("."), join(folder, "node_modules", "wasm-bench-action"), "junction");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("types of the package", () => {
  it("are those of what a workload gets and may hold", () => {
    const seen = (view: GuestView): Guest => view;
    const held = ({ run, operations, clock }: WorkloadBenchmark): Benchmark => ({
      run,
      operations,
      ...(clock === null ? {} : { clock }),
    });
    expect([seen, held].map((check) => typeof check)).toEqual(["function", "function"]);
  });

  it("let a workload be checked, found by the name of the package", () => {
    expect(compilerOn(GOOD)).toBe("");
  });

  it.each([
    [
      "guest.exports.sum(at, 10)",
      'guest.exports.sum(at, "10")',
      "not assignable to parameter of type 'number'",
    ],
    ['clock: "wall"', 'clock: "sun"', 'not assignable to type \'"cpu" | "wall" | undefined\''],
    ["state.at", "state.missing", "Property 'missing' does not exist"],
    ["expect: 20", "expects: 20", "'expects' does not exist"],
  ])("find a mistake where %s is %s", (before, after, words) => {
    expect(compilerOn(GOOD.replace(before, after))).toContain(words);
  });

  it("are in what is published", () => {
    const packed = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    const [{ files }] = JSON.parse(packed.stdout) as [{ files: { path: string }[] }];
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(["package.json", "types/index.d.ts"]));
  });
});
