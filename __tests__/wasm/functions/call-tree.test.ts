import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { HOST_NODE, REFUND_NODE } from "../../../src/model/function-profile.ts";
import { type FuelOptions, instrumentFuel } from "../../../src/wasm/fuel.ts";
import { instantiateMetered } from "../../../src/wasm/fuel-meter.ts";
import { createFuelMeters } from "../../../src/wasm/fuel-meters.ts";
import type { CallNode } from "../../../src/wasm/functions/call-tree.ts";
import { categorizeTrap } from "../../../src/wasm/traps.ts";
import { assemble } from "../assemble.ts";

const OPTIONS: FuelOptions = {
  profile: "wasmtime-49",
  mode: "wasmtime",
  cost: {},
  validate: (bytes: Uint8Array<ArrayBuffer>): boolean => WebAssembly.validate(bytes),
  deferStart: true,
};

interface Counted {
  readonly fuel: number;
  readonly error: unknown;
  readonly nodes: readonly CallNode[];
}

interface Setting extends Partial<Pick<FuelOptions, "mode">> {
  readonly imports?: WebAssembly.Imports;
  readonly budget?: bigint;
  readonly name?: string;
}

function count(bytes: Uint8Array<ArrayBuffer>, setting: Setting, functions: boolean): Counted {
  const { imports = {}, budget = 10n ** 12n, name = "run", mode = "wasmtime" } = setting;
  const module = instrumentFuel(bytes, { ...OPTIONS, mode, functions });
  const { meter } = instantiateMetered(module, imports, budget);
  const call = (exports: WebAssembly.Exports): unknown => (exports[name] as () => unknown)();
  const { fuel, error } = meter.count(call, budget);
  return { fuel: Number(fuel), error, nodes: meter.tree() };
}

/** Counts a call, holds its functions against the count of the plain fuel pass, and shows `way: calls/self`. */
function treeOf(text: string, setting: Setting = {}): Record<string, string> {
  const counted = count(assemble(text), setting, true);
  expect(counted.fuel).toBe(count(assemble(text), setting, false).fuel);
  expect(selfOf(counted.nodes)).toBe(counted.fuel);
  return show(counted.nodes);
}

function selfOf(nodes: readonly CallNode[]): number {
  return nodes.reduce((sum, { self }) => sum + self, 0);
}

function show(nodes: readonly CallNode[]): Record<string, string> {
  const wayTo = (node: CallNode): string => {
    if (node.function === HOST_NODE) return "host";
    if (node.function === REFUND_NODE) return "refund";
    const parent = nodes[node.parent];
    const own = String(node.function);
    return parent === undefined || parent.function === HOST_NODE ? own : `${wayTo(parent)}>${own}`;
  };
  const shown = nodes.filter(({ calls, self }) => calls > 0 || self !== 0);
  return Object.fromEntries(shown.map((one) => [wayTo(one), `${one.calls}/${one.self}`]));
}

