import type { ResolveFnOutput, ResolveHookContext, ResolveHookSync } from "node:module";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";

/** The query by which copies of an ES module are told apart. */
const COPY = "copy";

/** Files that CommonJS had loaded before any copy; null until there was one. */
let ours: ReadonlySet<string> | null = null;
/** The copy that was begun last. */
let current = "";
/** Whether this thread will have several copies; a thread of its own has one, unless it is told otherwise. */
let hasSeveral: boolean = isMainThread;

/** Tells that this thread, started for one copy, will have several: the first is then told apart as well. */
export function expectCopies(): void {
  hasSeveral = true;
}

/**
 * Begins a copy of JavaScript: what it imports or requires from now on, however deep, is loaded anew for it. In a thread
 * of its own everything is new anyhow. Before Node 22.15 only its entry is, and what it requires.
 *
 * @param nonce - distinguishes the copy; its entry is imported with this under the query `copy`
 */
export function beginCopy(nonce: number): void {
  if (!hasSeveral) return;
  const modules = process.getBuiltinModule("node:module");
  const { cache } = modules.createRequire(import.meta.url);
  current = String(nonce);
  if (ours === null) {
    ours = new Set(Object.keys(cache));
    separateImports(modules, cache);
    separateRequires(modules as unknown as Loader, cache);
  }
  // CommonJS knows files alone, and ignores queries.
  for (const file of Object.keys(cache)) if (!ours.has(file)) delete cache[file];
}

type Modules = typeof import("node:module");

function separateImports({ registerHooks }: Modules, cache: NodeJS.Dict<NodeModule>): void {
  if (typeof registerHooks !== "function") return;
  registerHooks({
    resolve: (
      specifier: string,
      context: ResolveHookContext,
      next: Parameters<ResolveHookSync>[2],
    ): ResolveFnOutput => {
      const found = next(specifier, context);
      const isRequired = context.conditions?.includes("require") ?? false;
      const copy = isRequired ? null : copyOf(context.parentURL ?? "", cache);
      return copy === null || !found.url.startsWith("file:")
        ? found
        : { ...found, url: withCopy(found.url, copy) };
    },
  });
}

/** What many tools replace, and the types do not know. */
interface Loader {
  _load: (request: string, parent: object | undefined, ...rest: unknown[]) => unknown;
  _resolveFilename: (request: string, parent: object | undefined, ...rest: unknown[]) => string;
}

/**
 * Where an ES module imports CommonJS, Node enters what that hands on before it runs. Of a later copy it takes such an
 * entry for a module that is running, for it has been asked for it before, and gives its empty exports.
 */
function separateRequires(loader: Loader, cache: NodeJS.Dict<NodeModule>): void {
  const { _load: load } = loader;
  const running = new Set<string>();
  loader._load = function loadOwn(
    request: string,
    parent: object | undefined,
    ...rest: unknown[]
  ): unknown {
    const run = (): unknown => load.call(this, request, parent, ...rest);
    if (request.startsWith("node:")) return run();
    const file = loader._resolveFilename(request, parent, ...rest);
    if (running.has(file) || ours?.has(file) === true) return run();
    if (parent !== undefined && cache[file]?.loaded === false) delete cache[file];
    running.add(file);
    try {
      return run();
    } finally {
      running.delete(file);
    }
  };
}

/** CommonJS has no query: what it imports belongs to the copy that was begun last. */
function copyOf(parent: string, cache: NodeJS.Dict<NodeModule>): string | null {
  if (!parent.startsWith("file:")) return null;
  const copy = new URL(parent).searchParams.get(COPY);
  if (copy !== null) return copy;
  const file = fileURLToPath(parent);
  return file in cache && ours?.has(file) === false ? current : null;
}

function withCopy(address: string, copy: string): string {
  const url = new URL(address);
  url.searchParams.set(COPY, copy);
  return url.href;
}
