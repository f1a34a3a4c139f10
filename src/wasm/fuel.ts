import type { FuelConfig } from "../model/config.ts";
import type { ModuleFacts } from "../model/module-facts.ts";
import { largestBytes } from "./certain-trap.ts";
import { createConstantSearch } from "./constant-lengths.ts";
import { ByteWriter } from "./encoder.ts";
import { type CodeTarget, rewriteBody } from "./fuel-body.ts";
import { FUEL_RULES, operatorCosts } from "./fuel-rules.ts";
import {
  type AppendedFunctions,
  addFuelExports,
  addGlobals,
  addStart,
  createAppendedFunctions,
  createResultTypes,
  type ResultTypes,
  type TreeExports,
} from "./fuel-sections.ts";
import type { FuelContext } from "./fuel-walk.ts";
import { addTree, placeTree, trackCalls } from "./functions/track-calls.ts";
import type { TreePlace } from "./functions/tree-layout.ts";
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
  /** True to count calls and fuel by function too, in a tree of calls; needs an engine that knows several memories. */
  readonly functions?: boolean;
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
  /** The tree of calls; absent unless it was asked for. */
  readonly tree?: InstrumentedTree;
}

/** Where an instrumented module keeps its tree of calls. */
export interface InstrumentedTree extends TreeExports {
  /** Offset of the first mark in the bytes: a number of the form of the initial budget, and equal to it. */
  readonly markOffset: number;
  /** Functions defined in the module and the imported ones before them. */
  readonly functions: number;
  readonly imported: number;
  /** The module as it was, which tells its functions. */
  readonly source: Uint8Array;
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
  const functions = createAppendedFunctions(facts);
  const tree = options.functions === true ? appendTree(facts, functions, results) : null;
  const context: FuelContext = {
    facts,
    globals: { fuel, exhausted: fuel + 1, stash: fuel + 2 },
    rules,
    costs,
    mode: options.mode,
    memoryBytes: facts.memories.map(largestBytes),
    findConstants: createConstantSearch(facts),
    writeResults: results.write,
    ...(tree === null ? {} : { track: trackCalls(facts, tree, fuel) }),
  };
  const target: CodeTarget = {
    code: new ByteWriter(facts.bytes.length * 2),
    head: new ByteWriter(),
    body: new ByteWriter(),
  };
  for (const body of facts.bodies) rewriteBody(context, body, target);
  const replacements: Replacements = new Map();
  if (tree !== null) addTree(facts, replacements, tree, target);
  const inSection = addGlobals(facts, replacements, tree);
  let { start } = facts;
  if (rules.chargesStart && start !== null) {
    const cached = options.mode === "wasmtime";
    start = addStart(facts, replacements, {
      globals: context.globals,
      cached,
      types: results,
      functions,
      target,
    });
  }
  const deferred = options.deferStart === true ? start : null;
  const { treeExports, ...names } = addFuelExports(facts, replacements, {
    fuel,
    start: deferred,
    tree,
  });
  functions.addTo(replacements);
  const bodies = facts.bodies.length + functions.count();
  if (bodies > 0) replacements.set(SECTION.code, codeSection(target.code, bodies));
  results.addTo(replacements);
  const rebuilt = rebuildModule(facts, replacements);
  const globals = rebuilt.contentStarts.get(SECTION.global) ?? 0;
  const made = { bytes: rebuilt.bytes, ...names, budgetOffset: globals + inSection.budget };
  if (treeExports === null || inSection.mark === null) return made;
  const markOffset = globals + inSection.mark;
  const counts = { functions: facts.bodies.length, imported: facts.importedFunctions };
  return { ...made, tree: { ...treeExports, markOffset, ...counts, source: bytes } };
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
  const offsets = [module.budgetOffset, ...(module.tree ? [module.tree.markOffset] : [])];
  for (let index = 0; index < 10; index += 1) {
    const digit = Number((budget >> BigInt(7 * index)) & 127n);
    for (const offset of offsets) bytes[offset + index] = index < 9 ? digit | 128 : digit;
  }
  return bytes;
}

/** Its lookup and its entry are of one type. */
function appendTree(
  facts: ModuleFacts,
  functions: AppendedFunctions,
  results: ResultTypes,
): TreePlace {
  const first = functions.add(results.lookup());
  functions.add(results.lookup());
  return placeTree(facts, first);
}

function codeSection(code: ByteWriter, count: number): ByteWriter {
  return new ByteWriter(code.length + 8).u32(count).raw(code.view());
}
