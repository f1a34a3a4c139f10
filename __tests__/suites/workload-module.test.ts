import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { describeFailure } from "../../src/measure/child/failure.ts";
import type { Guest } from "../../src/suites/guest.ts";
import { joinScopes } from "../../src/suites/join-scopes.ts";
import { openWorkload } from "../../src/suites/open-workload.ts";
import type { Payload } from "../../src/suites/payload.ts";
import { prepareWorkload } from "../../src/suites/procedures/workload.ts";
import { type LoadedWorkload, loadWorkload } from "../../src/suites/workload-module.ts";
import { assemble } from "../wasm/assemble.ts";

const folder = mkdtempSync(join(tmpdir(), "wasm-bench-workload-"));
afterAll(() => rmSync(folder, { recursive: true }));

let serial = 0;

function written(code: string, ending = "mjs"): { url: string; shown: string } {
  serial += 1;
  const path = join(folder, `w${serial}.${ending}`);
  writeFileSync(path, code);
  return { url: pathToFileURL(path).href, shown: "bench/w.mjs" };
}

function load(code: string, ending?: string): Promise<LoadedWorkload> {
  return loadWorkload(written(code, ending), serial, null);
}

const PAYLOAD: Payload = {
  name: "c",
  side: "candidate",
  bytes:
    assemble(`(module (memory (export "memory") 1) (global (export "calls") (mut i32) (i32.const 0))
    (func (export "run") (result i32) global.get 0 i32.const 1 i32.add global.set 0 global.get 0)
    (func (export "fail") unreachable))`),
  host: { kind: "none", url: "", args: [] },
  glue: null,
};

const PROBE = { privateBytes: (): number => 0, collect: (): number => 0, now: (): number => 0 };

function prepare(code: string, name = "x", isFree = false): ReturnType<typeof prepareWorkload> {
  const payload = { ...PAYLOAD, workload: written(code) };
  return prepareWorkload(
    { kind: "workload", name, isFree },
    { payload, nonce: serial, probe: PROBE },
  );
}

async function failureOf(made: Promise<unknown>): Promise<unknown> {
  try {
    await made;
    return null;
  } catch (error) {
    const { kind, message } = describeFailure(error, "candidate");
    return `${kind}: ${message}`;
  }
}

describe("a workload module", () => {
  it.each([
    [
      "by name",
      "export const setup = () => 1; export const benchmarks = { a() {}, b: async () => 2 };",
      "mjs",
    ],
    [
      "in its default export",
      "export default { setup() {}, benchmarks: { a() {}, b() {} } };",
      "mjs",
    ],
    ["as CommonJS", "module.exports = { setup() {}, benchmarks: { a() {}, b() {} } };", "cjs"],
  ])("exports functions %s", async (_, code, ending) => {
    const { benchmarks, setup, teardown } = await load(code, ending);
    expect([...benchmarks.keys()]).toEqual(["a", "b"]);
    expect([typeof setup, teardown]).toEqual(["function", null]);
  });

  it("may say more of a benchmark than its function", async () => {
    const { benchmarks } = await load(
      `export const benchmarks = { a: { run() {}, expect: [1, 2n], operations: 10, clock: "wall" } };`,
    );
    expect(benchmarks.get("a")).toMatchObject({ expect: [1, 2n], operations: 10, clock: "wall" });
  });

  it.each([
    ["throw new Error('no licence');", "the workload bench/w.mjs could not be loaded: no licence"],
    ["import './absent.mjs';", "could not be loaded: Cannot find module"],
    [
      "export const b = {};",
      "the workload bench/w.mjs exports no `benchmarks`: write export const",
    ],
    ["export const benchmarks = [];", "`benchmarks` that are no object"],
    ["export const benchmarks = () => {};", "`benchmarks` that are no object"],
    ["export const benchmarks = {};", "`benchmarks` without any"],
    [
      "export const benchmarks = { a: 5 };",
      'the benchmark "a", which is no function, but a value of type number',
    ],
    [
      "export const benchmarks = { a: { run: 5 } };",
      "which is no function, but a value of type object",
    ],
    ["export const benchmarks = { 'a b'() {} };", 'the benchmark "a b", whose name is none'],
    [
      "export const benchmarks = { a: { run() {}, expects: 1 } };",
      'with "expects", which it does not know',
    ],
    [
      "export const benchmarks = { a: { run() {}, operations: 0 } };",
      "`operations` is no whole number",
    ],
    [
      "export const benchmarks = { a: { run() {}, clock: 'sun' } };",
      "`clock` is none of cpu, wall",
    ],
    [
      "export const setup = 5; export const benchmarks = { a() {} };",
      "`setup` that is no function",
    ],
    [
      "export const teardown = {}; export const benchmarks = { a() {} };",
      "`teardown` that is no function",
    ],
  ])("is none: %s", async (code, words) => {
    await expect(load(code)).rejects.toThrow(words);
  });
});

