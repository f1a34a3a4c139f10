/** Codes of the errors a user can mend; each is documented in docs/errors.md. */
export type ActionErrorCode =
  | "usage"
  | "input"
  | "config"
  | "component"
  | "engine"
  | "baseline"
  | "result"
  | "import"
  | "environment";

/** What an {@link ActionError} is made of. */
export interface ActionErrorDetails {
  readonly code: ActionErrorCode;
  /** What is wrong, naming the input, file or field. */
  readonly message: string;
  /** What to do about it: one sentence in the imperative. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** A fault the user can mend. Shown without a stack; ends the run with exit code 2. */
export class ActionError extends Error {
  readonly code: ActionErrorCode;
  readonly hint: string | undefined;

  constructor(details: ActionErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "ActionError";
    this.code = details.code;
    this.hint = details.hint;
  }
}

/**
 * Turns anything thrown into the text a person reads. The only place that does so.
 *
 * @param thrown - whatever was caught
 * @returns message and hint of an {@link ActionError}; stack of anything else, with the request to report it
 */
export function describeError(thrown: unknown): string {
  if (thrown instanceof ActionError) {
    return thrown.hint === undefined ? thrown.message : `${thrown.message}\n  hint: ${thrown.hint}`;
  }
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return `internal error (please report it at https://github.com/airssys/wasm-bench-action/issues):\n${text}`;
}

/**
 * The message of anything thrown, without a stack.
 *
 * @param thrown - whatever was caught
 * @returns its message, or its text when it is no Error; what was thrown where it has neither
 */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message;
  const isObject = (typeof thrown === "object" && thrown !== null) || typeof thrown === "function";
  if (!isObject)
    return typeof thrown === "string" ? thrown : `${String(thrown)} was thrown, which is no error`;
  // Errors of another realm, and what libraries throw in place of one.
  const { message } = thrown as { readonly message?: unknown };
  if (typeof message === "string") return message;
  const text = textOf(thrown);
  return /^$|^\[object |^function|^class|=>/.test(text)
    ? "an object without a message was thrown"
    : text;
}

/** Objects without a prototype have no text, and others may throw in its place. */
function textOf(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return "";
  }
}
