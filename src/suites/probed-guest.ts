import type { WitWorld } from "../model/wit.ts";
import { type MemoryProbe, withMemoryProbes } from "../wasm/component/memory-probe.ts";
import {
  compileNative,
  instantiateNative,
  type NativeFactory,
  type NativeGuest,
  type NativeHosts,
  type NativeMaker,
} from "./native-guest.ts";
import type { NativeInstance, NativeWasmEngine, Residence } from "./native-program.ts";

/**
 * Compiles a copy of a component that tells its memories and writes to them when it is asked: the API of an engine does not
 * reach into it.
 *
 * @param engine - the engine
 * @param bytes - the component
 * @param hosts - what makes the host of an instance, and what the component imports and exports
 * @returns a factory of instances, each with its `residence`
 * @throws WebAssembly.CompileError, WasmFormatError
 */
export function probedFactory(
  engine: NativeWasmEngine,
  bytes: Uint8Array,
  hosts: NativeHosts & { readonly world: WitWorld },
): NativeFactory {
  const probed = withMemoryProbes(bytes, hosts.world);
  const own = { ...hosts, world: probed.world };
  const module = engine.compile(probed.bytes, probed.world);
  return {
    module: null,
    importsFrom: module.importsFrom,
    create: (): NativeGuest => {
      const guest = instantiateNative(module, own);
      return { ...guest, residence: residenceOf(guest.native, probed.probes) };
    },
    recompile: (): NativeMaker => compileNative(engine, probed.bytes, own),
  };
}

function residenceOf(native: NativeInstance, probes: readonly MemoryProbe[]): Residence {
  return {
    pages: (): number => probes.reduce((sum, { pages }) => sum + Number(native.find(pages)()), 0),
    touch: (): void => {
      for (const { touch } of probes) native.find(touch)();
    },
  };
}
