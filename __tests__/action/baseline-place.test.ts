import { expect, test } from "vitest";
import { configPlace } from "../../src/action/baseline-place.ts";

test.each([
  [".", "wasm-bench.yml", ""],
  [".", null, ""],
  ["packages/codec", null, "packages/codec"],
  ["", "./wasm-bench.yaml", ""],
  ["./", "", ""],
  [".", "bench/../one.yml", "one.yml"],
  ["packages/codec", "wasm-bench.yml", "packages/codec"],
  [".", "packages/codec/wasm-bench.yml", "packages/codec"],
  ["packages\\codec\\", "wasm-bench.yml", "packages/codec"],
  ["packages/codec", "../shared.yml", "packages/shared.yml"],
  [".", "my-wasm-bench.yml", "my-wasm-bench.yml"],
])("in %j the configuration %j is at %j", (directory, config, place) => {
  expect(configPlace(directory, config)).toBe(place);
});
