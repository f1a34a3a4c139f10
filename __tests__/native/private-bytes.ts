import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { dirtyBytesOf } from "../../src/measure/child/probe.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Collects what JavaScript has left behind. */
export function collectGarbage(): void {
  collect();
}

/** Bytes that this process alone has written, after a collection. */
export function privateBytes(): number {
  collect();
  collect();
  return dirtyBytesOf(readFileSync("/proc/self/smaps_rollup", "utf8")) ?? Number.NaN;
}
