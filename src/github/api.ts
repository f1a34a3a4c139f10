import { restoreEventPath } from "./hidden-event.ts";

// The order matters: the event must be out of sight before the package is evaluated.

import { getOctokit } from "@actions/github";
import { type ApiFailure, classifyFailure } from "./failure.ts";

restoreEventPath();

/** The REST client. */
export type Octokit = ReturnType<typeof getOctokit>;

/** What an operation on GitHub gave. */
export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ApiFailure };

/** Access to GitHub's API that gives up in bounded time and never throws for trouble. */
export interface GithubApi {
  readonly owner: string;
  readonly repo: string;
  /**
   * Runs an operation, again where that can help.
   *
   * @param operation - does the requests; must be safe to repeat from its beginning
   * @returns its value, or how it failed
   */
  readonly attempt: <T>(operation: (octokit: Octokit) => Promise<T>) => Promise<Attempt<T>>;
}

/** What access to the API is made of. */
export interface ApiDeps {
  readonly token: string;
  /** Root of the REST API. */
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Waits, in ms. */
  readonly wait: (ms: number) => Promise<void>;
  /** The time now, in ms since 1970. */
  readonly now: () => number;
  /** Limit of one request, in ms; 15 s when absent. */
  readonly timeoutMs?: number;
  /** Longest wait for a rate limit, in ms; a minute when absent. */
  readonly maxWaitMs?: number;
  /** Limit of one operation with all its requests and tries, in ms; 2 min when absent. */
  readonly operationTimeoutMs?: number;
}

/** Tries of one operation. */
const MAX_ATTEMPTS = 3;
/** Longest wait for a rate limit, in ms: a comment is not worth more of a job's time. */
const MAX_WAIT_MS = 60_000;
const FIRST_WAIT_MS = 1000;
const DEFAULT_TIMEOUT_MS = 15_000;
/** Reading a hundred pages of comments takes many requests: each in time, and all of them too. */
const DEFAULT_OPERATION_TIMEOUT_MS = 120_000;
const NO_TOKEN: Attempt<never> = {
  ok: false,
  failure: { kind: "unauthorized", status: null, message: "no token was given", waitMs: null },
};

/**
 * Opens access to the API of one repository.
 *
 * @param deps - token, addresses, clock and limit
 * @returns the access
 */
export function createApi(deps: ApiDeps): GithubApi {
  const [owner = "", repo = ""] = deps.repository.split("/");
  return {
    owner,
    repo,
    attempt: <T>(operation: (octokit: Octokit) => Promise<T>) =>
      deps.token === "" ? Promise.resolve(NO_TOKEN) : attempt(deps, operation),
  };
}

async function attempt<T>(
  deps: ApiDeps,
  operation: (octokit: Octokit) => Promise<T>,
): Promise<Attempt<T>> {
  const octokit = openClient(deps);
  for (let tries = 1; ; tries += 1) {
    const once = await tryOnce(() => operation(octokit), deps.now);
    const waitMs =
      once.ok || tries === MAX_ATTEMPTS ? null : delayBefore(once.failure, tries, deps.maxWaitMs);
    if (waitMs === null) return once;
    await deps.wait(waitMs);
  }
}

async function tryOnce<T>(operation: () => Promise<T>, now: () => number): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await operation() };
  } catch (thrown) {
    const failure = classifyFailure(thrown, now());
    if (failure === null) throw thrown;
    return { ok: false, failure };
  }
}

function openClient({
  token,
  apiUrl,
  timeoutMs = DEFAULT_TIMEOUT_MS,
  operationTimeoutMs = DEFAULT_OPERATION_TIMEOUT_MS,
}: ApiDeps): Octokit {
  const whole = AbortSignal.timeout(operationTimeoutMs);
  const silent = (): void => undefined;
  const octokit = getOctokit(token, {
    baseUrl: apiUrl,
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  // A wrapping hook cannot hand other options on to the hooks inside it; a preceding one can change them.
  octokit.hook.before("request", (options): void => {
    const signal = AbortSignal.any([whole, AbortSignal.timeout(timeoutMs)]);
    options.request = { ...options.request, signal };
  });
  // The client takes what it has of an answer that breaks off for the whole, an archive for an empty one.
  octokit.hook.after("request", (response, options): void => {
    (options.request?.signal as AbortSignal | undefined)?.throwIfAborted();
    const { data } = response as { readonly data: unknown };
    const isCutOff = data instanceof ArrayBuffer && data.byteLength === 0;
    if (isCutOff) throw Object.assign(new Error("the answer broke off"), BROKEN_OFF);
  });
  return octokit;
}

/** What marks a failure of the network, without an answer: see classifyFailure. */
const BROKEN_OFF = { name: "HttpError", status: 500 } as const;

/** Null when trying again cannot help, or would take too long. */
function delayBefore(
  { kind, status, waitMs }: ApiFailure,
  tries: number,
  maxWaitMs: number = MAX_WAIT_MS,
): number | null {
  if (kind === "rate-limited") {
    const wanted = waitMs ?? FIRST_WAIT_MS * 2 ** tries;
    return wanted <= maxWaitMs ? wanted : null;
  }
  const isCutOff = kind === "unexpected" && status === null;
  const canPass = kind === "server" || kind === "timeout" || kind === "network" || isCutOff;
  return canPass ? FIRST_WAIT_MS * 2 ** (tries - 1) : null;
}
