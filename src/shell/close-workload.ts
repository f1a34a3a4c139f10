import { resolve } from "node:path";
import { closeComponent } from "../components/close-component.ts";
import { createClosure } from "../components/create-closure.ts";
import { hashClosure, hashHostCode } from "../components/identify.ts";
import type { LoadedComponent } from "../components/load-component.ts";
import type { Observer } from "../measure/parent/observer.ts";
import type { Benchmark, Call, NativeCall } from "../model/benchmark.ts";
import type { Component } from "../model/component.ts";
import type { ComponentEntry, Config } from "../model/config.ts";
import { toCall, trapOf } from "../model/configured-call.ts";
import type { DataFiles } from "../model/data.ts";
import type { LoadRecord } from "../model/load-record.ts";
import { withoutExpectation } from "../model/procedure-calls.ts";
import { requireForeign } from "./require-foreign.ts";
import { requireImports } from "./require-imports.ts";
import { requireInitialised } from "./require-initialised.ts";

/** A component of a configuration, loaded. */
export interface ConfiguredComponent {
  readonly entry: ComponentEntry;
  readonly loaded: LoadedComponent;
}

/** How the code of a workload is observed. */
export interface Closing {
  readonly observer: Observer;
  /** Folder the configuration's paths are relative to. */
  readonly root: string;
  /** Folder the names of a glue's files are relative to. */
  readonly glueRootOf: (component: Component) => string;
}

/** A component with everything it needs. */
export interface ClosedComponent {
  readonly component: Component;
  /** What was seen; null for a component without JavaScript, which needs no process to be known. */
  readonly record: LoadRecord | null;
}

/** Processes that observe at once. */
const AT_ONCE = 2;

/**
 * Completes components with what their JavaScript is seen to need. Every configured call is made, whatever is selected
 * to be measured: what a component is does not depend on what is asked of it.
 *
 * @param configured - loaded components
 * @param closing - observer and folders
 * @returns the components in the same order
 */
export async function closeComponents(
  configured: readonly ConfiguredComponent[],
  closing: Closing,
): Promise<ClosedComponent[]> {
  return inParallel(configured, async ({ entry, loaded }): Promise<ClosedComponent> => {
    const { component } = loaded;
    const { workload } = component;
    if (!hasJavaScript(component) && workload === undefined) return { component, record: null };
    const record = await closing.observer.observeComponent(component, callsOf(entry));
    requireImports(component, record);
    if (workload !== undefined) await requireForeign(component, workload, record);
    await requireInitialised(entry, component, record);
    const closed = await closeComponent(loaded, {
      record,
      workingFolder: process.cwd(),
      glueRoot: closing.glueRootOf(component),
      hostRoot: closing.root,
    });
    return { component: closed, record: hasJavaScript(component) ? record : null };
  });
}

/**
 * The calls a configuration names for a component, each once.
 *
 * @param component - the component as configured
 * @returns calls of `execution`, then the trap
 */
export function callsOf(component: ComponentEntry): Call[] {
  const trap = trapOf(component);
  const calls = component.execution.map((entry) => withoutExpectation(toCall(entry, component)));
  return trap === null ? calls : [...calls, trap];
}

/**
 * Whether a component runs JavaScript of the user's.
 *
 * @param component - the component
 * @returns true for glue and for an imports module
 */
export function hasJavaScript({ glue, host }: Component): boolean {
  return glue !== null || host.kind === "module";
}

/** Hashes of host code by benchmark id. */
export interface HostCodes {
  readonly hostCodes: ReadonlyMap<string, string | null>;
  readonly natives: ReadonlyMap<string, string>;
}

/**
 * Hashes the user's JavaScript that benchmarks run with beside their component: imports module and native reference,
 * with everything they need.
 *
 * @param benchmarks - the wanted benchmarks
 * @param components - their components, closed
 * @param source - the configuration, for all calls of a native reference, and how it is observed
 * @returns hashes by benchmark id; null for a benchmark that runs with none
 */
export async function hashHostCodes(
  benchmarks: readonly Benchmark[],
  components: readonly Component[],
  { config, closing }: { readonly config: Config; readonly closing: Closing | null },
): Promise<HostCodes> {
  const data = new Map(components.flatMap((component) => [...(component.data ?? [])]));
  const wanted = [...new Set(benchmarks.flatMap((one) => nativeOf(one)?.file ?? []))];
  const known = new Map(
    closing === null
      ? []
      : await inParallel(
          wanted,
          async (file): Promise<[string, string]> => [
            file,
            await hashNative(file, { config, closing, data }),
          ],
        ),
  );
  const natives = new Map<string, string>();
  const hostCodes = benchmarks.map((benchmark): [string, string | null] => {
    const native = known.get(nativeOf(benchmark)?.file ?? "") ?? null;
    if (native !== null) natives.set(benchmark.id, native);
    const { hostClosure } = components.find(({ name }) => name === benchmark.component) ?? {};
    const host = hostClosure === undefined ? null : hashClosure(hostClosure);
    return [benchmark.id, hashHostCode(host, native)];
  });
  return { hostCodes: new Map(hostCodes), natives };
}

async function hashNative(
  file: string,
  { config, closing, data }: { config: Config; closing: Closing; data: DataFiles },
): Promise<string> {
  const calls = config.components.flatMap(({ execution }) =>
    execution.flatMap(({ native, args }): NativeCall[] =>
      native !== null && fileOf(native) === file ? [{ source: native, args }] : [],
    ),
  );
  const record = await closing.observer.observeNatives(calls, data);
  const closure = await createClosure({
    root: closing.root,
    entry: resolve(closing.root, file),
    record,
    files: [],
    workingFolder: process.cwd(),
    known: new Set(),
  });
  return hashClosure(closure);
}

/** The user's file behind a native reference; null for those that ship with this product. */
function nativeOf({ procedure }: Benchmark): { readonly file: string } | null {
  const native =
    procedure.kind === "call" || procedure.kind === "native_call" ? procedure.native : null;
  return native === null || native.source.startsWith("builtin:")
    ? null
    : { file: fileOf(native.source) };
}

function fileOf(source: string): string {
  return source.slice(0, source.lastIndexOf("#"));
}

async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
