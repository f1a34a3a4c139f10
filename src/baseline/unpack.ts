import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { StoredComponent } from "../model/baseline.ts";
import type { Component, Glue } from "../model/component.ts";
import type { BaselineBundle } from "../ports.ts";
import { damaged } from "./read-bundle.ts";

/**
 * Puts the components of a baseline together again. Glue files are written, because JavaScript is imported by path.
 *
 * @param bundle - a restored baseline, its sizes and hashes checked
 * @param directory - empty folder of this run; each glue component gets a folder below it
 * @returns the components in the document's order, without fuel limits; the host of each is as it was stored
 * @throws ActionError (`baseline`) when a file's name leaves its folder or a binary is not in the bundle
 */
export async function unpackComponents(
  bundle: BaselineBundle,
  directory: string,
): Promise<readonly Component[]> {
  const components: Component[] = [];
  for (const [index, stored] of bundle.document.components.entries()) {
    const folder = join(directory, String(index));
    components.push({
      name: stored.name,
      origin: "user",
      format: stored.format,
      path: stored.path,
      host: stored.host,
      bytes: stored.moduleSha256 === null ? new Uint8Array() : find(bundle, stored.moduleSha256),
      sha256: stored.sha256,
      glue:
        stored.entry === null
          ? null
          : await writeGlue(bundle, stored, { folder, entry: stored.entry }),
      fuelLimit: null,
    });
  }
  return components;
}

interface GluePlace {
  readonly folder: string;
  readonly entry: string;
}

async function writeGlue(
  bundle: BaselineBundle,
  stored: StoredComponent,
  { folder, entry }: GluePlace,
): Promise<Glue> {
  const files = stored.files.map(({ name, sha256 }) => ({ name, bytes: find(bundle, sha256) }));
  for (const { name, bytes } of files) {
    const path = placeOf(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes, { flag: "wx" });
  }
  return { path: placeOf(folder, entry), init: stored.init, files };
}

function placeOf(folder: string, name: string): string {
  const path = resolve(folder, name);
  const way = relative(folder, path);
  if (way === "" || way === ".." || way.startsWith(`..${sep}`))
    throw damaged(`the file name ${JSON.stringify(name)} leaves its folder`);
  return path;
}

function find({ objects }: BaselineBundle, sha256: string): Uint8Array {
  const bytes = objects.get(sha256);
  if (bytes === undefined) throw damaged(`the binary ${sha256} is not in it`);
  return bytes;
}
