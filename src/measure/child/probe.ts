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

/** Private clean plus private dirty bytes; null where the kernel does not tell. */
function readPrivateBytes(): number | null {
  let text: string;
  try {
    text = readFileSync("/proc/self/smaps_rollup", "utf8");
  } catch {
    return null;
  }
  const kibibytes = [...text.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)].map((match) =>
    Number(match[1]),
  );
  return kibibytes.length === 0 ? null : kibibytes.reduce((sum, value) => sum + value, 0) * 1024;
}
