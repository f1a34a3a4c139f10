import type { TierMode } from "../../model/environment.ts";

const TIER_FLAGS: Readonly<Record<TierMode, readonly string[]>> = {
  natural: [],
  optimized: ["--no-liftoff"],
  startup: ["--wasm-lazy-compilation"],
};

/** Node's permission model without a word before the option, from this major version on. */
export const PERMISSION_SINCE = 24;

/**
 * Flags of a measuring process.
 *
 * @param tier - which V8 compilers run guest code
 * @param extra - further flags from the configuration; permissions among them are left out where all is permitted
 * @param nodeMajor - major version of the Node that runs the child
 * @param isNative - whether it loads a native engine, which is a library
 * @returns the flags, in a stable order
 * @see bench/permission.mjs for what the permission model costs
 */
export function measuringFlags(
  tier: TierMode,
  extra: readonly string[],
  nodeMajor: number,
  isNative = false,
): string[] {
  const permission = ["--permission", "--allow-fs-read=*", "--allow-worker", "--allow-wasi"];
  const isModelled = nodeMajor >= PERMISSION_SINCE;
  return [
    "--expose-gc",
    "--disable-warning=ExperimentalWarning",
    "--disable-warning=SecurityWarning",
    ...TIER_FLAGS[tier],
    ...(isModelled ? extra : extra.filter((flag) => !flag.startsWith("--allow-"))),
    ...(isModelled ? permission : []),
    ...(isModelled && isNative ? ["--allow-addons"] : []),
  ];
}
