import type { InstrumentedModule } from "../../wasm/fuel.ts";
import { createFuelMeter } from "../../wasm/fuel-meter.ts";
import { createFuelMeters, type FuelMeters } from "../../wasm/fuel-meters.ts";
import { withNonce } from "../../wasm/unique.ts";
import { HostError } from "../errors.ts";
import {
  type ComponentInstance,
  type CoreEngine,
  type Instantiate,
  requireModule,
} from "./load-transpiled.ts";

/** A core module of a component that counts fuel, its budget unlimited until it is refilled. */
export interface MeteredPart {
  /** The name the component's JavaScript asks for. */
  readonly name: string;
  readonly module: InstrumentedModule;
}

/** A live component whose core modules count fuel. */
export interface MeteredComponent extends ComponentInstance {
  /** One for all its core instances. */
  readonly meters: FuelMeters;
}

/** The instrumented core modules of a component, compiled. */
export interface CompiledParts {
  readonly modules: ReadonlyMap<string, WebAssembly.Module>;
  readonly instrumented: ReadonlyMap<WebAssembly.Module, InstrumentedModule>;
}

/**
 * Compiles instrumented core modules from bytes no other copy shares, each with an unlimited budget.
 *
 * @param parts - instrumented core modules
 * @param nonce - distinguishes the copy
 * @returns the modules
 * @throws WebAssembly.CompileError
 */
export function compileParts(parts: readonly MeteredPart[], nonce: number): CompiledParts {
  const modules = new Map<string, WebAssembly.Module>();
  const instrumented = new Map<WebAssembly.Module, InstrumentedModule>();
  for (const { name, module } of parts) {
    const compiled = new WebAssembly.Module(withNonce(module.bytes, nonce));
    modules.set(name, compiled);
    instrumented.set(compiled, module);
  }
  return { modules, instrumented };
}

/**
 * Makes an instance of a component out of instrumented core modules.
 *
 * @param parts - compiled core modules
 * @param instantiate - the component's JavaScript
 * @returns the instance with its meter; to be refilled before it is called
 * @throws HostError when a part is missing; whatever the guest throws while it starts
 */
export function meterTranspiled(parts: CompiledParts, instantiate: Instantiate): MeteredComponent {
  const meters = createFuelMeters();
  return { ...instantiate(meteringEngine(parts, meters)), meters };
}

type MeteredExports = ReturnType<CoreEngine["instantiate"]>;

/** One counter a core instance; modules see one another's exports without those the counting added. */
function meteringEngine({ modules, instrumented }: CompiledParts, meters: FuelMeters): CoreEngine {
  return {
    moduleOf: (name: string): WebAssembly.Module => requireModule(modules, name),
    instantiate: (module: WebAssembly.Module, imports: WebAssembly.Imports): MeteredExports => {
      const own = instrumented.get(module);
      if (own === undefined) throw new HostError("the component instantiates an unknown module");
      const meter = createFuelMeter(new WebAssembly.Instance(module, imports), own);
      meters.add(meter);
      return { exports: meter.exports };
    },
  };
}
