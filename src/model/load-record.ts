import type { Clock } from "./clock.ts";
import type { Failure } from "./sample.ts";

/** Nonce of the one copy that is observed: the bytes it is handed are known by it. */
export const OBSERVED_NONCE = 1;

/** A module that was imported or required, and how it was asked for. */
export interface ImportedModule {
  /** As the importing module wrote it: a bare name, a relative path, an address. */
  readonly specifier: string;
  /** Absolute path of the importing module; null where this product imports it. */
  readonly parent: string | null;
  /** Absolute path it was found at, links followed. */
  readonly path: string;
}

/** A file that was opened for reading, or asked for. */
export interface ReadFile {
  /** Absolute path, as it was asked for. */
  readonly path: string;
  /** True when it was named relative to the working folder. */
  readonly isRelative: boolean;
  /** False when it was only asked for: whether it is there, how large it is. */
  readonly isRead: boolean;
  /** Absolute path of the JavaScript that asked; absent where that is not known. */
  readonly by?: string;
}

/** A call that failed while it was observed. */
export interface FailedCall {
  /** The export with its arguments, or the native reference. */
  readonly name: string;
  readonly message: string;
}

/** What there is to measure of further copies of glue. */
export interface CopyFacts {
  /** Why there is nothing; null when every copy runs WebAssembly of its own. */
  readonly fault: string | null;
  /** True when a copy makes its instance in its first call. */
  readonly isLate: boolean;
  /** Why growth of their memory cannot be measured; null when it can. */
  readonly growth: string | null;
}

/** A benchmark of a workload module, as it is listed. */
export interface NamedBenchmark {
  readonly name: string;
  /** The clock that decides; null for the one of its kind. */
  readonly clock: Clock | null;
}

/** What one load of JavaScript, and one call of everything configured, was seen to need. */
export interface LoadRecord {
  readonly modules: readonly ImportedModule[];
  readonly reads: readonly ReadFile[];
  /** SHA-256 of every WebAssembly module that was compiled, lower-case hex. */
  readonly compiled: readonly string[];
  /** False when it could not be loaded: nothing was called then. */
  readonly isLoaded: boolean;
  /**
   * Why it could not be loaded, or why its process ended; null when all went well. A call that fails is no failure
   * here.
   */
  readonly failure: Failure | null;
  /** Calls that failed, and why. */
  readonly failedCalls: readonly FailedCall[];
  /** The call that failed as soon as glue was loaded, with something of it still under way; absent where none did. */
  readonly earlyCall?: FailedCall;
  /** What further copies are; absent for all but glue that could be loaded. */
  readonly copies?: CopyFacts;
  /** Benchmarks of a workload module; absent where none was loaded. */
  readonly benchmarks?: readonly NamedBenchmark[];
}
