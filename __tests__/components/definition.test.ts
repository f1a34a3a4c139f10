import { describe, expect, it } from "vitest";
import { hashDefinition } from "../../src/components/identify.ts";
import type { Benchmark, Procedure } from "../../src/model/benchmark.ts";
import type { Component } from "../../src/model/component.ts";

const CONTEXT = { component: null, harness: 1 };
const CALL: Extract<Procedure, { kind: "call" }> = {
  kind: "call",
  call: { export: "run", args: [] },
  operations: 1,
  native: null,
  extras: [],
};

const COMPONENT: Component = {
  name: "c",
  origin: "user",
  format: "wasm",
  path: "c.wasm",
  host: { kind: "wasi", args: [] },
  bytes: new Uint8Array(),
  module: null,
  sha256: "",
  glue: null,
  fuelLimit: null,
};

function hashOf(
  procedure: Procedure,
  context: Parameters<typeof hashDefinition>[1] = CONTEXT,
): string {
  const benchmark: Benchmark = {
    id: "execution/run/c",
    suite: "execution",
    component: "c",
    procedure,
    primary: "time",
    unsupported: null,
  };
  return hashDefinition(benchmark, context);
}

/** Of the same definitions as they were hashed when wall time was the only clock. */
const BEFORE = {
  call: "cd0589f13ec59c1fc2778af75a6f61c1309d81db1f85d9cb5f53fb739f375f86",
  async: "1b116bc936552e120038dd8a97d3733003627a91ef434a12e245df1fdccfa001",
};

describe("definition", () => {
  it("differs by the clock that decides about a call", () => {
    expect(hashOf({ ...CALL, clock: "wall" })).not.toBe(hashOf(CALL));
  });

  it("is another one than before for what is now timed by CPU time", () => {
    expect(hashOf(CALL)).not.toBe(BEFORE.call);
  });

  it("differs by what the guest finds through WASI, and is as before where that is nothing", () => {
    const inputs = { args: [], env: {}, preopens: {}, stdin: null };
    const given = (sha256: string | null): string =>
      hashOf(CALL, {
        component: { ...COMPONENT, ...(sha256 === null ? {} : { wasi: { sha256, inputs } }) },
        harness: 1,
      });
    expect(new Set([given("a"), given("b"), given(null)]).size).toBe(3);
    expect(given("a")).toBe(given("a"));
  });

  it("stays what it was where wall time decides as it always did", () => {
    expect(hashOf({ kind: "async_call", call: CALL.call, operations: 1 })).toBe(BEFORE.async);
  });
});
