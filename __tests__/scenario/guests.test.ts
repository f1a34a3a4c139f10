import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Call } from "../../src/model/benchmark.ts";
import type { Visit } from "../../src/model/sample.ts";
import type { Payload } from "../../src/suites/payload.ts";
import {
  benchmark,
  calling,
  GOOD_CALL,
  GOOD_GUEST,
  glue,
  guest,
  hostModule,
  WASI_HOST,
} from "./assemble-guests.ts";
import { measureTrials, type Trial } from "./measure-guests.ts";

const folder = mkdtempSync(join(tmpdir(), "wasm-bench-guests-"));
const RUN: Call = { export: "run", args: [] };

/** A guest whose `run` does nothing but call its host. */
const CALLS_HOST = `(module (import "env" "act" (func $act)) (func (export "run") (call $act)))`;
const ENDLESS = `(module (func (export "run") (param i32) (result i32) (loop $again (br $again)) (i32.const 0)))`;
const EXITS = `(module (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 1) (func (export "NAME") (call $exit (i32.const 3))))`;

function trial(payload: Payload, call: Call): Trial {
  return { benchmark: benchmark(payload.name, calling(call)), payloads: [payload] };
}

async function hosted(name: string, code: string): Promise<Trial> {
  const host = hostModule(folder, name, code);
  return trial(await guest(name, { text: CALLS_HOST, host }), RUN);
}

async function trials(): Promise<Trial[]> {
  const good = await guest("good_before", { text: GOOD_GUEST });
  const text = (body: string, name: string): Promise<Payload> =>
    guest(name, { text: `(module ${body})` });
  const acts = (code: string): string =>
    `export const imports = { env: { act: () => { ${code} } } };`;
  return [
    trial(good, GOOD_CALL),
    trial(await text(`(func (export "run") (unreachable))`, "traps"), RUN),
    trial(await guest("answers_wrongly", { text: GOOD_GUEST }), { ...GOOD_CALL, expect: 43 }),
    trial(
      await text(
        `(memory (export "memory") 1) (func (export "run") (loop $l (br_if $l (i32.ne (memory.grow (i32.const 100)) (i32.const -1)))) unreachable)`,
        "wants_all_memory",
      ),
      RUN,
    ),
    trial(await text(`(func $f (export "run") (call $f) (call $f))`, "recurses"), RUN),
    trial(
      await guest("command_exits", { text: EXITS.replace("NAME", "_start"), host: WASI_HOST }),
      { export: "_start", args: [] },
    ),
    trial(
      await guest("library_exits", { text: EXITS.replace("NAME", "run"), host: WASI_HOST }),
      RUN,
    ),
    trial(
      await text(`(func $s unreachable) (start $s) (func (export "run"))`, "starts_badly"),
      RUN,
    ),
    trial(
      await text(
        `(func (export "_initialize") unreachable) (func (export "run"))`,
        "initialises_badly",
      ),
      RUN,
    ),
    await hosted("host_faults", acts("process.kill(process.pid, 'SIGSEGV');")),
    await hosted("host_exits", acts("process.exit(7);")),
    await hosted("host_kills", acts("process.kill(process.pid, 'SIGKILL');")),
    await hosted(
      "host_hoards",
      acts("const all = []; for (;;) all.push(new Array(1e6).fill(all.length));"),
    ),
    await hosted("imports_throw", "throw new Error('no licence');"),
    await hosted("imports_nothing", "export const other = 1;"),
    await hosted("imports_too_little", "export const imports = { env: {} };"),
    await hosted(
      "host_prints",
      acts("if (!globalThis.told) { globalThis.told = true; console.log('said the host'); }"),
    ),
    await hosted("host_returns_reports", acts("process.send?.({ type: 'report' });")),
    trial(glue(folder, "glue_throws", { code: "throw new Error('glue is broken');" }), RUN),
    trial(
      glue(folder, "glue_replaces", {
        code: "const own = WebAssembly.instantiate; WebAssembly.instantiate = (...all) => own(...all); export const run = () => 1;",
      }),
      RUN,
    ),
    trial(
      glue(folder, "glue_freezes", {
        code: "Object.freeze(WebAssembly); export const run = () => 1;",
      }),
      RUN,
    ),
    trial(glue(folder, "glue_promises", { code: "export const run = async () => 1;" }), {
      ...RUN,
      expect: 1,
    }),
    trial(glue(folder, "glue_promises_wrongly", { code: "export const run = async () => 1;" }), {
      ...RUN,
      expect: 2,
    }),
    trial(await guest("good_after", { text: GOOD_GUEST }), GOOD_CALL),
  ];
}

