import type { CoreModule } from "../../model/component.ts";
import { prepareUnique, rewriteNonce, type UniqueModule } from "../../wasm/unique.ts";
import {
  type ComponentHost,
  type ComponentInstance,
  type CoreEngine,
  type Instantiate,
  loadCopy,
  requireModule,
} from "./load-transpiled.ts";

/** A live component, as a guest: it has no instance of its own, but those of its core modules. */
export interface ComponentGuest extends ComponentInstance {
  readonly instance: null;
}

/** A copy of a component, compiled from bytes of its own. */
export interface CompiledComponent {
  /** Makes a live instance. */
  readonly create: () => ComponentGuest;
  /** Compiles every core module anew, from bytes unique to the serial, and returns what makes instances of that. */
  readonly recompile: (serial: number) => () => ComponentGuest;
}

/**
 * Compiles a copy of a component: its JavaScript and every core module, none of them shared with another copy.
 *
 * @param host - component and host
 * @param nonce - distinguishes the copy
 * @returns makes instances
 * @throws WebAssembly.CompileError, or whatever loading the JavaScript throws
 */
export async function compileTranspiled(
  host: ComponentHost,
  nonce: number,
): Promise<CompiledComponent> {
  const instantiate = await loadCopy(host, nonce);
  const unique = new Map(
    host.transpiled.modules.map(({ name, bytes }: CoreModule) => [name, prepareUnique(bytes)]),
  );
  const recompile = (serial: number): (() => ComponentGuest) =>
    compile(unique, serial, instantiate);
  return { create: recompile(nonce), recompile };
}

function compile(
  unique: ReadonlyMap<string, UniqueModule>,
  serial: number,
  instantiate: Instantiate,
): () => ComponentGuest {
  const modules = new Map(
    [...unique].map(([name, one]) => [name, new WebAssembly.Module(rewriteNonce(one, serial))]),
  );
  const moduleOf = (name: string): WebAssembly.Module => requireModule(modules, name);
  const engine: CoreEngine = {
    moduleOf,
    instantiate: (module: WebAssembly.Module, imports: WebAssembly.Imports): WebAssembly.Instance =>
      new WebAssembly.Instance(module, imports),
  };
  return () => ({ instance: null, ...instantiate(engine) });
}
