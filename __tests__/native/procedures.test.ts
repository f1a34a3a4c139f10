import { readFileSync } from "node:fs";
import { afterEach, beforeAll, expect, it } from "vitest";
import type { Benchmark, Procedure } from "../../src/model/benchmark.ts";
import { openNative } from "../../src/native.ts";
import { createBatches } from "../../src/suites/batches.ts";
import { whyNotNative, whyNotNativeFormat } from "../../src/suites/catalog/native-support.ts";
import { REFERENCE_COMPONENTS, referenceBenchmarks } from "../../src/suites/catalog/reference.ts";
import { clockNs } from "../../src/suites/clocks.ts";
import { openNativeBy, releaseNative } from "../../src/suites/open-native.ts";
import type { Payload } from "../../src/suites/payload.ts";
import { observeAlone, prepareCopy } from "../../src/suites/prepare.ts";
import { observeColdStart } from "../../src/suites/procedures/cold-start.ts";
import { generateModule } from "../../src/wasm/generate.ts";
import { assemble } from "../wasm/assemble.ts";
import { measure, PROBE, takeOnce } from "./measure-copy.ts";
import { describeNative } from "./native-library.ts";
import { nativePayload } from "./native-payload.ts";
import { collectGarbage } from "./private-bytes.ts";

const BENCHMARKS = referenceBenchmarks({ promiseIntegration: true }, 10).filter(
  ({ procedure }) => whyNotNative(procedure) === null,
);

function referenceBytes(name: string): Uint8Array<ArrayBuffer> {
  const source = REFERENCE_COMPONENTS.get(name);
  if (source?.kind === "generated") return generateModule(source.bytes);
  return assemble(readFileSync(`fixtures/wat/${source?.file}`, "utf8"));
}

/** The metrics of each procedure, in the order they are told. */
const METRICS: Readonly<Partial<Record<Procedure["kind"], readonly string[]>>> = {
  warm_start: ["time"],
  load: ["time", "compile", "slope_per_kib"],
  call: ["time"],
  sequence: ["time", "growth_bytes"],
  grow: ["time", "refused"],
  guarded_call: ["time"],
  categorize: ["time"],
  cleanup: ["time", "returned_bytes"],
  recover: ["time"],
  exhaust_fuel: ["time"],
};

const inRounds = BENCHMARKS.filter(({ procedure }) => METRICS[procedure.kind] !== undefined);
const alone = BENCHMARKS.filter(({ procedure }) =>
  ["footprint", "scaling"].includes(procedure.kind),
);
const cold = BENCHMARKS.filter(({ procedure }) => procedure.kind === "cold_start");

