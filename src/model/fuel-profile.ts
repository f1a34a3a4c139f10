import type { FuelConfig } from "./config.ts";

/** First major version of Wasmtime that charges by a profile, the newest first. */
const FIRST: readonly (readonly [number, FuelConfig["profile"]])[] = [
  [49, "wasmtime-49"],
  [48, "wasmtime-48"],
  [46, "wasmtime-46"],
  [0, "wasmtime-24"],
];

/**
 * The profile that counts fuel as a version of Wasmtime charges it.
 *
 * @param version - version such as `49.0.0`; one that is newer than the newest profile is taken to charge by that
 * @returns the profile; null where the version begins with no number
 */
export function fuelProfileOf(version: string): FuelConfig["profile"] | null {
  const major = Number.parseInt(version, 10);
  return FIRST.find(([first]) => major >= first)?.[1] ?? null;
}
