import type { ModuleFacts } from "../model/module-facts.ts";
import type {
  GuestMemory,
  HeldTrap,
  NativeFunction,
  NativeInstance,
} from "../suites/native-program.ts";
import { driverModule } from "../wasm/driver-module.ts";
import { RAW_VALUE_BYTES, rawResultReader, writeRawValues } from "../wasm/raw-values.ts";
import { type Callable, exportedFunction, makeCallable } from "./callable.ts";
import type { EngineAt } from "./code-copies.ts";
import { type EngineState, faultOf, type Held, type Session } from "./engine-state.ts";
import { findExtern, type NameBytes } from "./find-extern.ts";
import { fuelLeft, setFuel } from "./fuel-budget.ts";
import { makeDriver } from "./make-driver.ts";
import type { MemoryBlock } from "./memory-block.ts";
import { namedMemories } from "./named-memories.ts";
import { EXTERN_OFFSET, type NativeMemory } from "./native-memory.ts";

/** What an instance is made of. */
export interface InstanceParts {
  readonly engine: EngineAt;
  readonly store: number;
  readonly context: number;
  readonly instance: MemoryBlock;
  readonly session: Session;
  readonly facts: ModuleFacts;
  /** Memories it imports. */
  readonly imported: readonly NativeMemory[];
  /** The bytes of a name, kept with the module. */
  readonly nameOf: (name: string) => NameBytes;
}

const COMMAND = "_start";

/** An instance in a store of its own, on a native engine. */
export class LiveInstance implements NativeInstance, Held {
  readonly endsByTrap = false;
  readonly repeatsInside = true;
  readonly #state: EngineState;
  readonly #parts: InstanceParts;
  readonly #callables = new Map<string, Callable>();
  readonly #drivers: (() => void)[] = [];
  #memories: ReadonlyMap<string, NativeMemory> | null = null;
  #isGone = false;

  /**
   * Takes an instance over, with its store.
   *
   * @param state - the library's state
   * @param parts - store, instance and module
   */
  constructor(state: EngineState, parts: InstanceParts) {
    this.#state = state;
    this.#parts = parts;
    state.held.add(this);
  }

  get exports(): Readonly<Record<string, NativeFunction | GuestMemory>> {
    const { facts } = this.#parts;
    const found: Record<string, NativeFunction | GuestMemory> = Object.fromEntries(
      this.#namedMemories(),
    );
    for (const { name, kind } of facts.exports)
      if (kind === "function")
        found[name] = (...args: unknown[]): unknown => this.find(name)(...args);
    return found;
  }

