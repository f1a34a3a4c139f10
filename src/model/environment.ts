import type { Clock } from "./clock.ts";

/** The machine, engine and flags a measurement was made with. */
export interface Environment {
  readonly platform: string;
  readonly arch: string;
  readonly cpuModel: string;
  readonly cpuCount: number;
  readonly totalMemoryBytes: number;
  readonly osRelease: string;
  /** Runner image (`ImageOS`/`ImageVersion`) or an empty string. */
  readonly image: string;
  readonly node: string;
  readonly v8: string;
  readonly tier: TierMode;
  readonly flags: readonly string[];
  /** Major version of this product: definitions may change with it. */
  readonly harness: number;
  /** The clock that compute was timed by; absent in older documents, which knew wall time only. */
  readonly clock?: Clock;
  /** Why it is wall time although CPU time was wanted; absent when nothing is to be said. */
  readonly clockReason?: string;
}

/** Which V8 compilers run guest code: both, the optimizing one only, or start-up as in production. */
export type TierMode = "natural" | "optimized" | "startup";

/**
 * The part of an environment that must match before stored times may be compared.
 *
 * @param environment - environment of a measurement
 * @returns a readable key, equal exactly when stored times are comparable
 * @see docs/statistics.md#stored-numbers
 */
export function fingerprintOf(environment: Environment): string {
  const { platform, arch, cpuModel, cpuCount, image, node, v8, tier, flags, harness, clock } =
    environment;
  return [
    platform,
    arch,
    cpuModel,
    `${cpuCount} cpu`,
    image,
    `node ${node}`,
    `v8 ${v8}`,
    tier,
    flags.join(" "),
    `harness ${harness}`,
    // Fingerprints written before there was a choice name no clock: they are those of wall time.
    ...(clock === "cpu" ? ["CPU time"] : []),
  ].join(" | ");
}
