import type { WitWorld } from "../../model/wit.ts";
import type {
  GuestMemory,
  HeldTrap,
  NativeFunction,
  NativeInstance,
} from "../../suites/native-program.ts";
import { findWitExport } from "../../wasm/component/names.ts";
import { categorizeTrap, type TrapCategory } from "../../wasm/traps.ts";
import type { EngineState, Held } from "../engine-state.ts";
import { fuelLeft, setFuel } from "../fuel-budget.ts";
import type { MemoryBlock } from "../memory-block.ts";
import { ComponentCall } from "./component-call.ts";
import type { ComponentExport } from "./component-export.ts";
import type { ComponentSession } from "./component-state.ts";
import { shownExports } from "./shown-exports.ts";
import { FUNCTION_BYTES } from "./value-layout.ts";

/** What an instance of a component is made of. */
export interface ComponentParts {
  readonly store: number;
  readonly context: number;
  readonly instance: MemoryBlock;
  readonly session: ComponentSession;
  readonly world: WitWorld;
  /** Finds an exported function, kept with the component. */
  readonly exportOf: (name: string) => ComponentExport;
}

/** An instance of a component in a store of its own, on a native engine. It keeps its memories to itself. */
export class ComponentInstance implements NativeInstance, Held {
  readonly #state: EngineState;
  readonly #parts: ComponentParts;
  #isGone = false;

  /** A trap ends everything in its store. */
  readonly endsByTrap = true;
  readonly repeatsInside = false;
  readonly memories: readonly GuestMemory[] = [];

  /**
   * Takes an instance over, with its store.
   *
   * @param state - the library's state
   * @param parts - store, instance and component
   */
  constructor(state: EngineState, parts: ComponentParts) {
    this.#state = state;
    this.#parts = parts;
    state.held.add(this);
  }

  get exports(): Readonly<Record<string, NativeFunction | GuestMemory>> {
    return shownExports(this.#parts.world, (name) => this.find(name));
  }

  /**
   * Whether it exports a function.
   *
   * @param name - any of its names
   * @returns true where exactly one function has it
   */
  has(name: string): boolean {
    return !("fault" in findWitExport(this.#parts.world, name));
  }

  /**
   * Finds an exported function; its arguments are encoded at every call.
   *
   * @param name - any of its names
   * @returns the function, which throws the error of a result that is none
   * @throws Error where there is none, or values of its types do not pass
   */
  find(name: string): NativeFunction {
    const found = this.#find(name);
    return (...args: unknown[]): unknown => {
      const call = this.#callOf(found, args);
      call.make();
      return call.take();
    };
  }

  /**
   * Prepares a call: its arguments are encoded once.
   *
   * @param name - export
   * @param args - arguments
   * @returns makes the call and gives its result
   * @throws as {@link ComponentInstance.find}; TypeError for arguments that do not fit
   */
  prepare(name: string, args: readonly unknown[]): () => unknown {
    const call = this.#callOf(this.#find(name), args);
    return (): unknown => {
      call.make();
      return call.take();
    };
  }

  /**
   * Prepares a call that is made again and again: every one crosses into the engine, and its result is let go unread.
   *
   * @param name - export
   * @param args - arguments
   * @returns makes the call a number of times
   * @throws as {@link ComponentInstance.prepare}
   */
  repeat(name: string, args: readonly unknown[]): (times: number) => void {
    const call = this.#callOf(this.#find(name), args);
    return (times: number): void => {
      for (let made = 0; made < times; made += 1) {
        call.make();
        call.letGo();
      }
    };
  }

  /**
   * Makes a call that must trap, the last one of this instance. The C API tells no code of it: its words are read when it is
   * caught, as those of an error of V8's are there then.
   *
   * @param name - export
   * @param args - arguments
   * @returns the trap; null where the call returned
   * @throws what failed otherwise
   */
  catchTrap(name: string, args: readonly unknown[]): HeldTrap | null {
    const call = this.#callOf(this.#find(name), args);
    const error = call.attempt();
    if (error === 0) {
      call.letGo();
      return null;
    }
    const fault = call.fault(error);
    if (categorizeTrap(fault) === null) throw fault;
    return {
      categorize: (): TrapCategory => categorizeTrap(fault) ?? "other trap",
      release: (): void => {},
    };
  }

  /**
   * A component has no command of the first WASI.
   *
   * @returns never
   * @throws Error saying so
   */
  start(): number {
    throw new Error("a component runs its command by wasi:cli/run");
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
    this.#state.library.call.wasmtime_store_delete(this.#parts.store);
  }

  /** The same as {@link ComponentInstance.drop}: what is held is let go alike. */
  release(): void {
    this.drop();
  }

  #context(): number {
    if (this.#isGone) throw new Error("the instance has been let go");
    return this.#parts.context;
  }

  #find(name: string): FoundFunction {
    const exported = this.#parts.exportOf(name);
    const { call, allocate } = this.#state.library;
    const item = allocate(FUNCTION_BYTES);
    const { instance } = this.#parts;
    if (
      !call.wasmtime_component_instance_get_func(
        instance.address,
        this.#context(),
        exported.index,
        item.address,
      )
    )
      throw new Error("the engine does not know an export that the component has");
    return { exported, item };
  }

  #callOf({ exported, item }: FoundFunction, args: readonly unknown[]): ComponentCall {
    return new ComponentCall(this.#state, {
      context: (): number => this.#context(),
      session: this.#parts.session,
      exported,
      item,
      args,
    });
  }
}

/** A function in the store of an instance. */
interface FoundFunction {
  readonly exported: ComponentExport;
  /** Holds what the engine knows it by. */
  readonly item: MemoryBlock;
}
