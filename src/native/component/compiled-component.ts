import type { WitWorld } from "../../model/wit.ts";
import type { NativeHost, NativeInstance, NativeModule } from "../../suites/native-program.ts";
import type { EngineAt } from "../code-copies.ts";
import type { EngineState, Held } from "../engine-state.ts";
import { PLENTY_OF_FUEL, setFuel } from "../fuel-budget.ts";
import { INSTANCE_BYTES } from "../made-imports.ts";
import type { MemoryBlock } from "../memory-block.ts";
import type { HeldBytes } from "../module-source.ts";
import { setWasi } from "../wasi-context.ts";
import { type ComponentExport, findComponentExport } from "./component-export.ts";
import { componentFault } from "./component-faults.ts";
import { ComponentInstance } from "./component-instance.ts";
import { hostResources, linkComponent, needsWasi } from "./component-linker.ts";
import type { ComponentSession } from "./component-state.ts";
import { HostObjects } from "./host-objects.ts";
import {
  calleeOf,
  classOf,
  type HostScopes,
  hostObstacle,
  type ImportedFunction,
  importedFromHost,
} from "./host-scopes.ts";

/** How the instances of a component find what they import. */
interface Linked {
  /** Address of the linker. */
  readonly linker: number;
  readonly functions: readonly ImportedFunction[];
}

/** A component with what it imports and exports, as it is compiled. */
export interface ComponentSource extends HeldBytes {
  readonly world: WitWorld;
}

/** A component of the Component Model that an engine has compiled. */
export class CompiledComponent implements NativeModule, Held {
  readonly #state: EngineState;
  readonly #engine: EngineAt;
  readonly #component: number;
  readonly #world: WitWorld;
  readonly #exports = new Map<string, ComponentExport>();
  #linked: Linked | null = null;
  #isReleased = false;

  /**
   * Compiles a component.
   *
   * @param state - the library's state
   * @param engine - the engine
   * @param source - the component
   * @throws WebAssembly.CompileError in the engine's words; Error where the library has no component API
   */
  constructor(state: EngineState, engine: EngineAt, { block, size, world }: ComponentSource) {
    const { made, library } = state;
    const error = library.call.wasmtime_component_new(
      engine.address,
      block.address,
      size,
      made.address,
    );
    if (error !== 0) throw new WebAssembly.CompileError(state.faults.takeMessage(error));
    this.#component = made.word(0);
    this.#state = state;
    this.#engine = engine;
    this.#world = world;
    state.held.add(this);
  }

  get importsFrom(): ReadonlySet<string> {
    return new Set(this.#world.imports.map(({ name }) => name));
  }

  /**
   * Makes an instance in a store of its own.
   *
   * @param host - what it imports: by JavaScript what stands under the names without version, the rest by the engine
   * @returns the instance
   * @throws WebAssembly.LinkError naming what does not pass or is not provided; what it throws while it starts
   */
  instantiate(host: NativeHost): NativeInstance {
    const scopes: HostScopes = host.imports;
    const { linker, functions } = this.#link(scopes);
    const { call, allocate } = this.#state.library;
    const session = this.#openSession(functions, scopes);
    const store = call.wasmtime_store_new(this.#engine.address, 0, 0);
    const context = call.wasmtime_store_context(store);
    const instance = allocate(INSTANCE_BYTES);
    try {
      if (this.#engine.fuel) setFuel(this.#state, context, PLENTY_OF_FUEL);
      if (needsWasi(this.#world, scopes)) this.#giveWasi(context, host);
      this.#begin(linker, { context, instance, session });
      return new ComponentInstance(this.#state, {
        store,
        context,
        instance,
        session,
        world: this.#world,
        exportOf: (name: string): ComponentExport => this.#export(name),
      });
    } catch (error) {
      call.wasmtime_store_delete(store);
      throw error;
    }
  }

  /** Deletes the compiled code. */
  release(): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.#state.held.delete(this);
    const { call } = this.#state.library;
    for (const { index } of this.#exports.values())
      call.wasmtime_component_export_index_delete(index);
    if (this.#linked !== null) call.wasmtime_component_linker_delete(this.#linked.linker);
    call.wasmtime_component_delete(this.#component);
  }

  #link(scopes: HostScopes): Linked {
    if (this.#linked !== null) return this.#linked;
    const functions = importedFromHost(this.#world, scopes);
    const obstacle = hostObstacle(functions);
    if (obstacle !== null) throw new WebAssembly.LinkError(obstacle);
    const linker = linkComponent(this.#state, {
      engine: this.#engine.address,
      component: this.#component,
      world: this.#world,
      scopes,
      functions,
    });
    this.#linked = { linker, functions };
    return this.#linked;
  }

  /** A guest that calls WASI in a store without its context ends the process. */
  #giveWasi(context: number, { wasi }: NativeHost): void {
    if (wasi === null)
      throw new WebAssembly.LinkError("nobody provides WASI 0.2, which it imports");
    setWasi(this.#state, context, wasi);
  }

  #openSession(functions: readonly ImportedFunction[], scopes: HostScopes): ComponentSession {
    const classes = hostResources(functions).map(({ item, name }, resource) => ({
      resource,
      made: classOf(scopes, item, name),
    }));
    return {
      functions: functions.map((one) => calleeOf(scopes, one)),
      thrown: null,
      objects: new HostObjects(this.#state, classes),
    };
  }

  #begin(linker: number, { context, instance, session }: Begun): void {
    const state = this.#state;
    const before = state.active;
    state.active = session;
    const error = state.library.call.wasmtime_component_linker_instantiate(
      linker,
      context,
      this.#component,
      instance.address,
    );
    state.active = before;
    if (error !== 0)
      throw componentFault(
        { ...state, session },
        error,
        (words) => new WebAssembly.LinkError(words),
      );
  }

  #export(name: string): ComponentExport {
    const known =
      this.#exports.get(name) ??
      findComponentExport(this.#state, this.#component, { world: this.#world, named: name });
    this.#exports.set(name, known);
    return known;
  }
}

interface Begun {
  readonly context: number;
  readonly instance: MemoryBlock;
  readonly session: ComponentSession;
}
