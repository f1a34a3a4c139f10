import { describe, expect, it } from "vitest";
import { isNearConfigName } from "../../src/config/config-name.ts";

describe("a name near that of the configuration", () => {
  it.each(
    "wasm_bench.yml wasmbench.yml .wasm-bench.yml wasm-bench.json Wasm-Bench.yml WASM-BENCH.YAML wasm-bench.yml.txt wasm-bench.config.yml wasm-bench.conf.yaml wasm-bench.yml.bak wasm-bench.yml~ wasm-bench.ym wasm-bench.yaml.txt wasm-bench.ylm wasm-bnech.yml wasm-bech.yaml wasn-bench.yml wasm-benchmark.yml wasm-benchmarks.yaml wasm-bench.toml wasm.bench.yml wasm-bench-yml wasm-bench.example.yml wasm-bench.ymal wasm_bench.json5 wasm-bench.local.yaml".split(
      " ",
    ),
  )("%s is meant as one", (name) => {
    expect(isNearConfigName(name)).toBe(true);
  });

  it.each(
    "wasm-bench.yml wasm-bench.yaml wasm-bench wasm-bench.md wasm-bench.mjs wasm-bench.js wasm-bench.html wasm-bench.xml wasm-bench.ml wasm-bench.wasm wasm-bench.sh wasm-bench-results.json wasm-bench-report.json wasm-bench.txt bench.yml wasm.yml package.json tsconfig.json docker-compose.yml wasm-pack.toml wasmtime.toml Cargo.toml benchmark.yml wasmer.yml yml README.md".split(
      " ",
    ),
  )("%s is none", (name) => {
    expect(isNearConfigName(name)).toBe(false);
  });
});
