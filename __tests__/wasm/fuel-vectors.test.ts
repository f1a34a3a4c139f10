import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type InstrumentedModule, instrumentFuel } from "../../src/wasm/fuel.ts";
import { type FuelCount, instantiateMetered } from "../../src/wasm/fuel-meter.ts";
import { categorizeTrap, WASMTIME_TRAPS } from "../../src/wasm/traps.ts";

interface Vector {
  /** Null: instantiation, that is the start function. */
  readonly export: string | null;
  readonly fuel: number;
  readonly outcome: string;
  readonly results: readonly string[];
  readonly sweep?: readonly number[];
}

interface VectorModule {
  readonly file: string;
  readonly name: string;
  readonly base64: string;
  readonly vectors: readonly Vector[];
}

const path = new URL("../../fixtures/fuel/vectors.json", import.meta.url);
const document = JSON.parse(readFileSync(path, "utf8")) as {
  readonly tool: string;
  readonly modules: readonly VectorModule[];
};

/**
 * Modules that do two things wrong at once, of which V8 tells the other one: its category, and its fuel where that differs
 * too. docs/fuel.md names them.
 */
const TOLD_OTHERWISE: ReadonlyMap<string, { readonly category: string; readonly fuel: number }> =
  new Map([
    ["atomic unaligned oob static", { category: "memory out of bounds", fuel: 3 }],
    ["array.init_elem both oob", { category: "table out of bounds", fuel: 0 }],
    ["array.new_data huge", { category: "array too large", fuel: 0 }],
    ["array.new_data i32 huge", { category: "array too large", fuel: 0 }],
    ["array.new_elem huge", { category: "array too large", fuel: 0 }],
  ]);

const PLENTY = 10n ** 12n;

function instrument(base64: string): InstrumentedModule {
  const bytes = new Uint8Array(Buffer.from(base64, "base64"));
  const { validate } = WebAssembly;
  return instrumentFuel(bytes, {
    profile: "wasmtime-49",
    mode: "wasmtime",
    cost: {},
    validate,
    deferStart: true,
  });
}

function count(
  module: InstrumentedModule,
  name: string | null,
  budget: bigint,
): FuelCount<unknown> {
  const { meter, start } = instantiateMetered(module, {}, budget);
  if (name === null) return start;
  return meter.count((exports) => (exports[name] as () => unknown)(), budget);
}

function integers(result: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(result) ? result : [result];
  return values
    .filter((value) => typeof value === "number" || typeof value === "bigint")
    .map(String);
}

/** Whether an error is the outcome Wasmtime names in capitals; `UNREACHABLE` is its one shortened name. */
function isOutcome(error: unknown, outcome: string): boolean {
  if (error === null) return outcome === "ok";
  const category = categorizeTrap(error);
  if (category === null) return false;
  if (outcome === "EXCEPTION") return category === "uncaught exception";
  const names = WASMTIME_TRAPS[category].map((name) =>
    name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase(),
  );
  return names.some((name) => name === outcome || name === `${outcome}_CODE_REACHED`);
}

function sweepOf(module: InstrumentedModule, { export: name, sweep = [] }: Vector): number[] {
  return sweep.map((_, index) => {
    const { fuel, error } = count(module, name, BigInt(index + 1));
    return categorizeTrap(error) === "fuel exhausted" ? -1 : index + 1 - Number(fuel);
  });
}

describe(`fuel equals that of ${document.tool}`, () => {
  for (const entry of document.modules.filter(({ name }) => !TOLD_OTHERWISE.has(name))) {
    const bytes = new Uint8Array(Buffer.from(entry.base64, "base64"));
    // Skipped only where the engine lacks a proposal the module uses.
    describe.skipIf(!WebAssembly.validate(bytes))(`${entry.file}: ${entry.name}`, () => {
      const module = instrument(entry.base64);
      // How deep a stack is differs between engines, and fuel with it.
      for (const vector of entry.vectors.filter(({ outcome }) => outcome !== "STACK_OVERFLOW")) {
        it(`${vector.export ?? "start"} consumes ${vector.fuel} and gives ${vector.outcome}`, () => {
          const { fuel, result, error } = count(module, vector.export, PLENTY);
          expect(Number(fuel)).toBe(vector.fuel);
          expect(isOutcome(error, vector.outcome)).toBe(true);
          expect(integers(result)).toEqual(vector.results);
        });
      }
      const swept = entry.vectors.filter(({ sweep }) => sweep !== undefined);
      it.skipIf(swept.length === 0)(
        "is exhausted by the same budgets, and leaves the same remainder",
        () => {
          for (const vector of swept)
            expect({ [String(vector.export)]: sweepOf(module, vector) }).toEqual({
              [String(vector.export)]: vector.sweep,
            });
        },
      );
    });
  }
});

describe("where V8 checks in another order", () => {
  for (const entry of document.modules.filter(({ name }) => TOLD_OTHERWISE.has(name))) {
    const bytes = new Uint8Array(Buffer.from(entry.base64, "base64"));
    const told = TOLD_OTHERWISE.get(entry.name);
    const { outcome } = entry.vectors[0] ?? {};
    it.skipIf(!WebAssembly.validate(bytes))(
      `${entry.name} is "${told?.category}", and ${outcome} in Wasmtime`,
      () => {
        const { fuel, error } = count(instrument(entry.base64), "run", PLENTY);
        expect({ category: categorizeTrap(error), fuel: Number(fuel) }).toEqual(told);
        expect(isOutcome(error, String(outcome))).toBe(false);
      },
    );
  }

  it("names no module that is gone", () => {
    const names = new Set(document.modules.map(({ name }) => name));
    expect([...TOLD_OTHERWISE.keys()].filter((name) => !names.has(name))).toEqual([]);
  });
});
