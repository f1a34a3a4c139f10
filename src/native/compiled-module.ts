import type { ModuleFacts } from "../model/module-facts.ts";
import type { NativeHost, NativeInstance, NativeModule } from "../suites/native-program.ts";
import type { EngineAt } from "./code-copies.ts";
import { type EngineState, faultOf, type Held, requireDone, type Session } from "./engine-state.ts";
import { type NameBytes, nameBytes } from "./find-extern.ts";
import { PLENTY_OF_FUEL, setFuel } from "./fuel-budget.ts";
import {
  defineHostFunction,
  givenFunctions,
  type ImportedFunction,
  importedFunctions,
} from "./host-functions.ts";
import { LiveInstance } from "./live-instance.ts";
import { INSTANCE_BYTES, type MadeImport, madeImports, makeInStore } from "./made-imports.ts";
import { NativeMemory } from "./native-memory.ts";
import { isByEngine, requireImports } from "./require-imports.ts";
import { setWasi } from "./wasi-context.ts";

/** How the instances of a module find what they import. */
interface Linked {
  readonly linker: number;
  /** Null where a store has imports of its own, which are looked up for every instance. */
  readonly pre: number | null;
}

/** A module that an engine has compiled. */
export class CompiledModule implements NativeModule, Held {
  readonly #state: EngineState;
  readonly #engine: EngineAt;
  readonly #module: number;
  readonly #facts: ModuleFacts;
  readonly #functions: readonly ImportedFunction[];
  readonly #made: readonly MadeImport[];
  readonly #names = new Map<string, NameBytes>();
  #linked: Linked | null = null;
  #isReleased = false;

  /**
   * Takes compiled code over.
   *
   * @param state - the library's state
   * @param engine - the engine it was compiled with
   * @param code - address of the code, and what its module asks for
   */
  constructor(
    state: EngineState,
    engine: EngineAt,
    { module, facts }: { readonly module: number; readonly facts: ModuleFacts },
  ) {
    this.#module = module;
    this.#state = state;
    this.#engine = engine;
    this.#facts = facts;
    this.#functions = importedFunctions(facts);
    this.#made = madeImports(facts);
    state.held.add(this);
  }

  get importsFrom(): ReadonlySet<string> {
    return new Set(this.#facts.imports.map(({ module }) => module));
  }

  /**
   * Makes an instance in a store of its own.
   *
   * @param host - what it imports
   * @returns the instance
   * @throws WebAssembly.LinkError naming what is not provided; what its start function throws
   */
  instantiate(host: NativeHost): NativeInstance {
    const functions = givenFunctions(this.#functions, host.imports);
    if (this.#linked === null) {
      requireImports(this.#facts, { functions, imported: this.#functions, host });
      this.#linked = this.#link(host);
    }
    const session: Session = { functions, thrown: null };
    const { call, allocate } = this.#state.library;
    const store = call.wasmtime_store_new(this.#engine.address, 0, 0);
    const context = call.wasmtime_store_context(store);
    const instance = allocate(INSTANCE_BYTES);
    try {
      if (this.#engine.fuel) setFuel(this.#state, context, PLENTY_OF_FUEL);
      if (host.wasi !== null) setWasi(this.#state, context, host.wasi);
      const memories = this.#makeImports(this.#linked, context);
      this.#begin(this.#linked, { context, instance: instance.address, session });
      return new LiveInstance(this.#state, {
        engine: this.#engine,
        store,
        context,
        instance,
        session,
        facts: this.#facts,
        imported: memories,
        nameOf: (name: string): NameBytes => this.#nameOf(name),
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
    if (this.#linked !== null) {
      if (this.#linked.pre !== null) call.wasmtime_instance_pre_delete(this.#linked.pre);
      call.wasmtime_linker_delete(this.#linked.linker);
    }
    call.wasmtime_module_delete(this.#module);
  }

  #link(host: NativeHost): Linked {
    const { call } = this.#state.library;
    const linker = call.wasmtime_linker_new(this.#engine.address);
    try {
      call.wasmtime_linker_allow_shadowing(linker, true);
      if (host.wasi !== null) requireDone(this.#state, call.wasmtime_linker_define_wasi(linker));
      for (const [place, imported] of this.#functions.entries())
        if (!isByEngine(imported, host))
          requireDone(this.#state, defineHostFunction(this.#state, linker, { imported, place }));
      if (this.#made.length > 0) return { linker, pre: null };
      const { made } = this.#state;
      requireDone(
        this.#state,
        call.wasmtime_linker_instantiate_pre(linker, this.#module, made.address),
      );
      return { linker, pre: made.word(0) };
    } catch (error) {
      call.wasmtime_linker_delete(linker);
      throw error;
    }
  }

  /** Memories and tables belong to a store, and are entered anew over those of the last one. */
  #makeImports({ linker }: Linked, context: number): NativeMemory[] {
    const { call } = this.#state.library;
    return this.#made.flatMap((one) => {
      const item = makeInStore(this.#state, context, one);
      const names = [one.module, one.name].map((name) => this.#nameOf(name));
      const where = names.flatMap(({ block, length }) => [block.address, length]);
      requireDone(
        this.#state,
        call.wasmtime_linker_define(linker, context, ...where, item.address),
      );
      return one.kind === "memory" ? [new NativeMemory(this.#state, () => context, item)] : [];
    });
  }

  #begin({ linker, pre }: Linked, { context, instance, session }: Begun): void {
    const { library, trap } = this.#state;
    const { call } = library;
    const before = this.#state.active;
    this.#state.active = session;
    const error =
      pre === null
        ? call.wasmtime_linker_instantiate(linker, context, this.#module, instance, trap.address)
        : call.wasmtime_instance_pre_instantiate(pre, context, instance, trap.address);
    this.#state.active = before;
    if (error !== 0 || trap.word(0) !== 0) throw faultOf(this.#state, error, session);
  }

  #nameOf(name: string): NameBytes {
    const known = this.#names.get(name) ?? nameBytes(this.#state, name);
    this.#names.set(name, known);
    return known;
  }
}

interface Begun {
  readonly context: number;
  readonly instance: number;
  readonly session: Session;
}
