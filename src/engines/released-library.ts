import { copyFile, readFile, rm } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { LibrarySource } from "../model/engine.ts";
import type { Warning } from "../model/sample.ts";
import { engineFault } from "./engine-fault.ts";
import { type FetchRequest, fetchArchive, RELEASES, RELEASES_VARIABLE } from "./fetch-archive.ts";
import {
  ARCHIVE,
  type CachePlaces,
  cacheFolder,
  hashOf,
  isWhole,
  type KeptLibrary,
  keepLibrary,
  openDraft,
  readKept,
} from "./library-cache.ts";
import { type Machine, type ReleaseAsset, releaseAsset } from "./release-asset.ts";
import { hashMember, unpackLibrary } from "./unpack-library.ts";

/** A release that is asked for. */
type Release = Extract<LibrarySource, { readonly kind: "version" }>;

/** The machine, and where things are fetched from and kept. */
export interface ReleaseContext extends CachePlaces, Machine {
  readonly open: FetchRequest["open"];
  readonly wait: (ms: number) => Promise<void>;
  /** Told before something is fetched. */
  readonly tell: (line: string) => void;
}

/** A library of a release. */
export interface ReleasedLibrary {
  /** Absolute path. */
  readonly path: string;
  readonly warnings: readonly Warning[];
}

/**
 * The library of a release: kept from an earlier run, or fetched, checked and unpacked now.
 *
 * @param release - version, and the hashes its archive may have; none of them checks nothing
 * @param context - machine and places
 * @returns its path, with a warning that names the hash where none was given
 * @throws ActionError (`engine`) naming the archive, what is wrong and the remedy
 */
export async function releasedLibrary(
  release: Release,
  context: ReleaseContext,
): Promise<ReleasedLibrary> {
  const asset = releaseAsset(release.version, context);
  if (asset === null)
    throw engineFault(
      `Wasmtime has no release for ${context.platform} ${context.arch}`,
      "Build its C API, and name the library: engine: { name: wasmtime, library: PATH }.",
    );
  const place = join(cacheFolder(context), "wasmtime", release.version, asset.target);
  const wanted = { release, asset, place };
  const kept = (await keptBefore(wanted, context)) ?? (await unpackRelease(wanted, context));
  return { path: kept.path, warnings: unpinned(release, asset, kept) };
}

async function keptBefore(wanted: Wanted, context: ReleaseContext): Promise<KeptLibrary | null> {
  const found = await readKept(wanted.place, wanted.asset.members);
  if (found === null || !(await isWhole(found))) return null;
  return (await isProven(found, wanted, context)) ? found : null;
}

/** What a record tells of itself is no proof: where a hash is pinned, the archive is hashed, and what is in it. */
async function isProven(
  { path, library }: KeptLibrary,
  { release, asset, place }: Wanted,
  { variables }: ReleaseContext,
): Promise<boolean> {
  if (release.sha256.length === 0) return true;
  const archive = join(place, ARCHIVE);
  const hash = await readFile(archive).then(hashOf, () => "");
  if (!release.sha256.includes(hash)) return false;
  const member = relative(place, path).split(sep).join("/");
  return (
    asset.members.includes(member) && (await hashMember({ archive, variables }, member)) === library
  );
}

function isPinned(hash: string, { sha256 }: Release): boolean {
  return sha256.length === 0 || sha256.includes(hash);
}

function unpinned(
  { version, sha256 }: Release,
  { archive }: ReleaseAsset,
  kept: KeptLibrary,
): Warning[] {
  if (sha256.length > 0) return [];
  const message = `${archive} was not checked: pin it, engine: { name: wasmtime, version: ${version}, sha256: ${kept.archive} }`;
  return [{ code: "engine-not-pinned", message }];
}

interface Wanted {
  readonly release: Release;
  readonly asset: ReleaseAsset;
  /** Folder that will keep it. */
  readonly place: string;
}

async function unpackRelease(wanted: Wanted, context: ReleaseContext): Promise<KeptLibrary> {
  const { release, asset, place } = wanted;
  const draft = await openDraft(place);
  try {
    const archive = join(draft.folder, ARCHIVE);
    const hash =
      (await copyArchive(wanted, archive)) ?? (await downloadArchive(wanted, archive, context));
    if (!isPinned(hash, release)) throw otherHash(release, asset, hash);
    const { members } = asset;
    const { variables } = context;
    const parts = { archive, name: asset.archive, members, folder: draft.folder, variables };
    const path = await unpackLibrary(parts);
    const library = hashOf(await readFile(path));
    const file = relative(draft.folder, path).split(sep).join("/");
    return await keepLibrary({ folder: draft.folder, file, archive: hash, library }, place);
  } finally {
    await rm(draft.folder, { recursive: true, force: true });
    draft.release();
  }
}

/** The hash of the archive that was kept, where it is one that is pinned; null where it has to be fetched. */
async function copyArchive({ release, place }: Wanted, path: string): Promise<string | null> {
  try {
    await copyFile(join(place, ARCHIVE), path);
    const hash = hashOf(await readFile(path));
    return release.sha256.includes(hash) ? hash : null;
  } catch {
    return null;
  }
}

function downloadArchive(
  { release, asset }: Wanted,
  path: string,
  context: ReleaseContext,
): Promise<string> {
  const url = addressOf(release, asset, context.variables);
  context.tell(`fetching ${asset.archive}`);
  return fetchArchive({ url, path, ...context });
}

function addressOf(
  { version }: Release,
  { archive }: ReleaseAsset,
  variables: ReleaseContext["variables"],
): string {
  const mirror = variables[RELEASES_VARIABLE] || RELEASES;
  if (!URL.canParse(mirror) || !/^https?:$/.test(new URL(mirror).protocol))
    throw engineFault(
      `${RELEASES_VARIABLE} names no address of a mirror`,
      `Write a folder of releases as ${RELEASES}, or leave it unset.`,
    );
  return `${mirror.replace(/\/+$/, "")}/v${version}/${archive}`;
}

function otherHash({ sha256 }: Release, { archive }: ReleaseAsset, hash: string): Error {
  const pinned = sha256.join(" or ");
  return engineFault(
    `${archive} has the SHA-256 ${hash}, and ${pinned} is pinned: nothing of it was run`,
    "Compare with the hash the release tells, and correct sha256 or the mirror.",
  );
}
