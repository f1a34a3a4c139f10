import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BenchRun, runBench } from "./run-bench.ts";

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

describe("modules of other projects", () => {
  let run: BenchRun;

  beforeAll(() => {
    run = runBench((config) => config, []);
  }, 8 * MINUTES);

  afterAll(() => rmSync(run.folder, { recursive: true, force: true }));

  it("are measured without a failed benchmark, every result as expected", () => {
    const failures = run.result.benchmarks.flatMap(({ benchmark, visits }) =>
      visits.flatMap(({ failure }) =>
        failure === null ? [] : [`${benchmark.id}: ${failure.message}`],
      ),
    );
    expect(failures).toEqual([]);
    expect(run.status, run.output).toBe(0);
  });

  it("give values for every benchmark they can give", () => {
    const empty = run.result.benchmarks
      .filter(({ visits }) => visits.flatMap(({ series }) => series).length === 0)
      .map(({ benchmark }) => benchmark.id);
    expect(empty.sort()).toEqual([...UNSUPPORTED].sort());
  });

  it("are as large in the result as their files are", () => {
    const reported = Object.keys(MODULES).map((name) => {
      const facts = run.result.components.find((component) => component.name === name);
      return [name, facts?.sizeBytes];
    });
    const files = Object.entries(MODULES).map(([name, file]) => [
      name,
      statSync(join(run.folder, "node_modules", file)).size,
    ]);
    expect(reported).toEqual(files);
  });
});

describe("a module whose result is not the expected one", () => {
  it(
    "makes its benchmark fail, for a raw module and for glue",
    () => {
      const { folder, status, result } = runBench(
        (config) =>
          config.replace("expect: 3534146792", "expect: 1").replace("cbf43926", "00000000"),
        ["--filter", "execution/xxh32/xxhash", "--filter", "execution/crc32/hash-wasm-glue"],
      );
      rmSync(folder, { recursive: true, force: true });
      const kinds = result.benchmarks.map(({ visits }) => visits[0]?.failure?.kind);
      expect(kinds).toEqual(["wrong-result", "wrong-result"]);
      expect(status).toBe(1);
    },
    2 * MINUTES,
  );
});
