import { scrubEnvironment } from "../measure/parent/environment.ts";
import { createObserver, type Observer } from "../measure/parent/observer.ts";
import type { Sampling } from "../model/policy.ts";
import type { Closing } from "./close-workload.ts";
import { currentEnvironment } from "./execute.ts";
import type { Locations } from "./locations.ts";

/** What an observer of this run is made of. */
export interface ObservingParts {
  /** Flags and time limit of measuring. */
  readonly sampling: Sampling;
  /** Folder the configuration's paths are relative to. */
  readonly root: string;
  readonly locations: Pick<Locations, "measuringEntry">;
}

/**
 * How the code of this run is observed: under the flags and limits it is measured with, its files named by their way
 * from the configuration.
 *
 * @param parts - sampling, root and places
 * @returns observer and folders
 */
export function closingOf(parts: ObservingParts): Closing {
  return { observer: observerOf(parts), root: parts.root, glueRootOf: () => parts.root };
}

/**
 * What loads JavaScript to see what it needs.
 *
 * @param parts - sampling, root and places
 * @returns the observer
 */
export function observerOf({ sampling, root, locations }: ObservingParts): Observer {
  return createObserver({
    entry: locations.measuringEntry,
    environment: currentEnvironment(sampling),
    variables: scrubEnvironment(process.env),
    root,
    timeoutMs: sampling.timeoutMs,
  });
}