let visits: ReadonlyMap<string, Visit>;
const visit = (name: string): Visit | undefined => visits.get(`execution/${name}`);

beforeAll(async () => {
  visits = await measureTrials(await trials(), { timeoutMs: 30_000, memoryLimitBytes: 2 ** 29 });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a guest that fails makes its own benchmark fail with the reason", () => {
  it.each([
    ["traps", "trap", "unreachable"],
    ["answers_wrongly", "wrong-result", /^run\(41\) returned 42, expected 43$/],
    ["wants_all_memory", "trap", "unreachable"],
    ["recurses", "trap", "Maximum call stack"],
    ["command_exits", "exit", "code 3"],
    ["library_exits", "exit", "code 3"],
    ["starts_badly", "trap", /^instantiating it failed: unreachable$/],
    ["initialises_badly", "trap", /^initialising it \(`_initialize`\) failed: unreachable$/],
    ["host_faults", "crash", "SIGSEGV"],
    ["host_exits", "exit", "code 7"],
    ["host_kills", "crash", "SIGKILL"],
    ["host_hoards", "out-of-memory", /used more than 512 MiB|ran out of memory/],
    ["imports_throw", "host-error", "no licence"],
    ["imports_nothing", "host-error", "exports neither `imports`"],
    ["imports_too_little", "link-error", "act"],
    ["glue_throws", "host-error", "glue is broken"],
    ["glue_replaces", "host-error", "host code replaced WebAssembly.instantiate"],
    ["glue_freezes", "host-error", /host code replaced WebAssembly\.\w+, with which/],
    ["glue_promises_wrongly", "wrong-result", "run() returned 1, expected 2"],
  ])("%s: %s", (name, kind, words) => {
    const failure = visit(name)?.failure;
    expect(failure).toMatchObject({ kind, side: "candidate" });
    expect(failure?.message).toMatch(words);
  });

  it("measures the benchmarks before and after them", () => {
    expect([visit("good_before")?.failure, visit("good_after")?.failure]).toEqual([null, null]);
    expect(visit("good_after")?.series.length).toBeGreaterThan(0);
  });

  it("names the category of stack exhaustion", () => {
    expect(visit("recurses")?.failure?.category).toBe("stack exhausted");
  });
});

it("awaits glue that returns promises, and times it", () => {
  expect(visit("glue_promises")?.failure).toBeNull();
  const [time] = visit("glue_promises")?.series.filter(({ metric }) => metric === "time") ?? [];
  expect(time?.values.length).toBeGreaterThan(0);
});

describe("what a guest's host does besides", () => {
  it("keeps what it prints with the benchmark that printed it", () => {
    expect(visit("host_prints")?.output).toContain("said the host");
    expect(visit("host_returns_reports")?.output).toBe("");
  });

  it("takes no report from host code", () => {
    expect(visit("host_returns_reports")?.failure).toBeNull();
    expect(visit("host_returns_reports")?.series.length).toBeGreaterThan(0);
  });
});

describe("a guest that never ends", () => {
  it("is stopped at the time limit, with the side that spins named", async () => {
    const payloads = [
      await guest("spins", { text: ENDLESS, side: "baseline" }),
      await guest("spins", { text: GOOD_GUEST }),
    ];
    const after = trial(await guest("good", { text: GOOD_GUEST }), GOOD_CALL);
    const found = await measureTrials(
      [{ benchmark: benchmark("spins", calling(GOOD_CALL)), payloads }, after],
      { timeoutMs: 1_500 },
    );
    expect(found.get("execution/spins")?.failure).toMatchObject({
      kind: "timeout",
      side: "baseline",
      message: "no result within 1500 ms",
    });
    expect(found.get("execution/good")?.failure).toBeNull();
  });

  it("is stopped when it takes more memory than allowed", async () => {
    const fills = `(module (memory 1 65536) (func (export "run") (param i32) (result i32) (local $at i32)
      (drop (memory.grow (i32.const 30000)))
      (loop $l (i32.store (local.get $at) (i32.const 1)) (local.set $at (i32.and (i32.add (local.get $at) (i32.const 4096)) (i32.const 0x3fffffff))) (br $l))
      (i32.const 0)))`;
    const found = await measureTrials([trial(await guest("fills", { text: fills }), GOOD_CALL)], {
      timeoutMs: 30_000,
      memoryLimitBytes: 400 * 2 ** 20,
    });
    expect(found.get("execution/fills")?.failure).toMatchObject({
      kind: "out-of-memory",
      message: "used more than 400 MiB",
    });
  });
});
