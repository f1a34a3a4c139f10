import type { NativeEngine } from "../model/engine.ts";
import type {
  EngineSettings,
  NativeLibrary,
  NativeModule,
  NativeProgram,
  NativeWasmEngine,
} from "../suites/native-program.ts";
import { CompiledModule, type EngineAt } from "./compiled-module.ts";
import { createEngineFaults } from "./engine-faults.ts";
import { openEngineLibrary } from "./engine-library.ts";
import type { EngineState, Held } from "./engine-state.ts";
import { createDispatch } from "./host-functions.ts";
import { type Koffi, type KoffiPlaces, loadKoffi } from "./load-koffi.ts";
import { createSources } from "./module-source.ts";
import { questionEngine } from "./question-engine.ts";

/** What the program is made of. */
export interface NativeProgramDeps {
  readonly places: KoffiPlaces;
  /** Error of a guest that ended itself. */
  readonly exit: (code: number) => Error;
}

/** Room for what a call leaves: the largest is a vector or a structure of two words. */
const MADE_BYTES = 64;

/**
 * Creates what drives native engines in this process. A library is loaded when the first engine of it is made.
 *
 * @param deps - where the foreign function interface is, and how an exit is told
 * @returns the program
 */
export function createNativeProgram({ places, exit }: NativeProgramDeps): NativeProgram {
  const states = new Map<string, EngineState>();
  const held = new Set<Held>();
  let koffi: Koffi | null = null;
  const stateOf = (engine: NativeEngine): EngineState => {
    const known = states.get(engine.library);
    if (known !== undefined) return known;
    koffi ??= loadKoffi(places);
    const library = openEngineLibrary(koffi, engine);
    const state: EngineState = {
      library,
      faults: createEngineFaults(library),
      sourceOf: createSources(library),
      callback: library.register((id: number, caller: number, values: number) =>
        dispatch(id, caller, values),
      ),
      trap: library.allocate(8),
      made: library.allocate(MADE_BYTES),
      invokers: [],
      active: null,
      held,
      exit,
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
        prepare: (bytes: Uint8Array): void => {
          state.sourceOf(bytes);
        },
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
  const engine: NativeWasmEngine & Held = {
    compile: (bytes: Uint8Array): NativeModule =>
      new CompiledModule(state, at, state.sourceOf(bytes)),
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
