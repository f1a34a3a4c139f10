import { readFileSync } from "node:fs";
import type { WASI as Wasi } from "node:wasi";
import { WASI_MODULE } from "../wasm/module-needs.ts";
import { GuestExit, HostError } from "./errors.ts";
import type { WasiInputs } from "./payload.ts";
import { type Pins, pinnedWasi } from "./pinned.ts";
import { stdinOf } from "./wasi-stdin.ts";

/** WASI preview 1 for one instance. */
export interface WasiHost {
  readonly imports: WebAssembly.ModuleImports;
  /** Must be called once with the new instance; initialises a reactor. */
  readonly attach: (instance: WebAssembly.Instance, memory: WebAssembly.Memory | undefined) => void;
  /** Runs a command to its end. */
  readonly start: () => number;
}

/** Makes a {@link WasiHost} for every instance. */
export type CreateWasiHost = () => WasiHost;

/** Nothing but clocks, randomness and output. */
const NO_INPUTS: WasiInputs = { args: [], env: {}, preopens: {}, stdin: null };

/** Loaded when a component asks for it: every other process starts 10 ms sooner. */
function loadWasi(): typeof Wasi {
  return process.getBuiltinModule("node:wasi").WASI;
}

/**
 * Prepares WASI preview 1; what is its input is read once.
 *
 * @param inputs - arguments, variables, folders and input; nothing of them when absent
 * @param pinned - clocks and randomness that repeat, for counting; null for the real ones
 * @returns makes it for an instance
 */
export function createWasiHosts(
  inputs: WasiInputs = NO_INPUTS,
  pinned: Pins | null = null,
): CreateWasiHost {
  const { args, env, preopens, stdin } = inputs;
  const input = stdin === null ? null : readFileSync(stdin);
  const WasiClass = loadWasi();
  return () => {
    const wasi = new WasiClass({
      version: "preview1",
      args: ["component", ...args],
      env: { ...env },
      preopens: { ...preopens },
      returnOnExit: true,
    });
    let attached: WebAssembly.Instance | undefined;
    const memory = (): WebAssembly.Memory =>
      (attached?.exports.memory as WebAssembly.Memory | undefined) ?? noMemory();
    const own = (wasi.getImportObject() as Record<string, WebAssembly.ModuleImports>)[WASI_MODULE];
    return {
      imports: {
        ...own,
        ...(pinned === null ? {} : pinnedWasi(pinned, memory)),
        ...(input === null ? {} : stdinOf(input, { memory, ...own })),
        proc_exit: exit,
      },
      attach: (instance: WebAssembly.Instance, imported: WebAssembly.Memory | undefined): void => {
        attached = withMemory(instance, imported);
        if (!("_start" in attached.exports)) wasi.initialize(attached);
      },
      start: (): number => {
        try {
          return wasi.start(attached ?? {});
        } catch (error) {
          if (error instanceof GuestExit) return error.exitCode;
          throw error;
        }
      },
    };
  };
}

/** Node ends a guest by throwing a symbol that only a command's start understands; other exports need a real error. */
function exit(code: number): never {
  throw new GuestExit(code);
}

/** Node asks for a memory among the exports, also of a guest that imports its own or has none. */
function withMemory(
  instance: WebAssembly.Instance,
  imported: WebAssembly.Memory | undefined,
): WebAssembly.Instance {
  if (instance.exports.memory instanceof WebAssembly.Memory) return instance;
  const memory = imported ?? new WebAssembly.Memory({ initial: 0 });
  return Object.create(WebAssembly.Instance.prototype, {
    exports: { value: { ...instance.exports, memory }, enumerable: true },
  }) as WebAssembly.Instance;
}

function noMemory(): never {
  throw new HostError("the guest called its host before it was ready");
}
