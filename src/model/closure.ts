/** A file that JavaScript needs; its name is one of the closure's virtual root. */
export interface ClosureFile {
  /** Plain relative name, `/` between folders. */
  readonly name: string;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Null for a file too large to be stored. */
  readonly bytes: Uint8Array | null;
}

/** A symbolic link by which a file is found, as package managers make them. */
export interface ClosureLink {
  readonly name: string;
  /** What it leads to: a name of the same virtual root. */
  readonly target: string;
}

/** The place of things in a closure's virtual root. */
export interface ClosurePlaces {
  /** Name of the folder the configuration lies in; empty for the virtual root itself. */
  readonly root: string;
  /** Name of the working folder; null where nothing was read relative to it. */
  readonly folder: string | null;
  /** Name of the module to import. */
  readonly entry: string;
}

/** Everything that some JavaScript was seen to need, placed so that it loads from any folder. */
export interface Closure extends ClosurePlaces {
  /** In order of their names. */
  readonly files: readonly ClosureFile[];
  readonly links: readonly ClosureLink[];
  /** SHA-256 of the WebAssembly it compiled that is none of the files, in order. */
  readonly compiled: readonly string[];
}

/** What of a closure decides what runs. */
export interface ClosureFacts extends ClosurePlaces {
  readonly files: readonly Pick<ClosureFile, "name" | "sha256">[];
  readonly links: readonly ClosureLink[];
  readonly compiled: readonly string[];
}

/**
 * The text whose hash stands for a closure. Unambiguous: no two closures have the same.
 *
 * @param closure - places, files with their hashes, links and compiled modules
 * @returns one line of JSON
 */
export function closureText({ folder, entry, files, links, compiled }: ClosureFacts): string {
  return JSON.stringify([
    folder,
    entry,
    files.map(({ name, sha256 }) => [name, sha256]),
    links.map(({ name, target }) => [name, target]),
    compiled,
  ]);
}

/**
 * The text whose hash stands for a component with glue.
 *
 * @param moduleSha256 - SHA-256 of the module; null for glue without one
 * @param closure - what the glue needs
 * @returns one line of JSON
 */
export function glueText(moduleSha256: string | null, closure: ClosureFacts): string {
  return JSON.stringify(["glue", moduleSha256, closureText(closure)]);
}

/**
 * The text whose hash stands for the host code of a benchmark.
 *
 * @param host - SHA-256 of the closure of its imports module; null without one
 * @param native - SHA-256 of the closure of its native reference; null without one
 * @returns one line of JSON
 */
export function hostCodeText(host: string | null, native: string | null): string {
  return JSON.stringify(["host code", host, native]);
}