describeNative("a procedure on a native engine", (engine) => {
  beforeAll(() => {
    openNativeBy(openNative);
  });
  afterEach(() => releaseNative());

  const payloadOf = (bytes: Uint8Array, more: Partial<Payload> = {}): Payload =>
    nativePayload(bytes, engine, more);
  const referencePayload = ({ component }: Benchmark): Payload =>
    payloadOf(referenceBytes(component));

  it("is there for every reference benchmark but those of JavaScript and suspension", () => {
    const all = referenceBenchmarks({ promiseIntegration: true }, 10).map(({ id }) => id);
    const native = new Set(BENCHMARKS.map(({ id }) => id));
    expect(all.filter((id) => !native.has(id))).toEqual([
      "execution/minimal_overhead/native_add",
      "execution/host_call/async",
    ]);
    expect(inRounds.length + alone.length + cold.length).toBe(BENCHMARKS.length);
  });

  it.each(inRounds.map((one) => [one.id, one] as const))(
    "is measured in rounds: %s",
    async (_, benchmark) => {
      const { procedure } = benchmark;
      const values = await measure(procedure, referencePayload(benchmark));
      expect(Object.keys(values)).toEqual(
        expect.arrayContaining([...(METRICS[procedure.kind] ?? [])]),
      );
      expect(values.time).toBeGreaterThan(0);
      expect(Object.values(values).every(Number.isFinite)).toBe(true);
    },
  );

  it.each(alone.map((one) => [one.id, one] as const))(
    "holds at least its memory for every live instance: %s",
    async (_, benchmark) => {
      const request = { payload: referencePayload(benchmark), nonce: 1, probe: PROBE };
      const shares: number[] = [];
      for (let time = 0; time < 3; time += 1) {
        collectGarbage();
        const observed = await observeAlone(benchmark.procedure, request);
        const [pages = 0] = observed.pages ?? [];
        const [resident = 0] = observed.resident_bytes ?? [];
        expect(pages).toBeGreaterThan(0);
        shares.push(resident / (pages * 65_536));
      }
      // Other tests live in this process, and grow and shrink meanwhile: only what is missing every time would be a fault.
      expect(Math.max(...shares)).toBeGreaterThan(0.9);
    },
  );

  it.each(cold.map((one) => [one.id, one] as const))(
    "takes engine, code, store and first call anew: %s",
    async (_, benchmark) => {
      const call = { export: "run", args: [41], expect: 42 };
      const payload = referencePayload(benchmark);
      const observed = await observeColdStart({ payload, call, nonce: 1 }, clockNs);
      const { time, compile, instantiate, first_call: first, cpu } = observed;
      expect(time).toBeCloseTo(compile + instantiate + first, 0);
      expect(Math.min(compile, instantiate, first, cpu)).toBeGreaterThan(0);
    },
  );

  it("times a short call inside the engine, and the boundary beside it by single calls", async () => {
    const [benchmark] = inRounds.filter(({ id }) => id.endsWith("/wasm_add"));
    const procedure = benchmark?.procedure as Extract<Procedure, { kind: "call" }>;
    const payload = payloadOf(referenceBytes("add"));
    const copy = await prepareCopy(procedure, { payload, nonce: 1, probe: PROBE });
    const [time, boundary] = copy.operations;
    if (time?.kind === "timed") time.run();
    expect(boundary?.metric).toBe("boundary_cost");
    expect(boundary?.operations).toBe(1);
    expect((time?.operations ?? 0) / procedure.operations).toBeGreaterThan(1);
  });

  it("makes as many starts at once on both sides, whichever is the slower one", async () => {
    const wat = (loops: number): string =>
      `(module (func (export "run") (param i32) (result i32) (local $i i32)
        (loop $again (br_if $again (i32.lt_u
          (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const ${loops}))))
        (i32.add (local.get 0) (i32.const 1))))`;
    const batches = createBatches();
    const call = { export: "run", args: [41], expect: 42 };
    const prepared = await Promise.all(
      (["baseline", "candidate"] as const).map((side, index) => {
        const payload = payloadOf(assemble(wat(index === 0 ? 1 : 40_000_000)), { side });
        const request = { payload, nonce: index, probe: PROBE, batches };
        return prepareCopy({ kind: "warm_start", call }, request);
      }),
    );
    for (const { operations } of prepared) for (const one of operations) await takeOnce(one);
    expect(prepared.map(({ operations: [one] }) => one?.operations)).toEqual([1, 1]);
    expect(prepared.map(({ isCompiledAhead }) => isCompiledAhead)).toEqual([true, true]);
  });

  it("times a long call as it is", async () => {
    const call = { export: "fib", args: [27], expect: 196_418 };
    const procedure = { kind: "call", call, operations: 1, native: null, extras: [] } as const;
    const payload = payloadOf(referenceBytes("fib"));
    const { operations } = await prepareCopy(procedure, { payload, nonce: 1, probe: PROBE });
    for (const operation of operations) await takeOnce(operation);
    expect(operations.map((one) => one.operations)).toEqual([1]);
  });

  it("fails where the guest does not answer as expected", async () => {
    const call = { export: "fib", args: [5], expect: 6 };
    const procedure = { kind: "call", call, operations: 1, native: null, extras: [] } as const;
    const payload = payloadOf(referenceBytes("fib"));
    const { verify } = await prepareCopy(procedure, { payload, nonce: 1, probe: PROBE });
    expect(verify).toThrow("fib(5) returned 5, expected 6");
  });

  it("fails where a call that must trap returns", async () => {
    const procedure = { kind: "categorize", traps: [{ export: "ok", args: [1] }] } as const;
    const request = { payload: payloadOf(referenceBytes("traps")), nonce: 1, probe: PROBE };
    await expect(prepareCopy(procedure, request)).rejects.toThrow(
      "ok(1) returned, expected a trap",
    );
  });

  it("gives data to a guest through its memory, and reads back what it left", async () => {
    const text = `(module (memory (export "memory") 1)
      (func (export "flip") (param i32 i32) (result i32)
        (loop $l (local.set 1 (i32.sub (local.get 1) (i32.const 1)))
          (i32.store8 (i32.add (local.get 0) (local.get 1))
            (i32.xor (i32.load8_u (i32.add (local.get 0) (local.get 1))) (i32.const 255)))
          (br_if $l (local.get 1)))
        (local.get 0)))`;
    const call = {
      export: "flip",
      args: [new Uint8Array([1, 2, 3])] as never,
      place: { alloc: null, free: null, at: 4096 },
      answer: { bytes: new Uint8Array([254, 253, 252]), sha256: null, at: "result", length: 3 },
    } as const;
    const procedure = { kind: "warm_start", call } as const;
    const payload = payloadOf(assemble(text));
    const { verify } = await prepareCopy(procedure, { payload, nonce: 1, probe: PROBE });
    expect(verify).not.toThrow();
  });

  it("cannot be one of JavaScript's, and says why", async () => {
    const procedure = { kind: "workload", name: "w" } as const;
    const request = { payload: payloadOf(referenceBytes("add")), nonce: 1, probe: PROBE };
    await expect(prepareCopy(procedure, request)).rejects.toThrow(
      "on wasmtime: a workload is JavaScript and drives its module in V8",
    );
    expect(whyNotNativeFormat("wat")).toBeNull();
  });
});
