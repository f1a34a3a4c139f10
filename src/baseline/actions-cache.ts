import { isFeatureAvailable, restoreCache, saveCache } from "@actions/cache";
import { messageOf } from "../errors.ts";

/** The part of the Actions cache that is used. */
export interface CacheClient {
  readonly isFeatureAvailable: () => boolean;
  /**
   * Looks for an entry without fetching it.
   *
   * @param keys - keys or prefixes, the preferred first; at most {@link MAX_KEYS}
   * @returns key of the first match, the newest of its prefix; undefined when there is none
   * @throws CacheFault when the service did not answer as one
   */
  readonly lookUp: (keys: readonly string[]) => Promise<string | undefined>;
  /**
   * Fetches and unpacks an entry into {@link CACHE_PATH} of the workspace.
   *
   * @param key - its whole key
   * @param timeoutMs - when the client should give up by itself, in ms
   * @returns key of the entry; undefined when it is gone
   * @throws CacheFault when it could not be fetched or unpacked
   */
  readonly fetch: (key: string, timeoutMs: number) => Promise<string | undefined>;
  /**
   * Packs {@link CACHE_PATH} of the workspace into a new entry.
   *
   * @param key - its key
   * @returns its id; -1 when the service took nothing
   */
  readonly save: (key: string) => Promise<number>;
}

/** The service could not be asked, or its answer could not be used. */
export class CacheFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "CacheFault";
  }
}

/** Where a bundle lies while it is packed or unpacked. The cache's version is a hash of this text: never change it. */
export const CACHE_PATH = ".wasm-bench/baseline";

/** Most keys of one request. */
export const MAX_KEYS = 10;

/** Shortest time the client gets to give up by itself, in ms. */
const LEAST_MS = 1000;

/** The Actions cache of the runner. */
export const actionsCache: CacheClient = {
  isFeatureAvailable,
  lookUp: ([first = "", ...further]: readonly string[]) =>
    heard(() => restoreCache([CACHE_PATH], first, further, { lookupOnly: true })),
  fetch: (key: string, timeoutMs: number) => {
    const limit = Math.max(LEAST_MS, Math.ceil(timeoutMs));
    return heard(() =>
      restoreCache([CACHE_PATH], key, [], { timeoutInMs: limit, segmentTimeoutInMs: limit }),
    );
  },
  save: (key: string) => saveCache([CACHE_PATH], key),
};

/** What the client prints where it swallows an error: for it, trouble and “there is none” are one answer. */
const COMPLAINT = /^::(?:warning|error)::Failed to restore: (.*)$/m;

const listeners = new Set<(complaint: string) => void>();
let isListening = false;

/** Turns what the client only complains about into an error. */
async function heard(ask: () => Promise<string | undefined>): Promise<string | undefined> {
  listen();
  let complaint: string | null = null;
  const listener = (text: string): void => {
    complaint ??= text;
  };
  listeners.add(listener);
  try {
    const answer = await ask();
    if (answer === undefined && complaint !== null) throw new CacheFault(complaint);
    return answer;
  } catch (thrown) {
    if (thrown instanceof CacheFault) throw thrown;
    // The client throws for a missing token and the like; none of it is the user's.
    throw new CacheFault(messageOf(thrown), { cause: thrown });
  } finally {
    listeners.delete(listener);
  }
}

/** The client has no other voice than the log of the step. */
function listen(): void {
  if (isListening) return;
  isListening = true;
  const write = process.stdout.write.bind(process.stdout) as (...given: unknown[]) => boolean;
  const attentive = (...given: unknown[]): boolean => {
    const complaint = typeof given[0] === "string" ? COMPLAINT.exec(given[0])?.[1] : undefined;
    if (complaint === undefined || listeners.size === 0) return write(...given);
    for (const listener of listeners) listener(decodeURIComponent(complaint));
    return true;
  };
  process.stdout.write = attentive as typeof process.stdout.write;
}
