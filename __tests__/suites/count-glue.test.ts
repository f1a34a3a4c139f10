import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countCall } from "../../src/suites/count.ts";
import type { CallCount, CountedCall } from "../../src/suites/counted-call.ts";
import { assemble } from "../wasm/assemble.ts";

const RULES = { profile: "wasmtime-24", mode: "wasmtime", cost: {} } as const;

/** Counts down from 100: 4 operators a step, and 2 more. */
const WORK = `(module (memory (export "memory") 2) (func (export "work") (result i32) (local i32)
  (local.set 0 (i32.const 100))
  (loop $l (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))
  (local.get 0)))`;

function modules(): Map<string, Uint8Array> {
  const [work, starts, asks, broken] = [
    WORK,
    `(module (func $start (drop (i32.const 1))) (start $start) (func (export "work")))`,
    `(module (import "env" "memory" (memory 3)) (func (export "work") (nop)))`,
    `(module (func (export "work")))`,
  ].map((text) => new Uint8Array(assemble(text)));
  return new Map([
    ["work", work as Uint8Array],
    ["starts", starts as Uint8Array],
    ["asks", asks as Uint8Array],
    // Its last function ends too early.
    ["broken", (broken as Uint8Array).slice(0, -1)],
  ]);
}

let nonce = 0;

/** Counts `run` of glue, given as text; it finds its modules in `modules`. */
function count(code: string, part: Partial<CountedCall> = {}): Promise<CallCount> {
  nonce += 1;
  const text = `const { modules, smuggled } = globalThis.forGlue; ${code} // ${nonce} `;
  const url = `data:text/javascript,${encodeURIComponent(text)}`;
  return countCall(
    {
      payload: {
        name: "c",
        side: "candidate",
        bytes: new Uint8Array(),
        host: { kind: "none", url: "", args: [] },
        glue: { url, init: null },
      },
      module: null,
      parts: [],
      rules: RULES,
      call: { export: "run", args: [] },
      limit: null,
      ...part,
    },
    nonce,
  );
}

const RUN = "export const run = () => instance.exports.work();";
const BYTES = `modules.get("work")`;
const SYNC = `const instance = new WebAssembly.Instance(new WebAssembly.Module(${BYTES}));`;
const shared = globalThis as { forGlue?: unknown };

beforeEach(() => {
  const own = modules();
  const bytes = new Uint8Array(own.get("work") ?? []);
  shared.forGlue = { modules: own, smuggled: new WebAssembly.Module(bytes) };
});
afterEach(() => {
  delete shared.forGlue;
});

