import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Visit } from "../../src/model/sample.ts";
import { benchmark, calling, GOOD_CALL, GOOD_GUEST, guest, hostModule } from "./assemble-guests.ts";
import { measureTrials, type Trial } from "./measure-guests.ts";

vi.setConfig({ hookTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), "wasm-bench-messages-"));
const CALLS_HOST = `(module (import "env" "act" (func $act)) (func (export "run") (call $act)))`;

/** Host code that writes a value to the inherited stream, framed as the harness does. */
const FRAME = `import { writeSync } from "node:fs"; import { serialize } from "node:v8";
const send = (value) => { const body = serialize(value); const length = Buffer.alloc(4); length.writeUInt32LE(body.length);
  writeSync(3, Buffer.concat([length, body])); };`;
const FORGED = `{ type: "report", token: "guessed", report: { iterations: 1, wallNs: 1, measuredNs: 1, warmupNs: 0,
  series: [{ metric: "time", side: "candidate", copy: 0, values: [1] }], failure: null, warnings: [] } }`;

const acting = (code: string): string =>
  `export const imports = { env: { act: () => { ${code} } } };`;

/** Host code that must make its own benchmark fail, and the words of the failure. */
const REFUSED: readonly (readonly [name: string, code: string, words: RegExp])[] = [
  [
    "writes_noise",
    `${FRAME} ${acting(`writeSync(3, "no frame at all, just text");`)}`,
    /a message that is none of a measurement/,
  ],
  [
    "forges_a_report",
    `${FRAME} ${acting(`send(${FORGED});`)}`,
    /does not carry the word of its order/,
  ],
  ["sends_nothing", `${FRAME} ${acting("send(null);")}`, /none of a measurement \(the whole/],
  [
    "sends_infinity",
    `${FRAME} ${acting(`send({ ...${FORGED}, report: { ...(${FORGED}).report, wallNs: Infinity } });`)}`,
    /report\.wallNs: Infinity/,
  ],
  [
    "announces_too_much",
    `${FRAME} ${acting("writeSync(3, Buffer.from([255, 255, 255, 255]));")}`,
    /announces 4294967295 bytes/,
  ],
  [
    "replaces_push",
    `${acting("")} Array.prototype.push = function () { return 0; };`,
    /host code replaced Array\.prototype\.push/,
  ],
  [
    "replaces_iteration",
    `${acting("")} const own = Object.getPrototypeOf([][Symbol.iterator]()); const { next } = own; own.next = function () { return next.call(this); };`,
    /host code replaced the iterator of arrays\.next/,
  ],
  ["replaces_math", `${acting("")} Math.max = () => 1;`, /host code replaced Math\.max/],
  [
    "replaces_number",
    `${acting("")} globalThis.Number = (x) => 1;`,
    /host code replaced globalThis\.Number/,
  ],
  [
    "replaces_module",
    `${acting("")} WebAssembly.Module = class extends WebAssembly.Module {};`,
    /host code replaced WebAssembly\.Module/,
  ],
  [
    "replaces_engine",
    `${acting("")} globalThis.WebAssembly = Object.create(WebAssembly);`,
    /host code replaced globalThis\.WebAssembly/,
  ],
];

/** Host code that changes what the harness does not rest on: it is measured, with true numbers. */
const HARMLESS: readonly (readonly [name: string, code: string])[] = [
  [
    "takes_streaming_away",
    "delete WebAssembly.instantiateStreaming; WebAssembly.compileStreaming = undefined;",
  ],
  ["replaces_now", "performance.now = () => NaN; Date.now = () => 1e309;"],
  ["replaces_hrtime", "process.hrtime = () => [0, 0]; process.hrtime.bigint = () => 0n;"],
  [
    "replaces_cpu_usage",
    "process.cpuUsage = () => ({ user: 0, system: 0 }); process.resourceUsage = () => null;",
  ],
  [
    "replaces_timers",
    "globalThis.setTimeout = globalThis.setImmediate = globalThis.setInterval = () => {};",
  ],
  [
    "replaces_json",
    "JSON.stringify = () => '{}'; JSON.parse = () => ({}); Math.random = () => 0.5;",
  ],
  [
    "replaces_exit",
    "process.exit = () => {}; process.emit = () => false; process.on = () => process;",
  ],
  [
    "looks_for_the_channel",
    "for (const name of ['send', '_send', 'channel', '_channel', '_handle']) if (process[name] !== undefined) throw new Error(name);",
  ],
];

async function hosted(name: string, code: string, kind: "call" | "cold" = "call"): Promise<Trial> {
  const payload = await guest(name, {
    text: CALLS_HOST,
    host: hostModule(folder, name, code),
  });
  const call = { export: "run", args: [] };
  const procedure = kind === "call" ? calling(call) : ({ kind: "cold_start", call } as const);
  return { benchmark: benchmark(name, procedure), payloads: [payload] };
}

let visits: ReadonlyMap<string, Visit>;
const visit = (name: string): Visit | undefined => visits.get(`execution/${name}`);

beforeAll(async () => {
  const good = await guest("good", { text: GOOD_GUEST });
  const worker = "import { parentPort, workerData } from 'node:worker_threads';";
  const answer =
    "{ ok: true, token: workerData.token, observation: { time: 1, compile: 0, instantiate: 0, first_call: 1 } }";
  visits = await measureTrials(
    [
      ...(await Promise.all(REFUSED.map(([name, code]) => hosted(name, code)))),
      ...(await Promise.all(HARMLESS.map(([name, code]) => hosted(name, `${acting("")} ${code}`)))),
      await hosted(
        "forges_a_cold_start",
        `${worker} ${acting(`parentPort.postMessage(${answer});`)}`,
        "cold",
      ),
      { benchmark: benchmark("good", calling(GOOD_CALL)), payloads: [good] },
    ],
    { timeoutMs: 20_000 },
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("what host code sends in place of a measurement", () => {
  it.each(REFUSED)("%s: fails with the reason", (name, _, words) => {
    const failure = visit(name)?.failure;
    expect(failure).toMatchObject({ kind: "host-error", side: "candidate" });
    expect(failure?.message).toMatch(words);
    expect(visit(name)?.series).toEqual([]);
  });

  it("is no cold start either", () => {
    expect(visit("forges_a_cold_start")?.failure).toMatchObject({
      kind: "host-error",
      message: "host code sent a message in place of the measurement",
    });
  });

  it("does not touch the benchmarks that follow", () => {
    expect(visit("good")?.failure).toBeNull();
    expect(visit("good")?.series.length).toBeGreaterThan(0);
  });
});

describe("what host code replaces", () => {
  it.each(HARMLESS)("%s: is measured all the same", (name) => {
    expect(visit(name)?.failure).toBeNull();
    const values = visit(name)?.series.flatMap((one) => one.values) ?? [];
    expect(values.length).toBeGreaterThan(0);
    expect(values.every(Number.isFinite)).toBe(true);
    const times = visit(name)?.series.filter(({ metric }) => metric === "time") ?? [];
    expect(times.flatMap((one) => one.values).every((value) => value > 1)).toBe(true);
  });
});
