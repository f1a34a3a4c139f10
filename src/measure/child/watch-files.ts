import { isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Worker } from "node:worker_threads";
import type { ReadFile } from "../../model/load-record.ts";

/** Functions of `node:fs` and of `node:fs/promises` that open a file named by their first argument. */
const OPENING = {
  callback: ["readFile", "readFileSync", "open", "openSync", "createReadStream", "openAsBlob"],
  promise: ["readFile", "open"],
} as const;

/**
 * Watches which files this thread opens for reading from now on, by whatever import of `node:fs` it has; also the entries of
 * workers it starts, which have imports of their own that nobody sees.
 *
 * @param seen - told of each, whether or not there is such a file
 */
export function watchFiles(seen: (file: ReadFile) => void): void {
  const fs = process.getBuiltinModule("node:fs");
  const tell = (file: unknown, options?: unknown): void => {
    const path = pathOf(file);
    if (path !== null && !isForWriting(options))
      seen({ path: resolve(path), isRelative: !isAbsolute(path) });
  };
  wrap(fs as unknown as Functions, OPENING.callback, tell);
  wrap(fs.promises as unknown as Functions, OPENING.promise, tell);
  const workers = process.getBuiltinModule("node:worker_threads");
  workers.Worker = new Proxy(workers.Worker, {
    construct: (
      target: WorkerClass,
      args: ConstructorParameters<WorkerClass>,
      made: NewableFunction,
    ): object => {
      if (args[1]?.eval !== true) tell(args[0]);
      return Reflect.construct(target, args, made) as object;
    },
  });
  // Modules that imported a function by its name get the new one too.
  process.getBuiltinModule("node:module").syncBuiltinESMExports();
}

type WorkerClass = typeof Worker;

type Functions = Record<string, (this: unknown, ...args: unknown[]) => unknown>;

function wrap(
  target: Functions,
  names: readonly string[],
  tell: (file: unknown, options?: unknown) => void,
): void {
  for (const name of names) {
    const original = target[name];
    if (original === undefined) continue;
    target[name] = function watched(this: unknown, ...args: unknown[]): unknown {
      tell(args[0], args[1]);
      return original.apply(this, args);
    };
  }
}

function pathOf(file: unknown): string | null {
  if (typeof file === "string") return file.startsWith("file:") ? urlPath(file) : file;
  if (file instanceof URL) return file.protocol === "file:" ? urlPath(file.href) : null;
  return Buffer.isBuffer(file) ? file.toString() : null;
}

function urlPath(url: string): string | null {
  return URL.canParse(url) ? fileURLToPath(url) : null;
}

/** A file that is emptied or appended to is a result, not a part. */
function isForWriting(options: unknown): boolean {
  const given = typeof options === "object" && options !== null ? options : { flags: options };
  const { flag, flags = flag } = given as { readonly flag?: unknown; readonly flags?: unknown };
  if (typeof flags === "string") return /^(w|a)/.test(flags);
  const { O_ACCMODE = 3, O_WRONLY } = process.getBuiltinModule("node:fs").constants as {
    readonly O_ACCMODE?: number;
    readonly O_WRONLY: number;
  };
  return typeof flags === "number" && (flags & O_ACCMODE) === O_WRONLY;
}
