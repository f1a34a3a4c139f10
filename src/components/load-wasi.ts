import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, realpath, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { messageOf } from "../errors.ts";
import { isInside } from "../files/inside.ts";
import { FileFault, otherKind, readRegularFile } from "../files/regular-file.ts";
import { holdScratch } from "../files/scratch.ts";
import type { WasiSetup } from "../model/component.ts";
import type { WasiEntry } from "../model/config.ts";

/** Most bytes of all files a guest finds: more is no input of a benchmark, and every run copies it. */
const MAX_BYTES = 256 * 1024 * 1024;
/** Most files in all folders. */
const MAX_FILES = 20_000;
/** Folders nobody means; they hold what other programs keep there. */
const PASSED_OVER = [".git", "node_modules"];

/** A file of a guest. */
interface InputFile {
  /** Name within its folder, `/` between folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A folder of a guest, with everything below it. */
interface InputFolder {
  /** Name the guest has for it. */
  readonly guest: string;
  readonly files: readonly InputFile[];
  /** Names of the folders below it, those without files included. */
  readonly folders: readonly string[];
}

/** What is wrong with what a configuration gives a guest, to be read after the component's name. */
export class WasiFault extends Error {}

/**
 * Reads what a guest finds through WASI, and copies its files to a folder of this run: a guest may write to its folders,
 * and nothing of the checkout may change by that.
 *
 * @param entry - as configured
 * @param root - folder of the configuration: everything must lie below it, links followed
 * @returns where it lies now, and the hash of all of it
 * @throws WasiFault naming the key, the path and what is wrong with it
 */
export async function loadWasi(entry: WasiEntry, root: string): Promise<WasiSetup> {
  const reading: Reading = { root: await realpath(root), bytes: 0, files: 0 };
  const folders: InputFolder[] = [];
  for (const [guest, path] of Object.entries(entry.preopens)) {
    const key = `wasi.preopens ${JSON.stringify(guest)}`;
    folders.push({ guest, ...(await readFolder({ path, key }, reading)) });
  }
  const stdin =
    entry.stdin === null
      ? null
      : await readInput({ path: entry.stdin, key: "wasi.stdin" }, reading);
  const { args, env } = entry;
  const text = JSON.stringify([
    args,
    Object.entries(env).sort(),
    folders.map((folder) => [
      folder.guest,
      folder.folders,
      folder.files.map(({ name, bytes }) => [name, hashOf(bytes)]),
    ]),
    stdin === null ? null : hashOf(stdin),
  ]);
  return { sha256: hashOf(text), inputs: { args, env, ...(await place(folders, stdin)) } };
}

interface Reading {
  /** Folder of the configuration, no link in its path. */
  readonly root: string;
  /** Read so far. */
  bytes: number;
  files: number;
}

interface Named {
  /** As configured. */
  readonly path: string;
  /** The key, for messages. */
  readonly key: string;
}

async function readFolder(named: Named, reading: Reading): Promise<Omit<InputFolder, "guest">> {
  const top = await locate(named, reading);
  if (!(await stat(top)).isDirectory())
    throw new WasiFault(`\`${named.key}\`: ${named.path} is no folder`);
  const found: Found = { files: [], folders: [] };
  await walk({ ...named, real: top, name: "", above: [top] }, reading, found);
  return found;
}

interface Found {
  readonly files: InputFile[];
  readonly folders: string[];
}

/** A folder on the way. */
interface Visited extends Named {
  /** The folder, no link in its path. */
  readonly real: string;
  /** Its name within the guest's folder; empty for that itself. */
  readonly name: string;
  /** Where the folders above it really are, itself included. */
  readonly above: readonly string[];
}

async function walk(folder: Visited, reading: Reading, found: Found): Promise<void> {
  for (const own of (await readdir(folder.real)).sort()) {
    const inner = { path: join(folder.path, own), key: folder.key };
    const name = folder.name === "" ? own : `${folder.name}/${own}`;
    const real = await locate(inner, reading);
    if ((await stat(real)).isDirectory()) {
      if (!PASSED_OVER.includes(own))
        await enter({ ...folder, ...inner, name, real }, reading, found);
    } else found.files.push({ name, bytes: await readInput(inner, reading) });
  }
}

async function enter(folder: Visited, reading: Reading, found: Found): Promise<void> {
  const { key, path, real, above, name } = folder;
  if (above.includes(real))
    throw new WasiFault(`\`${key}\`: ${path} is a link to a folder it lies in`);
  found.folders.push(name);
  await walk({ ...folder, above: [...above, real] }, reading, found);
}

/** The path with all links followed. */
async function locate({ path, key }: Named, { root }: Reading): Promise<string> {
  const given = resolve(root, path);
  if (!isInside(given, root))
    throw new WasiFault(
      `\`${key}\`: ${path} lies outside of the configuration's folder; keep what a guest reads below it`,
    );
  const real = await realpath(given).catch((cause: unknown) => {
    const isMissing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    throw new WasiFault(
      `\`${key}\`: ${path} ${isMissing ? "is missing" : `cannot be read: ${messageOf(cause)}`}`,
    );
  });
  if (isInside(real, root)) return real;
  throw new WasiFault(
    `\`${key}\`: ${path} is a link that leads out of the configuration's folder; copy what it names`,
  );
}

async function readInput(named: Named, reading: Reading): Promise<Uint8Array> {
  const real = await locate(named, reading);
  const other = otherKind(await stat(real));
  if (other !== null) throw new WasiFault(`\`${named.key}\`: ${named.path} ${other}, not a file`);
  reading.files += 1;
  if (reading.files > MAX_FILES)
    throw new WasiFault(
      `\`${named.key}\`: more than ${MAX_FILES} files; name a folder that holds the guest's input alone`,
    );
  const bytes = await readBytes(named, real, MAX_BYTES - reading.bytes);
  reading.bytes += bytes.length;
  return bytes;
}

async function readBytes(
  { path, key }: Named,
  real: string,
  maxBytes: number,
): Promise<Uint8Array> {
  try {
    return await readRegularFile(real, { maxBytes });
  } catch (cause) {
    if (!(cause instanceof FileFault)) throw cause;
    throw new WasiFault(
      `\`${key}\`: ${path} ${cause.message}; at most ${MAX_BYTES} bytes in all files together`,
      { cause },
    );
  }
}

/** Nothing is written where nothing is read. */
async function place(
  folders: readonly InputFolder[],
  stdin: Uint8Array | null,
): Promise<Pick<WasiSetup["inputs"], "preopens" | "stdin">> {
  if (folders.length === 0 && stdin === null) return { preopens: {}, stdin: null };
  const scratch = await realpath(await mkdtemp(join(tmpdir(), "wasm-bench-wasi-")));
  holdScratch(scratch);
  const preopens: Record<string, string> = {};
  for (const [index, { guest, files, folders: below }] of folders.entries()) {
    const folder = join(scratch, String(index));
    preopens[guest] = folder;
    for (const name of ["", ...below]) await mkdir(join(folder, name), { recursive: true });
    for (const { name, bytes } of files) {
      const path = join(folder, ...name.split("/"));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    }
  }
  if (stdin === null) return { preopens, stdin: null };
  const input = join(scratch, "stdin");
  await writeFile(input, stdin);
  return { preopens, stdin: input };
}

function hashOf(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}