describe("counting a call of glue", () => {
  const response = `new Response(${BYTES}, { headers: { "content-type": "application/wasm" } })`;

  it.each([
    ["constructs it", SYNC],
    ["instantiates it", `const { instance } = await WebAssembly.instantiate(${BYTES}, {});`],
    [
      "compiles it, from a part of a buffer",
      `const whole = new Uint8Array([0, ...${BYTES}, 0]);
      const module = await WebAssembly.compile(whole.subarray(1, -1));
      const instance = await WebAssembly.instantiate(module);`,
    ],
    [
      "compiles it from a stream",
      `const module = await WebAssembly.compileStreaming(${response});
      const instance = new WebAssembly.Instance(module);`,
    ],
    [
      "instantiates it from a promise of a stream",
      `const { instance } = await WebAssembly.instantiateStreaming(Promise.resolve(${response}));`,
    ],
    [
      "falls back from a stream of another type",
      `const other = new Response(${BYTES}, { headers: { "content-type": "text/plain" } });
      const { instance } = await WebAssembly.instantiateStreaming(other.clone()).then(() => ({}), async (error) => {
        if (!(error instanceof TypeError)) throw error;
        return WebAssembly.instantiate(await other.arrayBuffer());
      });`,
    ],
  ])("counts its module when it %s", async (_, load) => {
    expect(await count(`${load} ${RUN}`)).toEqual({ fuel: 504, pages: 2 });
  });

  it("adds up instances, those that the call makes included, and none of what loading took", async () => {
    const code = `${SYNC} instance.exports.work();
      const start = () => new WebAssembly.Instance(new WebAssembly.Module(modules.get("starts")));
      start();
      export const run = () => { instance.exports.work(); start().exports.work(); };`;
    // The start function: one constant, and one for entering it; its export the same without the constant.
    const { fuel } = await count(code);
    expect(fuel).toBe(504 + 2 + 1);
  });

  it("counts the pages of memories that are imported, each once", async () => {
    const code = `const memory = new WebAssembly.Memory({ initial: 3 });
      const made = () => new WebAssembly.Instance(new WebAssembly.Module(modules.get("asks")), { env: { memory } });
      const instance = made(); made(); ${RUN}`;
    expect((await count(code)).pages).toBe(3);
  });

  it("ends a call beyond its limit, also one that goes on after the trap", async () => {
    await expect(count(`${SYNC} ${RUN}`, { limit: 503 })).rejects.toThrow("fuel exhausted");
    const stubborn = `${SYNC} export const run = () => { try { instance.exports.work(); } catch {} };`;
    await expect(count(stubborn, { limit: 503 })).rejects.toThrow("fuel exhausted");
    expect((await count(`${SYNC} ${RUN}`, { limit: 504 })).fuel).toBe(504);
  });

  it("shows glue the engine it expects, without the counters", async () => {
    const code = `${SYNC}
      const module = new WebAssembly.Module(${BYTES});
      const seen = [Object.keys(instance.exports), WebAssembly.Module.exports(module).map(({ name }) => name),
        instance instanceof WebAssembly.Instance, module instanceof WebAssembly.Module,
        module.constructor === WebAssembly.Module, instance.constructor === WebAssembly.Instance];
      export const run = () => { instance.exports.work(); return JSON.stringify(seen); };`;
    const own = ["memory", "work"];
    const expected = JSON.stringify([own, own, true, true, true, true]);
    const call = { export: "run", args: [], expect: expected };
    expect((await count(code, { call })).fuel).toBe(504);
  });

  it("lets glue try what the engine refuses", async () => {
    const code = `let refused = "";
      try { new WebAssembly.Module(modules.get("broken")); } catch (error) { refused = error.name; }
      await WebAssembly.compile(new Uint8Array()).catch((error) => { refused += error.name; });
      ${SYNC} export const run = () => { instance.exports.work(); return refused; };`;
    const call = { export: "run", args: [], expect: "CompileErrorCompileError" };
    expect((await count(code, { call })).fuel).toBe(504);
  });

  it.each([
    ["no WebAssembly runs", "export const run = () => 1;", "made no WebAssembly instance"],
    [
      "an instance comes from a module that was compiled elsewhere",
      `${SYNC} const other = new WebAssembly.Instance(smuggled); export const run = () => other.exports.work();`,
      "of a module that does not count",
    ],
    [
      "it replaces the engine's functions",
      `${SYNC} const own = WebAssembly.instantiate;
      WebAssembly.instantiate = (...args) => own(...args); ${RUN}`,
      "host code replaced WebAssembly.instantiate",
    ],
  ])("gives no number where %s", async (_, code, reason) => {
    const { instantiate } = WebAssembly;
    await expect(count(code)).rejects.toThrow(reason);
    WebAssembly.instantiate = instantiate;
  });

  it("gives the engine back as it was, also after a failure", async () => {
    const of = (): unknown[] => [
      ...Object.getOwnPropertyNames(WebAssembly).map((name) =>
        Object.getOwnPropertyDescriptor(WebAssembly, name),
      ),
      WebAssembly.Module.prototype.constructor,
    ];
    const before = of();
    await count(`${SYNC} ${RUN}`);
    const call = { export: "run", args: [], expect: 1 };
    await expect(count(`${SYNC} ${RUN}`, { call })).rejects.toThrow("expected 1");
    expect(of()).toEqual(before);
    expect(WebAssembly.Module.prototype.constructor).toBe(WebAssembly.Module);
  });
});
