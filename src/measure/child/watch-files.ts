import type { readdirSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Worker } from "node:worker_threads";
import type { ReadFile } from "../../model/load-record.ts";
import { callerFile } from "./caller-file.ts";

/** Functions of `node:fs` and of `node:fs/promises` that read the file their first argument names. */
const READING = {
  callback: [
    "readFile",
    "readFileSync",
    "createReadStream",
    "openAsBlob",
    "copyFile",
    "copyFileSync",
  ],
  promise: ["readFile", "copyFile"],
} as const;

/** Functions that ask whether it is there. */
const ASKING = {
  callback: [
    "exists",
    "existsSync",
    "access",
    "accessSync",
    "stat",
    "statSync",
    "lstat",
    "lstatSync",
    "readlink",
    "readlinkSync",
    "realpath",
    "realpathSync",
  ],
  promise: ["access", "stat", "lstat", "readlink", "realpath"],
} as const;

/** Functions that list a folder: what they give depends on the files in it. */
const LISTING = {
  callback: ["readdir", "readdirSync", "opendir", "opendirSync"],
  promise: ["readdir", "opendir"],
} as const;

/** Functions that open it as their second argument says. */
const OPENING = { callback: ["open", "openSync"], promise: ["open"] } as const;

/**
 * Watches which files this thread opens for reading or asks for from now on, by whatever import of `node:fs` it has; also the
 * entries of workers it starts, which have imports of their own that nobody sees.
 *
 * @param seen - told of each, whether or not there is such a file
 */
export function watchFiles(seen: (file: ReadFile) => void): void {
  const fs = process.getBuiltinModule("node:fs");
  const tellFile = (file: unknown, isRead: boolean): void => {
    const path = pathOf(file);
    if (path === null) return;
    const by = callerFile();
    const asked = { path: resolve(path), isRelative: !isAbsolute(path), isRead };
    seen(by === null ? asked : { ...asked, by });
  };
  const tell = (file: unknown): void => tellFile(file, true);
  const tellAsked = (file: unknown): void => tellFile(file, false);
  const tellOpened = (file: unknown, flags: unknown): void => {
    if (!isForWriting(flags)) tell(file);
  };
  const listed = fs.readdirSync;
  const tellListed = (folder: unknown, options: unknown): void => {
    for (const path of filesIn(folder, options, listed)) tellFile(path, true);
  };
  const [callback, promise] = [fs, fs.promises].map((one) => one as unknown as Functions);
  wrap(callback, READING.callback, tell);
  wrap(callback, ASKING.callback, tellAsked);
  wrap(callback, LISTING.callback, tellListed);
  wrap(callback, OPENING.callback, tellOpened);
  wrap(promise, READING.promise, tell);
  wrap(promise, ASKING.promise, tellAsked);
  wrap(promise, LISTING.promise, tellListed);
  wrap(promise, OPENING.promise, tellOpened);
  wrap(process as unknown as Functions, ["loadEnvFile"], (file) => tell(file ?? ".env"));
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
  target: Functions | undefined,
  names: readonly string[],
  tell: (file: unknown, flags: unknown) => void,
): void {
  for (const name of names) {
    const original = target?.[name];
    if (target === undefined || original === undefined) continue;
    const watched = function (this: unknown, ...args: unknown[]): unknown {
      tell(args[0], args[1]);
      return original.apply(this, args);
    };
    // Some have functions of their own, such as realpath.native.
    target[name] = Object.assign(watched, original);
  }
}

/** As they would be listed, of a folder relative to the working folder too; none of one that cannot be listed. */
function filesIn(folder: unknown, options: unknown, list: typeof readdirSync): string[] {
  const path = pathOf(folder);
  const recursive = typeof options === "object" && options !== null && "recursive" in options;
  try {
    return path === null
      ? []
      : list(path, { recursive, encoding: "utf8" }).map((name) => join(path, name));
  } catch {
    return [];
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
function isForWriting(flags: unknown): boolean {
  if (typeof flags === "string") return /^(w.*|ax?|as)$/.test(flags);
  const { O_ACCMODE = 3, O_WRONLY } = process.getBuiltinModule("node:fs").constants as {
    readonly O_ACCMODE?: number;
    readonly O_WRONLY: number;
  };
  return typeof flags === "number" && (flags & O_ACCMODE) === O_WRONLY;
}
