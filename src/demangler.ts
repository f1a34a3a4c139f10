import { demangle_any } from "gecko-profiler-demangle";

/**
 * Turns what compilers make of names back: those of Rust (legacy without the hash, and v0) and of C++.
 *
 * @param names - names as modules hold them
 * @returns the same in the same order, demangled where they are mangled
 * @throws nothing a name can cause
 */
export function demangle(names: readonly string[]): string[] {
  return names.map((name) => demangle_any(name));
}
