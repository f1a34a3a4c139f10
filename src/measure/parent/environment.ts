import { arch, cpus, platform, release, totalmem } from "node:os";
import type { Environment } from "../../model/environment.ts";
import type { Sampling } from "../../model/policy.ts";
import { readCpu } from "../../suites/clocks.ts";
import { chooseClock } from "./choose-clock.ts";

/**
 * How the harness measures, counted up when that changes: stored numbers of another one are not compared. Not the version of
 * the product, whose releases must not cost every project its baseline.
 */
export const HARNESS_VERSION = 1;

/**
 * Describes the machine, the engine and the clock that measure.
 *
 * @param sampling - tier mode and V8 flags
 * @param image - runner image, or an empty string
 * @returns the environment, as it is stored with every result
 */
export function describeEnvironment(
  sampling: Pick<Sampling, "tier" | "flags">,
  image: string,
): Environment {
  const processors = cpus();
  const { clock, reason } = chooseClock({
    readCpu,
    now: () => Number(process.hrtime.bigint()),
  });
  return {
    platform: platform(),
    arch: arch(),
    cpuModel: processors[0]?.model.trim() ?? "unknown",
    cpuCount: processors.length,
    totalMemoryBytes: totalmem(),
    osRelease: release(),
    image,
    node: process.versions.node,
    v8: process.versions.v8,
    tier: sampling.tier,
    flags: sampling.flags,
    harness: HARNESS_VERSION,
    clock,
    ...(reason === null ? {} : { clockReason: reason }),
  };
}

/**
 * The variables a measuring process gets: enough to start, nothing secret.
 *
 * @param variables - environment of this process
 * @returns paths, locale and the runner's tracking id only: no token, no `ACTIONS_*`, no `INPUT_*`, no `GITHUB_*`
 */
export function scrubEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const kept = [
    "PATH",
    "HOME",
    "TMPDIR",
    "TEMP",
    "TMP",
    "LANG",
    "LC_ALL",
    "TZ",
    "SystemRoot",
    // By it the runner finds what a job has left running, and ends it.
    "RUNNER_TRACKING_ID",
  ];
  return Object.fromEntries(
    kept.flatMap((name) => (variables[name] === undefined ? [] : [[name, variables[name]]])),
  );
}
