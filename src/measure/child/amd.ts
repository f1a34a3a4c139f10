import { underscore } from "./underscore.ts";

/**
 * Benchmark.js asks for its libraries at run time, by `require`, from wherever the bundle lies: it would evaluate a
 * lodash or platform that happens to be installed there. Where it finds an AMD loader it takes them from that instead.
 */
type Factory = (underscoreGiven: unknown, platform: unknown) => unknown;

/** Stands for the package `platform`, which only describes the operating system in words. */
export const PLATFORM = { description: null, layout: null, name: null, os: null };

const scope = globalThis as { define?: unknown };
let loaded: unknown;
scope.define = Object.assign(
  (_names: readonly string[], factory: Factory): void => {
    loaded = factory(underscore, PLATFORM);
  },
  { amd: {} },
);

/**
 * Ends the loader, once Benchmark.js is evaluated.
 *
 * @returns what Benchmark.js gave the loader; undefined when it had been evaluated without it
 */
export function takeLoaded(): unknown {
  delete scope.define;
  return loaded;
}
