import { expect, test } from "vitest";
import { givenSide } from "../../src/job/baseline-side.ts";
import { planRun } from "../../src/job/plan.ts";
import type { Benchmark } from "../../src/model/benchmark.ts";
import type { Component } from "../../src/model/component.ts";
import type { Environment } from "../../src/model/environment.ts";
import type { Workload } from "../../src/model/workload.ts";

const ID = "execution/go/thing";

const ENVIRONMENT: Environment = {
  platform: "linux",
  arch: "x64",
  cpuModel: "one",
  cpuCount: 2,
  totalMemoryBytes: 1,
  osRelease: "1",
  image: "",
  node: "24.0.0",
  v8: "13",
  tier: "natural",
  flags: [],
  harness: 1,
};

const BENCHMARK: Benchmark = {
  id: ID,
  suite: "execution",
  component: "thing",
  procedure: { kind: "warm_start", call: null },
  primary: "time",
  unsupported: null,
};

function workload(sha256: string, hostCode: string | null): Workload {
  const component: Component = {
    name: "thing",
    origin: "user",
    format: "wasm",
    path: "thing.wasm",
    host: { kind: "none" },
    bytes: new Uint8Array(),
    sha256,
    glue: null,
    module: null,
    fuelLimit: null,
  };
  return {
    components: [component],
    componentNames: ["thing"],
    facts: [],
    benchmarks: [BENCHMARK],
    known: [BENCHMARK],
    definitions: new Map([[ID, "d"]]),
    hostCodes: new Map([[ID, hostCode]]),
  };
}

test.each([
  ["the same host code", "h", "h", true],
  ["none on either side", null, null, true],
  ["another host code", "h", "i", false],
  ["host code on one side", null, "i", false],
])("a pair knows whether its sides run with %s", (_, before, after, expected) => {
  const side = givenSide(workload("a", before), "base", { environment: ENVIRONMENT, now: "" });
  const [planned] = planRun(workload("b", after), side, {
    environment: ENVIRONMENT,
    wants: () => true,
    measureIdentical: false,
    obstacleOf: () => null,
  });
  expect(planned?.pair?.sameHost).toBe(expected);
});
