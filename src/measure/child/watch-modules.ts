import type { ResolveFnOutput, ResolveHookContext, ResolveHookSync } from "node:module";
import { fileURLToPath } from "node:url";
import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import type { ImportedModule } from "../../model/load-record.ts";

/** Told of every module that is resolved. */
export type ModuleWatcher = (module: ImportedModule) => void;

/**
 * Watches which modules this thread imports and requires from now on, however deep.
 *
 * @param seen - told of each; built-in modules and such without a file are passed over
 * @returns tells what is still on its way; to be called once nothing is loaded any more
 */
export function watchModules(seen: ModuleWatcher): () => void {
  const modules = process.getBuiltinModule("node:module");
  const tell = (specifier: string, parent: string | undefined, url: string): void => {
    const path = pathOf(url);
    if (path !== null) seen({ specifier, parent: pathOf(parent ?? ""), path });
  };
  // Since Node 22.15: sees both kinds of modules, in this thread.
  if (typeof modules.registerHooks === "function") {
    modules.registerHooks({
      resolve: (
        specifier: string,
        context: ResolveHookContext,
        next: Parameters<ResolveHookSync>[2],
      ): ResolveFnOutput => {
        const found = next(specifier, context);
        tell(specifier, context.parentURL, found.url);
        return found;
      },
    });
    return () => {};
  }
  watchRequire(tell);
  return watchImports(tell);
}

type Tell = (specifier: string, parent: string | undefined, found: string) => void;

/** Runs in the thread of Node's loader; its messages are here before the module is. */
const HOOKS = `let port;
export const initialize = (given) => { port = given; };
export const resolve = async (specifier, context, next) => {
  const found = await next(specifier, context);
  port.postMessage([specifier, context.parentURL, found.url]);
  return found;
};`;

function watchImports(tell: Tell): () => void {
  const { port1, port2 } = new MessageChannel();
  process
    .getBuiltinModule("node:module")
    .register(`data:text/javascript,${encodeURIComponent(HOOKS)}`, {
      data: port2,
      transferList: [port2],
    });
  port1.unref();
  return () => {
    for (let next = receiveMessageOnPort(port1); next; next = receiveMessageOnPort(port1)) {
      const [specifier, parent, url] = next.message as [string, string | undefined, string];
      tell(specifier, parent, url);
    }
  };
}

/** CommonJS of older Node: its resolver is there to be replaced, and many tools do. */
function watchRequire(tell: Tell): void {
  const loader = process.getBuiltinModule("node:module") as unknown as {
    _resolveFilename: (
      specifier: string,
      parent?: { filename?: string },
      ...rest: unknown[]
    ) => string;
  };
  const original = loader._resolveFilename;
  loader._resolveFilename = function resolveFilename(
    specifier: string,
    parent?: { filename?: string },
    ...rest: unknown[]
  ): string {
    const found = original.call(this, specifier, parent, ...rest);
    tell(specifier, parent?.filename, found);
    return found;
  };
}

/** Of an address or a path; null for built-in modules and data. */
function pathOf(place: string): string | null {
  if (place.startsWith("file:")) return fileURLToPath(place);
  return /^([\\/]|[A-Za-z]:\\)/.test(place) ? place : null;
}
