import { describe, expect, it } from "vitest";
import { callOf, NO_FILES, procedureFor } from "../../src/measure/parent/guest-calls.ts";
import type { Argument, Procedure } from "../../src/model/benchmark.ts";
import type { Glue } from "../../src/model/component.ts";
import { readModule } from "../../src/wasm/read-module.ts";
import { assemble } from "../wasm/assemble.ts";

const module = readModule(
  assemble(`(module (func (export "hash") (param i64 i32) (result i64) local.get 0))`),
);
const CORE = { module, glue: null };
const GLUE: Glue = {
  path: "glue.mjs",
  init: null,
  closure: { root: "", folder: null, entry: "", files: [], links: [], compiled: [] },
};

function calling(args: readonly Argument[]): Procedure {
  const call = { export: "hash", args, expect: 5 };
  return { kind: "call", call, operations: 1, native: { source: "n.mjs#f", args }, extras: [] };
}

describe("a call is made with the values of a side's own types", () => {
  it("of a core module by the signature of its export", () => {
    const call = callOf(CORE, { export: "hash", args: ["5", 7], expect: 5 }, NO_FILES);
    expect(call).toEqual({ export: "hash", args: [5n, 7], expect: 5n });
  });

  it("as configured where they do not fit, so that the side tells its own failure", () => {
    const call = { export: "hash", args: [1.5, 7] };
    expect(callOf(CORE, call, NO_FILES)).toBe(call);
  });

  it("as configured for glue, and for an export nobody knows", () => {
    const call = { export: "hash", args: [5, 7] };
    expect(callOf({ module, glue: GLUE }, call, NO_FILES)).toEqual(call);
    expect(callOf(CORE, { export: "other", args: [5] }, NO_FILES)).toEqual({
      export: "other",
      args: [5],
    });
  });

  it("data takes two parameters, and what stands behind it is typed by the others", () => {
    const taking = readModule(
      assemble(`(module (func (export "hash") (param i32 i32 i64) (result i64) local.get 2))`),
    );
    const place = { alloc: null, free: null, at: 1024 };
    const call = { export: "hash", args: [{ $bytes: "hex:00ff" }, "5"], place };
    expect(callOf({ module: taking, glue: null }, call, NO_FILES)).toEqual({
      export: "hash",
      args: [Uint8Array.of(0, 255), 5n],
      place,
    });
    const wrong = { ...call, args: ["5", { $bytes: "hex:00ff" }] };
    expect(callOf({ module: taking, glue: null }, wrong, NO_FILES)).toBe(wrong);
  });

  it("a native reference gets what is written, digits in a text as their integer", () => {
    expect(procedureFor(CORE, calling(["5", 7]), NO_FILES)).toMatchObject({
      call: { args: [5n, 7], expect: 5n },
      native: { args: [5n, 7] },
    });
    expect(procedureFor(CORE, calling([5, 7]), NO_FILES)).toMatchObject({
      call: { args: [5n, 7] },
      native: { args: [5, 7] },
    });
  });
});