  get memories(): readonly GuestMemory[] {
    return [...new Set([...this.#parts.imported, ...this.#namedMemories().values()])];
  }

  /**
   * Whether it exports a function.
   *
   * @param name - its name
   * @returns true where it does
   */
  has(name: string): boolean {
    return exportedFunction(this.#parts.facts, name) !== undefined;
  }

  /**
   * Finds an exported function; its arguments are encoded at every call.
   *
   * @param name - its name
   * @returns the function
   * @throws Error where there is none, or values of its types do not pass
   */
  find(name: string): NativeFunction {
    const callable = this.#callable(name);
    const { params, results } = callable;
    const slots = this.#slotsOf(callable);
    const read = rawResultReader(results);
    return (...args: unknown[]): unknown => {
      writeRawValues(slots.view, params, args);
      this.#call(callable.at, slots);
      return read(slots.view);
    };
  }

  /**
   * Prepares a call: its arguments are encoded once.
   *
   * @param name - export
   * @param args - arguments
   * @returns makes the call and gives its result
   * @throws as {@link LiveInstance.find}
   */
  prepare(name: string, args: readonly unknown[]): () => unknown {
    const callable = this.#callable(name);
    const { params, results, at } = callable;
    const slots = this.#slotsOf(callable);
    writeRawValues(slots.view, params, args);
    const words = slots.halves;
    // Results are written over the arguments, which are put back for the next call.
    const given = words.slice(0, (params.length * RAW_VALUE_BYTES) / 4);
    const read = rawResultReader(results);
    return (): unknown => {
      for (let index = 0; index < given.length; index += 1) words[index] = given[index] ?? 0;
      this.#call(at, slots);
      return read(slots.view);
    };
  }

  /**
   * Prepares a call that is made inside the engine by a driver module.
   *
   * @param name - export
   * @param args - arguments
   * @returns makes the call a number of times, at least once
   * @throws as {@link LiveInstance.find}
   */
  repeat(name: string, args: readonly unknown[]): (times: number) => void {
    const { params, results, item } = this.#callable(name);
    const { drive, release } = makeDriver(this.#state, driverModule({ params, results, args }), {
      engine: this.#parts.engine,
      context: this.#context(),
      driven: item,
    });
    this.#drivers.push(release);
    const at = drive.address + EXTERN_OFFSET;
    const slots = this.#state.library.allocate(RAW_VALUE_BYTES);
    return (times: number): void => {
      slots.halves[0] = times;
      this.#call(at, slots);
    };
  }

  /**
   * Makes a call that must trap.
   *
   * @param name - export
   * @param args - arguments
   * @returns the trap as the engine gave it; null where the call returned
   * @throws what failed otherwise
   */
  catchTrap(name: string, args: readonly unknown[]): HeldTrap | null {
    const callable = this.#callable(name);
    const slots = this.#slotsOf(callable);
    writeRawValues(slots.view, callable.params, args);
    const { trap, faults } = this.#state;
    const error = this.#enter(callable.at, slots);
    const raised = trap.word(0);
    if (error === 0 && raised === 0) return null;
    if (raised === 0 || this.#parts.session.thrown !== null)
      throw faultOf(this.#state, error, this.#parts.session);
    trap.clear();
    return faults.holdTrap(raised);
  }

  /**
   * Runs a WASI command to its end.
   *
   * @returns its exit code
   * @throws NativeTrap, and what its host threw
   */
  start(): number {
    const callable = this.#callable(COMMAND);
    const { library, trap, faults } = this.#state;
    const error = this.#enter(callable.at, this.#slotsOf(callable));
    if (error === 0 && trap.word(0) === 0) return 0;
    const code = error === 0 ? null : faults.exitCode(error);
    if (code === null) throw faultOf(this.#state, error, this.#parts.session);
    library.call.wasmtime_error_delete(error);
    return code;
  }

  /**
   * Sets the budget of what it consumes from now on.
   *
   * @param fuel - units
   * @throws WebAssembly.LinkError where its engine does not count
   */
  setFuel(fuel: bigint): void {
    setFuel(this.#state, this.#context(), fuel);
  }

  /**
   * Tells what is left of the budget.
   *
   * @returns units
   * @throws WebAssembly.LinkError where its engine does not count
   */
  fuelLeft(): bigint {
    return fuelLeft(this.#state, this.#context());
  }

  /** Deletes its store with all that is in it. */
  drop(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#state.held.delete(this);
    for (const memory of new Set(this.#memories?.values())) memory.release();
    this.#state.library.call.wasmtime_store_delete(this.#parts.store);
    for (const release of this.#drivers) release();
  }

  /** The same as {@link LiveInstance.drop}: what is held is let go alike. */
  release(): void {
    this.drop();
  }

  #context(): number {
    if (this.#isGone) throw new Error("the instance has been let go");
    return this.#parts.context;
  }

  #slotsOf({ params, results }: Callable): MemoryBlock {
    const most = Math.max(params.length, results.length, 1);
    return this.#state.library.allocate(RAW_VALUE_BYTES * most);
  }

  #call(at: number, slots: MemoryBlock): void {
    const error = this.#enter(at, slots);
    if (error !== 0 || !this.#state.trap.isNull())
      throw faultOf(this.#state, error, this.#parts.session);
  }

  #enter(at: number, slots: MemoryBlock): number {
    const state = this.#state;
    const before = state.active;
    state.active = this.#parts.session;
    const error = state.library.call.wasmtime_func_call_unchecked(
      this.#context(),
      at,
      slots.address,
      slots.size / RAW_VALUE_BYTES,
      state.trap.address,
    );
    state.active = before;
    return error;
  }

  #callable(name: string): Callable {
    const known = this.#callables.get(name);
    if (known !== undefined) return known;
    const made = makeCallable(this.#parts.facts, name, () => this.#export(name));
    this.#callables.set(name, made);
    return made;
  }

  #export(name: string): MemoryBlock {
    const { instance, nameOf } = this.#parts;
    const at = { context: this.#context(), instance: instance.address };
    return findExtern(this.#state, at, nameOf(name));
  }

  #namedMemories(): ReadonlyMap<string, NativeMemory> {
    this.#memories ??= namedMemories(this.#state, this.#parts, {
      context: () => this.#context(),
      itemOf: (name: string): MemoryBlock => this.#export(name),
    });
    return this.#memories;
  }
}
