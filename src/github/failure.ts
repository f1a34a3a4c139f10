import { ValiError } from "valibot";
import { shortenLine } from "./shorten-markdown.ts";

/** How a request failed. */
export interface ApiFailure {
  readonly kind:
    | "unauthorized"
    | "forbidden"
    | "not-found"
    | "invalid"
    | "rate-limited"
    | "server"
    | "timeout"
    | "network"
    /** An answer that is not GitHub's. */
    | "unexpected";
  readonly status: number | null;
  /** One line, hostile until escaped. */
  readonly message: string;
  /** How long to wait before trying again, in ms, when GitHub said so. */
  readonly waitMs: number | null;
}

type Headers = Readonly<Record<string, unknown>>;

interface RequestError extends Error {
  readonly status: number;
  /** Absent when there was no answer. */
  readonly response?: { readonly headers: Headers };
}

const MAX_MESSAGE = 200;

/**
 * Recognizes trouble with GitHub.
 *
 * @param thrown - whatever an operation threw
 * @param nowMs - the time now, in ms since 1970
 * @returns how it failed; null when it is no trouble with GitHub but a bug
 */
export function classifyFailure(thrown: unknown, nowMs: number): ApiFailure | null {
  if (thrown instanceof ValiError) return describe("unexpected", thrown);
  if (isTimeout(thrown)) return describe("timeout", thrown);
  if (!isRequestError(thrown)) return null;
  if (thrown.response === undefined)
    return describe(isTimeout(thrown.cause) ? "timeout" : "network", thrown);
  const { status, response } = thrown;
  const waitMs = waitOf(response.headers, nowMs);
  const isLimited = status === 429 || (status === 403 && waitMs !== null);
  return { ...describe(isLimited ? "rate-limited" : kindOf(status), thrown), status, waitMs };
}

function kindOf(status: number): ApiFailure["kind"] {
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  if (status === 404 || status === 410) return "not-found";
  if (status === 422) return "invalid";
  return status >= 500 ? "server" : "unexpected";
}

/** A 403 is a rate limit when GitHub says when to come back, or that nothing is left. */
function waitOf(headers: Headers, nowMs: number): number | null {
  const after = Number(headers["retry-after"]);
  if (headers["retry-after"] !== undefined && after >= 0) return after * 1000;
  if (String(headers["x-ratelimit-remaining"]) !== "0") return null;
  const reset = Number(headers["x-ratelimit-reset"]) * 1000;
  return Number.isFinite(reset) ? Math.max(0, reset - nowMs) : null;
}

function describe(kind: ApiFailure["kind"], { message }: Error): ApiFailure {
  const line = message.split(/[\r\n]/)[0] ?? "";
  return { kind, status: null, message: shortenLine(line, MAX_MESSAGE), waitMs: null };
}

function isTimeout(thrown: unknown): thrown is Error {
  return (
    thrown instanceof Error && (thrown.name === "TimeoutError" || thrown.name === "AbortError")
  );
}

function isRequestError(thrown: unknown): thrown is RequestError {
  return thrown instanceof Error && thrown.name === "HttpError" && "status" in thrown;
}