describe("the tree of calls", () => {
  it("tells the calls and the fuel of a function on every way it is called", () => {
    // Entry 1 each; run: three calls; 1: two constants and one call.
    const tree = treeOf(`(module
      (func (export "run") call 1 call 2 call 2)
      (func i32.const 1 drop i32.const 2 drop call 2)
      (func i32.const 1 drop))`);
    expect(tree).toEqual({ "0": "1/4", "0>1": "1/4", "0>2": "2/4", "0>1>2": "1/2" });
  });

  it("keeps one node for a function that calls itself", () => {
    // fib(3) makes 5 calls; each is an entry, get, const and compare, if; 3 of them return the argument (get).
    const text = `(module (func $fib (param i32) (result i32)
        local.get 0 i32.const 2 i32.lt_u
        if (result i32) local.get 0 else
          local.get 0 i32.const 1 i32.sub call $fib local.get 0 i32.const 2 i32.sub call $fib i32.add
        end)
      (func (export "run") (result i32) i32.const 3 call $fib))`;
    expect(treeOf(text)).toEqual({ "1": "1/3", "1>0": "5/46" });
  });

  it("finds the node of a function again that is reached through others", () => {
    const text = `(module (func $even (param i32) local.get 0 if local.get 0 i32.const 1 i32.sub call $odd end)
      (func $odd (param i32) local.get 0 if local.get 0 i32.const 1 i32.sub call $even end)
      (func (export "run") i32.const 5 call $even))`;
    // Each call: entry, get and if, then four more unless the argument is 0: the sixth call, of $odd, is the last.
    expect(treeOf(text)).toEqual({ "2": "1/3", "2>0": "3/21", "2>0>1": "3/17" });
  });

  it("goes on in the function that calls after a tail call", () => {
    const text = `(module (func $leaf i32.const 1 drop) (func $tail return_call $leaf)
      (func (export "run") call $tail call $leaf))`;
    expect(treeOf(text)).toEqual({ "2": "1/3", "2>1": "1/2", "2>0": "2/4" });
  });

  it.each(["wasmtime", "complete"] as const)(
    "goes on in the function that catches an exception, in mode %s",
    (mode) => {
      const text = `(module (tag $e)
        (func $thrower i32.const 1 drop throw $e)
        (func $between call $thrower)
        (func $leaf i32.const 1 drop)
        (func (export "run") try call $between catch $e call $leaf end call $leaf))`;
      const tree = treeOf(text, { mode });
      expect(tree["3>2"]).toBe("2/4");
      // Entry, constant and throw; entry and call. Wasmtime refunds both.
      expect(tree["3>1>0"]).toBe("1/3");
      expect(tree["3>1"]).toBe("1/2");
      expect(tree.refund).toBe(mode === "complete" ? undefined : "0/-5");
    },
  );

  it("goes on in the function whose host caught an exception", () => {
    const text = `(module (import "h" "try" (func $try (param funcref))) (import "h" "fail" (func $fail))
      (elem declare func $inner)
      (func $inner i32.const 1 drop call $fail)
      (func $leaf i32.const 1 drop)
      (func (export "run") ref.func $inner call $try call $leaf))`;
    const host = {
      try: (inner: () => void): void => {
        expect(inner).toThrow("stop");
      },
      fail: (): never => {
        throw new Error("stop");
      },
    };
    const tree = treeOf(text, { imports: { h: host } });
    expect(tree).toEqual({ "4": "1/4", "4>2": "1/3", "4>3": "1/2" });
  });

  it("begins anew with each call of the host", () => {
    const text = `(module (import "h" "fail" (func $fail))
      (func (export "first") call $fail) (func (export "second") nop))`;
    const module = instrumentFuel(assemble(text), { ...OPTIONS, functions: true });
    const fail = (): never => {
      throw new Error("stop");
    };
    const { meter } = instantiateMetered(module, { h: { fail } });
    meter.count((exports) => (exports.first as () => void)());
    expect(show(meter.tree())).toEqual({ "1": "1/2" });
    meter.count((exports) => (exports.second as () => void)());
    expect(show(meter.tree())).toEqual({ "2": "1/1" });
  });

  it("tells what a trap had written back, and where", () => {
    const text = `(module (func $bad i32.const 1 drop unreachable) (func (export "run") call $bad))`;
    const counted = count(assemble(text), {}, true);
    expect(categorizeTrap(counted.error)).toBe("unreachable");
    expect(counted.fuel).toBe(4);
    expect(show(counted.nodes)).toEqual({ "1": "1/2", "1>0": "1/2" });
  });

  it("adds up to the budget where that was exhausted", () => {
    const text = `(module (func $f) (func (export "run") (loop call $f br 0)))`;
    const counted = count(assemble(text), { budget: 50n }, true);
    expect(categorizeTrap(counted.error)).toBe("fuel exhausted");
    expect(counted.fuel).toBe(50);
    expect(selfOf(counted.nodes)).toBe(50);
  });

  it("does not show to the guest's host what it adds", () => {
    const module = instrumentFuel(
      assemble(`(module (memory (export "memory") 1) (func (export "run")))`),
      {
        ...OPTIONS,
        functions: true,
      },
    );
    const { meter } = instantiateMetered(module, {});
    expect(Object.keys(meter.exports).sort()).toEqual(["memory", "run"]);
  });

  it("adds up, and tells calls by function, where there is no room for more ways", () => {
    // Two functions in each of 18 layers call both of the next: 2^19 - 2 ways.
    const layers = 18;
    const calls = (layer: number): string =>
      layer + 1 < layers ? `call $a${layer + 1} call $b${layer + 1}` : "";
    const bodies = Array.from(
      { length: layers },
      (_, layer) => `(func $a${layer} ${calls(layer)}) (func $b${layer} ${calls(layer)})`,
    );
    const text = `(module (memory 1) ${bodies.join("\n")} (func (export "run") call $a0 call $b0))`;
    const counted = count(assemble(text), {}, true);
    expect(counted.error).toBeNull();
    expect(selfOf(counted.nodes)).toBe(counted.fuel);
    const called = counted.nodes.reduce((sum, node) => sum + node.calls, 0);
    expect(called).toBe(2 ** (layers + 1) - 1);
    expect(counted.nodes.length).toBeLessThan(called);
  });
});