describe("a copy driven by a workload", () => {
  it("is set up once, called, checked, and let go", async () => {
    const copy = await prepare(`export const setup = async (guest) => ({ guest, log: [] });
      export const benchmarks = { x: { run: ({ exports, memory }, { guest, log }) =>
        (log.push(memory === guest.memory), exports.run() > 0 && log.every(Boolean)), expect: true, operations: 3 } };
      export const teardown = ({ exports }) => { if (exports.calls.value !== 3) throw new Error(String(exports.calls.value)); };`);
    const [operation] = copy.operations;
    expect(operation).toMatchObject({ kind: "timed", operations: 3 });
    // One call has told that there is nothing to await.
    await copy.verify();
    await copy.verify();
    await expect(copy.teardown?.()).resolves.toBeUndefined();
  });

  it("is awaited where its first answer is a promise", async () => {
    const copy = await prepare(
      `export const benchmarks = { x: { async run({ exports }) { await null; return exports.run(); }, expect: 1 } };`,
    );
    expect(copy.operations).toMatchObject([{ kind: "awaited", operations: 1 }]);
    expect(await failureOf(Promise.resolve(copy.verify()))).toBe(
      "wrong-result: x returned 2, expected 1",
    );
  });

  it.each([
    [
      "setup",
      "export const setup = () => { throw new Error('late'); }; export const benchmarks = { x() {} };",
      "host-error: setup of bench/w.mjs failed: late",
    ],
    [
      "its first call",
      "export const benchmarks = { x: (guest) => guest.exports.absent() };",
      /^host-error: benchmark x of the workload failed: .*absent is not a function/,
    ],
    [
      "a trap",
      "export const benchmarks = { x: ({ exports }) => exports.fail() };",
      "trap: benchmark x of the workload failed: unreachable",
    ],
    [
      "a rejection",
      "export const benchmarks = { x: async () => { throw new RangeError('gone'); } };",
      "host-error: benchmark x of the workload failed: gone",
    ],
    [
      "a wrong result",
      "export const benchmarks = { x: { run: () => [1], expect: [2] } };",
      "wrong-result: x returned [1], expected [2]",
    ],
    [
      "loading",
      "export const benchmarks = { x: (guest) => guest.load('y') };",
      'host-error: benchmark x of the workload failed: guest.load("y") is for glue, and this guest is none',
    ],
  ])("fails by %s, with the part that failed", async (_, code, words) => {
    expect(await failureOf(prepare(code))).toMatch(words);
  });

  it("fails when it has no such benchmark", async () => {
    expect(await failureOf(prepare("export const benchmarks = { y() {} };"))).toBe(
      'host-error: bench/w.mjs has no benchmark "x"',
    );
  });

  it("owes no result as the side of a baseline", async () => {
    const code = "export const benchmarks = { x: { run: () => 1, expect: 2 } };";
    expect(await failureOf(prepare(code, "x", true))).toBeNull();
  });

  it("fails when it returns a promise at one time and none at another", async () => {
    const copy = await prepare(
      "let n = 0; export const benchmarks = { x: () => (n++ ? Promise.resolve() : 1) };",
    );
    expect(await failureOf(Promise.resolve(copy.verify()))).toContain("a promise at one time");
  });

  it("tells teardown that fails", async () => {
    const copy = await prepare(
      "export const benchmarks = { x() {} }; export function teardown() { throw new Error('leak'); }",
    );
    expect(await failureOf(copy.teardown?.() ?? Promise.resolve())).toBe(
      "host-error: teardown of bench/w.mjs failed: leak",
    );
  });
});

describe("what a workload sees of glue", () => {
  class Library {
    #value = 5;
    read(): number {
      return this.#value;
    }
  }
  class Thing {
    static kind = "thing";
    readonly of = "glue";
  }

  it("is everything it exports, by the first scope that has it", async () => {
    const initialised = { count: 1, shared: "initialised" };
    const exports = joinScopes([{ Thing, shared: "module" }, new Library(), initialised]);
    const guest = { instance: null, session: null, find: () => () => 0, exports } as Guest;
    const payload = { ...PAYLOAD, workload: written("export const benchmarks = { x() {} };") };
    const { view } = await openWorkload(guest, payload, serial);
    const found = view.exports as unknown as {
      Thing: typeof Thing;
      read: () => number;
      count: number;
      shared: string;
    };
    expect([new found.Thing(), found.Thing.kind]).toEqual([new Thing(), "thing"]);
    expect([found.read(), found.shared]).toEqual([5, "module"]);
    initialised.count = 2;
    expect(found.count).toBe(2);
    found.count = 3;
    expect(initialised.count).toBe(3);
    expect(["Thing" in found, "absent" in found]).toEqual([true, false]);
    expect(Object.keys(found)).toEqual(["Thing", "shared", "count"]);
    expect(view.memory).toBeNull();
  });
});
