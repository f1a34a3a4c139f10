import { messageOf } from "../../errors.ts";
import type { FuelConfig } from "../../model/config.ts";
import { type InstrumentedModule, instrumentFuel } from "../../wasm/fuel.ts";
import { createFuelMeter } from "../../wasm/fuel-meter.ts";
import { createFuelMeters, type FuelMeters } from "../../wasm/fuel-meters.ts";
import { Uncounted } from "../errors.ts";
import type { EngineHooks, MadeInstance, Prepared } from "./wrap-engine.ts";

/** Modules that JavaScript compiles, counting. */
export interface MeteredModules {
  readonly hooks: EngineHooks;
  /** One for all instances that JavaScript has made. */
  readonly meters: FuelMeters;
  /** Memories those instances export or import, each once. */
  readonly memories: ReadonlySet<WebAssembly.Memory>;
  /** Throws an {@link Uncounted} when something runs that does not count. */
  readonly requireAll: () => void;
}

/**
 * Puts instrumented modules in the place of those that JavaScript compiles. It sees neither the counters nor another
 * class of instances.
 *
 * @param rules - how fuel is counted
 * @param functions - whether it is counted by function too
 * @returns hooks for the engine, and what they have seen
 */
export function meterModules(rules: FuelConfig, functions: boolean): MeteredModules {
  const validate = (bytes: Uint8Array<ArrayBuffer>): boolean => WebAssembly.validate(bytes);
  const known = new WeakMap<WebAssembly.Module, InstrumentedModule>();
  const meters = createFuelMeters();
  const memories = new Set<WebAssembly.Memory>();
  let fault: string | null = null;
  const prepare = (bytes: Uint8Array<ArrayBuffer>): Prepared => {
    // JavaScript may try what the engine takes: the engine answers that.
    if (!validate(bytes)) return { bytes, compiled: () => {} };
    try {
      const instrumented = instrumentFuel(bytes, { ...rules, validate, functions });
      return {
        bytes: instrumented.bytes,
        compiled: (module: WebAssembly.Module): void => void known.set(module, instrumented),
      };
    } catch (error) {
      fault ??= `a module cannot be instrumented: ${messageOf(error)}`;
      return { bytes, compiled: () => {} };
    }
  };
  const instantiated = ({ instance, module, imports }: MadeInstance): WebAssembly.Instance => {
    const instrumented = known.get(module);
    const hidden = instrumented?.hiddenExports ?? [];
    const shown = Object.entries(instance.exports).filter(([name]) => !hidden.includes(name));
    for (const memory of [...memoriesIn(Object.fromEntries(shown)), ...importedMemories(imports)])
      memories.add(memory);
    if (instrumented === undefined) {
      fault ??= "an instance was made of a module that does not count";
      return instance;
    }
    const meter = createFuelMeter(instance, instrumented);
    meters.add(meter);
    return Object.create(Object.getPrototypeOf(instance) as object, {
      exports: { value: meter.exports, enumerable: true },
    }) as WebAssembly.Instance;
  };
  return {
    hooks: {
      prepare,
      instantiated,
      hidden: (module: WebAssembly.Module) => known.get(module)?.hiddenExports ?? [],
      begin: () => () => {},
    },
    meters,
    memories,
    requireAll: () => {
      if (fault !== null) throw new Uncounted(fault);
      if (meters.count() === 0)
        throw new Uncounted("the glue made no WebAssembly instance where it was loaded");
    },
  };
}

function memoriesIn(scope: object): WebAssembly.Memory[] {
  return Object.values(scope).filter((item) => item instanceof WebAssembly.Memory);
}

/** Glue may make the memory and hand it to the module. */
function importedMemories(imports: unknown): WebAssembly.Memory[] {
  if (typeof imports !== "object" || imports === null) return [];
  return Object.values(imports).flatMap((scope: unknown) =>
    typeof scope === "object" && scope !== null ? memoriesIn(scope) : [],
  );
}
