import type { NativeEngine } from "../model/engine.ts";
import type { WitWorld } from "../model/wit.ts";
import type {
  EngineSettings,
  NativeErrors,
  NativeLibrary,
  NativeModule,
  NativeProgram,
  NativeWasmEngine,
} from "../suites/native-program.ts";
import { EMPTY_WORLD, emptyComponent } from "../wasm/component/empty-component.ts";
import { withMemoryProbes } from "../wasm/component/memory-probe.ts";
import { compileCode, createCodeCopies, type EngineAt } from "./code-copies.ts";
import { CompiledModule } from "./compiled-module.ts";
import { CompiledComponent } from "./component/compiled-component.ts";
import { componentObstacle } from "./component/component-obstacle.ts";
import { createEngineFaults } from "./engine-faults.ts";
import { openEngineLibrary } from "./engine-library.ts";
import type { EngineState, Held } from "./engine-state.ts";
import { createDispatch } from "./host-functions.ts";
import { type Koffi, type KoffiPlaces, loadKoffi } from "./load-koffi.ts";
import { createSources, type ModuleSource } from "./module-source.ts";
import { questionEngine } from "./question-engine.ts";

/** What the program is made of. */
export interface NativeProgramDeps {
  readonly places: KoffiPlaces;
  /** Errors that are those of the program which drives this one. */
  readonly errors: NativeErrors;
}

/** A host function is given its number, the caller, its values and how many there are. */
const WORDS_OF_CALLBACK = 4;
/** Room for what a call leaves: the largest is a vector or a structure of two words. */
const MADE_BYTES = 64;

/**
 * Creates what drives native engines in this process. A library is loaded when the first engine of it is made.
 *
 * @param deps - where the foreign function interface is, and how exits and errors of results are told
 * @returns the program
 */
export function createNativeProgram({ places, errors }: NativeProgramDeps): NativeProgram {
  const states = new Map<string, EngineState>();
  const held = new Set<Held>();
  let koffi: Koffi | null = null;
  const stateOf = (engine: NativeEngine): EngineState => {
    const known = states.get(engine.library);
    if (known !== undefined) return known;
    koffi ??= loadKoffi(places);
    const library = openEngineLibrary(koffi, engine);
    const faults = createEngineFaults(library);
    const made = library.allocate(MADE_BYTES);
    const state: EngineState = {
      library,
      faults,
      ...createSources(library),
      placeCode: createCodeCopies({ library, faults, made }),
      callback: library.register(WORDS_OF_CALLBACK, (id = 0, caller = 0, values = 0) =>
        dispatch(id, caller, values),
      ),
      trap: library.allocate(8),
      made,
      invokers: [],
      active: null,
      held,
      ...errors,
    };
    const dispatch = createDispatch(state);
    states.set(engine.library, state);
    return state;
  };
  return {
    open: (engine: NativeEngine): NativeLibrary => {
      const state = stateOf(engine);
      const make = (settings: EngineSettings): NativeWasmEngine => makeEngine(state, settings);
      return {
        makeEngine: make,
        question: (): void => questionEngine({ makeEngine: make }),
        prepare: (bytes: Uint8Array, world?: WitWorld): void => {
          if (world === undefined) state.sourceOf(bytes);
          else state.blockOf(bytes);
        },
        componentObstacle: componentObstacle(state.library),
      };
    },
    releaseAll: (): void => {
      for (const one of [...held].reverse()) one.release();
    },
  };
}

/** Compiles on the thread that asks: other threads would be charged to whatever is timed at that moment. */
function makeEngine(state: EngineState, { fuel }: EngineSettings): NativeWasmEngine {
  const { call, has } = state.library;
  const config = call.wasm_config_new();
  // One that is built without has one thread anyway.
  if (has("wasmtime_config_parallel_compilation_set"))
    call.wasmtime_config_parallel_compilation_set(config, false);
  if (has("wasmtime_config_shared_memory_set"))
    call.wasmtime_config_shared_memory_set(config, true);
  if (fuel) call.wasmtime_config_consume_fuel_set(config, true);
  const at: EngineAt = { address: call.wasm_engine_new_with_config(config), fuel };
  let isReleased = false;
  const take = (bytes: Uint8Array, codeOf: (source: ModuleSource) => number): NativeModule => {
    const source = state.sourceOf(bytes);
    return new CompiledModule(state, at, { module: codeOf(source), facts: source.facts });
  };
  const engine: NativeWasmEngine & Held = {
    compile: (bytes: Uint8Array, world?: WitWorld): NativeModule =>
      world === undefined
        ? take(bytes, (source: ModuleSource): number => compileCode(state, at, source))
        : new CompiledComponent(state, at, { ...state.blockOf(bytes), world }),
    place: (bytes: Uint8Array): NativeModule =>
      take(bytes, (source: ModuleSource): number => state.placeCode(at, source)),
    probe: withMemoryProbes,
    compileNothing: (): NativeModule => engine.compile(emptyComponent(), EMPTY_WORLD),
    release: (): void => {
      if (isReleased) return;
      isReleased = true;
      state.held.delete(engine);
      call.wasm_engine_delete(at.address);
    },
  };
  state.held.add(engine);
  return engine;
}
