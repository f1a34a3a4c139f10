/** Turns mangled names back, in order. */
export type Demangle = (names: readonly string[]) => Promise<readonly string[]>;

/** What compilers' own names begin with: C++ Itanium, Rust legacy and v0, with the underscores some linkers add. */
const MANGLED = /^_{0,3}(Z[A-Z0-9]|R[A-Z0-9])|^\?/;
/** Suffixes that a link-time optimizer gives, which differ from build to build. */
const PROMOTED = /\.llvm\.\d+(?=$|\.)/g;
/** The hash of a legacy Rust name, which linkers demangle but keep. */
const LEGACY_HASH = /::h[0-9a-f]{16}$/;
/** The hash of a crate in a Rust v0 name. */
const CRATE_HASH = /(?<=\w)\[[0-9a-f]{10,16}\]/g;

/**
 * Makes names of functions readable, and equal in two builds of the same source.
 *
 * @param names - names as modules hold them
 * @param demangle - asked about those that look mangled, if there are any
 * @returns names without hashes, demangled where they can be, by the name that was given
 */
export async function tidyNames(
  names: Iterable<string>,
  demangle: Demangle,
): Promise<ReadonlyMap<string, string>> {
  const all = [...new Set(names)];
  const plain = all.map((name) => name.replaceAll(PROMOTED, ""));
  const mangled = plain.filter((name) => MANGLED.test(name));
  const told = mangled.length === 0 ? [] : await demangle(mangled);
  const known = new Map(mangled.map((name, place) => [name, told[place] ?? name]));
  return new Map(
    all.map((name, place) => {
      const bare = plain[place] ?? name;
      return [name, withoutHashes(readable(bare, known.get(bare)))];
    }),
  );
}

/** A name that is none of a compiler comes back as it was, or without its first underscore. */
function readable(name: string, demangled: string | undefined): string {
  const isTold = demangled !== undefined && demangled !== "" && !name.endsWith(demangled);
  return isTold ? demangled : name;
}

function withoutHashes(name: string): string {
  return name.replace(LEGACY_HASH, "").replaceAll(CRATE_HASH, "");
}

/** Stands for functions whose names have no path. */
export const NO_CRATE = "(no path)";
/** Stands for functions without a name. */
export const NO_NAME = "(no name)";

const PATH = /(?<![\w:])([A-Za-z_]\w*)::/;

/**
 * The crate or namespace a function belongs to.
 *
 * @param name - a name from {@link tidyNames}
 * @returns the first part of the first path in it, such as `core` of `<&T as core::fmt::Debug>::fmt`; a word in brackets
 *   where there is none
 */
export function crateOf(name: string): string {
  return PATH.exec(name)?.[1] ?? NO_CRATE;
}
