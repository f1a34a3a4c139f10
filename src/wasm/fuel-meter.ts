import { type InstrumentedModule, UNLIMITED_FUEL, withBudget } from "./fuel.ts";
import { type CallNode, type CallTree, createCallTree } from "./functions/call-tree.ts";
import { FUEL_EXHAUSTED } from "./traps.ts";

/** What a call consumed and what came of it. */
export interface FuelCount<Result> {
  /** Fuel consumed, as Wasmtime would report it. */
  readonly fuel: bigint;
  /** Result of the call; undefined when it threw. */
  readonly result: Result | undefined;
  /** What the call threw, or null; exhaustion is a RuntimeError with the message `fuel exhausted`. */
  readonly error: unknown;
}

/** Controls the budget of one instrumented instance. */
export interface FuelMeter {
  /** The guest's own exports. */
  readonly exports: WebAssembly.Exports;
  /** Its memories and tables, imported ones and those it keeps to itself included. */
  readonly storage: readonly (WebAssembly.Memory | WebAssembly.Table)[];
  /** Sets the budget, in fuel units, and forgets an earlier exhaustion. */
  readonly refill: (budget: bigint) => void;
  /** Fuel that remains; never below 0. */
  readonly remaining: () => bigint;
  /** True when the budget was exhausted since the last refill. */
  readonly exhausted: () => boolean;
  /** Calls under a budget; nothing is thrown. */
  readonly count: <Result>(
    call: (exports: WebAssembly.Exports) => Result,
    budget?: bigint,
  ) => FuelCount<Result>;
  /** Calls and lets errors pass, exhaustion as a RuntimeError with the message `fuel exhausted`. */
  readonly guard: <Result>(call: (exports: WebAssembly.Exports) => Result) => Result;
  /** Calls and fuel by function on every way they were called; empty where the module was not instrumented for it. */
  readonly tree: () => readonly CallNode[];
  /** The module as it was before; null where it was not instrumented for that. */
  readonly source: Uint8Array | null;
  /** Forgets the calls and the fuel by function. */
  readonly clearTree: () => void;
}

/**
 * Takes control of the budget of an instance of an instrumented module.
 *
 * @param instance - the instance
 * @param module - what {@link instrumentFuel} returned for its module
 * @returns its meter
 * @throws TypeError when the instance is none of that module
 */
export function createFuelMeter(
  instance: WebAssembly.Instance,
  module: InstrumentedModule,
): FuelMeter {
  const fuel = globalOf(instance, module.fuelExport);
  const spent = globalOf(instance, module.exhaustedExport);
  const exports = hideFuelExports(instance.exports, module);
  const tree: CallTree | null =
    module.tree === undefined ? null : createCallTree(instance, module.tree);
  const remaining = (): bigint => (fuel.value > 0n ? fuel.value : 0n);
  const exhausted = (): boolean => spent.value === 1;
  const refill = (budget: bigint): void => {
    tree?.refill(remaining(), budget);
    fuel.value = budget;
    spent.value = 0;
  };
  const guard = <Result>(call: (guest: WebAssembly.Exports) => Result): Result => {
    try {
      return call(exports);
    } catch (error) {
      throw exhausted() ? exhaustion(error) : error;
    }
  };
  const count = <Result>(
    call: (guest: WebAssembly.Exports) => Result,
    budget = UNLIMITED_FUEL,
  ): FuelCount<Result> => {
    refill(budget);
    tree?.clear();
    try {
      const result = guard(call);
      return { fuel: budget - remaining(), result, error: null };
    } catch (error) {
      // Null means that nothing was thrown.
      const thrown = error ?? new Error(`${String(error)} was thrown, which is no error`);
      return { fuel: budget - remaining(), result: undefined, error: thrown };
    }
  };
  const storage = module.storageExports
    .map((name) => instance.exports[name])
    .filter((one) => one instanceof WebAssembly.Memory || one instanceof WebAssembly.Table);
  return {
    exports,
    storage,
    refill,
    remaining,
    exhausted,
    count,
    guard,
    source: module.tree?.source ?? null,
    tree: () => tree?.read(remaining()) ?? [],
    clearTree: () => tree?.clear(),
  };
}

/** A new instance with its meter, and what its start function consumed. */
export interface MeteredInstance {
  readonly instance: WebAssembly.Instance;
  readonly meter: FuelMeter;
  /** The start function's count; 0 fuel when there is none. */
  readonly start: FuelCount<void>;
}

/**
 * Instantiates an instrumented module under a budget that bounds its start function.
 *
 * @param module - what {@link instrumentFuel} returned, with `deferStart` so that a start function that traps is counted too
 * @param imports - what the guest imports
 * @param budget - fuel units for the start function, 1 to 2^63 - 1
 * @returns the instance, its meter and the start function's count
 * @throws WebAssembly.LinkError, or a trap of a segment or of a start function that is not deferred
 */
export function instantiateMetered(
  module: InstrumentedModule,
  imports: WebAssembly.Imports,
  budget: bigint = UNLIMITED_FUEL,
): MeteredInstance {
  const instance = new WebAssembly.Instance(
    new WebAssembly.Module(withBudget(module, budget)),
    imports,
  );
  const meter = createFuelMeter(instance, module);
  const begin = instance.exports[module.startExport ?? ""];
  if (typeof begin === "function")
    return { instance, meter, start: meter.count(() => void begin(), budget) };
  return {
    instance,
    meter,
    start: { fuel: budget - meter.remaining(), result: undefined, error: null },
  };
}

/**
 * Gives the exports of an instance without those the pass added.
 *
 * @param exports - exports of an instrumented instance
 * @param module - what {@link instrumentFuel} returned for its module
 * @returns a frozen object with the guest's own exports
 */
export function hideFuelExports(
  exports: WebAssembly.Exports,
  module: InstrumentedModule,
): WebAssembly.Exports {
  const visible = Object.entries(exports).filter(([name]) => !module.hiddenExports.includes(name));
  return Object.freeze(
    Object.assign(Object.create(null) as WebAssembly.Exports, Object.fromEntries(visible)),
  );
}

function exhaustion(cause: unknown): Error {
  return Object.assign(new WebAssembly.RuntimeError(FUEL_EXHAUSTED), { cause });
}

function globalOf(instance: WebAssembly.Instance, name: string): WebAssembly.Global {
  const found = instance.exports[name];
  if (found instanceof WebAssembly.Global) return found;
  throw new TypeError(`the instance has no global ${name}: it is not of the instrumented module`);
}
