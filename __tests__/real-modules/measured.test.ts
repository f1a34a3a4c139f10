import { statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BenchmarkResult } from "../../src/model/result.ts";
import { type Bench, type BenchRun, openBench } from "./run-bench.ts";

const MINUTES = 60_000;

/** Benchmarks that these modules cannot give: glue keeps its instance, a command runs once and has no call that traps. */
const UNSUPPORTED = [
  "crash_handling/normal_execution/memfs",
  "crash_handling/trap_detection/memfs",
  "crash_handling/resource_cleanup_after_trap/memfs",
  "crash_handling/recovery_latency/memfs",
  "instantiation/warm_start/gofmt-glue",
  "instantiation/size_scaling/gofmt-glue",
  "instantiation/warm_start/oxipng-glue",
  "instantiation/size_scaling/oxipng-glue",
];

const MODULES = {
  xxhash: "xxhash-wasm/workerd/xxhash.wasm",
  lodepng: "@cwasm/lodepng/lodepng.wasm",
  "dprint-json": "@dprint/json/plugin.wasm",
  "source-map": "source-map/lib/mappings.wasm",
  "as-sha256": "@chainsafe/as-sha256/build/optimized.simd.wasm",
  memfs: "@cloudflare/workers-wasi/dist/memfs.wasm",
  "gofmt-glue": "@wasm-fmt/gofmt/gofmt.wasm",
  "zig-fmt-glue": "@wasm-fmt/zig_fmt/zig_fmt.wasm",
  "one-ini-glue": "@one-ini/wasm/one_ini_bg.wasm",
  "oxipng-glue": "@jsquash/oxipng/codec/pkg/squoosh_oxipng_bg.wasm",
  "oniguruma-glue": "vscode-oniguruma/release/onig.wasm",
  "secp256k1-glue": "tiny-secp256k1/lib/secp256k1.wasm",
};

/** Shipped targets measure these in at least six processes, and further where the limit is near: here it never is. */
const HAS_TARGET =
  /^(instantiation\/(cold|warm)_start|memory\/scaling|crash_handling\/trap_detection)\//;
const FAR_TARGETS = `
targets:
  - { benchmark: "instantiation/cold_start/*", metric: time, max: 10min }
  - { benchmark: "instantiation/warm_start/*", metric: time, max: 10min }
  - { benchmark: "memory/scaling/*", metric: resident_bytes, max: 1GiB }
  - { benchmark: "crash_handling/trap_detection/*", metric: time, max: 10min }
`;

let bench: Bench;

beforeAll(() => {
  bench = openBench();
});
afterAll(() => bench.remove());

describe("modules of other projects", () => {
  let ids: readonly string[];
  let runs: readonly BenchRun[];

  beforeAll(() => {
    ids = bench.list();
    const withTarget = ids.filter((id) => HAS_TARGET.test(id));
    runs = [
      bench.run(
        (config) => `${config.replace("copies: 2", "copies: 1")}${FAR_TARGETS}`,
        withTarget,
      ),
      bench.run(
        (config) => config.replace("processes: 6", "processes: 1"),
        ids.filter((id) => !withTarget.includes(id)),
      ),
    ];
  }, 8 * MINUTES);

  const results = (): BenchmarkResult[] => runs.flatMap(({ result }) => result.benchmarks);

  it("are measured without a failed benchmark, every result as expected", () => {
    const failures = results().flatMap(({ benchmark, visits }) =>
      visits.flatMap(({ failure }) =>
        failure === null ? [] : [`${benchmark.id}: ${failure.message}`],
      ),
    );
    expect(failures).toEqual([]);
    for (const { status, output } of runs) expect(status, output).toBe(0);
  });

  it("give values for every benchmark they can give", () => {
    expect(
      results()
        .map(({ benchmark }) => benchmark.id)
        .sort(),
    ).toEqual([...ids].sort());
    const empty = results()
      .filter(({ benchmark, visits, exact }) =>
        benchmark.suite === "size"
          ? exact.length === 0
          : visits.flatMap(({ series }) => series).length === 0,
      )
      .map(({ benchmark }) => benchmark.id);
    expect(empty.sort()).toEqual([...UNSUPPORTED].sort());
  });

  it("are as large in the result as their files are", () => {
    const facts = runs.flatMap(({ result }) => result.components);
    const reported = Object.keys(MODULES).map((name) => {
      return [name, facts.find((component) => component.name === name)?.sizeBytes];
    });
    const files = Object.entries(MODULES).map(([name, file]) => [
      name,
      statSync(join(bench.folder, "node_modules", file)).size,
    ]);
    expect(reported).toEqual(files);
  });
});

describe("a module whose result is not the expected one", () => {
  it(
    "makes its benchmark fail, for a raw module and for glue",
    () => {
      const { status, result } = bench.run(
        (config) =>
          config
            .replace("expect: 3534146792", "expect: 1")
            .replace("cbf43926", "00000000")
            .replace("processes: 6", "processes: 1"),
        ["execution/xxh32/xxhash", "execution/crc32/hash-wasm-glue"],
      );
      const kinds = result.benchmarks.map(({ visits }) => visits[0]?.failure?.kind);
      expect(kinds).toEqual(["wrong-result", "wrong-result"]);
      expect(status).toBe(1);
    },
    2 * MINUTES,
  );
});
