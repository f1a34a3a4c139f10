import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join } from "node:path";
import { messageOf } from "../errors.ts";
import { holdScratch } from "../files/scratch.ts";
import { engineFault } from "./engine-fault.ts";

/** A library that was unpacked before. */
export interface KeptLibrary {
  /** Absolute path. */
  readonly path: string;
  /** SHA-256 of the archive it came in, lower-case hex. */
  readonly archive: string;
  /** SHA-256 of the library when it was unpacked. */
  readonly library: string;
}

/** Where libraries are kept: variables of the process, its system and the user's folder. */
export interface CachePlaces {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly home: string;
}

const RECORD = "library.json";
/** File name of the archive that a library came in, which is kept beside it. */
export const ARCHIVE = "archive";

/**
 * The folder that keeps libraries from one run to the next.
 *
 * @param places - variables, system and home
 * @returns the runner's tool cache in a workflow; else below the user's cache folder
 */
export function cacheFolder({ variables, platform, home }: CachePlaces): string {
  const {
    RUNNER_TOOL_CACHE: tools = "",
    XDG_CACHE_HOME: cache = "",
    LOCALAPPDATA = "",
  } = variables;
  if (isAbsolute(tools)) return join(tools, "wasm-bench");
  if (platform === "win32" && isAbsolute(LOCALAPPDATA)) return join(LOCALAPPDATA, "wasm-bench");
  // The specification has relative ones ignored.
  if (isAbsolute(cache)) return join(cache, "wasm-bench");
  return platform === "darwin"
    ? join(home, "Library", "Caches", "wasm-bench")
    : join(home, ".cache", "wasm-bench");
}

/**
 * Looks for a library that was unpacked before.
 *
 * @param place - its folder
 * @param members - where a library may lie in that folder, `/` between folders
 * @returns what is known of it; null when there is none, or its record is damaged
 */
export async function readKept(
  place: string,
  members: readonly string[],
): Promise<KeptLibrary | null> {
  try {
    const record: unknown = JSON.parse(await readFile(join(place, RECORD), "utf8"));
    const { file, archive, library } = record as Partial<Record<string, unknown>>;
    const isRecord = [archive, library].every((value) => typeof value === "string");
    return isRecord && members.includes(String(file))
      ? { path: join(place, String(file)), archive: String(archive), library: String(library) }
      : null;
  } catch {
    return null;
  }
}

/**
 * Makes a folder beside the one that will keep a library, removed when this process ends before it is kept.
 *
 * @param place - folder that will keep it
 * @returns absolute path of the new folder, and what takes the promise of its removal back
 * @throws ActionError (`engine`) when nothing can be written there
 */
export async function openDraft(
  place: string,
): Promise<{ readonly folder: string; readonly release: () => void }> {
  try {
    await mkdir(dirname(place), { recursive: true });
    const folder = await mkdtemp(`${place}.part-`);
    return { folder, release: holdScratch(folder) };
  } catch (cause) {
    throw engineFault(
      `libraries cannot be kept in ${dirname(place)}: ${messageOf(cause)}`,
      "Set XDG_CACHE_HOME (LOCALAPPDATA on Windows, RUNNER_TOOL_CACHE in a workflow) to a folder that can be written to, or name a library that is on this machine: engine: { name: wasmtime, library: PATH }.",
      cause,
    );
  }
}

/**
 * Whether a library is still the one that was unpacked.
 *
 * @param kept - what is known of it
 * @returns false when it was changed, or is gone
 */
export async function isWhole({ path, library }: KeptLibrary): Promise<boolean> {
  try {
    return hashOf(await readFile(path)) === library;
  } catch {
    return false;
  }
}

/**
 * Hashes a file that was read.
 *
 * @param bytes - its bytes
 * @returns SHA-256 as lower-case hex
 */
export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function isSame(kept: KeptLibrary | null, { archive, library }: Draft): kept is KeptLibrary {
  return kept?.archive === archive && kept.library === library;
}

/** What is kept. */
export interface Draft {
  /** Folder with the library in it. */
  readonly folder: string;
  /** Path of the library within that folder, `/` between folders. */
  readonly file: string;
  readonly archive: string;
  readonly library: string;
}

/**
 * Keeps a library: from now on it is there as a whole, or not at all. What another run has put there meanwhile stays.
 *
 * @param draft - folder with the library
 * @param place - folder that will keep it; what it held is replaced
 * @returns what is kept
 * @throws whatever the file system gives a second time
 */
export async function keepLibrary(draft: Draft, place: string): Promise<KeptLibrary> {
  const { folder, ...record } = draft;
  await writeFile(join(folder, RECORD), `${JSON.stringify(record)}\n`);
  for (const isLast of [false, true]) {
    try {
      await rename(folder, place);
      break;
    } catch (thrown) {
      const kept = await readKept(place, [draft.file]);
      if (isSame(kept, draft) && (await isWhole(kept))) {
        await rm(folder, { recursive: true, force: true });
        return kept;
      }
      if (isLast) throw thrown;
      await rm(place, { recursive: true, force: true });
    }
  }
  const { archive, library } = record;
  return { path: join(place, draft.file), archive, library };
}
