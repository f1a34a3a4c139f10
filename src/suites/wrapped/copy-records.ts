import type { EngineHooks, MadeInstance, Prepared } from "./wrap-engine.ts";

/** What one copy of glue has made so far. */
export interface CopyRecord {
  /** Held, so that no copy goes that its glue has replaced by a later one. */
  readonly instances: readonly WebAssembly.Instance[];
  /** Memories those instances export or import, each once. */
  readonly memories: ReadonlySet<WebAssembly.Memory>;
}

/** Hooks that tell copies of glue apart. */
export interface CopyRecords {
  readonly hooks: EngineHooks;
  /** Begins a copy: what is made from now on is its own. */
  readonly begin: () => CopyRecord;
  /** Bytes of all modules compiled so far, each once. */
  readonly moduleBytes: () => number;
}

/** A module with the bytes it was compiled from. */
interface Kept {
  readonly bytes: Uint8Array;
  readonly module: WebAssembly.Module;
}

/** Whether a later copy gets modules that an earlier one has compiled, or compiles its own. */
export type ModuleUse = "kept" | "compiled-anew";

/**
 * Records what copies of glue make, and hands later ones the modules that earlier ones have compiled.
 *
 * @param inner - what becomes of a module that is compiled
 * @param use - whether compiled modules are kept
 * @returns hooks for the engine, and what they have seen
 */
export function recordCopies(inner: EngineHooks, use: ModuleUse): CopyRecords {
  const kept: Kept[] = [];
  let instances: WebAssembly.Instance[] = [];
  let memories = new Set<WebAssembly.Memory>();
  const prepare = (bytes: Uint8Array<ArrayBuffer>): Prepared => {
    const known = kept.find((one) => Buffer.compare(one.bytes, bytes) === 0);
    if (known !== undefined && use === "kept")
      return { bytes, module: known.module, compiled: () => {} };
    // The glue may change what it handed over.
    const own = known?.bytes ?? bytes.slice();
    const prepared = inner.prepare(bytes);
    const compiled = (module: WebAssembly.Module): void => {
      prepared.compiled(module);
      if (known === undefined) kept.push({ bytes: own, module });
    };
    return { ...prepared, compiled };
  };
  const instantiated = (made: MadeInstance): WebAssembly.Instance => {
    const shown = inner.instantiated(made);
    instances.push(made.instance);
    for (const memory of memoriesOf({ ...made, instance: shown })) memories.add(memory);
    return shown;
  };
  return {
    hooks: { ...inner, prepare, instantiated },
    begin: (): CopyRecord => {
      instances = [];
      memories = new Set();
      return { instances, memories };
    },
    moduleBytes: () => kept.reduce((sum, { bytes }) => sum + bytes.length, 0),
  };
}

/**
 * The memories of a new instance: those it exports, and those that JavaScript made and handed to it.
 *
 * @param made - instance and imports
 * @returns the memories; one may be there several times
 */
export function memoriesOf({ instance, imports }: MadeInstance): WebAssembly.Memory[] {
  return [...memoriesIn(instance.exports), ...importedMemories(imports)];
}

function memoriesIn(scope: object): WebAssembly.Memory[] {
  return Object.values(scope).filter((item) => item instanceof WebAssembly.Memory);
}

function importedMemories(imports: unknown): WebAssembly.Memory[] {
  if (typeof imports !== "object" || imports === null) return [];
  return Object.values(imports).flatMap((scope: unknown) =>
    typeof scope === "object" && scope !== null ? memoriesIn(scope) : [],
  );
}
