import { readFileSync } from "node:fs";
import { clockNs } from "../../suites/clocks.ts";
import type { Probe } from "../../suites/procedure.ts";

/** Where the private bytes of this process are read from. */
export type MemorySource = "smaps_rollup" | "rss";

/**
 * Creates the view a measuring process has of itself.
 *
 * @returns clock, collector and memory reader; `privateBytes` falls back to the resident set where /proc is missing
 */
export function createProbe(): Probe & { readonly memorySource: MemorySource } {
  const gc = (globalThis as { gc?: () => void }).gc ?? ((): void => {});
  const now = clockNs;
  const collect = (): number => {
    const start = now();
    gc();
    return now() - start;
  };
  const memorySource = readPrivateBytes() === null ? "rss" : "smaps_rollup";
  return {
    now,
    collect,
    memorySource,
    privateBytes: () => {
      gc();
      gc();
      return readPrivateBytes() ?? process.memoryUsage.rss();
    },
  };
}

/** Null where the kernel does not tell. */
function readPrivateBytes(): number | null {
  try {
    return dirtyBytesOf(readFileSync("/proc/self/smaps_rollup", "utf8"));
  } catch {
    return null;
  }
}

/**
 * The private bytes that a process has written. Clean ones are pages of files: those of a shared library are private for
 * as long as one process alone maps it, so that they come and go with the process beside this one.
 *
 * @param text - what `/proc/<pid>/smaps_rollup` holds
 * @returns bytes; null where it does not say
 */
export function dirtyBytesOf(text: string): number | null {
  const [, kibibytes] = /^Private_Dirty:\s+(\d+) kB$/m.exec(text) ?? [];
  return kibibytes === undefined ? null : Number(kibibytes) * 1024;
}
