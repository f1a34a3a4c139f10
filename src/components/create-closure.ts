import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Closure, ClosureFile, ClosureLink } from "../model/closure.ts";
import type { LoadRecord } from "../model/load-record.ts";
import { layOut } from "./lay-out.ts";
import { lookedUpPaths, packageScopes } from "./looked-up-paths.ts";
import { createLinkTracer, type LinkTracer, type PathLink } from "./trace-links.ts";

/** What a closure is made from. */
export interface ClosureSource {
  /** Folder its names are relative to. */
  readonly root: string;
  /** Absolute path of the module that is imported. */
  readonly entry: string;
  /** What loading it was seen to need; null where it was not loaded. */
  readonly record: LoadRecord | null;
  /** Absolute paths of further files. */
  readonly files: readonly string[];
  /** Working folder of the process that loaded it. */
  readonly workingFolder: string;
  /** SHA-256 of compiled modules that are known otherwise, such as the component's own. */
  readonly known: ReadonlySet<string>;
}

/** A file larger than this is hashed and not kept: no baseline could carry it. */
const MAX_KEPT_BYTES = 64 * 1024 * 1024;

/** Folders of the system; what code reads there is no part of it. */
const SYSTEM = ["/proc", "/sys", "/dev", "/etc", "/usr", "/lib", "/System", "/Library"];

/** Fields of a package.json by which Node resolves and tells ES modules from CommonJS. */
const RESOLUTION = ["name", "type", "main", "exports", "imports"];

/** How much of a file is needed: of a package.json that nobody read, what resolution needs. */
type Extent = "whole" | "resolution";

/**
 * Gathers everything some JavaScript was seen to need: modules, files it read, the package.json files of both, and the
 * links they are found by.
 *
 * Files that are not there, folders, devices and files of the system are passed over.
 *
 * @param source - entry, what was observed, and where
 * @returns the closure; its entry is one of its files where there is such a file
 * @throws the system error when a file that is there cannot be read
 */
export async function createClosure(source: ClosureSource): Promise<Closure> {
  const place = { given: source.root, real: await realpath(source.root) };
  const found = await gather(source, place);
  const entry = await realpath(source.entry).catch(() => source.entry);
  const usesFolder = source.record?.reads.some(({ isRelative }) => isRelative) ?? false;
  const folder = usesFolder ? await realpath(source.workingFolder) : null;
  const links = [...found.links.values()];
  const { root, nameOf } = layOut(place.real, [
    entry,
    ...found.files.keys(),
    ...links.flatMap(({ path, target }) => [path, target]),
    ...(folder === null ? [] : [folder]),
  ]);
  const files = await Promise.all(
    [...found.files].map(([path, extent]) => readClosureFile(path, nameOf(path), extent)),
  );
  const carried = new Set(files.map(({ sha256 }) => sha256));
  return {
    root,
    folder: folder === null ? null : nameOf(folder),
    entry: nameOf(entry),
    files: files.sort(byName),
    links: links
      .map(({ path, target }): ClosureLink => ({ name: nameOf(path), target: nameOf(target) }))
      .sort(byName),
    compiled: [...new Set(source.record?.compiled ?? [])]
      .filter((sha256) => !carried.has(sha256) && !source.known.has(sha256))
      .sort(),
  };
}

/**
 * Whether a file belongs to the system rather than to a project.
 *
 * @param path - absolute path
 * @param root - folder of the project
 * @returns true below a folder of the system that the project is not in itself
 */
export function isSystemFile(path: string, root: string): boolean {
  const isBelow = (file: string, folder: string): boolean => file.startsWith(`${folder}${sep}`);
  return SYSTEM.some((folder) => isBelow(path, folder) && !isBelow(root, folder));
}

interface Found {
  readonly files: Map<string, Extent>;
  readonly links: Map<string, PathLink>;
}

/** The root as it was named, and where it really is. */
interface Place {
  readonly given: string;
  readonly real: string;
}

