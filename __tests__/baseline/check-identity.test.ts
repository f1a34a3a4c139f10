import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { identityFault } from "../../src/baseline/check-identity.ts";
import { packComponents } from "../../src/baseline/pack.ts";
import { hashClosure, hashComponent, hashHostCode } from "../../src/components/identify.ts";
import type { StoredBenchmark, StoredComponent } from "../../src/model/baseline.ts";
import type { Closure } from "../../src/model/closure.ts";
import type { Component } from "../../src/model/component.ts";
import type { BaselineBundle } from "../../src/ports.ts";
import { hashOf, sampleBundle } from "./sample-baseline.ts";

const MODULE = Buffer.from("module");
const CODE = Buffer.from("code");
const CLOSURE: Closure = {
  root: "",
  folder: null,
  entry: "a.mjs",
  files: [{ name: "a.mjs", sha256: hashOf(CODE), sizeBytes: CODE.length, bytes: CODE }],
  links: [{ name: "b.mjs", target: "a.mjs" }],
  compiled: [hashOf(MODULE)],
};
const PLAIN: Component = {
  name: "plain",
  origin: "user",
  format: "wasm",
  path: "plain.wasm",
  host: { kind: "none" },
  bytes: MODULE,
  sha256: hashOf(MODULE),
  glue: null,
  module: null,
  fuelLimit: null,
};
const GLUE: Component = {
  ...PLAIN,
  format: "glue",
  sha256: hashComponent(MODULE, { closure: CLOSURE }),
  glue: { path: "/a.mjs", init: null, closure: CLOSURE },
};
const HOSTED: Component = {
  ...PLAIN,
  host: { kind: "module", path: "/a.mjs" },
  hostClosure: CLOSURE,
};
const NATIVE = "cd".repeat(32);
const BENCHMARK: StoredBenchmark = {
  id: "execution/a/plain",
  component: "plain",
  definition: hashOf(MODULE),
  hostCode: hashHostCode(hashClosure(CLOSURE), NATIVE),
  native: NATIVE,
  primary: "time",
  series: [],
  exact: [],
};

/** A baseline of one component, changed after it was packed. */
function fault(
  component: Component,
  changes: Partial<StoredComponent> = {},
  benchmarks: readonly StoredBenchmark[] = [],
): string | null {
  const packed = packComponents([component], () => ({}));
  const components = packed.components.map((one) => ({ ...one, ...changes }));
  const { document } = sampleBundle({});
  const bundle: BaselineBundle = {
    document: { ...document, components, benchmarks },
    objects: packed.objects,
  };
  return identityFault(bundle);
}

const OTHER = hashOf(Buffer.from("other"));

describe("what a stored component says it is", () => {
  it("is accepted where its binaries say the same", () => {
    expect([fault(PLAIN), fault(GLUE), fault(HOSTED, {}, [BENCHMARK])]).toEqual([null, null, null]);
  });

  it.each<[string, Component, Partial<StoredComponent>]>([
    ["a module", PLAIN, { sha256: OTHER }],
    ["glue", GLUE, { sha256: OTHER }],
    ["glue over another module", GLUE, { moduleSha256: hashOf(CODE) }],
    ["glue under another name", GLUE, { entry: "c.mjs" }],
    [
      "glue with another link",
      GLUE,
      { layout: { root: "", folder: null, links: [], compiled: CLOSURE.compiled } },
    ],
    [
      "glue without its layout",
      { ...GLUE },
      { layout: undefined } as unknown as Partial<StoredComponent>,
    ],
  ])("is refused for %s", (_, component, changes) => {
    expect(fault(component, changes)).toMatch(
      /^components\[0\]\.sha256 is not the hash of its binaries/,
    );
  });

  it("is accepted of glue saved before it was observed, by the hash of that time", () => {
    const sha256 = createHash("sha256")
      .update(MODULE)
      .update("\0a.mjs\0")
      .update(CODE)
      .digest("hex");
    const changes = { sha256, layout: undefined } as unknown as Partial<StoredComponent>;
    expect(fault(GLUE, changes)).toBeNull();
  });

  it("includes its host code: no other hash, and none for none", () => {
    const words = "benchmarks[0].hostCode is not the hash of its host code";
    const { native: _, ...without } = BENCHMARK;
    for (const benchmark of [
      { ...BENCHMARK, hostCode: OTHER },
      { ...BENCHMARK, hostCode: null },
      without,
    ])
      expect(fault(HOSTED, {}, [benchmark])).toBe(words);
    expect(fault(PLAIN, {}, [BENCHMARK])).toBe(words);
    expect(fault(PLAIN, {}, [{ ...BENCHMARK, hostCode: hashHostCode(null, NATIVE) }])).toBeNull();
  });
});