describe("several instances", () => {
  it("have their functions counted since the common refill, those that start later from their start", () => {
    const text = `(module (func $start i32.const 1 drop) (start $start) (func (export "run") call $start))`;
    const module = instrumentFuel(assemble(text), {
      ...OPTIONS,
      deferStart: false,
      functions: true,
    });
    const meters = createFuelMeters();
    const first = instantiateMetered(module, {}).meter;
    meters.add(first);
    meters.refill(1000n);
    (first.exports.run as () => void)();
    const second = instantiateMetered(module, {}).meter;
    meters.add(second);
    const nodes = [first, second].map((meter) => meter.tree());
    expect(nodes.map(show)).toEqual([
      { "1": "1/2", "1>0": "1/2" },
      { host: "0/2", "0": "1/2" },
    ]);
    expect(nodes.flat().reduce((sum, { self }) => sum + self, 0)).toBe(Number(meters.spent()));
  });
});

interface VectorModule {
  readonly name: string;
  readonly base64: string;
  readonly vectors: readonly { readonly export: string | null; readonly outcome: string }[];
}

describe("every call that was compared with Wasmtime", () => {
  const path = new URL("../../../fixtures/fuel/vectors.json", import.meta.url);
  const { modules } = JSON.parse(readFileSync(path, "utf8")) as { modules: VectorModule[] };
  // How deep a stack can be depends on the frames of the engine.
  const isBounded = ({ outcome }: { readonly outcome: string }): boolean =>
    outcome !== "STACK_OVERFLOW";

  const callsOf = ({ vectors }: VectorModule): string[] =>
    vectors.filter(isBounded).flatMap(({ export: own }) => (own === null ? [] : [own]));
  for (const entry of modules.filter((one) => callsOf(one).length > 0)) {
    const { name, base64 } = entry;
    it.each(["wasmtime", "complete"] as const)(
      `of ${name} counts the same by function, in mode %s`,
      (mode) => {
        const bytes = new Uint8Array(Buffer.from(base64, "base64"));
        for (const called of callsOf(entry)) {
          const setting = { name: called, mode };
          const counted = count(bytes, setting, true);
          expect(counted.fuel).toBe(count(bytes, setting, false).fuel);
          expect(selfOf(counted.nodes)).toBe(counted.fuel);
          const negative = counted.nodes.filter(({ self }) => self < 0);
          expect(negative.every((node) => node.function === REFUND_NODE)).toBe(true);
        }
      },
    );
  }
});
