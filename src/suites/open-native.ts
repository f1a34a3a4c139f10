import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { messageOf } from "../errors.ts";
import type { NativeEngine } from "../model/engine.ts";
import { ErrorResult, GuestExit, HostError } from "./errors.ts";
import type {
  EngineSettings,
  NativeErrors,
  NativeLibrary,
  NativeProgram,
  NativeWasmEngine,
} from "./native-program.ts";

/** How the program for native engines is made: the errors it throws are those of this one. */
export type OpenNative = (errors: NativeErrors) => NativeProgram;

let opened: NativeProgram | null = null;
/** Engines of this stretch of work by library and settings. */
const engines = new Map<string, NativeWasmEngine>();

/**
 * Loads a native library.
 *
 * @param engine - the library
 * @returns makes engines of it; {@link releaseNative} lets them go
 * @throws HostError in one sentence, when this installation lacks what drives it, or the library is none
 */
export async function openNativeLibrary(engine: NativeEngine): Promise<NativeLibrary> {
  const program = opened ?? openNativeBy(await importProgram());
  try {
    return program.open(engine);
  } catch (cause) {
    throw new HostError(messageOf(cause), { cause });
  }
}

/**
 * Loads a native library, and puts questions with known answers to an engine of it.
 *
 * @param engine - the library
 * @returns makes engines of it, as {@link openNativeLibrary}
 * @throws HostError as {@link openNativeLibrary}, or naming what was answered otherwise
 */
export async function questionNative(engine: NativeEngine): Promise<NativeLibrary> {
  const library = await openNativeLibrary(engine);
  try {
    library.question();
    return library;
  } catch (cause) {
    throw new HostError(messageOf(cause), { cause });
  }
}

/**
 * The engine that all copies of this stretch of work share: a host has one.
 *
 * @param engine - the library
 * @param settings - whether its code consumes fuel
 * @returns the engine; let go by {@link releaseNative}
 * @throws as {@link openNativeLibrary}
 */
export async function sharedNativeEngine(
  engine: NativeEngine,
  settings: EngineSettings,
): Promise<NativeWasmEngine> {
  const key = JSON.stringify([engine.library, settings.fuel]);
  const known = engines.get(key) ?? (await openNativeLibrary(engine)).makeEngine(settings);
  engines.set(key, known);
  return known;
}

/**
 * Opens the program for native engines, once in a process or thread.
 *
 * @param open - what its entry exports
 * @returns the program
 */
export function openNativeBy(open: OpenNative): NativeProgram {
  opened = open({
    exit: (code: number): Error => new GuestExit(code),
    errorResult: (name: string, payload: unknown): Error =>
      new ErrorResult(name, { cause: { payload } }),
  });
  return opened;
}

/** Lets go of everything native: what a guest that failed has left, too. Nothing where no native engine was used. */
export function releaseNative(): void {
  engines.clear();
  opened?.releaseAll();
}

/** Beside the measuring program, and read by no process that does not need it. */
async function importProgram(): Promise<OpenNative> {
  const entry = join(dirname(process.argv[1] ?? ""), "..", "native", "index.js");
  try {
    const loaded = (await import(/* webpackIgnore: true */ pathToFileURL(entry).href)) as {
      readonly openNative: OpenNative;
    };
    return loaded.openNative;
  } catch (cause) {
    throw new HostError(`what drives native engines could not be loaded: ${messageOf(cause)}`, {
      cause,
    });
  }
}
