import { messageOf } from "../../errors.ts";
import type { FuelConfig } from "../../model/config.ts";
import { type InstrumentedModule, instrumentFuel } from "../../wasm/fuel.ts";
import { createFuelMeter } from "../../wasm/fuel-meter.ts";
import { createFuelMeters, type FuelMeters } from "../../wasm/fuel-meters.ts";
import { Uncounted } from "../errors.ts";
import { memoriesOf } from "./copy-records.ts";
import type { EngineHooks, MadeInstance, Prepared } from "./wrap-engine.ts";

/** Modules that JavaScript compiles, counting. */
export interface MeteredModules {
  readonly hooks: EngineHooks;
  /** One for all instances that JavaScript has made since the last restart. */
  readonly meters: () => FuelMeters;
  /** Begins with meters that know no instance yet. */
  readonly restart: () => void;
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
  let meters = createFuelMeters();
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
  const instantiated = (made: MadeInstance): WebAssembly.Instance => {
    const { instance, module } = made;
    const instrumented = known.get(module);
    if (instrumented === undefined) {
      fault ??= "an instance was made of a module that does not count";
      for (const memory of memoriesOf(made)) memories.add(memory);
      return instance;
    }
    const meter = createFuelMeter(instance, instrumented);
    meters.add(meter);
    const shown = Object.create(Object.getPrototypeOf(instance) as object, {
      exports: { value: meter.exports, enumerable: true },
    }) as WebAssembly.Instance;
    for (const memory of memoriesOf({ ...made, instance: shown })) memories.add(memory);
    return shown;
  };
  return {
    hooks: {
      prepare,
      instantiated,
      hidden: (module: WebAssembly.Module) => known.get(module)?.hiddenExports ?? [],
      begin: () => () => {},
    },
    meters: () => meters,
    restart: () => {
      meters = createFuelMeters();
    },
    memories,
    requireAll: () => {
      if (fault !== null) throw new Uncounted(fault);
      if (meters.count() === 0)
        throw new Uncounted("the glue made no WebAssembly instance where it was loaded");
    },
  };
}
