import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Call } from "../../src/model/benchmark.ts";
import { callsOf } from "../../src/model/procedure-calls.ts";
import { REFERENCE_COMPONENTS, referenceBenchmarks } from "../../src/suites/catalog/reference.ts";
import type { NativeModule, NativeWasmEngine } from "../../src/suites/native-program.ts";
import { instrumentFuel } from "../../src/wasm/fuel.ts";
import { instantiateMetered } from "../../src/wasm/fuel-meter.ts";
import { generateModule } from "../../src/wasm/generate.ts";
import { categorizeTrap, WASMTIME_TRAPS } from "../../src/wasm/traps.ts";
import { assemble } from "../wasm/assemble.ts";
import { describeNative, NOTHING, PROGRAM } from "./native-library.ts";

interface Vector {
  /** Null: instantiation, that is the start function. */
  readonly export: string | null;
  readonly fuel: number;
  readonly outcome: string;
}

interface VectorModule {
  readonly file: string;
  readonly name: string;
  readonly base64: string;
  readonly vectors: readonly Vector[];
}

const DOCUMENT = JSON.parse(readFileSync("fixtures/fuel/vectors.json", "utf8")) as {
  readonly tool: string;
  readonly modules: readonly VectorModule[];
};

/** Nobody is left to ask what a start function consumed that trapped. */
function isTold({ export: name, outcome }: Vector): boolean {
  return name !== null || outcome === "ok";
}

const PLENTY = 10n ** 12n;
/** What a store has before it is told a budget. */
const FIRST = 2n ** 62n;

const IMPORTS = {
  "wasm-bench": { increment: (value: number): number => value + 1 },
} as unknown as WebAssembly.Imports;

/** The first name of a trap, as the vectors write it. */
function outcomeOf(error: unknown): readonly string[] {
  if (error === null) return ["ok"];
  const category = categorizeTrap(error) ?? "other trap";
  if (category === "other trap" || category === "uncaught exception") return ["EXCEPTION"];
  return WASMTIME_TRAPS[category].map((name) =>
    name
      .replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_")
      .toUpperCase()
      .replace("_CODE_REACHED", ""),
  );
}

function consumed(
  module: NativeModule,
  { export: name }: Vector,
): { readonly fuel: bigint; readonly error: unknown } {
  const guest = module.instantiate({ imports: IMPORTS, wasi: null });
  if (name === null) return { fuel: FIRST - guest.fuelLeft(), error: null };
  const call = guest.find(name);
  guest.setFuel(PLENTY);
  let error: unknown = null;
  try {
    call();
  } catch (thrown) {
    error = thrown;
  }
  const fuel = PLENTY - guest.fuelLeft();
  guest.drop();
  return { fuel, error };
}

function referenceBytes(name: string): Uint8Array<ArrayBuffer> {
  const source = REFERENCE_COMPONENTS.get(name);
  if (source?.kind === "generated") return generateModule(source.bytes);
  return assemble(readFileSync(`fixtures/wat/${source?.file}`, "utf8"));
}

/** Calls of the benchmarks by what they are called, each once. */
const CALLS: ReadonlyMap<string, { readonly component: string; readonly call: Call }> = new Map(
  referenceBenchmarks({ promiseIntegration: true }, 50)
    .filter(({ procedure }) => procedure.kind !== "async_call")
    .flatMap(({ component, procedure }) =>
      callsOf(procedure).map((call) => [
        `${component}: ${call.export}(${call.args.join(", ")})`,
        { component, call },
      ]),
    ),
);

function counted(bytes: Uint8Array<ArrayBuffer>, { export: name, args }: Call): bigint {
  const { validate } = WebAssembly;
  const rules = { profile: "wasmtime-49", mode: "wasmtime", cost: {} } as const;
  const module = instrumentFuel(bytes, { ...rules, validate, deferStart: true });
  const { meter } = instantiateMetered(module, IMPORTS, PLENTY);
  const run = (exports: WebAssembly.Exports): unknown =>
    (exports[name] as (...given: readonly unknown[]) => unknown)(...args);
  return BigInt(meter.count(run, PLENTY).fuel);
}

describeNative(`the engine's own fuel, beside ${DOCUMENT.tool}`, (library) => {
  let engine: NativeWasmEngine;
  beforeAll(() => {
    engine = PROGRAM.open(library).makeEngine({ fuel: true });
  });
  afterAll(() => PROGRAM.releaseAll());

  it.each(DOCUMENT.modules.map((module) => [`${module.file}: ${module.name}`, module] as const))(
    "is what the vectors say: %s",
    (_, { base64, vectors }) => {
      const module = engine.compile(new Uint8Array(Buffer.from(base64, "base64")));
      for (const vector of vectors.filter(isTold)) {
        const { fuel, error } = consumed(module, vector);
        expect({ name: vector.export, fuel: Number(fuel) }).toEqual({
          name: vector.export,
          fuel: vector.fuel,
        });
        expect(outcomeOf(error)).toContain(vector.outcome);
      }
    },
  );

  it("is not told of two start functions alone", () => {
    const untold = DOCUMENT.modules.flatMap(({ vectors }) => vectors.filter((one) => !isTold(one)));
    expect(untold).toHaveLength(2);
  });

  // How deep a stack is differs between engines, and fuel with it.
  it.each([...CALLS].filter(([name]) => !name.includes("stack_exhaustion")))(
    "equals ours for a call of a reference benchmark: %s",
    (_, { component, call }) => {
      const bytes = referenceBytes(component);
      const guest = engine.compile(bytes).instantiate({ imports: IMPORTS, wasi: null });
      const run = guest.prepare(call.export, call.args);
      guest.setFuel(PLENTY);
      try {
        run();
      } catch (error) {
        if (categorizeTrap(error) === null) throw error;
      }
      expect(PLENTY - guest.fuelLeft()).toBe(counted(bytes, call));
    },
  );

  it("is exhausted by one unit where a function is entered", () => {
    const bytes = referenceBytes("minimal");
    const guest = engine.compile(bytes).instantiate(NOTHING);
    guest.setFuel(1n);
    expect(() => guest.find("run")(1)).toThrow("all fuel consumed");
  });
});
