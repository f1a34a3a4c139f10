import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { parseResult } from "../../src/config/result-document.ts";
import type { ResultDocument } from "../../src/model/result.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
const MINUTES = 60_000;

/** Packages, and the names under which an older version is installed. */
const OLDER: Readonly<Record<string, string>> = {
  "@one-ini/wasm": "one-ini-old",
  "vscode-oniguruma": "vscode-oniguruma-old",
  "yoga-layout": "yoga-layout-old",
  "@chainsafe/as-sha256": "as-sha256-old",
};

/** A project as it is before or after its dependencies are brought up to date. */
function openProject(root: string, side: "old" | "new"): string {
  const folder = join(root, side);
  cpSync(join(PROJECT, "fixtures/real/versions"), folder, { recursive: true });
  cpSync(join(PROJECT, "fixtures/real/glue"), join(folder, "glue"), { recursive: true });
  for (const [name, older] of Object.entries(OLDER)) {
    const target = join(folder, "node_modules", name);
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(join(PROJECT, "node_modules", side === "old" ? older : name), target);
  }
  return folder;
}

function wasmBench(folder: string, ...args: readonly string[]) {
  const program = join(inject("bundle"), "cli/index.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, output: `${stdout}${stderr}` };
}

let parent: string;
let saved: ReturnType<typeof wasmBench>;
let ran: ReturnType<typeof wasmBench>;
let result: ResultDocument;

beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), "versions-"));
  const [before, after] = [openProject(parent, "old"), openProject(parent, "new")];
  saved = wasmBench(before, "save", "old");
  expect(saved.status, saved.output).toBe(0);
  cpSync(join(before, "baselines"), join(after, "baselines"), { recursive: true });
  ran = wasmBench(after, "run", "--baseline", "old", "--json", "result.json");
  result = parseResult(readFileSync(join(after, "result.json"), "utf8"), "result.json");
}, 8 * MINUTES);
afterAll(() => rmSync(parent, { recursive: true }));

/** What both sides have of an exact metric, by benchmark. */
function sidesOf(metric: string): Record<string, readonly [number | null, number | null]> {
  return Object.fromEntries(
    result.benchmarks.flatMap(({ benchmark, exact }) =>
      exact
        .filter((one) => one.metric === metric)
        .map((one) => [benchmark.id, [one.baseline, one.candidate]]),
    ),
  );
}

describe("four packages brought up to date", () => {
  it("are compared, in pairs or in turns, with their results as expected on both sides", () => {
    const failures = result.benchmarks.flatMap(({ benchmark, visits }) =>
      visits.flatMap(({ failure }) => (failure === null ? [] : [[benchmark.id, failure.message]])),
    );
    expect(failures).toEqual([]);
    expect(result.benchmarks.map(({ benchmark, pairing }) => [benchmark.id, pairing])).toEqual([
      ["execution/parse/one-ini", "alternated"],
      ["execution/find/oniguruma", "alternated"],
      ["execution/lay_out/yoga", "alternated"],
      ["execution/abc/as-sha256", "alternated"],
    ]);
  });

  it("differ in fuel and in bytes by what they differ, the same on every machine", () => {
    // Counted on Node 20 and 24 alike.
    expect(sidesOf("fuel")).toEqual({
      "execution/parse/one-ini": [41_012, 47_547],
      "execution/find/oniguruma": [9_942, 9_811],
      "execution/lay_out/yoga": [66_166, 69_756],
      "execution/abc/as-sha256": [11_309, 11_295],
    });
    // The other two carry their modules in their text.
    expect(sidesOf("size_raw")).toEqual({
      "execution/parse/one-ini": [84_807, 89_224],
      "execution/find/oniguruma": [466_610, 473_151],
    });
  });

  it("are judged by what is exact: what grew beyond its allowance is a regression", () => {
    const regressed = result.judgement.benchmarks.flatMap(({ id, metrics }) =>
      metrics
        .filter(({ verdict }) => verdict === "regression")
        .map(({ metric }) => `${metric} of ${id}`),
    );
    expect(regressed.sort()).toEqual([
      "fuel of execution/lay_out/yoga",
      "fuel of execution/parse/one-ini",
      "pages of execution/parse/one-ini",
      "size_raw of execution/find/oniguruma",
      "size_raw of execution/parse/one-ini",
    ]);
    expect(ran.status, ran.output).toBe(1);
  });
});
