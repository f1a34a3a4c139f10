import { lstat, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A symbolic link on the way to a file. */
export interface PathLink {
  /** Absolute path of the link itself, no link before it. */
  readonly path: string;
  /** Where it ends, links followed. */
  readonly target: string;
}

/** Where a path leads. */
export interface TracedPath {
  /** The path with every link followed; null when there is nothing. */
  readonly real: string | null;
  /** The links on the way, also where it leads nowhere. */
  readonly links: readonly PathLink[];
}

/** Follows paths; each folder is looked at once. */
export type LinkTracer = (path: string) => Promise<TracedPath>;

/**
 * Creates a tracer for one closure.
 *
 * @returns follows an absolute path folder by folder; never rejects: what cannot be looked at is not there
 */
export function createLinkTracer(): LinkTracer {
  const known = new Map<string, Promise<TracedPath>>();
  const trace: LinkTracer = (path: string): Promise<TracedPath> => {
    const found = known.get(path) ?? step(path, trace);
    known.set(path, found);
    return found;
  };
  return trace;
}

async function step(path: string, trace: LinkTracer): Promise<TracedPath> {
  const folder = dirname(path);
  if (folder === path) return { real: path, links: [] };
  const { real, links } = await trace(folder);
  if (real === null) return { real: null, links };
  const place = join(real, basename(path));
  const facts = await lstat(place).catch(() => null);
  if (facts === null) return { real: null, links };
  if (!facts.isSymbolicLink()) return { real: place, links };
  const target = await realpath(place).catch(() => null);
  return target === null
    ? { real: null, links }
    : { real: target, links: [...links, { path: place, target }] };
}
