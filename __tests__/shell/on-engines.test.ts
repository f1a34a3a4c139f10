import { describe, expect, it } from "vitest";
import type { Procedure } from "../../src/model/benchmark.ts";
import type { EngineName } from "../../src/model/engine.ts";
import { type Engaged, onEngines } from "../../src/suites/catalog/on-engines.ts";
import { benchmark } from "../gate/fabricate.ts";

const SUM: Procedure = {
  kind: "call",
  call: { export: "sum", args: [] },
  operations: 1,
  native: null,
  extras: [],
};
const BENCHMARKS = [
  benchmark("execution/native", { component: "", procedure: { kind: "size" } }),
  benchmark("execution/sum/a", { component: "a", procedure: SUM }),
  benchmark("size/component/a", { component: "a", procedure: { kind: "size" } }),
  benchmark("execution/sum/b", { component: "b", procedure: SUM, unsupported: "no export" }),
];

const engaged =
  (engines: readonly EngineName[], format: Engaged["format"] = "wasm") =>
  (): Engaged => ({ engines, format });

const said = (engagedOf: (name: string) => Engaged): [string, string | null][] =>
  onEngines(BENCHMARKS, engagedOf).map(({ id, unsupported }) => [id, unsupported]);

describe("onEngines", () => {
  it("leaves benchmarks on V8 as they are", () => {
    expect(onEngines(BENCHMARKS, engaged(["v8"]))).toEqual(BENCHMARKS);
  });

  it("lists V8's before Wasmtime's, and what runs no guest once, whatever was chosen", () => {
    expect(said(engaged(["v8", "wasmtime"]))).toEqual([
      ["execution/native", null],
      ["execution/sum/a", null],
      ["size/component/a", null],
      ["execution/sum/b", "no export"],
      ["execution/sum/a@wasmtime", null],
      ["execution/sum/b@wasmtime", "no export"],
    ]);
    expect(said(engaged(["wasmtime"])).map(([id]) => id)).toEqual([
      "execution/native",
      "size/component/a",
      "execution/sum/a@wasmtime",
      "execution/sum/b@wasmtime",
    ]);
  });

  it("asks each component for its engines", () => {
    const mixed = (name: string): Engaged => ({
      engines: name === "b" ? ["wasmtime"] : ["v8"],
      format: "wat",
    });
    expect(said(mixed).map(([id]) => id)).toEqual([
      "execution/native",
      "execution/sum/a",
      "size/component/a",
      "execution/sum/b@wasmtime",
    ]);
  });

  it("says why glue cannot run outside of V8", () => {
    const native = said(engaged(["wasmtime"], "glue")).filter(([id]) => id.includes("@"));
    expect(native.map(([, reason]) => reason)).toEqual([
      expect.stringContaining("V8"),
      expect.stringContaining("V8"),
    ]);
  });

  it("lets components of the Component Model run on every engine", () => {
    const native = said(engaged(["wasmtime"], "component")).filter(([id]) => id.includes("@"));
    expect(native.map(([, reason]) => reason)).toEqual([null, "no export"]);
  });
});
