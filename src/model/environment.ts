import type { Clock } from "./clock.ts";
import type { EngineFacts, EngineName } from "./engine.ts";

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
  /** Engines beside V8 that ran guest code; absent without any, and in older documents. */
  readonly engines?: readonly EngineFacts[];
}

/** Which V8 compilers run guest code: both, the optimizing one only, or start-up as in production. */
export type TierMode = "natural" | "optimized" | "startup";

/**
 * The part of an environment that must match before stored times may be compared.
 *
 * @param environment - environment of a measurement
 * @param engine - engine the times are of; V8 unless another one is named
 * @returns a readable key, equal exactly when stored times of this engine are comparable
 * @see docs/statistics.md#stored-numbers
 */
export function fingerprintOf(environment: Environment, engine: EngineName = "v8"): string {
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
    // V8's numbers do not change with another engine beside it.
    ...(engine === "v8" ? [] : [buildOf(environment, engine)]),
  ].join(" | ");
}

/** Two builds of one version are two engines: the hash tells them apart, and a file that was replaced. */
function buildOf({ engines = [] }: Environment, engine: EngineName): string {
  const facts = engines.find(({ name }) => name === engine);
  if (facts === undefined) return `${engine} not recorded`;
  const { version, sha256 } = facts;
  return sha256 === undefined ? `${engine} ${version}` : `${engine} ${version} (${sha256})`;
}
