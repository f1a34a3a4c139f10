import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assembleText } from "../../src/components/assemble-text.ts";
import type { Visit } from "../../src/model/sample.ts";
import {
  benchmark,
  calling,
  type GOOD_CALL,
  GOOD_GUEST,
  glue,
  guest,
  hostModule,
  WASI_HOST,
} from "./assemble-guests.ts";
import { measureTrials, type Trial } from "./measure-guests.ts";

const folder = mkdtempSync(join(tmpdir(), "wasm-bench-hosts-"));

const PRINTS = `(module (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 16) "hello from the command\\n")
  (data (i32.const 0) "\\10\\00\\00\\00\\17\\00\\00\\00")
  (func (export "_start") (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))`;

/** Works before and between the marks. */
const MARKED = `(module (import "bench" "start" (func $start)) (import "bench" "end" (func $end))
  (memory (export "memory") 1)
  (func $work (param $n i32) (loop $l (local.set $n (i32.sub (local.get $n) (i32.const 1))) (br_if $l (local.get $n))))
  (func (export "_start") (call $work (i32.const 5000000)) (call $start) (call $work (i32.const 1000)) (call $end)))`;

/** As wasm-bindgen emits it for the web: initSync takes the bytes in an object. */
const BINDGEN = `let wasm;
export function initSync({ module }) { wasm = new WebAssembly.Instance(new WebAssembly.Module(module), {}).exports; return wasm; }
export function plus_one(x) { return wasm.run(x); }
export function words(x) { return [String(wasm.run(x)), "ok"]; }`;

/** As older wasm-bindgen emits it: the bytes themselves. */
const OLD_BINDGEN = `let wasm;
export function initSync(bytes) { wasm = new WebAssembly.Instance(new WebAssembly.Module(bytes), {}).exports; }
export const plus_one = (x) => wasm.run(x);`;

/** As Emscripten emits it with MODULARIZE: a default export that resolves to the module object. */
const EMSCRIPTEN = `export default async function Module({ wasmBinary }) {
  const { instance } = await WebAssembly.instantiate(wasmBinary, {});
  return { _plus_one: instance.exports.run, ready: true };
}`;

const TELLS = `const names = Object.keys(process.env).filter((name) => /TOKEN|ACTIONS_|INPUT_|GITHUB_/.test(name));
export const imports = { env: { secrets: () => names.length } };`;
const ASKS = `(module (import "env" "secrets" (func $secrets (result i32))) (func (export "run") (result i32) (call $secrets)))`;

const NO_ARGS = { export: "_start", args: [] };
const PLUS_ONE = { export: "plus_one", args: [41], expect: 42 };

function swapMarks(text: string): string {
  return text
    .replace("(call $start)", "(call $last)")
    .replace("(call $end)", "(call $start)")
    .replace("(call $last)", "(call $end)");
}

async function trials(): Promise<Trial[]> {
  const bytes = await assembleText(GOOD_GUEST, "good.wat");
  const host = hostModule(folder, "tells", TELLS);
  const old = glue(folder, "bindgen_old", { code: OLD_BINDGEN, init: "initSync", bytes });
  const bindgen = glue(folder, "bindgen", { code: BINDGEN, init: "initSync", bytes });
  const emscripten = glue(folder, "emscripten", { code: EMSCRIPTEN, init: "default", bytes });
  const call = (
    payload: Trial["payloads"][number],
    made = PLUS_ONE as typeof GOOD_CALL,
  ): Trial => ({
    benchmark: benchmark(payload.name, calling(made)),
    payloads: [payload],
  });
  return [
    call(await guest("command", { text: PRINTS, host: WASI_HOST }), NO_ARGS),
    call(await guest("marked", { text: MARKED, host: WASI_HOST }), NO_ARGS),
    call(await guest("marked_alone", { text: MARKED }), NO_ARGS),
    call(
      await guest("unmarked", { text: MARKED.replace("(call $end)", ""), host: WASI_HOST }),
      NO_ARGS,
    ),
    call(await guest("swapped", { text: swapMarks(MARKED), host: WASI_HOST }), NO_ARGS),
    call(await guest("secrets", { text: ASKS, host }), { export: "run", args: [], expect: 0 }),
    call(bindgen),
    {
      ...call(
        { ...bindgen, name: "bindgen_words" },
        { export: "words", args: [41], expect: ["42", "ok"] },
      ),
    },
    call(old),
    call(emscripten, { ...PLUS_ONE, export: "_plus_one" }),
    {
      benchmark: benchmark("bindgen_cold", { kind: "cold_start", call: PLUS_ONE }),
      payloads: [bindgen],
    },
    {
      benchmark: benchmark("cold_wrong", { kind: "cold_start", call: { ...PLUS_ONE, expect: 1 } }),
      payloads: [bindgen],
    },
  ];
}

let visits: ReadonlyMap<string, Visit>;
const visit = (name: string): Visit | undefined => visits.get(`execution/${name}`);
const values = (name: string, metric = "time"): number[] =>
  (visit(name)?.series ?? []).filter((one) => one.metric === metric).flatMap((one) => one.values);

beforeAll(async () => {
  const variables = {
    GITHUB_TOKEN: "t",
    ACTIONS_RUNTIME_TOKEN: "t",
    INPUT_TOKEN: "t",
    NPM_TOKEN: "t",
  };
  visits = await measureTrials(await trials(), { timeoutMs: 60_000, variables });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("every kind of host is measured", () => {
  it.each([
    ["a WASI command", "command"],
    ["a guest that marks its own measured part", "marked"],
    ["the same without WASI", "marked_alone"],
    ["wasm-bindgen glue", "bindgen"],
    ["glue that answers with an array", "bindgen_words"],
    ["older wasm-bindgen glue", "bindgen_old"],
    ["Emscripten glue", "emscripten"],
    ["a cold start of glue", "bindgen_cold"],
  ])("%s", (_, name) => {
    expect(visit(name)?.failure).toBeNull();
    expect(values(name).length).toBeGreaterThan(0);
    expect(values(name).every((value) => Number.isFinite(value) && value > 0)).toBe(true);
  });

  it("times what lies between the guest's own marks: swapped, they give no time", () => {
    expect(visit("swapped")?.failure?.message).toBe(
      "the guest did not call bench.start and then bench.end",
    );
  });

  it("says what is missing when a guest sets only one mark", () => {
    expect(visit("unmarked")?.failure).toMatchObject({
      kind: "host-error",
      message: "the guest did not call bench.start and then bench.end",
    });
  });

  it("keeps what a command prints", () => {
    expect(visit("command")?.output).toContain("hello from the command");
  });

  it("calls a wrong answer of a fresh isolate by its name", () => {
    expect(visit("cold_wrong")?.failure).toMatchObject({ kind: "wrong-result", side: "candidate" });
  });

  it("gives host code no token and no variable of the runner", () => {
    expect(visit("secrets")?.failure).toBeNull();
  });
});
