import { bothBuilds, ENGINE_TITLES, type EngineFacts } from "../model/engine.ts";
import type { Environment } from "../model/environment.ts";
import type { Warning } from "../model/sample.ts";

/**
 * What is to be said of engines that are other builds than those the baseline was measured on.
 *
 * @param environment - environment of this run
 * @param baseline - environment of the baseline; null without one
 * @returns a warning for each engine that both have, in other builds
 */
export function engineWarnings(environment: Environment, baseline: Environment | null): Warning[] {
  return (environment.engines ?? []).flatMap(({ name }): Warning[] => {
    const [now, before] = bothBuilds(name, environment.engines, baseline?.engines);
    if (now === null || before === null || isSameBuild(now, before)) return [];
    const isVersion = now.version !== before.version;
    const old = isVersion ? before.version : `another build of ${before.version}`;
    const fresh = isVersion ? now.version : "this build";
    const title = ENGINE_TITLES[name];
    const message = `the baseline was measured on ${title} ${old}: changed code is measured on ${fresh} on both sides, unchanged code is not measured again`;
    return [{ code: "engine-changed", message }];
  });
}

function isSameBuild(one: EngineFacts, other: EngineFacts): boolean {
  return one.version === other.version && one.sha256 === other.sha256;
}
