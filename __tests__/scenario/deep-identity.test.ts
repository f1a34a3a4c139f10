import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseResult } from "../../src/config/result-document.ts";
import { rebuilt } from "./action-modules.ts";
import { wasmBench } from "./command-line.ts";
import {
  APP,
  changeDeepFiles,
  DEEP_COMPONENTS,
  DEEP_GUESTS,
  writeDeepGuests,
} from "./deep-guests.ts";

/** Measures next to nothing: the slow guests do many times the work. */
const CONFIG = `sampling: { rounds: 4, copies: 1, warmup: 2ms, block: 300us, time: 200ms, processes: 1, samples: 1 }
gate: { regression: 60% }
components:
${DEEP_COMPONENTS}overrides: [{ benchmark: "execution/work/linked_package", regression: 1000%, reason: "one red is enough" }]
`;
const NAMES = Object.keys(DEEP_GUESTS);
/** WebAssembly that is fetched, and a package behind links. */
const MEASURED = ["streamed", "linked_package"];

const project = mkdtempSync(join(tmpdir(), "wasm-bench-deep-"));
const app = join(project, APP);
afterAll(() => rmSync(project, { recursive: true }));

let saved: ReturnType<typeof wasmBench>;
beforeAll(async () => {
  await writeDeepGuests(project);
  writeFileSync(join(app, "wasm-bench.yml"), CONFIG);
  saved = wasmBench(app, "save", "main");
});

const resultOf = (path: string) => parseResult(readFileSync(path, "utf8"), path);

/** Pairing and verdict of every component of a run. */
function outcomesOf(path: string): Record<string, readonly [string, string]> {
  const { benchmarks, judgement } = resultOf(path);
  return Object.fromEntries(
    benchmarks.map(({ benchmark, pairing }, index) => [
      benchmark.component,
      [pairing, judgement.benchmarks[index]?.verdict ?? ""],
    ]),
  );
}

const all = <Value>(names: readonly string[], value: Value): Record<string, Value> =>
  Object.fromEntries(names.map((name) => [name, value]));

describe("a component whose work lies deep", () => {
  it("is saved with everything it needs, and `show` lists it", () => {
    expect(saved.code, saved.out + saved.err).toBe(0);
    const { out } = wasmBench(app, "show");
    for (const { deep } of Object.values(DEEP_GUESTS)) expect(out).toContain(` ${deep.path} `);
    expect(out).toContain(" ../node_modules/@outer/sum/package.json ");
  });

  it("is identical while nothing changed, and no process measures", () => {
    const { out, err } = wasmBench(app, "run", "--baseline", "main", "--json", "same.json");
    expect(outcomesOf(join(app, "same.json"))).toEqual(all(NAMES, ["identical", "identical"]));
    expect(err).not.toContain("measuring");
    expect(out).toContain("passed: no regression");
  });

  it("is measured once anything it reaches changed", async () => {
    await changeDeepFiles(project, true);
    const options = ["--baseline", "main", "--time-budget", "1ms", "--json", "changed.json"];
    wasmBench(app, "run", ...options);
    expect(outcomesOf(join(app, "changed.json"))).toEqual(
      all(NAMES, ["alternated", "inconclusive"]),
    );
  });

  it("is red where that made it slow: the base runs what was saved, from where no package is", () => {
    const filters = MEASURED.flatMap((name) => ["--filter", `execution/work/${name}`]);
    const { code, out } = wasmBench(app, "run", ...filters, "--json", "slow.json");
    const path = join(app, "slow.json");
    expect(outcomesOf(path)).toEqual({
      streamed: ["alternated", "regression"],
      // Its threshold lies beyond what the extra work costs, which is seen all the same.
      linked_package: ["alternated", expect.stringMatching(/^(unchanged|inconclusive)$/)],
    });
    for (const { metrics } of resultOf(path).judgement.benchmarks)
      expect(metrics.find(({ metric }) => metric === "time")?.change?.center).toBeGreaterThan(1);
    expect(code, out).toBe(1);
  });

  it("is measured and green when only the bytes of its module differ", async () => {
    await changeDeepFiles(project, false);
    writeFileSync(join(app, DEEP_GUESTS.commonjs?.deep.path ?? ""), rebuilt);
    const only = ["--filter", "execution/work/commonjs", "--threshold", "100%"];
    const { code, out } = wasmBench(app, "run", ...only, "--json", "rebuilt.json");
    expect(outcomesOf(join(app, "rebuilt.json"))).toEqual({
      commonjs: ["alternated", "unchanged"],
    });
    expect(code, out).toBe(0);
  });

  it("is compared by what it needs, wherever the two sides lie", async () => {
    await changeDeepFiles(project, false);
    const work = join(app, DEEP_GUESTS.commonjs?.path ?? "");
    const [old, copy] = [join(project, "old"), join(project, "new")];
    for (const folder of [old, copy]) await cp(join(work, ".."), folder, { recursive: true });
    const compare = (): ReturnType<typeof wasmBench> =>
      wasmBench(app, "compare", join(old, "work.cjs"), join(copy, "work.cjs"));
    expect(compare().err).toContain("plan: 1 benchmark: 1 identical");
    await changeDeepFiles(project, true);
    await cp(join(work, ".."), copy, { recursive: true });
    const { code, err, out } = compare();
    expect(err).toContain("plan: 1 benchmark: 1 alternated");
    expect(code, out).toBe(1);
  });
});
