import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Collects what JavaScript has left behind. */
export function collectGarbage(): void {
  collect();
}

/** Bytes of this process that it shares with no other, after a collection. */
export function privateBytes(): number {
  collect();
  collect();
  const text = readFileSync("/proc/self/smaps_rollup", "utf8");
  const found = [...text.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)];
  return found.reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0);
}