async function gather(source: ClosureSource, place: Place): Promise<Found> {
  const tracer = createLinkTracer();
  // A link on the way to the root itself is this machine's.
  const trace: LinkTracer = (path: string): ReturnType<LinkTracer> =>
    tracer(
      path.startsWith(`${place.given}${sep}`)
        ? join(place.real, path.slice(place.given.length))
        : path,
    );
  const found: Found = { files: new Map(), links: new Map() };
  const { modules, reads } = source.record ?? { modules: [], reads: [] };
  for (const path of [source.entry, ...source.files]) await addFile(path, trace, found);
  const folders = modules.map(({ path }) => dirname(path));
  const homes = [...new Set([place.given, place.real, source.workingFolder, ...folders])];
  for (const { path, isRead } of reads) {
    // Programs ask for much that is none of theirs: the engine itself, files of the user.
    const isOwn = isRead || homes.some((home) => path.startsWith(`${home}${sep}`));
    if (isOwn && !isSystemFile(path, place.real)) await addFile(path, trace, found);
  }
  const imports = [{ specifier: "", parent: null, path: source.entry }, ...modules];
  for (const module of imports) {
    const { paths, packages } = await lookedUpPaths(module);
    for (const path of paths) await addFile(path, trace, found, module.path);
    for (const folder of packages) await addPackage(folder, trace, found, module.path);
    await addScope(module.path, trace, found);
  }
  return found;
}

/** Adds what a path leads to; where only one module is meant, links to others are none of this closure. */
async function addFile(
  path: string,
  trace: LinkTracer,
  found: Found,
  only?: string,
): Promise<void> {
  const { real, links } = await trace(path);
  if (real === null || !(await isRegular(real))) return;
  if (only !== undefined && real !== (await trace(only)).real) return;
  for (const link of links) found.links.set(link.path, link);
  found.files.set(real, "whole");
}

/** A package a module was found in: its links, and its package.json. */
async function addPackage(
  folder: string,
  trace: LinkTracer,
  found: Found,
  module: string,
): Promise<void> {
  const { real, links } = await trace(folder);
  if (real === null || !module.startsWith(`${real}${sep}`)) return;
  for (const link of links) found.links.set(link.path, link);
  await addPackageFile(real, trace, found);
}

/** The nearest package.json says whether a file is an ES module, and what its `#names` mean. */
async function addScope(module: string, trace: LinkTracer, found: Found): Promise<void> {
  const { real } = await trace(module);
  if (real === null) return;
  for (const folder of packageScopes(real)) if (await addPackageFile(folder, trace, found)) return;
}

async function addPackageFile(folder: string, trace: LinkTracer, found: Found): Promise<boolean> {
  const { real, links } = await trace(join(folder, "package.json"));
  if (real === null || !(await isRegular(real))) return false;
  for (const link of links) found.links.set(link.path, link);
  if (!found.files.has(real)) found.files.set(real, "resolution");
  return true;
}

async function isRegular(path: string): Promise<boolean> {
  const facts = await stat(path).catch(() => null);
  return facts?.isFile() ?? false;
}

async function readClosureFile(path: string, name: string, extent: Extent): Promise<ClosureFile> {
  const { size } = await stat(path);
  if (size > MAX_KEPT_BYTES)
    return { name, sha256: await hashStream(path), sizeBytes: size, bytes: null };
  const whole = await readFile(path);
  const bytes = extent === "whole" ? whole : resolutionOf(whole);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name, sha256, sizeBytes: bytes.length, bytes };
}

async function hashStream(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** Versions, scripts and dependencies change all the time and change nothing that runs. */
function resolutionOf(bytes: Uint8Array): Uint8Array {
  let fields: unknown;
  try {
    fields = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return bytes;
  }
  if (typeof fields !== "object" || fields === null) return bytes;
  const kept = Object.entries(fields).filter(([key]) => RESOLUTION.includes(key));
  return new TextEncoder().encode(JSON.stringify(Object.fromEntries(kept)));
}

function byName(left: { readonly name: string }, right: { readonly name: string }): number {
  if (left.name === right.name) return 0;
  return left.name < right.name ? -1 : 1;
}
