import { mkdir, realpath, symlink, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { isSystemError } from "../files/regular-file.ts";
import type {
  BaselineDocument,
  StoredClosure,
  StoredComponent,
  StoredLayout,
} from "../model/baseline.ts";
import type { Closure } from "../model/closure.ts";
import type { Component, Glue } from "../model/component.ts";
import type { ModuleFacts } from "../model/module-facts.ts";
import type { BaselineBundle } from "../ports.ts";
import { damaged } from "./read-bundle.ts";

/** What glue has whose baseline was saved before it was observed. */
const PLAIN: StoredLayout = { root: "", folder: null, links: [], compiled: [] };

/** The part of a bundle components are made of. */
export interface PackedBundle extends Pick<BaselineBundle, "objects"> {
  readonly document: Pick<BaselineDocument, "components">;
}

/**
 * Puts the components of a baseline together again. What JavaScript needs is written, because it is imported by path.
 *
 * @param bundle - a restored baseline, its sizes and hashes checked
 * @param directory - empty folder of this run; each component with JavaScript gets a folder below it
 * @param decode - decodes a module; null for bytes that are none
 * @returns the components in the document's order, without fuel limits; an imports module the baseline carries can be
 * imported from where it was written, the host of every other component is as it was stored
 * @throws ActionError (`baseline`) when a name leaves its folder, two things have one name, a binary is not in the
 * bundle or cannot be decoded
 */
export async function unpackComponents(
  bundle: PackedBundle,
  directory: string,
  decode: (bytes: Uint8Array) => ModuleFacts | null,
): Promise<readonly Component[]> {
  await mkdir(directory, { recursive: true });
  const root = await realpath(directory);
  // Ends the search for the kind of a module here, and not in some folder of this machine.
  await writeFile(join(root, "package.json"), "{}");
  const components: Component[] = [];
  for (const [index, stored] of bundle.document.components.entries()) {
    const places = { bundle, folder: join(root, String(index)) };
    components.push(await unpackComponent(stored, places, decode));
  }
  return components;
}

interface Places {
  readonly bundle: PackedBundle;
  readonly folder: string;
}

async function unpackComponent(
  stored: StoredComponent,
  { bundle, folder }: Places,
  decode: (bytes: Uint8Array) => ModuleFacts | null,
): Promise<Component> {
  const { name, format, path, sha256, moduleSha256, entry, init, files, hostClosure } = stored;
  const bytes = moduleSha256 === null ? new Uint8Array() : find(bundle, moduleSha256);
  const module = moduleOf(name, bytes, decode);
  const own = { name, origin: "user" as const, format, path };
  const component = { ...own, bytes, module, sha256, fuelLimit: null };
  if (entry !== null) {
    const stack = { ...PLAIN, ...stored.layout, entry, files };
    const placed = await writeClosure(stack, { bundle, folder: join(folder, "glue") });
    const glue: Glue = { path: placed.path, init, closure: placed.closure };
    return { ...component, host: stored.host, glue, ...placed.working };
  }
  if (stored.host.kind !== "module" || hostClosure === undefined)
    return { ...component, host: stored.host, glue: null };
  const placed = await writeClosure(hostClosure, { bundle, folder: join(folder, "host") });
  const host = { kind: "module" as const, path: placed.path };
  return { ...component, host, glue: null, hostClosure: placed.closure, ...placed.working };
}

function moduleOf(
  name: string,
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => ModuleFacts | null,
): ModuleFacts | null {
  try {
    return decode(bytes);
  } catch (cause) {
    throw damaged(`the module of ${JSON.stringify(name)} cannot be decoded`, cause);
  }
}

interface PlacedClosure {
  readonly closure: Closure;
  /** Absolute path of its entry. */
  readonly path: string;
  readonly working: { readonly folder?: string };
}

/** Files first: while there is no link, no name can lead through one. */
async function writeClosure(
  stored: StoredClosure,
  { bundle, folder }: Places,
): Promise<PlacedClosure> {
  const files = stored.files.map((file) => ({ ...file, bytes: find(bundle, file.sha256) }));
  for (const { name, bytes } of files) {
    const path = placeOf(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await once(name, () => writeFile(path, bytes, { flag: "wx" }));
  }
  for (const { name, target } of stored.links) {
    const [path, end] = [placeOf(folder, name), placeOf(folder, target)];
    await once(name, async () => {
      await mkdir(dirname(path), { recursive: true });
      await symlink(end, path, "junction");
    });
  }
  const working = stored.folder === null ? null : placeOf(folder, stored.folder || ".", true);
  if (working !== null) await mkdir(working, { recursive: true });
  return {
    closure: { ...stored, files },
    path: placeOf(folder, stored.entry),
    working: working === null ? {} : { folder: working },
  };
}

/** Names are checked one by one; that a file stands where another needs a folder shows here. */
async function once(name: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (thrown) {
    if (isSystemError(thrown) && COLLISIONS.includes(thrown.code ?? ""))
      throw collision(name, thrown);
    throw thrown;
  }
}

const COLLISIONS = ["EEXIST", "ENOTDIR", "EISDIR", "ELOOP"];

function collision(name: string, cause: unknown): Error {
  return damaged(`two of its files want the place ${JSON.stringify(name)}`, cause);
}

function placeOf(folder: string, name: string, mayBeRoot = false): string {
  const path = resolve(folder, name);
  const way = relative(folder, path);
  if ((way === "" && !mayBeRoot) || way === ".." || way.startsWith(`..${sep}`))
    throw damaged(`the file name ${JSON.stringify(name)} leaves its folder`);
  return path;
}

function find({ objects }: PackedBundle, sha256: string): Uint8Array {
  const bytes = objects.get(sha256);
  if (bytes === undefined) throw damaged(`the binary ${sha256} is not in it`);
  return bytes;
}
