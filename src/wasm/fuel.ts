import type { FuelConfig } from "../model/config.ts";
import { largestBytes } from "./certain-trap.ts";
import { createConstantSearch } from "./constant-lengths.ts";
import { ByteWriter } from "./encoder.ts";
import { type CodeTarget, rewriteBody } from "./fuel-body.ts";
import { FUEL_RULES, operatorCosts } from "./fuel-rules.ts";
import { addFuelExports, addGlobals, addStart, createResultTypes } from "./fuel-sections.ts";
import type { FuelContext } from "./fuel-walk.ts";
import { readModule } from "./read-module.ts";
import { WasmFormatError } from "./reader.ts";
import { type Replacements, rebuildModule } from "./rebuild.ts";
import { SECTION } from "./sections.ts";

/** How a module is instrumented. */
export interface FuelOptions extends FuelConfig {
  /** Says whether bytes are a valid module: `WebAssembly.validate` of the engine that will run it. */
  readonly validate: (bytes: Uint8Array<ArrayBuffer>) => boolean;
  /**
   * True to replace the start section by a hidden export, called after instantiation: then the fuel of a start function
   * that traps can be read. False (default) leaves it where it is, for hosts that instantiate by themselves.
   */
  readonly deferStart?: boolean;
}

/** A module that counts fuel. */
export interface InstrumentedModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Export holding the remaining fuel: a mutable i64 global, set before and read after a call. */
  readonly fuelExport: string;
  /** Export that is 1 once the budget was exhausted: a mutable i32 global. */
  readonly exhaustedExport: string;
  /** Export to call after instantiation in place of the start section; null when there is none to call. */
  readonly startExport: string | null;
  /** Exports of every memory and every table of the module, also of those it keeps to itself. */
  readonly storageExports: readonly string[];
  /** Exports the guest's users must not see. */
  readonly hiddenExports: readonly string[];
  /** Offset of the initial budget in `bytes`: a signed LEB128 number of exactly 10 bytes. */
  readonly budgetOffset: number;
}

/** Initial budget: more than any run spends. */
export const UNLIMITED_FUEL: bigint = 2n ** 63n - 1n;

/**
 * Rewrites a module so that it counts on any engine the fuel Wasmtime would consume.
 *
 * @param bytes - the module; not modified
 * @param options - profile, mode, changed operator costs, and the engine's validation
 * @returns the module with its budget unlimited, and the names of the exports that control it
 * @throws WasmFormatError when the module is not valid, or an operator is unknown (named with its offset)
 * @throws EngineLimitError when the engine takes the module as it is, and not with the code that counts
 * @throws RangeError when a cost names an unknown operator or is no integer from 0 to 255
 * @see docs/fuel.md
 */
export function instrumentFuel(
  bytes: Uint8Array<ArrayBuffer>,
  options: FuelOptions,
): InstrumentedModule {
  const costs = operatorCosts(options.cost);
  // First of all: an appended global could make an invalid module valid that names it, and refill its own budget.
  if (!options.validate(bytes))
    throw new WasmFormatError("the engine refuses the module as invalid", 0);
  const facts = readModule(bytes);
  const fuel = facts.globals.length;
  const results = createResultTypes(facts);
  const rules = FUEL_RULES[options.profile];
  const context: FuelContext = {
    facts,
    globals: { fuel, exhausted: fuel + 1, stash: fuel + 2 },
    rules,
    costs,
    mode: options.mode,
    memoryBytes: facts.memories.map(largestBytes),
    findConstants: createConstantSearch(facts),
    writeResults: results.write,
  };
  const target: CodeTarget = {
    code: new ByteWriter(facts.bytes.length * 2),
    head: new ByteWriter(),
    body: new ByteWriter(),
  };
  for (const body of facts.bodies) rewriteBody(context, body, target);
  const replacements: Replacements = new Map();
  const budgetInSection = addGlobals(facts, replacements);
  let { start } = facts;
  if (rules.chargesStart && start !== null) {
    const cached = options.mode === "wasmtime";
    start = addStart(facts, replacements, {
      globals: context.globals,
      cached,
      types: results,
      target,
    });
  }
  const deferred = options.deferStart === true ? start : null;
  const names = addFuelExports(facts, replacements, { fuel, start: deferred });
  const bodies = facts.bodies.length + (start === facts.functions.length ? 1 : 0);
  if (bodies > 0) replacements.set(SECTION.code, codeSection(target.code, bodies));
  results.addTo(replacements);
  const rebuilt = rebuildModule(facts, replacements);
  const globals = rebuilt.contentStarts.get(SECTION.global) ?? 0;
  return { bytes: rebuilt.bytes, ...names, budgetOffset: globals + budgetInSection };
}

/**
 * Gives an instrumented module another initial budget, so that its start function is bounded too.
 *
 * @param module - from {@link instrumentFuel}; not modified
 * @param budget - fuel units, 0 to 2^63 - 1
 * @returns the module's bytes with that budget
 */
export function withBudget(module: InstrumentedModule, budget: bigint): Uint8Array<ArrayBuffer> {
  const bytes = module.bytes.slice();
  for (let index = 0; index < 10; index += 1) {
    const digit = Number((budget >> BigInt(7 * index)) & 127n);
    bytes[module.budgetOffset + index] = index < 9 ? digit | 128 : digit;
  }
  return bytes;
}

function codeSection(code: ByteWriter, count: number): ByteWriter {
  return new ByteWriter(code.length + 8).u32(count).raw(code.view());
}
